"""What a build had left to do on a report, kept so that an unchanged one need not be understood again.

It is a cache and may be deleted at any time; whatever is missing, damaged or does not fit is converted.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import get_args

from msgspec import Struct, field
from msgspec.structs import asdict

from converter.build.keep import Action, write_file
from converter.build.parallel.fingerprint import fingerprint
from converter.build.parallel.task import Task, files_of, state_of
from converter.build.seeds import Converted, Remark, Summary
from converter.errors import InputError
from converter.layout import memory_path, report_name
from converter.sources import Raw

CACHE = Path(".cache", "gongkai")
_REFUSED = "not_a_report"
_ACTIONS: tuple[Action, ...] = get_args(Action)


class Known(Struct, frozen=True):
    """A report on which a build has nothing to do: what it says of it, without any change, and of its pages.

    ``state`` is the checksum of its files.  A text that is no report has but the ``error``.
    """

    converted: Converted | None = None
    actions: Mapping[Action, int] = field(default_factory=dict)
    state: str | None = None
    error: InputError | None = None


def recall(task: Task, force: bool) -> Known | None:
    """What a build would do to a report, None where that is not known or where it is anything."""
    try:
        entry = json.loads(_file(task.raw).read_bytes())
        if entry["key"] != _key(task.raw, force):
            return None
        if "refused" in entry:
            return Known(error=InputError(_REFUSED, **entry["refused"]))
        state = state_of(task.files)
        if entry["state"] != state:
            return None
        told = entry["told"] | {key: tuple(entry["told"][key]) for key in ("warnings", "notes_gone")}
        told["remarks"] = tuple(Remark(key, details) for key, details in entry["told"]["remarks"])
        day = told.pop("published")
        published = date.fromisoformat(day) if day else None
        converted = Converted(entry["name"], Summary(published=published, **told), ())
        actions = {it: entry["actions"][it] for it in _ACTIONS if it in entry["actions"]}
        return Known(converted, actions, state)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def remember(docs: Path, task: Task, force: bool, converted: Converted) -> str | None:
    """Keep what the next build would say where it would do nothing; ``docs`` holds what ``converted`` left.

    Returns the checksum of its files then, else None.  Where it cannot be written, the next build only takes longer.
    """
    state = state_of(files_of(docs, converted.name))
    actions = _next_actions(converted, state == state_of(task.files))
    if actions is None:
        return None
    told = asdict(converted.told) | {"published": str(converted.told.published or "")}
    _keep(task.raw, force, {"state": state, "name": converted.name, "actions": actions, "told": told})
    return state


def remember_refused(task: Task, force: bool, error: Exception) -> None:
    """Keep that a text is no report, which depends on nothing but itself and the program."""
    if isinstance(error, InputError) and error.key == _REFUSED:
        _keep(task.raw, force, {"refused": {name: str(detail) for name, detail in error.details.items()}})


def _keep(raw: Raw, force: bool, entry: Mapping[str, object]) -> None:
    with suppress(InputError):
        write_file(_file(raw), json.dumps({"key": _key(raw, force), **entry}, ensure_ascii=False).encode())


def actions_of(converted: Converted) -> Counter[Action]:
    """How many pages of a report each thing was done to."""
    return Counter(change.action for change in converted.changes)


def _next_actions(converted: Converted, nothing_done: bool) -> Mapping[Action, int] | None:
    """What the next build would do to the pages, None where it might do something or has something to tell.

    A build that did nothing does nothing the next time, as it looks at nothing else.  One that found no edits leaves
    pages as the program writes them, and building twice is building once.
    """
    actions = actions_of(converted)
    if nothing_done and actions.keys() <= {"same", "kept"}:
        return actions
    memory = memory_path(converted.name)
    learned = any(one.path == memory and one.action == "updated" for one in converted.changes)
    if actions.keys() <= {"same", "written", "updated"} and not learned:
        return {"same": actions.total()}
    return None


def _file(raw: Raw) -> Path:
    return CACHE / f"{report_name(raw.path)}.json"


def _key(raw: Raw, force: bool) -> str:
    parts = {
        "program": fingerprint(),
        "path": str(raw.path),
        "shown_as": raw.shown_as,
        "data": hashlib.sha256(raw.data).hexdigest(),
        "sidecar": None if raw.sidecar is None else hashlib.sha256(raw.sidecar).hexdigest(),
        "force": force,
    }
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
