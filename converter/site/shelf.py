"""The reports that the site shows, as its library needs them."""

import json
from collections.abc import Iterable
from pathlib import Path

from converter.errors import InputError
from converter.library import Entry, entry_of
from converter.site.twins import memory_of


def entries_of(docs: Path, paths: Iterable[str]) -> list[Entry]:
    """Every report with data and a first page among ``paths``, by name.  Raises InputError ``broken_data``."""
    there = set(paths)
    names = (file.stem for file in sorted((docs / "data").glob("*.json")))
    return [_entry(docs, name) for name in names if f"zh/{name}/index.md" in there]


def _entry(docs: Path, name: str) -> Entry:
    file = docs / "data" / f"{name}.json"
    try:
        return entry_of(name, json.loads(file.read_text(encoding="utf-8")), memory_of(docs, name))
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise InputError("broken_data", path=file, why=repr(error)) from error
