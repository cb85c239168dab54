"""Whether the site's own pages are as the next build would write them: nothing they are made of has changed.

A cache, as that of the reports is.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from converter.build.keep import Change, write_file
from converter.build.parallel.build_cache import CACHE
from converter.build.parallel.fingerprint import fingerprint
from converter.build.parallel.task import contents, state_of
from converter.errors import InputError
from converter.layout import base_path, data_files

_FILE = CACHE / "_home.json"  # no report's name begins so

States = Mapping[str, str | None]
"""By the name of each report of a build the checksum of its files, None where the next build will not recall it."""


def is_current(docs: Path, states: States) -> bool:
    """True where a build that left the reports in these states has nothing to do on the home pages, and nothing to say."""
    try:
        entry = json.loads(_FILE.read_bytes())
        return (entry["key"], entry["state"]) == (_key(docs, states), _state(docs, entry["paths"]))
    except (OSError, ValueError, LookupError, TypeError):
        return False


def remember_home(docs: Path, states: States, home: Sequence[Change]) -> None:
    """Keep that ``home`` was made of reports in these states, where the next build would do nothing to it."""
    key, paths = _key(docs, states), [change.path for change in home]
    if key and home and {change.action for change in home} <= {"same", "written", "updated", "kept"}:
        entry = {"key": key, "paths": paths, "state": _state(docs, paths)}
        with suppress(InputError):
            write_file(_FILE, json.dumps(entry, ensure_ascii=False).encode())


def _key(docs: Path, states: States) -> str | None:
    """What the home pages are made of, None where it is not all known."""
    there = {file.stem for file in data_files(docs)}
    if not there <= states.keys() or None in states.values():
        return None
    return hashlib.sha256(json.dumps([fingerprint(), sorted(states.items())]).encode()).hexdigest()


def _state(docs: Path, paths: Iterable[str]) -> str:
    return state_of(contents(docs, [path for name in paths for path in (name, base_path(name))]))
