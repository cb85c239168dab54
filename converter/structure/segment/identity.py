"""What a report is: its title, the body that reports, its region, year and day of publication, and doubts about them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from converter.model import Clean, Doubt, Span
from converter.structure.lines import Line
from converter.structure.segment.facts_doubted import Evidence, doubts_on_facts
from converter.structure.segment.head import Head, is_close, with_facts
from converter.structure.segment.head_dates import Dates, day_in, day_spoken, day_stated
from converter.structure.segment.hidden_ends import Hidden
from converter.structure.segment.issuer import Issuer, Told, issuer_of
from converter.structure.segment.issuer_in_text import issuer_in_text
from converter.structure.segment.issuer_of_place import issuer_of_place
from converter.structure.segment.meta import signed_date, year_guessed, year_told
from converter.structure.segment.place_names import region_path, with_site
from converter.structure.segment.region import WHOLE_COUNTRY, region_at_start, region_in, speaks_for_state
from converter.structure.segment.title_lines import is_headline, names_site, together
from converter.structure.segment.titles import title_in_text

_OPENING = 8  # lines
_LETTER = 12  # lines of a letter before what it sends
_PAGE_AND_TEXT = 400  # characters among which a page's own may be, where its lines ran together
_SHORT = 60  # characters of a line that may be the page's
_CONTENTS = re.compile(r"\s+目\s*[录錄](?=\s|$)")  # flattening glued it to the title


@dataclass(frozen=True, slots=True)
class Identity:
    """Each fact as the sidecar says it, else as the text does; None where neither does."""

    title: str | None
    issuer: str | None
    region: str | None
    region_path: tuple[str, ...] | None
    report_year: int | None
    published: date | None
    """Where nothing says it, the day of the writing, or of the speech with a doubt."""
    written: date | None
    delivered: date | None
    doubts: tuple[Doubt, ...]
    """About facts that the text says and for which there is little evidence."""


def identity_of(
    clean: Clean, head: Head, lines: Sequence[Line], body: Sequence[Line], hidden: Mapping[int, Hidden]
) -> Identity:
    """What the report of these lines is; ``body`` are those behind its head."""
    folded, text, facts = clean.folded, clean.source.text, clean.source.facts
    told = {key: facts[key].value for key in facts}
    closing = _closing(folded, body)
    in_text = (
        None if head.title else title_in_text(folded, head.found, [line.span for line in body[:_OPENING]])
    )
    title = told.get("title") or _title(clean, head, in_text)
    opening = _opening(folded, body)
    dates = _dates(clean, head, closing, day_spoken(opening))
    published = dates.published or dates.written or dates.delivered
    issuer = _issuer(clean, head, body, closing, title) or _in_text(folded, title)
    signature = " ".join(span.of(text) for span in closing)
    # An issuer of the sidecar is no word of the text: its place is taken where the text names none.
    printed = None if issuer is None or ("issuer" in told and region_at_start(title)) else issuer.name
    region = told.get("region") or region_in(title, printed, signature, _laid_out(text, lines, {}))
    session = _session(folded, head)
    surely = issuer.name if issuer and issuer.sure else None
    is_named = _is_named(region, [title, surely, signature, session], opening, folded)
    issuer = issuer_of_place(issuer, opening, folded, region, is_named=is_named)
    laid_out = _laid_out(folded, body, hidden)
    year_said = told.get("report_year") or year_told(title, laid_out, dates.delivered)
    year = int(year_said or year_guessed(f"{session}\n{laid_out}", published, dates.delivered) or 0) or None
    evidence = Evidence(
        title=title,
        title_in_text=in_text is not None and title == in_text.of(text),
        of_page=title is not None and _is_of_page(title, clean, head),
        is_first=bool(lines and title and lines[0].span.of(text).strip() == title),
        issuer=issuer,
        region=region,
        is_named=is_named,
        year=year,
        year_said=bool(year_said),
        published=published,
        dates=dates,
        dates_agree=head.dates.agree,
        other_days=any(day != published for day in _days_printed(folded, head, body)),
    )
    return Identity(
        title=title,
        issuer=issuer.name if issuer else None,
        region=region,
        region_path=region_path(region, with_site(folded, clean.source.hints)) if region else None,
        report_year=year,
        published=published,
        written=dates.written,
        delivered=dates.delivered,
        doubts=tuple(doubt for doubt in doubts_on_facts(evidence) if doubt.about not in told),
    )


def _is_of_page(title: str, clean: Clean, head: Head) -> bool:
    """Whether a title is what the page prints in the place of one, or names no report."""
    printed = head.headline is not None and title == head.headline.of(clean.source.text)
    return printed or (title != clean.source.hints.get("title") and is_headline(title))


def _title(clean: Clean, head: Head, in_text: Span | None) -> str | None:
    other = in_text or head.headline
    printed = head.title or ((other,) if other else ())
    told = "".join(together(span.of(clean.source.text)) for span in printed)
    # Mark-up is explicit: its title is whole where the printed one runs over lines.
    marked = clean.source.hints.get("title")
    usable = marked and not (head.title and names_site(marked, told))
    return (marked if usable else None) or _CONTENTS.split(told, maxsplit=1)[0] or None


def _dates(clean: Clean, head: Head, closing: Sequence[Span], spoken: date | None) -> Dates:
    """The days as the sidecar says them, else the mark-up, else the text; who signs says when it was written."""
    facts, hints = clean.source.facts, clean.source.hints

    def known(key: str) -> date | None:
        told = facts[key].value if key in facts else hints.get(key)
        return date.fromisoformat(told) if told else None

    # The date of the mark-up is the publication's where the one under a title may be the session's.
    return Dates(
        known("published") or head.dates.published or day_stated(clean.folded[:_PAGE_AND_TEXT]),
        known("written") or head.dates.written or signed_date(clean.folded, closing),
        known("delivered") or head.dates.delivered or spoken,
    )


def _issuer(
    clean: Clean, head: Head, body: Sequence[Line], closing: Sequence[Span], title: str | None
) -> Issuer | None:
    folded = clean.folded
    if known := clean.source.facts.get("issuer"):
        return Issuer(known.value, sure=True)
    told = Told(
        title=title,
        above=_beside(folded, head, -1),
        below=_beside(folded, head, 1),
        page_lines=with_facts([folded[drop.start : drop.end] for drop in head.found]),
        opening=_opening(folded, body),
        closing=[span.of(folded) for span in closing],
        hint=clean.source.hints.get("issuer"),
    )
    return issuer_of(told)


def _days_printed(folded: str, head: Head, body: Sequence[Line]) -> Iterator[date]:
    """The days of the page's lines, and of a short one that may be its last."""
    lines = [folded[drop.start : drop.end] for drop in head.found]
    lines += [line.span.of(folded) for line in body[:1] if line.span.end - line.span.start <= _SHORT]
    yield from (day for line in lines if (day := day_in(line)))


def _in_text(folded: str, title: str | None) -> Issuer | None:
    """The body that a text calls its own; beside a title that names a place, only one of it."""
    found, place = issuer_in_text(folded), region_at_start(title)
    return found if found and (not place or place in found.name) else None


def _opening(folded: str, body: Sequence[Line]) -> str:
    return "\n".join(line.span.of(folded) for line in body[:_OPENING])


def _session(folded: str, head: Head) -> str:
    """The page's lines that say in which meeting the report was given."""
    lines = (folded[drop.start : drop.end] for drop in head.found)
    return " ".join(line for line in lines if "人民代表大会" in line)


def _is_named(region: str | None, own: Sequence[str | None], opening: str, folded: str) -> bool:
    """Whether a region stands in the words in which reports name their ``own``, or is one of the list of places."""
    if not region:
        return False
    listed = region_path(region, folded) or (region == WHOLE_COUNTRY and speaks_for_state(opening))
    return bool(listed) or any(region in words for words in own if words)


def _laid_out(text: str, lines: Sequence[Line], hidden: Mapping[int, Hidden]) -> str:
    """The text with its lines and headings each on a line of its own, as it was once typed."""
    ends = ((line.span, hidden[i].end if i in hidden else line.span.end) for i, line in enumerate(lines))
    return "\n".join(f"{text[span.start : end]}\n{text[end : span.end]}".strip() for span, end in ends)


def _closing(folded: str, body: Sequence[Line]) -> list[Span]:
    last: list[Span] = []
    for line in reversed(body):
        if not is_close(line.span.of(folded)):
            break
        last.append(line.span)
    return last[::-1] or _signed_letter(folded, body)


def _signed_letter(folded: str, body: Sequence[Line]) -> list[Span]:
    """Who signs the letter that a report is attached to, with the day."""
    first = [line.span for line in body[:_LETTER]]
    return next(
        (
            [name, day]
            for name, day in pairwise(first)
            if all(is_close(one.of(folded)) for one in (name, day)) and signed_date(folded, [day])
        ),
        [],
    )


def _beside(folded: str, head: Head, step: int) -> str | None:
    """The page's line right above the title (-1) or below it (1)."""
    starts = [drop.start for drop in head.found]
    at = starts.index(head.title[0].start) + step if head.title and head.title[0].start in starts else -1
    return folded[head.found[at].start : head.found[at].end] if 0 <= at < len(starts) else None
