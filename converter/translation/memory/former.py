"""Translations whose Chinese is gone, in a file beside the PO: a line of JSON each, oldest first, added to and never cut.

In the PO they would be a second entry for the same text, which gettext and its editors refuse.
"""

import json
from collections.abc import Iterable

from msgspec.structs import fields

from converter.translation.memory.po import Unit

_FIELDS = {field.name: bool if field.name == "draft" else str for field in fields(Unit)}


def write_former(units: Iterable[Unit]) -> str:
    """Former translations as a file; what is empty is left out."""
    return "".join(f"{json.dumps(_told(unit), ensure_ascii=False)}\n" for unit in units)


def read_former(text: str) -> tuple[tuple[Unit, ...], bool]:
    """The translations that a file of former ones holds, and whether that is all of it: a torn line is passed over.

    Where git could not merge two sides, both are kept.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    found = [unit for line in lines if (unit := _unit(line))]
    return tuple(found), len(found) == len(lines) and (not text or text.endswith("\n"))


def _told(unit: Unit) -> dict[str, object]:
    told = {name: getattr(unit, name) for name in _FIELDS}
    return {name: value for name, value in told.items() if value or name == "zh"}


def _unit(line: str) -> Unit | None:
    try:
        told = json.loads(line)
    except ValueError:
        return None
    if not isinstance(told, dict) or any(
        type(value) is not _FIELDS.get(name) for name, value in told.items()
    ):
        return None
    unit = Unit(**{"page": "", "key": "", "zh": "", **told})
    return unit if unit.en else None
