"""What people put right in a report, ``[[corrections]]`` of its sidecar: entries, and what is told of them to readers."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Literal, NamedTuple

from converter.entries import Entry, EntryKind
from converter.errors import InputError
from converter.knowledge import Record, Table
from converter.model import Correction

Shape = Literal["text", "words", "number", "flag", "level", "bound", "measure", "status"]
TELLING = ("what", "what_en", "before", "after")
"""What an entry may say to readers; with ``what`` it is told on the report's first page and in the feed."""
SIGNED = ("by", "date", "why")
_DEEPEST = 6


class KindOfEntry(Record, frozen=True, rename={"within": "in"}):
    """What an entry of one kind may say; the fields are explained in ``entries.toml``."""

    fields: Mapping[str, Shape]
    required: tuple[str, ...]
    example: str
    told_zh: str
    told_en: str
    within: bool = False


class _Entries(Record, frozen=True):
    kind: Mapping[EntryKind, KindOfEntry]
    values: Mapping[str, Mapping[str, str]]


ENTRIES = Table(__package__, "entries.toml", _Entries)


class Corrections(NamedTuple):
    """``told`` is for readers, oldest first; ``entries`` are what the program does, in the order of the file."""

    told: tuple[Correction, ...] = ()
    entries: tuple[Entry, ...] = ()


class _SlipError(Exception):
    """What is wrong with an entry: the end of a message's key, and the field."""

    def __init__(self, key: str, field: str = "", kind: EntryKind | None = None, known: str = "") -> None:
        super().__init__(key)
        self.key, self.field, self.kind, self.known = key, field, kind, known


def read_corrections(path: Path, entries: object, text: str = "") -> Corrections:
    """The entries of ``[[corrections]]`` in the sidecar ``path``; ``text`` is the file, for the line to name.

    Raises InputError ``correction_KEY`` where one has no date, does not say who and why, says nothing that is known, or
    says it in a way that cannot be understood; its ``example`` is an entry of that kind to copy.
    """
    if not isinstance(entries, list):
        raise InputError("correction_list", path=path, example=example(None))
    found = [_read(path, entry, number, text) for number, entry in enumerate(entries, 1)]
    told = sorted((one for one, _ in found if one), key=lambda one: one.day)
    return Corrections(tuple(told), tuple(entry for _, entry in found if entry))


def example(kind: EntryKind | None, day: date | None = None, **own_fields: str) -> str:
    """An entry of a kind to copy, whole, or one of ``own_fields``; without a kind it is only told to readers."""
    own = ENTRIES.load().kind[kind].example.strip() if kind else 'what = "更正注册用户数"'
    if own_fields:
        own = "\n".join(f'{key} = "{value}"' for key, value in own_fields.items())
    signed = f'by = "张三"\ndate = {day or date(2026, 1, 31)}\nwhy = "与原件核对"'
    return f"[[corrections]]\n{own}\n{signed}"


def _read(path: Path, entry: object, number: int, text: str) -> tuple[Correction | None, Entry | None]:
    try:
        return _understood(entry, number)
    except _SlipError as slip:
        raise InputError(
            f"correction_{slip.key}",
            path=path,
            line=_line(text, number),
            number=number,
            field=slip.field,
            known=slip.known,
            example=example(slip.kind),
        ) from slip


def _line(text: str, number: int) -> int:
    """The line that the entry begins in, 0 where that is not to be seen."""
    starts = [found.start() for found in re.finditer(r"^\s*\[\[\s*corrections\s*\]\]", text, re.M)]
    return text.count("\n", 0, starts[number - 1]) + 1 if number <= len(starts) else 0


def _understood(entry: object, number: int) -> tuple[Correction | None, Entry | None]:
    if not isinstance(entry, dict):
        raise _SlipError("list")
    kinds = [kind for kind in ENTRIES.load().kind if kind in entry]
    if len(kinds) > 1:
        raise _SlipError("two_kinds", f"{kinds[0]}, {kinds[1]}", kinds[0])
    kind = kinds[0] if kinds else None
    day = entry.get("date")
    # A date with a time of day is a date to Python, but not what the page can show.
    if not isinstance(day, date) or isinstance(day, datetime):
        raise _SlipError("date", "date", kind)
    told = {key: _text(entry[key], key, kind) for key in (*TELLING, "by", "why") if key in entry}
    if kind is None:
        known = ", ".join([*ENTRIES.load().kind, "what"])
        if strange := [key for key in entry if key not in (*TELLING, *SIGNED)]:
            raise _SlipError("unknown", strange[0], None, known)
        if "what" not in told:
            raise _SlipError("nothing", "what", None, known)
        return _told(day, told), None
    return _told(day, told) if "what" in told else None, _entry(kind, entry, number, day, told)


def _told(day: date, told: Mapping[str, str]) -> Correction:
    return Correction(day, told["what"], *(told.get(key) for key in ("what_en", "why", "before", "after")))


def _entry(
    kind: EntryKind, entry: Mapping[str, Any], number: int, day: date, told: Mapping[str, str]
) -> Entry:
    known = ENTRIES.load().kind[kind]
    places = (kind, *(("in",) if known.within else ()))
    for key in entry:
        if key not in (*places, *known.fields, *TELLING, *SIGNED):
            raise _SlipError("unknown", key, kind, ", ".join([*places[1:], *known.fields]))
    if missing := [key for key in ("by", "why") if key not in told]:
        raise _SlipError("missing", missing[0], kind)
    if known.required and not any(key in entry for key in known.required):
        raise _SlipError("missing", known.required[0], kind)
    said = {key: _value(entry[key], key, shape, kind) for key, shape in known.fields.items() if key in entry}
    words = "" if kind == "convert" else _text(entry[kind], kind, kind)
    within = _text(entry["in"], "in", kind) if "in" in entry else ""
    return Entry(kind, words, within, said, told["by"], day, told["why"], number)


def _value(value: object, key: str, shape: Shape, kind: EntryKind) -> str:
    match shape:
        case "text":
            return _text(value, key, kind)
        case "words" if isinstance(value, str):
            return value.strip()
        case "flag" if isinstance(value, bool):
            return "true" if value else ""
        case "level" if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _DEEPEST:
            return str(value)
        case "number" if isinstance(value, str | int | Decimal) and _is_number(str(value)):
            return str(value)
        case "bound" | "measure" | "status" if found := values_of(shape, value):
            return found
    values = ENTRIES.load().values.get(shape, {})
    raise _SlipError(
        "shape",
        key,
        kind,
        ", ".join(values.values()) or {"flag": "true, false", "level": f"0–{_DEEPEST}"}.get(shape, ""),
    )


def values_of(table: str, value: object) -> str:
    """The key of a value that is written as its key or in Chinese, empty where it is neither."""
    words = ENTRIES.load().values[table]
    return next((key for key, zh in words.items() if value in (key, zh)), "")


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


def _text(value: object, key: str, kind: EntryKind | None) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _SlipError("text", key, kind)
    return value.strip()
