"""Lines to a report: chapters, sections, paragraphs, sentences; title, region, year and date."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from converter.model import Clean, Report, Span
from converter.structure.lines import Line, read_lines
from converter.structure.segment.doubts import doubts_on, loses_much, share_lost
from converter.structure.segment.head import is_close, read_head
from converter.structure.segment.hidden_ends import Hidden, hidden_ends
from converter.structure.segment.kind import kind_of, kinds
from converter.structure.segment.meta import signed_date, year_in
from converter.structure.segment.outline import outline
from converter.structure.segment.parts import all_paragraphs, all_tables, leads_below
from converter.structure.segment.place_names import region_path
from converter.structure.segment.region import region_in
from converter.structure.segment.required import due, due_of, required_contents
from converter.structure.segment.tree import chapter, paragraphs

__all__ = [
    "all_paragraphs",
    "all_tables",
    "due",
    "due_of",
    "kind_of",
    "kinds",
    "leads_below",
    "loses_much",
    "region_path",
    "required_contents",
    "segment",
    "share_lost",
]


def segment(clean: Clean) -> Report:
    """Build the report of a cleaned text.

    After it: every character is in exactly one lead, paragraph or entry of ``dropped``, or is white space;
    all spans are in order and nested; no text is refused.  Region and year are those of the sidecar, where it has them.
    """
    folded, text = clean.folded, clean.source.text
    lines = read_lines(clean)
    head = read_head(folded, lines)
    taken = {drop.start for drop in head.found}
    body = tuple(line for line in lines if line.span.start not in taken)
    closing = [line.span for line in _closing(folded, body)]
    signature = " ".join(span.of(text) for span in closing)
    hints = clean.source.hints
    # Mark-up is explicit: its title is whole where the printed one runs over lines, and its date is the publication's
    # where the date under a title may be the session's.
    told = date.fromisoformat(hints["published"]) if "published" in hints else None
    published = told or head.published or signed_date(folded, closing)
    title = hints.get("title") or ("".join(span.of(text) for span in head.title) or None)
    facts = clean.source.facts
    known_year, known_region = facts.get("report_year"), facts.get("region")
    hidden = hidden_ends(folded, body)
    told_year = year_in(title, _laid_out(folded, body, hidden), published)
    year = int(known_year.value) if known_year else told_year
    root = outline(folded, body, hidden, year)
    issuer = head.issuer or _signatory(folded, closing) or hints.get("issuer")
    chapters = tuple(chapter(folded, n, part, year) for n, part in enumerate(root.parts, 1))
    report = Report(
        source=clean.source,
        folded=folded,
        title=title,
        issuer=issuer,
        region=known_region.value
        if known_region
        else region_in(title, issuer, signature, _laid_out(text, lines, {})),
        report_year=year,
        published=published,
        preface=paragraphs(folded, "c0", root.texts),
        chapters=chapters,
        dropped=tuple(sorted([*clean.dropped, *head.found])),
    )
    return replace(report, doubts=doubts_on(report, body, hidden))


def _laid_out(text: str, lines: Sequence[Line], hidden: Mapping[int, Hidden]) -> str:
    """The text with its lines and headings each on a line of its own, as it was once typed."""
    ends = ((line.span, hidden[i].end if i in hidden else line.span.end) for i, line in enumerate(lines))
    return "\n".join(f"{text[span.start : end]}\n{text[end : span.end]}".strip() for span, end in ends)


def _closing(folded: str, body: tuple[Line, ...]) -> list[Line]:
    last = []
    for line in reversed(body):
        if not is_close(line.span.of(folded)):
            break
        last.append(line)
    return last[::-1]


def _signatory(folded: str, closing: list[Span]) -> str | None:
    names = [
        span.of(folded)
        for span in closing
        if not any(char.isdecimal() or char in "。年" for char in span.of(folded))
    ]
    return names[-1] if names else None
