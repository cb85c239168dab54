"""What people changed, so that it can be listed and taken back: a file beside the cache, which may be deleted."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import asdict, replace

from converter.build.keep import write_file
from converter.corrections import Written

FOLDER = Path(".cache", "gongkai")
FILE = FOLDER / "changes.jsonl"
_MOST = 500
_DAYS = 14


class Noted(Struct, frozen=True):
    """One change: what became of ``before`` is ``after``.

    They are texts of a ``page`` or a ``sidecar``; of a ``settled`` page its base is kept too; of a ``review`` they are
    what the memory has of a block.  Of an ``entry`` that came into the sidecar, or was ``removed``, ``entry`` is all.
    """

    report: str
    kind: Literal["page", "entry", "removed", "sidecar", "settled", "review"]
    about: str
    """What it is about, in the words of the report."""
    path: str = ""
    before: str = ""
    after: str = ""
    entry: Mapping[str, Any] | None = None
    base: str | None = None
    """Of a settled page: what the program had written before."""
    elsewhere: bool = False
    """Whether a command or an editor did it, not the preview."""
    id: str = ""
    when: str = ""
    undone: bool = False


def noted() -> list[Noted]:
    """All that is known, the oldest first; a line that cannot be read is passed over."""
    return list(_read())


def of_day(day: date) -> list[Noted]:
    """What was changed on a day and not taken back, the newest first."""
    return _between(day, day)


def of_days_before(day: date) -> list[Noted]:
    """What was changed in the two weeks before a day and not taken back, the newest first."""
    return _between(day - timedelta(days=_DAYS), day - timedelta(days=1))


def _between(first: date, last: date) -> list[Noted]:
    days = (first.isoformat(), last.isoformat())
    return [one for one in reversed(noted()) if days[0] <= one.when[:10] <= days[1] and not one.undone]


def note(*changes: Noted) -> None:
    """Note changes that were made now."""
    known = noted()
    number = max((int(one.id) for one in known if one.id.isdecimal()), default=0)
    when = datetime.now().astimezone().isoformat(timespec="seconds")
    for at, one in enumerate(changes, number + 1):
        known.append(replace(one, id=str(at), when=when))
    if changes:
        _write([asdict(each) for each in known])


def note_of_entry(
    report: str, entry: Written, *, before: str = "", removed: bool = False, elsewhere: bool = False
) -> Noted:
    """That a sidecar has an entry more, or less; ``before`` is what the form showed, by field, as JSON."""
    kind: Literal["entry", "removed"] = "removed" if removed else "entry"
    about = str(next(iter(entry.values())))
    return Noted(report, kind, about, before=before, entry=_told(entry), elsewhere=elsewhere)


def strike(id_: str) -> None:
    """Note that a change was taken back."""
    _write([asdict(one) | {"undone": one.undone or one.id == id_} for one in noted()])


def is_same(one: Noted, entry: Written) -> bool:
    """Whether an entry of a sidecar is the one that was noted."""
    return one.entry == _told(entry)


def entry_of(one: Noted) -> Written:
    """The entry that was noted, as it stood in the sidecar."""
    entry = dict(one.entry or {})
    return entry | {"date": date.fromisoformat(entry["date"])} if "date" in entry else entry


def _told(entry: Written) -> Mapping[str, Any]:
    return {key: str(value) if isinstance(value, date) else value for key, value in entry.items()}


def _write(lines: list[dict[str, Any]]) -> None:
    kept = lines[-_MOST:]
    write_file(FILE, "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in kept).encode())


def _read() -> Iterator[Noted]:
    try:
        lines = FILE.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError):
        return
    for line in lines:
        with suppress(ValueError, TypeError):
            yield Noted(**json.loads(line))
