"""Whether the pages to publish are those of the raw reports beside them."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from converter.errors import InputError


def reports_of(docs: Path) -> dict[str, str]:
    """The raw reports that the pages under ``docs`` were made from: path → SHA-256 of its bytes.

    Raises InputError ``broken_data``.
    """
    sources = (_source(file) for file in sorted((docs / "data").glob("*.json")))
    return {source["path"]: source["sha256"] for source in sources}


def stale_reports(project: Path, docs: Path) -> list[str]:
    """Paths of raw reports that changed since their pages were made.  A report that is not here cannot be compared."""
    known = reports_of(docs).items()
    return [path for path, sha256 in known if _changed(project / path, sha256)]


def _changed(file: Path, sha256: str) -> bool:
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() != sha256


def _source(file: Path) -> Mapping[str, str]:
    try:
        source = json.loads(file.read_text(encoding="utf-8"))["source"]
        return {"path": str(source["path"]), "sha256": str(source["sha256"])}
    except (ValueError, KeyError, TypeError) as error:
        raise InputError("broken_data", path=file, why=error) from error
