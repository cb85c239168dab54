"""Whether the pages to publish are those of the raw reports beside them."""

import hashlib
from pathlib import Path

from converter.data import read_report
from converter.layout import data_files


def reports_of(docs: Path) -> dict[str, str]:
    """The raw reports that the pages under ``docs`` were made from: path → SHA-256 of its bytes.

    Raises InputError ``broken_data``.
    """
    sources = (read_report(file).source for file in data_files(docs))
    return {source.path: source.sha256 for source in sources}


def stale_reports(project: Path, docs: Path) -> list[str]:
    """Paths of raw reports that changed since their pages were made.  A report that is not here cannot be compared."""
    known = reports_of(docs).items()
    return [path for path, sha256 in known if _changed(project / path, sha256)]


def _changed(file: Path, sha256: str) -> bool:
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() != sha256
