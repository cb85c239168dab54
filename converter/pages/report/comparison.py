"""What a figure is compared with, in the report's own words, each linked to the row of the other figure."""

import re
from collections.abc import Mapping, Sequence

from converter.model import Observation, Relation, Report, Span
from converter.pages.amount import amount
from converter.pages.edition import Edition

_CLAUSE = re.compile(r"[^,;:。、()]*$")
_FIGURE = re.compile(r"\d(?!\d*年)")
# A clause longer than this tells more than the comparison; the number alone is then clearer.
_LONGEST = 16

Linked = Mapping[Relation, Sequence[Observation]]


def told(folded: str, o: Observation) -> Span:
    """The figure with the words of its clause before it (``同比增长45.44%``), alone where they say too much."""
    clause = _CLAUSE.search(folded, o.sentence.start, o.span.start)
    words = clause[0] if clause else ""
    ahead = len(words) if len(words) <= _LONGEST and not _FIGURE.search(words) else 0
    return Span(o.span.start - ahead, o.span.end)


def linked_to(observations: Sequence[Observation]) -> dict[str, dict[Relation, list[Observation]]]:
    """For each figure that others speak of: its changes, its shares and its parts, in document order."""
    found: dict[str, dict[Relation, list[Observation]]] = {}
    for o in observations:
        if o.link:
            found.setdefault(o.link.to, {}).setdefault(o.link.relation, []).append(o)
    return found


def compared(
    report: Report, o: Observation, others: Mapping[str, Observation], linked: Linked, edition: Edition
) -> str:
    """A cell of Markdown: what ``o`` is to another figure, then what others are to it; empty where nothing is."""
    phrases = []
    if o.link and o.link.to in others:
        whole = _row(report, others[o.link.to], others[o.link.to].span, edition)
        phrases.append(edition.term("relation", o.link.relation).format(of=whole))
    phrases += [
        _spoken(report, other, edition)
        for relation in ("change_of", "share_of")
        for other in linked.get(relation, ())
    ]
    if parts := [_row(report, part, part.span, edition) for part in linked.get("part_of", ())]:
        phrases.append(edition.word("parts", parts=edition.word("comma").join(parts)))
    return edition.word("semicolon").join(phrases)


def _spoken(report: Report, o: Observation, edition: Edition) -> str:
    words = told(report.folded, o)
    # A bare number does not say what it is.
    measure = edition.term("measure", o.measure) + " " if words == o.span else ""
    return measure + _row(report, o, words, edition)


def _row(report: Report, o: Observation, words: Span, edition: Edition) -> str:
    if edition.language != "zh" and words == o.span:
        said = amount(o, edition)
    else:
        said = edition.cell("comparison", words.of(report.source.text))
    return f"[{said}](#{o.id})"
