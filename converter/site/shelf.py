"""A report that the site shows, as its library needs it."""

import json
from pathlib import Path

from converter.errors import InputError
from converter.library import Entry, entry_of
from converter.site.twins import memory_of


def entry_in(docs: Path, name: str) -> Entry | None:
    """The report called ``name``, None where it has no data.  Raises InputError ``broken_data``."""
    file = docs / "data" / f"{name}.json"
    if not file.is_file():
        return None
    try:
        return entry_of(name, json.loads(file.read_text(encoding="utf-8")), memory_of(docs, name))
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise InputError("broken_data", path=file, why=repr(error)) from error
