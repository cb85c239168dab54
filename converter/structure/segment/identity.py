"""What a report is: its title, the body that reports, its region, year and day of publication, and doubts about them."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from converter.model import Clean, Doubt
from converter.structure.lines.cut import Line
from converter.structure.segment.facts_doubted import Evidence, doubts_on_facts
from converter.structure.segment.head import Head, with_facts
from converter.structure.segment.head_dates import Dates, day_spoken, day_stated
from converter.structure.segment.hidden_ends import Hidden
from converter.structure.segment.identity_parts import Parts, parts_of
from converter.structure.segment.issuer import Issuer, Told, issuer_of
from converter.structure.segment.issuer_in_text import issuer_in_text
from converter.structure.segment.issuer_of_place import issuer_of_place
from converter.structure.segment.meta import signed_date, year_guessed, year_told
from converter.structure.segment.place_names import region_path, with_site
from converter.structure.segment.region import WHOLE_COUNTRY, region_at_start, region_in, speaks_for_state
from converter.structure.segment.title_lines import is_headline, names_site, together

_PAGE_AND_TEXT = 400  # characters among which a page's own may be, where its lines ran together
_CONTENTS = re.compile(r"\s+目\s*[录錄](?=\s|$)")  # flattening glued it to the title


class Identity(Struct, frozen=True):
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
    found = _evidence(parts_of(clean, head, lines, body, hidden))
    site = with_site(clean.folded, clean.source.hints)
    return Identity(
        title=found.title,
        issuer=found.issuer.name if found.issuer else None,
        region=found.region,
        region_path=region_path(found.region, site) if found.region else None,
        report_year=found.year,
        published=found.published,
        written=found.dates.written,
        delivered=found.dates.delivered,
        doubts=tuple(doubt for doubt in doubts_on_facts(found) if doubt.about not in clean.source.facts),
    )


def _evidence(parts: Parts) -> Evidence:
    """The facts that rest on one another, in their order: the title first, the year last."""
    title = parts.known("title") or _title(parts)
    dates = _dates(parts)
    published = dates.published or dates.written or dates.delivered
    issuer = _issuer(parts, title) or _issuer_in_text(parts, title)
    region = parts.known("region") or _region(parts, title, issuer)
    is_named = _is_named(region, parts, title, issuer)
    year = parts.known("report_year") or year_told(title, parts.typed, dates.delivered)
    guessed = year or year_guessed(f"{parts.session}\n{parts.typed}", published, dates.delivered)
    return Evidence(
        title=title,
        title_in_text=parts.title is not None and title == parts.title.of(parts.text),
        of_page=title is not None and _is_of_page(title, parts),
        is_first=bool(title) and parts.first_line == title,
        issuer=issuer_of_place(issuer, parts.opening, parts.folded, region, is_named=is_named),
        region=region,
        is_named=is_named,
        year=int(guessed or 0) or None,
        year_said=bool(year),
        published=published,
        dates=dates,
        dates_agree=parts.head.dates.agree,
        other_days=any(day != published for day in parts.days_printed()),
    )


def _title(parts: Parts) -> str | None:
    head = parts.head
    other = parts.title or head.headline
    printed = head.title or ((other,) if other else ())
    words = "".join(together(span.of(parts.text)) for span in printed)
    # Mark-up is explicit: its title is whole where the printed one runs over lines.
    marked = parts.hint("title")
    usable = marked and not (head.title and names_site(marked, words))
    return (marked if usable else None) or _CONTENTS.split(words, maxsplit=1)[0] or None


def _is_of_page(title: str, parts: Parts) -> bool:
    """Whether a title is what the page prints in the place of one, or names no report."""
    headline = parts.head.headline
    printed = headline is not None and title == headline.of(parts.text)
    return printed or (title != parts.hint("title") and is_headline(title))


def _dates(parts: Parts) -> Dates:
    """The days as the sidecar says them, else the mark-up, else the text; who signs says when it was written."""
    printed = parts.head.dates

    def known(fact: str) -> date | None:
        day = parts.known(fact) or parts.hint(fact)
        return date.fromisoformat(day) if day else None

    # The date of the mark-up is the publication's where the one under a title may be the session's.
    return Dates(
        known("published") or printed.published or day_stated(parts.folded[:_PAGE_AND_TEXT]),
        known("written") or printed.written or signed_date(parts.folded, parts.closing),
        known("delivered") or printed.delivered or day_spoken(parts.opening),
    )


def _issuer(parts: Parts, title: str | None) -> Issuer | None:
    if known := parts.known("issuer"):
        return Issuer(known, sure=True)
    evidence = Told(
        title=title,
        above=parts.beside_title(-1),
        below=parts.beside_title(1),
        page_lines=with_facts(parts.page_lines()),
        opening=parts.opening,
        closing=[span.of(parts.folded) for span in parts.closing],
        hint=parts.hint("issuer"),
    )
    return issuer_of(evidence)


def _issuer_in_text(parts: Parts, title: str | None) -> Issuer | None:
    """The body that a text calls its own; beside a title that names a place, only one of it."""
    found, place = issuer_in_text(parts.folded), region_at_start(title)
    return found if found and (not place or place in found.name) else None


def _region(parts: Parts, title: str | None, issuer: Issuer | None) -> str | None:
    # An issuer of the sidecar is no word of the text: its place is taken where the text names none.
    of_sidecar = parts.known("issuer") is not None and region_at_start(title)
    printed = None if issuer is None or of_sidecar else issuer.name
    return region_in(title, printed, _signature(parts), parts.whole)


def _signature(parts: Parts) -> str:
    return " ".join(span.of(parts.text) for span in parts.closing)


def _is_named(region: str | None, parts: Parts, title: str | None, issuer: Issuer | None) -> bool:
    """Whether a region stands in the words in which reports name their own, or is one of the list of places."""
    if not region:
        return False
    surely = issuer.name if issuer and issuer.sure else None
    own = (title, surely, _signature(parts), parts.session)
    listed = region_path(region, parts.folded) or (
        region == WHOLE_COUNTRY and speaks_for_state(parts.opening)
    )
    return bool(listed) or any(region in words for words in own if words)
