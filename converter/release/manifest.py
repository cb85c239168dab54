"""The manifest of a published site: what is in it, from what and with what it was made."""

import hashlib
import json
import platform
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from converter.release.commit import Commit

NAME = "manifest.json"
_MADE_WITH = ("gongkai", "mkdocs", "mkdocs-material")


def manifest(site: Path, reports: Mapping[str, str], commit: Commit) -> bytes:
    """The manifest as JSON in UTF-8: every other file of ``site`` with its SHA-256 and size in bytes.

    ``reports`` are the raw reports with their checksums.  Same site, reports and commit, same bytes.
    """
    contents = {
        "date": datetime.fromtimestamp(commit.seconds, UTC).isoformat(),
        "commit": commit.name,
        "changed_since_commit": commit.changed,
        "versions": {name: version(name) for name in _MADE_WITH} | {"python": platform.python_version()},
        "reports": [{"path": path, "sha256": reports[path]} for path in sorted(reports)],
        "files": [_entry(site, path) for path in paths_of(site) if path != NAME],
    }
    return (json.dumps(contents, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def paths_of(site: Path) -> list[str]:
    """The files of a site, as paths below it, in order."""
    return sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())


def _entry(site: Path, path: str) -> dict[str, str | int]:
    data = (site / path).read_bytes()
    return {"path": path, "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
