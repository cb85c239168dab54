"""A cleaned text to its report, the whole stage."""

from msgspec.structs import replace

from converter.model import Clean, Report
from converter.structure.lines.cut import read_lines
from converter.structure.segment.doubts import doubts_on
from converter.structure.segment.facts_compared import doubts_compared
from converter.structure.segment.head import read_head
from converter.structure.segment.hidden_ends import hidden_ends
from converter.structure.segment.identity import identity_of
from converter.structure.segment.kind import has_no_year
from converter.structure.segment.outline import outline
from converter.structure.segment.report_kind import report_kind
from converter.structure.segment.tree import chapter, paragraphs
from converter.structure.segment.unnumbered import with_unnumbered


def segment(clean: Clean) -> Report:
    """Build the report of a cleaned text.

    After it: every character is in exactly one lead, paragraph or entry of ``dropped``, or is white space;
    all spans are in order and nested; no text is refused.  What it is follows ``identity_of``.
    """
    folded = clean.folded
    lines = read_lines(clean)
    head = read_head(folded, lines)
    taken = {drop.start for drop in head.found}
    body, unnumbered = with_unnumbered(folded, [line for line in lines if line.span.start not in taken])
    hidden = hidden_ends(folded, body) | unnumbered
    known = identity_of(clean, head, lines, body, hidden)
    year = known.report_year
    root = outline(folded, body, hidden, year)
    report = Report(
        source=clean.source,
        folded=folded,
        title=known.title,
        issuer=known.issuer,
        region=known.region,
        report_year=year,
        published=known.published,
        written=known.written,
        delivered=known.delivered,
        region_path=known.region_path,
        preface=paragraphs(folded, "c0", root.texts),
        chapters=tuple(chapter(folded, n, part) for n, part in enumerate(root.parts, 1)),
        dropped=tuple(sorted([*clean.dropped, *head.found])),
    )
    found = known.doubts
    if report_kind(report) == "other" and has_no_year(report):
        # A notice or a news story has no year of its own: none is concluded from those that it names, and no day is
        # far from it.
        guessed = any(doubt.why == "year_counted" for doubt in found)
        found = tuple(doubt for doubt in found if doubt.why not in ("year_counted", "date_far"))
        report = replace(report, report_year=None if guessed else year)
    found = (*found, *doubts_on(report, body, hidden))
    asked = {doubt.about for doubt in found}
    compared = (doubt for doubt in doubts_compared(report) if doubt.about not in asked)
    return replace(report, doubts=(*compared, *found))
