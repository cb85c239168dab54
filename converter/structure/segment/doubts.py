"""What the structure of a report leaves a person to look at, each with its reason."""

import re
from collections.abc import Iterator, Mapping, Sequence

from converter.model import Chapter, Doubt, Dropped, Report, Span
from converter.structure.lines.cut import Line
from converter.structure.segment.hidden_ends import Hidden
from converter.structure.segment.report_kind import is_kind_sure

_SURE = 0.9
_LONG_HEADING = 60  # characters
_FEW = 0.03  # of a text's characters; more in dropped sentences is a doubt
_MUCH = 0.2  # more is no reading of the report
_SENTENCE = re.compile(r"[^。!?;\n|]{12,}[。!?;]")
# What stands in the report a second time is not lost with its repetition.
_PRINTED_TWICE = frozenset({"repeated", "contents", "line_break", "invisible"})


def doubts_on(report: Report, lines: Sequence[Line], hidden: Mapping[int, Hidden]) -> tuple[Doubt, ...]:
    """The doubts in the order of the text, those about the whole of it first."""
    found = [
        *_missing(report),
        *_on_dropped(report),
        *_on_lines(lines),
        *_on_headings(lines, hidden),
        *_on_chapters(report.chapters),
    ]
    return tuple(sorted(found, key=lambda doubt: (doubt.start, doubt.end)))


def share_lost(report: Report) -> float:
    """The share of a text's characters that stand in sentences that were dropped, from 0 to 1."""
    lost = sum(span.end - span.start for span in _lost(report.folded, report.dropped))
    return lost / (len(report.folded) or 1)


def loses_much(report: Report) -> bool:
    """Whether so much was dropped that what is left is not the report."""
    return share_lost(report) > _MUCH


def _lost(folded: str, dropped: Sequence[Dropped]) -> Iterator[Span]:
    for start, end, reason in dropped:
        if reason not in _PRINTED_TWICE:
            yield from (Span(*match.span()) for match in _SENTENCE.finditer(folded, start, end))


def _missing(report: Report) -> Iterator[Doubt]:
    for about in ("title", "issuer", "region", "report_year", "published"):
        if getattr(report, about) is None:
            yield Doubt(about, "missing", 0, 0)
    if not is_kind_sure(report):
        yield Doubt("kind", "kind_unsure", 0, 0)


def _on_dropped(report: Report) -> Iterator[Doubt]:
    if share_lost(report) > _FEW:
        yield from (Doubt("text", "dropped", *span) for span in _lost(report.folded, report.dropped))


def _on_lines(lines: Sequence[Line]) -> Iterator[Doubt]:
    flat = [line.span for line in lines if line.flattened]
    if flat:
        yield Doubt("text", "flattened", flat[0].start, flat[-1].end)


def _on_headings(lines: Sequence[Line], hidden: Mapping[int, Hidden]) -> Iterator[Doubt]:
    for i, (end, chance) in hidden.items():
        if chance < _SURE:
            yield Doubt("heading", "hidden_end", lines[i].span.start, end)


def _on_chapters(chapters: Sequence[Chapter]) -> Iterator[Doubt]:
    for chapter in chapters:
        if chapter.heading is None:
            yield Doubt("heading", "no_heading", chapter.span.start, chapter.lead.end)
        elif chapter.heading.end - chapter.heading.start > _LONG_HEADING:
            yield Doubt("heading", "long", *chapter.heading)
