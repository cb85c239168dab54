"""The raw reports as they came in, published below the data made of them."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from converter.data import Imprint, ReportFile
from converter.layout import LANGUAGES, export_folder
from converter.site.head.about import imprint, report_names
from converter.site.rendering.page_shares import Later

# What a browser would run or draw as a page of this site is published as plain text.
_AS_IT_IS = {"pdf", "docx"}


def add_raw(files: Files, config: MkDocsConfig) -> Iterator[Later]:
    """Add each raw report that is here and is still the one its pages were made from."""
    project = Path(config.config_file_path).parent
    for name in sorted({name for language in LANGUAGES for name in report_names(files, language)}):
        report = imprint(files, name)
        raw = raw_file(project, report) if report else None
        if report and raw:
            file = File.generated(config, raw_uri(name, report), content=b"")
            files.append(file)
            yield Later(file, raw.read_bytes)


def raw_uri(name: str, report: ReportFile | Imprint) -> str:
    """Where the raw file of the report called ``name`` is, from the site's root."""
    file = report.source.path.rpartition("/")[2]
    plain = report.source.format in _AS_IT_IS or file.endswith(".txt")
    return f"{export_folder(name)}/raw/{file}{'' if plain else '.txt'}"


def raw_file(project: Path, report: ReportFile | Imprint) -> Path | None:
    """A report's raw file, None where it is not in ``project`` or is no longer the one its pages came from."""
    file = (project / report.source.path).resolve()
    # A data file that people edited must not publish what lies elsewhere on the machine.
    if not file.is_relative_to(project.resolve()) or not file.is_file():
        return None
    return file if hashlib.sha256(file.read_bytes()).hexdigest() == report.source.sha256 else None
