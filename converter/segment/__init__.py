"""Lines to a report: chapters, sections, paragraphs, sentences; title, region, year and date."""

from datetime import date

from converter.lines import Line, read_lines
from converter.model import Clean, Report, Span
from converter.segment.head import is_close, read_head
from converter.segment.kind import kind_of, kinds
from converter.segment.meta import signed_date, year_in
from converter.segment.outline import outline
from converter.segment.parts import all_paragraphs, leads_below
from converter.segment.region import region_in
from converter.segment.required import due, due_of, required_contents
from converter.segment.tree import chapter, paragraphs

__all__ = [
    "all_paragraphs",
    "due",
    "due_of",
    "kind_of",
    "kinds",
    "leads_below",
    "required_contents",
    "segment",
]


def segment(clean: Clean) -> Report:
    """Build the report of a cleaned text.

    After it: every character is in exactly one lead, paragraph or entry of ``dropped``, or is white space;
    all spans are in order and nested; no text is refused.  Region and year are those of the sidecar, where it has them.
    """
    folded, text = clean.folded, clean.source.text
    lines = read_lines(clean)
    head = read_head(folded, lines)
    body = lines[head.lines :]
    closing = [line.span for line in _closing(folded, body)]
    signature = " ".join(span.of(text) for span in closing)
    hints = clean.source.hints
    # Mark-up is explicit: its title is whole where the printed one runs over lines, and its date is the publication's
    # where the date under a title may be the session's.
    told = date.fromisoformat(hints["published"]) if "published" in hints else None
    published = told or head.published or signed_date(folded, closing)
    title = hints.get("title") or (head.title.of(text) if head.title else None)
    facts = clean.source.facts
    known_year, known_region = facts.get("report_year"), facts.get("region")
    told_year = year_in(title, folded[body[0].span.start :] if body else "", published)
    year = int(known_year.value) if known_year else told_year
    root = outline(folded, body, year)
    issuer = head.issuer or _signatory(folded, closing) or hints.get("issuer")
    chapters = tuple(chapter(folded, n, part, year) for n, part in enumerate(root.parts, 1))
    return Report(
        source=clean.source,
        folded=folded,
        title=title,
        issuer=issuer,
        region=known_region.value if known_region else region_in(title, issuer, signature, text),
        report_year=year,
        published=published,
        preface=paragraphs(folded, "c0", root.texts),
        chapters=chapters,
        dropped=tuple(sorted([*clean.dropped, *head.found])),
    )


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
