"""The data of a report as the site reads them: a damaged file ends the build with one plain line."""

from pathlib import Path

from mkdocs.exceptions import PluginError

from converter.data import ReportFile, read_report
from converter.errors import InputError
from converter.layout import LANGUAGES
from converter.site.words import EDITS


def data_in(file: Path) -> ReportFile:
    """The report that a data file holds.  Raises PluginError where the file is damaged."""
    try:
        return read_report(file)
    except InputError as error:
        told = EDITS.load()["broken_data"]
        said = (told[language].format(**error.details) for language in LANGUAGES)
        raise PluginError(" ".join(said)) from error
