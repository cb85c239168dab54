"""What every rule is made of: the report with its figures at hand, and a note in the rule's words (``rules.toml``)."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from converter.checks.interval import Interval, possible
from converter.checks.tables import RULE_WORDS
from converter.model import Note, Observation, Report, Span

_REACH = 100  # characters; no clause is longer
_BOUNDARY = re.compile(r"[,、;:。()\n]")


class ObservedReport(Struct, frozen=True, dict=True):
    """A report and its figures in the order of the text."""

    report: Report
    figures: Sequence[Observation]

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where among the figures each id is."""
        return {figure.id: at for at, figure in enumerate(self.figures)}

    def linked(self, figure: Observation, relation: str) -> Observation | None:
        """What ``figure`` is tied to by ``relation``, if it is."""
        link = figure.link
        return self.figures[self.places[link.to]] if link and link.relation == relation else None

    def surface(self, figure: Observation) -> str:
        """The figure as printed."""
        return figure.span.of(self.report.source.text)

    def possible(self, figure: Observation) -> Interval:
        """All values the figure may stand for."""
        return possible(figure, figure.span.of(self.report.folded))

    def sum(self, figures: Sequence[Observation]) -> Interval:
        """Where the sum of the figures lies."""
        first, *others = map(self.possible, figures)
        for other in others:
            first = first.plus(other)
        return first

    def clause(self, figure: Observation) -> str:
        """The folded words of its clause before a figure, at most 100 characters."""
        start = max(figure.sentence.start, figure.span.start - _REACH)
        return _BOUNDARY.split(self.report.folded[start : figure.span.start])[-1].lstrip()

    def label(self, figure: Observation) -> str:
        """The folded words of its clause on both sides of a figure."""
        behind = self.report.folded[figure.span.end : min(figure.sentence.end, figure.span.end + _REACH)]
        return self.clause(figure) + _BOUNDARY.split(behind)[0]

    def said(self, figure: Observation) -> str:
        """The figure with the words of its clause before it, or behind it where it begins the clause."""
        text, (start, end) = self.report.source.text, figure.span
        before = self.clause(figure)
        if before:
            return text[start - len(before) : end]
        after = self.report.folded[end : min(figure.sentence.end, end + _REACH)]
        return text[start : end + len(_BOUNDARY.split(after)[0].rstrip())]

    def listed(self, figures: Sequence[Observation]) -> str:
        """The figures with their words, as a list."""
        return "、".join(f"“{self.said(figure)}”" for figure in figures)


def in_digits(value: Decimal) -> str:
    """A value in digits, grouped by thousands, without zeros at its end (``2,500``)."""
    return f"{value.normalize():,f}"


def note(
    key: str, figures: Sequence[Observation], details: Mapping[str, object], also: Sequence[Span] = ()
) -> Note:
    """A note of the rule ``key`` on ``figures``, the first of which names it; ``also`` are more sentences it rests on."""
    return Note(
        id=f"{key}-{figures[0].id}",
        rule=key,
        severity=RULE_WORDS.load()[key].severity,
        observations=tuple(figure.id for figure in figures),
        details={name: str(value) for name, value in details.items()},
        sentences=tuple(sorted({figure.sentence for figure in figures} | {*also})),
    )


def words(one: Note, part: str, language: str) -> str:
    """A ``part`` (title, seen, why) of what a note says, in ``zh`` or ``en``."""
    return RULE_WORDS.load()[one.rule].said(part, language).format(**one.details)
