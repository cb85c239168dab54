"""Decide for each page what a build does to it, from three texts: the person's, the program's, and the base.

The base is what the program wrote last time, kept as a plain copy under ``docs/.base/``: git stores equal
files once, so an unedited page costs nothing, and a reviewer can read it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Literal

from converter.errors import InputError
from converter.keep.merge import Conflict, merge, without_habits
from converter.keep.unlink import without_links

BASE = ".base"
Action = Literal[
    "same", "written", "updated", "merged", "kept", "conflict", "deleted", "retired", "retired_kept"
]


@dataclass(frozen=True, slots=True)
class Change:
    """What a build does to one page.  ``text`` and ``base`` are the new contents, None where the file goes.

    ``program`` is what the program has to say, whether or not the page will say it.
    """

    path: str
    action: Action
    before: str | None
    text: str | None
    base: str | None
    program: str | None
    conflicts: tuple[Conflict, ...] = ()


def plan(docs: Path, pages: Mapping[str, str], folder: str | None) -> tuple[Change, ...]:
    """What writing ``pages`` would do to ``docs``.  Pages of ``folder`` that are no longer made are retired."""
    deleted = cache(partial(_deleted, docs))
    texts = {path: without_habits(text) for path, text in pages.items()}
    changes = [
        _change(docs, path, without_links(text, path, deleted) if path.endswith(".md") else text)
        for path, text in texts.items()
    ]
    if folder:
        changes += [retire(docs, path) for path in _written_before(docs, folder) if path not in pages]
    return tuple(changes)


def _deleted(docs: Path, path: str) -> bool:
    """Whether a person took away a page that the program wrote."""
    return (docs / BASE / path).is_file() and not (docs / path).is_file()


def _written_before(docs: Path, folder: str) -> Iterator[str]:
    root = docs / BASE
    for file in sorted((root / folder).rglob("*")):
        if file.is_file() and not file.name.startswith("."):
            yield file.relative_to(root).as_posix()


def read(file: Path) -> str | None:
    """The text of a file without editors' habits, None where there is no file.  Bytes that are no UTF-8 survive.

    Raises InputError ``unreadable``.
    """
    try:
        return without_habits(file.read_bytes().decode("utf-8", "surrogateescape"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise InputError("unreadable", path=file, why=error.strerror) from error


def _change(docs: Path, path: str, program: str) -> Change:
    person, base = read(docs / path), read(docs / BASE / path)
    if person is None:
        return (
            Change(path, "written", None, program, program, program)
            if base is None
            else Change(path, "deleted", None, None, base, program)
        )
    if person == program:
        return Change(path, "same", person, person, program, program)
    if person == base:
        return Change(path, "updated", person, program, program, program)
    if program == base:
        return Change(path, "kept", person, person, base, program)
    merged, conflicts = merge(person, base or "", program, path)
    if not conflicts:
        return Change(path, "merged", person, merged, program, program)
    # The base stays, so that the next run says so again until a person has settled it.  Where lines repeat, that run
    # may match them otherwise and take in what stood in conflict; such a page is left as it is until then.
    if merge(merged, base or "", program, path) != (merged, conflicts):
        conflicts = tuple(replace(one, line=_line(person, one)) for one in conflicts)
        merged = person
    return Change(path, "conflict", person, merged, base, program, conflicts)


def _line(person: str, conflict: Conflict) -> int:
    at = f"\n{person}".find(f"\n{conflict.theirs}\n") if conflict.theirs else -1
    return person.count("\n", 0, at) + 1 if at >= 0 else conflict.line


def retire(docs: Path, path: str) -> Change:
    """What becomes of a page the program no longer makes: it goes, unless a person edited it."""
    person, base = read(docs / path), read(docs / BASE / path)
    if person is not None and person != base:
        return Change(path, "retired_kept", person, person, None, None)
    return Change(path, "retired", person, None, None, None)
