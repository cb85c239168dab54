"""What was noted, taken back; what others changed since stays."""

from pathlib import Path

import msgspec
from msgspec.structs import replace

from converter.build.correcting import brought_up_to_date, put_in, rewrite, take_out
from converter.build.english import current_memory
from converter.build.keep import Change, carry_out, read, read_base, write_sidecar
from converter.build.keep.merge import merge
from converter.build.memory_store import changes_of_memory
from converter.build.seeds import take
from converter.corrections import entries_in
from converter.errors import InputError
from converter.layout import DOCS
from converter.site.editing import journal
from converter.site.editing.edit_state import Translated, said_of
from converter.site.editing.forms import EditingError
from converter.site.editing.seen import Seen
from converter.sources.sidecar import sidecar_of


def taken_back(report: Seen, one: journal.Noted) -> list[str]:
    """The files below ``docs/`` that became others as ``one`` was taken back; for who holds ``docs`` alone.

    Raises EditingError ``no_change`` where it is not there any more, ``changed_since`` where others changed the same,
    and InputError of a build.
    """
    match one.kind:
        case "page":
            return _page_back(report.seed, one)
        case "entry":
            return _entry_out(report.seed, one)
        case "removed":
            return [change.path for change in put_in(report.seed, journal.entry_of(one), DOCS).changes]
        case "sidecar":
            return _sidecar_back(report.seed, one)
        case "settled":
            return _conflict_back(one)
        case "review":
            return _review_back(report.name, one)


def _merged(now: str, one: journal.Noted) -> str:
    text, conflicts = merge(now, one.after, one.before, one.path)
    if conflicts:
        raise EditingError("changed_since")
    return text


def _page_back(seed: Path, one: journal.Noted) -> list[str]:
    now = read(DOCS / one.path) or ""
    changes = rewrite(seed, one.path, now, _merged(now, one)).changes
    return [one.path, *(change.path for change in changes)]


def _entry_out(seed: Path, one: journal.Noted) -> list[str]:
    sidecar = take(seed).sidecar
    entries = entries_in(sidecar.decode("utf-8-sig") if sidecar else None)
    places = [number for number, entry in enumerate(entries, 1) if journal.is_same(one, entry)]
    if not places:
        raise EditingError("no_change")
    return [change.path for change in take_out(seed, places[-1]).changes]


def _sidecar_back(seed: Path, one: journal.Noted) -> list[str]:
    sidecar, found = sidecar_of(seed), take(seed).sidecar
    text = _merged(read(sidecar) or "", one).encode()
    write_sidecar(sidecar, found, text)
    try:
        return [change.path for change in brought_up_to_date(seed).changes]
    except InputError:
        write_sidecar(sidecar, text, found or b"")
        raise


def _conflict_back(one: journal.Noted) -> list[str]:
    """The page as it was in conflict, and the base that the conflict is about."""
    now, base = read(DOCS / one.path), read_base(DOCS, one.path)
    text = _merged(now or "", one)
    carry_out(DOCS, [Change(one.path, "conflict", now, text, one.base, base)])
    return [one.path]


def _review_back(report: str, one: journal.Noted) -> list[str]:
    page, _, key = one.path.partition("#")
    before, after = (msgspec.json.decode(text, type=Translated) for text in (one.before, one.after))
    memory = current_memory(DOCS, report)
    place = next((n for n, unit in enumerate(memory.units) if (unit.page, unit.key) == (page, key)), None)
    if place is None or said_of(memory.units[place]) != after:
        raise EditingError("changed_since")
    unit = replace(
        memory.units[place], en=before.en, source=before.source, draft=before.draft, comment=before.comment
    )
    units = (*memory.units[:place], unit, *memory.units[place + 1 :])
    changes = changes_of_memory(DOCS, report, replace(memory, units=units))
    carry_out(DOCS, changes)
    return [change.path for change in changes if change.text != change.before]
