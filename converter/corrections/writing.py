"""The sidecar with an entry more, or one less: comments, order and all else in it stay as a person wrote them."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date

import tomlkit
from tomlkit.items import AoT

from converter.errors import InputError

Value = str | int | bool | date
Written = Mapping[str, Value]
"""An entry as it stands in the file."""
_KEY = "corrections"
_NEW = "# 本报告的更正，可手写，也可由程序写入。 Corrections of this report, by hand or by the program.\n"


def with_entries(sidecar: str | None, entries: Sequence[Written]) -> str:
    """The text of a sidecar, None where there is none yet, with ``entries`` behind all it has.

    Raises InputError ``correction_inline`` where its corrections are a list in one line.
    """
    text = sidecar if sidecar and sidecar.strip() else _NEW
    blocks = [text.rstrip("\r\n"), *(f"[[{_KEY}]]\n{tomlkit.dumps(entry).strip()}" for entry in entries)]
    return _checked("\n\n".join(blocks), [*_entries(text), *map(dict, entries)])


def without_entry(sidecar: str, number: int) -> str:
    """The text of a sidecar without its entry ``number``, counted from 1."""
    document = tomlkit.parse(sidecar)
    found = document.get(_KEY)
    if not isinstance(found, AoT):
        raise InputError("correction_inline")
    left = [entry for at, entry in enumerate(_entries(sidecar), 1) if at != number]
    del found[number - 1]
    if not left:
        document.remove(_KEY)
    return _checked(tomlkit.dumps(document), left)


def entries_in(sidecar: str | None) -> Sequence[Written]:
    """The entries of a sidecar as they stand in it."""
    return _entries(sidecar or "")


def _entries(text: str) -> list[dict[str, Value]]:
    found = tomllib.loads(text).get(_KEY, [])
    return [dict(entry) for entry in found if isinstance(entry, dict)]


def _checked(text: str, entries: list[dict[str, Value]]) -> str:
    try:
        found = _entries(text)
    except tomllib.TOMLDecodeError as error:  # a list in one line can be followed by no entry
        raise InputError("correction_inline") from error
    assert found == entries
    return text.rstrip("\n") + "\n"
