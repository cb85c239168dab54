"""The data of a report as the site reads them: a damaged file ends the build with one plain line."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from mkdocs.exceptions import PluginError

from converter.data import Imprint, ReportFile, read_imprint, read_report
from converter.errors import InputError
from converter.layout import LANGUAGES
from converter.site.words import EDITS

T = TypeVar("T")


def data_in(file: Path) -> ReportFile:
    """The report that a data file holds.  Raises PluginError where the file is damaged."""
    return _read(file, read_report)


def imprint_in(file: Path) -> Imprint:
    """What lists of reports tell of the one that a data file holds.  Raises PluginError where the file is damaged."""
    return _read(file, read_imprint)


def _read(file: Path, read: Callable[[Path], T]) -> T:
    try:
        return read(file)
    except InputError as error:
        told = EDITS.load()["broken_data"]
        said = (told[language].format(**error.details) for language in LANGUAGES)
        raise PluginError(" ".join(said)) from error
