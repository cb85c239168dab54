"""Which state of the project is published, as git knows it."""

import os
import re
import subprocess
from pathlib import Path

from mkdocs.exceptions import PluginError
from msgspec import Struct

from converter.errors import InputError

_SECONDS = re.compile(r"[0-9]{1,11}")  # more digits are in a year that has five


class Commit(Struct, frozen=True):
    """``name`` is the commit's full hash, None where there is none; ``changed`` where files differ from it.

    ``seconds`` is the date of everything published, see ``published_at``.
    """

    name: str | None
    changed: bool
    seconds: int


def commit_of(project: Path) -> Commit:
    """The commit that ``project`` stands at."""
    name = _git(project, "rev-parse", "HEAD")
    changed = bool(name and _git(project, "status", "--porcelain", "--", "."))
    return Commit(name or None, changed, published_at(project))


def published_at(project: Path) -> int:
    """The date of all that is published (UTC, seconds since 1970): the commit's, so that one commit gives one site.

    ``SOURCE_DATE_EPOCH`` goes before it; 0 where neither is known.  Raises InputError ``wrong_date``.
    """
    value = os.environ.get("SOURCE_DATE_EPOCH") or _git(project, "log", "-1", "--format=%ct") or "0"
    if not _SECONDS.fullmatch(value):
        raise InputError("wrong_date", value=value)
    return int(value)


def date_of_build(project: Path) -> int:
    """``published_at`` for MkDocs, which wants errors of its own.  Raises PluginError."""
    try:
        return published_at(project)
    except InputError as error:
        value = error.details["value"]
        raise PluginError(
            f"SOURCE_DATE_EPOCH={value}：不是 1970 年以来的秒数。 It is not a number of seconds since 1970."
        ) from error


def _git(project: Path, *arguments: str) -> str:
    try:
        run = subprocess.run(
            ["git", *arguments], cwd=project, capture_output=True, encoding="utf-8", check=False
        )
    except OSError:
        return ""
    return run.stdout.strip() if run.returncode == 0 else ""
