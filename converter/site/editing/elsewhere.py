"""What commands and editors changed beside the preview: found by what people's files say now and said before."""

from datetime import date

import msgspec

from converter.build.keep import write_file
from converter.corrections import entries_in
from converter.errors import InputError
from converter.layout import DOCS
from converter.lock import alone
from converter.site.editing import journal
from converter.site.editing.edit_state import Stand, differences, stand_of
from converter.site.editing.seen import seeds, stamps

_FOLDER = journal.FOLDER / "stands"


class _Kept(msgspec.Struct, frozen=True):
    stamps: str
    stand: Stand


def catch_up() -> None:
    """Note what was changed elsewhere in any report since this was last asked; where a build is at work, the next time."""
    try:
        with alone(DOCS):
            for report in seeds():
                note_changes(report)
    except InputError:
        return


def note_changes(report: str) -> None:
    """Note what was changed elsewhere in one report; for who holds ``docs`` alone."""
    known = _known(report)
    if known and known.stamps == _stamps(report):
        return
    now = stand_of(report, seeds()[report])
    if known:
        _note(list(differences(report, known.stand, now)))
    else:
        _note(list(_of_today(report, now)))
    keep(report)


def keep(report: str) -> None:
    """All that is said of a report now is known; for who holds ``docs`` alone."""
    told = _Kept(_stamps(report), stand_of(report, seeds()[report]))
    write_file(_FOLDER / f"{report}.json", msgspec.json.encode(told))


def _of_today(report: str, now: Stand) -> list[journal.Noted]:
    """Where nothing is known of before, entries still say when they were made."""
    entries = (one for one in entries_in(now.sidecar) if one.get("date") == date.today())
    there = [one for one in journal.noted() if one.report == report and not one.undone]
    new = (one for one in entries if not any(journal.is_same(known, one) for known in there))
    return [journal.note_of_entry(report, one, elsewhere=True) for one in new]


def _note(changes: list[journal.Noted]) -> None:
    there = [one for one in journal.noted() if one.kind == "entry" and not one.undone]
    for change in changes:
        if change.kind == "removed":
            # Who took it back took back that change.
            for known in there:
                if known.report == change.report and known.entry == change.entry:
                    journal.strike(known.id)
    journal.note(*changes)


def _known(report: str) -> _Kept | None:
    try:
        return msgspec.json.decode((_FOLDER / f"{report}.json").read_bytes(), type=_Kept)
    except (OSError, msgspec.MsgspecError):
        return None


def _stamps(report: str) -> str:
    return repr([(str(file), *told) for file, *told in stamps(report, seeds()[report])])
