"""A report that the site shows, as its library needs it."""

from pathlib import Path

from converter.layout import data_path
from converter.library import Entry, entry_of
from converter.site.data import data_in
from converter.site.twins import memory_of


def entry_in(docs: Path, name: str) -> Entry | None:
    """The report called ``name``, None where it has no data.  Raises PluginError where they are damaged."""
    file = docs / data_path(name)
    return entry_of(name, data_in(file), memory_of(docs, name)) if file.is_file() else None
