"""Decide for each page what a build does to it, from three texts: the person's, the program's, and the base.

The base is what the program wrote last time, kept as a plain copy under ``docs/.base/``: git stores equal
files once, so an unedited page costs nothing, and a reviewer can read it.  A base that is damaged is none.
"""

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from converter.build.keep.advanced import advanced
from converter.build.keep.damage import holds_report, is_sound, missing_lines, whole_again
from converter.build.keep.marks import LOST
from converter.build.keep.merge import Conflict, merge, without_habits
from converter.errors import InputError
from converter.layout import BASE, base_path
from converter.text.unlink import without_links

Action = Literal[
    "same",
    "written",
    "relearned",
    "updated",
    "merged",
    "kept",
    "conflict",
    "restored",
    "deleted",
    "retired",
    "retired_kept",
]
EDITED = f"{BASE}/.edited"
"""Copies of the pages people edited, as the last build left them."""


class Change(Struct, frozen=True):
    """What a build does to one page.  ``text`` and ``base`` are the new contents, None where the file goes.

    ``program`` is what the program has to say, whether or not the page will say it.  Where the file as it is
    cannot be used, but somebody may want what is in it, a copy of it goes to ``aside``.
    """

    path: str
    action: Action
    before: str | None
    text: str | None
    base: str | None
    program: str | None
    conflicts: tuple[Conflict, ...] = ()
    aside: str = ""


def plan(docs: Path, pages: Mapping[str, str], folder: str | None) -> tuple[Change, ...]:
    """What writing ``pages`` would do to ``docs``.  Pages of ``folder`` that are no longer made are retired.

    A page that a person deleted stays away; where the whole ``folder`` is gone that was no decision, and it is restored.
    """
    lost = bool(folder) and _is_lost(docs, folder or "")
    deleted = cache(lambda path: not lost and _deleted(docs, path))
    texts = {path: without_habits(text) for path, text in pages.items()}
    changes = [
        _change(docs, path, without_links(text, path, deleted) if path.endswith(".md") else text, lost)
        for path, text in texts.items()
    ]
    if folder:
        changes += [retire(docs, path) for path in _written_before(docs, folder) if path not in pages]
    return tuple(changes)


def _is_lost(docs: Path, folder: str) -> bool:
    before = list(_written_before(docs, folder))
    return len(before) > 1 and not any((docs / path).is_file() for path in before)


def _deleted(docs: Path, path: str) -> bool:
    """Whether a person took away a page that the program wrote."""
    return (docs / base_path(path)).is_file() and not (docs / path).is_file()


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


def read_base(docs: Path, path: str) -> str | None:
    """What the program wrote last time, None where that is not known or damaged: it ended in a line feed."""
    return _sound(docs / BASE / path)


def read_edited(docs: Path, path: str) -> str | None:
    """A page that a person edited as the last build left it, None where there was none or its copy is damaged."""
    return _sound(docs / EDITED / path)


def _sound(copy: Path) -> str | None:
    text = read(copy)
    return text if is_sound(copy.name, text) and copy.read_bytes().endswith(b"\n") else None


def page_as_left(docs: Path, path: str) -> str | None:
    """The page as a person left it; where it was emptied, torn or cut short, as the last build left it."""
    text = read(docs / path)
    if text is None:
        return None
    edited, base = read_edited(docs, path), read_base(docs, path)
    if missing_lines(docs / path, text, edited or base or ""):
        return edited or base
    return whole_again(docs / path, text, (edited, base)) or text


def _change(docs: Path, path: str, program: str, lost: bool) -> Change:
    found, base = read(docs / path), read_base(docs, path)
    generated = path.endswith(".json")
    if found is None:
        if (docs / BASE / path).is_file() and not (lost or generated):
            return Change(path, "deleted", None, None, base, program)
        if base is None or generated:
            return Change(path, "written", None, program, program, program)
        person: str | None = read_edited(docs, path) or program
    elif generated:
        person = found if found in (base, program) or holds_report(found) else program
    else:
        person = whole_again(docs / path, found, (read_edited(docs, path), base, program)) or found
    change = _merged(path, person or "", base, program)
    if person == found:
        return change
    action: Action = "conflict" if change.conflicts else "restored"
    return replace(change, action=action, before=found, aside=place_aside(docs, path, found, change.text))


def place_aside(docs: Path, path: str, found: str | None, text: str | None) -> str:
    """Where under ``docs`` a copy of the file at ``path`` goes when ``text`` replaces the ``found`` one, empty where
    nothing is lost by that."""
    if not found or not found.strip() or (text or "").startswith(found.rstrip("\n")):
        return ""
    return f"{LOST}/{path}.{hashlib.sha256((docs / path).read_bytes()).hexdigest()[:8]}"


def _merged(path: str, person: str, base: str | None, program: str) -> Change:
    if person == program:
        return Change(path, "same", person, person, program, program)
    if person == base:
        return Change(path, "updated", person, program, program, program)
    if program == base:
        return Change(path, "kept", person, person, base, program)
    merged, conflicts = merge(person, base, program, path)
    if not conflicts:
        return Change(path, "merged", person, merged, program, program)
    return _conflict(Change(path, "conflict", person, merged, base, program, conflicts))


def _conflict(change: Change) -> Change:
    """The change with the base that stays for the lines in conflict, so that the next run says so again until a person
    has settled it.

    Where lines repeat, that run may match them otherwise and take in what stood in conflict, or the program may not find
    its lines again to take them back; such a page is left as it is until then.
    """
    person, base, program, path = change.before or "", change.base, change.program or "", change.path
    if base is None:
        return change
    merged, told = change.text or "", (change.text, change.conflicts)
    for known, former in advanced(person, base, program):
        if merge(merged, known, program, path) == told and merge(merged, known, base, path) == (former, ()):
            return replace(change, base=known)
    conflicts = tuple(replace(one, line=_line(person, one)) for one in change.conflicts)
    return replace(change, text=person, conflicts=conflicts)


def _line(person: str, conflict: Conflict) -> int:
    at = f"\n{person}".find(f"\n{conflict.theirs}\n") if conflict.theirs else -1
    return person.count("\n", 0, at) + 1 if at >= 0 else conflict.line


def retire(docs: Path, path: str) -> Change:
    """What becomes of a page the program no longer makes: it goes, unless a person edited it."""
    person, base = read(docs / path), read(docs / BASE / path)
    # Nobody edits data so that no report is left, nor is it known whose they are without the program's own.
    lost = path.endswith(".json") and not (holds_report(base or "") and holds_report(person or ""))
    if person is not None and person.strip() and person != base and not lost:
        return Change(path, "retired_kept", person, person, None, None)
    return Change(path, "retired", person, None, None, None)


def written_anew(docs: Path, path: str) -> Change:
    """The change that brings back a page as the last build left it and puts one that cannot be used aside.

    Where nothing is known of that build, the next one writes the page.
    """
    found, base = read(docs / path), read_base(docs, path)
    text = read_edited(docs, path) or base
    return Change(path, "restored", found, text, base, base, aside=place_aside(docs, path, found, text))
