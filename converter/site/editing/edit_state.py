"""What people have said of a report, in the files that people write, and what of it changed: whoever did it, with whatever."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from converter.build.keep import read, read_base
from converter.build.keep.merge import merge
from converter.corrections import Written, entries_in
from converter.layout import BASE, DOCS, FIGURES, LANGUAGES, page_path, report_folder
from converter.site.content.counterpart import memory_of
from converter.site.editing.journal import Noted, note_of_entry
from converter.sources.sidecar import sidecar_of
from converter.translation.memory import Unit, accepted, page_blocks, state_of


class Page(msgspec.Struct, frozen=True):
    """A page that people edited: its text, and what the program wrote last."""

    text: str
    base: str


class Translated(msgspec.Struct, frozen=True):
    """A block with its English, and what somebody said of that."""

    zh: str
    en: str
    source: str
    draft: bool
    comment: str


class Stand(msgspec.Struct, frozen=True):
    """All that people have said of a report."""

    sidecar: str
    pages: Mapping[str, Page]
    translated: Mapping[str, Translated]
    """By page and block (``c2#c2-p1``)."""


def stand_of(report: str, seed: Path) -> Stand:
    """What people have said of a report until now."""
    units = (unit for unit in memory_of(DOCS, report).units if unit.key and unit.en)
    return Stand(
        read(sidecar_of(seed)) or "",
        dict(_pages(report)),
        {f"{unit.page}#{unit.key}": said_of(unit) for unit in units},
    )


def said_of(unit: Unit) -> Translated:
    """What the memory has of a block."""
    return Translated(unit.zh, unit.en, unit.source, unit.draft, unit.comment)


def _pages(report: str) -> Iterator[tuple[str, Page]]:
    for language in LANGUAGES:
        folder = report_folder(report, language)
        files = {file.name for root in (DOCS, DOCS / BASE) for file in (root / folder).glob("*.md")}
        # What is changed in the table of figures becomes entries of the sidecar.
        for path in (f"{folder}/{name}" for name in sorted(files)):
            text, base = read(DOCS / path) or "", read_base(DOCS, path)
            if base is not None and text != base and path != page_path(report, FIGURES, language):
                yield path, Page(text, base)


def differences(report: str, before: Stand, now: Stand) -> Iterator[Noted]:
    """What changed from one to the other, as somebody did it elsewhere."""
    yield from _of_sidecar(report, before.sidecar, now.sidecar)
    for path in sorted({*before.pages, *now.pages}):
        text, was = _text(now, path), _as_it_was(before.pages.get(path), path)
        if text != was:
            yield Noted(report, "page", _first_new(was, text), path, was, text, elsewhere=True)
    for place, unit in now.translated.items():
        known = before.translated.get(place)
        if known and (known.zh, known.en) == (unit.zh, unit.en) and _is_said(known, unit, place):
            yield note_of_review(report, place, known, unit, elsewhere=True)


def note_of_review(
    report: str, place: str, before: Translated, after: Translated, *, elsewhere: bool = False
) -> Noted:
    """That somebody found a translation right."""
    was, now = (msgspec.json.encode(one).decode() for one in (before, after))
    return Noted(report, "review", after.en, place, was, now, elsewhere=elsewhere)


def _text(stand: Stand, path: str) -> str:
    page = stand.pages.get(path)
    return page.text if page else read_base(DOCS, path) or ""


def _as_it_was(known: Page | None, path: str) -> str:
    """The page as it would be if people had done nothing since; what the program changed in it is nobody's act."""
    base = read_base(DOCS, path) or ""
    if known is None:
        return base
    text, conflicts = merge(known.text, known.base, base, path) if known.base != base else (known.text, ())
    return known.text if conflicts else text


def _first_new(before: str, after: str) -> str:
    old, new = ([block.text for block in page_blocks(text).blocks] for text in (before, after))
    come, gone = ([text for text in one if text not in other] for one, other in ((new, old), (old, new)))
    return next(iter((*come, *gone)), "")


def _of_sidecar(report: str, before: str, now: str) -> Iterator[Noted]:
    try:
        old, new = entries_in(before), entries_in(now)
        heads = [tomllib.loads(text) | {"corrections": None} for text in (before, now)]
    except tomllib.TOMLDecodeError:  # a build tells of it
        return
    yield from (note_of_entry(report, one, elsewhere=True) for one in _more(new, old))
    yield from (note_of_entry(report, one, removed=True, elsewhere=True) for one in _more(old, new))
    if heads[0] != heads[1]:
        yield Noted(report, "sidecar", "", "", before, now, elsewhere=True)


def _more(these: Iterable[Written], those: Iterable[Written]) -> Iterator[Written]:
    left = Counter(map(repr, those))
    for one in these:
        if left[repr(one)]:
            left[repr(one)] -= 1
        else:
            yield one


def _is_said(before: Translated, now: Translated, place: str) -> bool:
    old, new = (_unit(one, place) for one in (before, now))
    is_reviewed = state_of(new) == "reviewed" != state_of(old)
    return is_reviewed or accepted(new) not in ("", accepted(old))


def _unit(one: Translated, place: str) -> Unit:
    page, _, key = place.partition("#")
    return Unit(page, key, one.zh, one.en, one.source, one.draft, one.comment)
