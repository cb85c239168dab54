"""A report that the site shows, as its library needs it."""

from pathlib import Path

from converter.layout import data_path
from converter.pages.library import LibraryReport, library_report
from converter.site.content.counterpart import memory_of
from converter.site.content.report_data import data_in


def entry_in(docs: Path, name: str) -> LibraryReport | None:
    """The report called ``name``, None where it has no data.  Raises PluginError where they are damaged."""
    file = docs / data_path(name)
    return library_report(name, data_in(file), memory_of(docs, name)) if file.is_file() else None
