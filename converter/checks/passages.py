"""A paragraph with each of its figures as one sign, so that a pattern can say in what relation figures are told."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from converter.checks.rule import ObservedReport
from converter.figures.alternatives import either
from converter.model import Observation

FIGURE = "\ue000"
"""What stands for a figure."""
_WORDS = rf"[^,;:。()、\n{FIGURE}]{{0,24}}"
_ROLE = re.compile(r"(?<!\?P)<(?P<role>[a-z]+)>")
_NAMED = re.compile(r"\{(?P<name>[a-z_]+)\}")
_WORD = re.compile(r"(?<![\\A-Za-z])W(?![A-Za-z])")


class Passage(Struct, frozen=True):
    """The figures of one paragraph in order, and its words from the first to the last sentence that has one."""

    words: str
    figures: Sequence[Observation]

    def at(self, place: int) -> Observation:
        """The figure whose sign stands at ``place``."""
        return self.figures[self.words.count(FIGURE, 0, place)]


def passages(told: ObservedReport) -> Iterator[Passage]:
    """The paragraphs of a report that state a figure."""
    folded = told.report.folded
    for _, figures in groupby(told.figures, key=lambda figure: figure.paragraph):
        own = tuple(figures)
        at, pieces = own[0].sentence.start, list[str]()
        for figure in own:
            pieces += (folded[at : figure.span.start], FIGURE)
            at = figure.span.end
        pieces.append(folded[at : max(at, own[-1].sentence.end)])
        yield Passage("".join(pieces), own)


def compiled(pattern: str, words: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """A pattern of ``relations.toml``: ``<now>`` is a figure, ``W`` words of one clause, ``{last}`` one of a list of words."""
    spelled = _NAMED.sub(lambda name: f"(?:{either(words[name['name']])})", pattern)
    return re.compile(_ROLE.sub(rf"(?P<\g<role>>{FIGURE})", _WORD.sub(lambda _: _WORDS, spelled)))
