"""What was changed in previews, so that it can be listed and taken back: a file beside the cache, which may be deleted."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from converter.build.keep import write_file
from converter.corrections import Written

FILE = Path(".cache", "gongkai", "changes.jsonl")
_MOST = 500


@dataclass(frozen=True, slots=True)
class Noted:
    """One change: of a page its text ``before`` and ``after``, else the ``entry`` of a sidecar."""

    id: str
    when: str
    report: str
    kind: Literal["page", "entry"]
    about: str
    """What it is about, in the words of the report."""
    path: str = ""
    before: str = ""
    after: str = ""
    entry: Mapping[str, Any] | None = None
    undone: bool = False


def noted() -> list[Noted]:
    """All that is known, the oldest first; a line that cannot be read is passed over."""
    return list(_read())


def of_day(day: date) -> list[Noted]:
    """What was changed on a day and not taken back, the newest first."""
    return [one for one in reversed(noted()) if one.when[:10] == day.isoformat() and not one.undone]


def note_page(report: str, path: str, before: str, after: str, about: str) -> None:
    """Note that a page has another text now."""
    _add(Noted(_next(), _now(), report, "page", about, path, before, after))


def note_entry(report: str, entry: Written, about: str) -> None:
    """Note that a sidecar has an entry more."""
    told = {key: str(value) if isinstance(value, date) else value for key, value in entry.items()}
    _add(Noted(_next(), _now(), report, "entry", about, entry=told))


def strike(id_: str) -> None:
    """Note that a change was taken back."""
    _write([asdict(one) | {"undone": one.undone or one.id == id_} for one in noted()])


def is_same(one: Noted, entry: Written) -> bool:
    """Whether an entry of a sidecar is the one that was noted."""
    return one.entry == {key: str(v) if isinstance(v, date) else v for key, v in entry.items()}


def _add(one: Noted) -> None:
    _write([asdict(each) for each in (*noted(), one)])


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


def _next() -> str:
    return str(1 + max((int(one.id) for one in noted() if one.id.isdecimal()), default=0))


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
