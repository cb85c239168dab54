"""Merge a person's page with the program's, against what the program wrote last time.

``git merge-file`` does the merge: git is there wherever the project was cloned, and its merge has been tried
by everybody.  Where both changed the same lines the person's text stays and the place is reported.
"""

import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import groupby
from pathlib import Path
from typing import Literal

from msgspec import Struct

from converter.errors import InputError

Side = Literal["person", "program"]
Lines = tuple[str, ...]
_SIDES = {"<": 0, "|": 1, "=": 2}


class Conflict(Struct, frozen=True):
    """Lines both sides changed: ``line`` counts from 1 in the merged text, where ``theirs`` stands."""

    line: int
    theirs: str
    ours: str


class Region(Struct, frozen=True):
    """Some lines of the page as each of the three texts has them; ``base`` is None where nobody knows it."""

    person: Lines
    base: Lines | None
    program: Lines

    def agreed(self) -> Lines | None:
        """The lines where at most one side changed them, None where both did and differ.

        Without a base lines that only the person has are the person's; those only the program has may be new, or
        a person took them away.
        """
        if self.base is None and not self.program:
            return self.person
        if self.person in (self.program, self.base):
            return self.program
        return self.person if self.program == self.base else None


def without_habits(text: str) -> str:
    """The text without what editors change on their own: BOM, line ends, trailing blanks, the last line feed."""
    lines = (
        line.rstrip()
        for line in text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    )
    return "\n".join(lines).rstrip("\n") + "\n"


def merge(
    person: str, base: str | None, program: str, name: str, prefer: Side = "person"
) -> tuple[str, tuple[Conflict, ...]]:
    """Return the merged text and the conflicts; in these the text has the lines of ``prefer``.

    With the person preferred every line the person wrote is in the text.  Without a ``base`` (None) only what both
    texts have is agreed.  Raises InputError ``no_git`` (``name``
    is the page to name) where git cannot be run, ``binary`` where a side is no text.
    """
    merged: list[str] = []
    conflicts: list[Conflict] = []
    for region in (
        _three_ways(person, base, program, name) if base is not None else _two_ways(person, program)
    ):
        lines = region.agreed()
        if lines is None:
            conflicts.append(Conflict(len(merged) + 1, "\n".join(region.person), "\n".join(region.program)))
            lines = region.person if prefer == "person" else region.program
        merged += lines
    return "\n".join(merged), tuple(conflicts)


def _three_ways(person: str, base: str, program: str, name: str) -> Iterator[Region]:
    size = 7 + max(
        (len(run) for text in (person, base, program) for run in re.findall(r"[<|=>]+", text)), default=0
    )
    return _regions(_merge_file(person, base, program, size, name), size)


def _two_ways(person: str, program: str) -> Iterator[Region]:
    one, other = tuple(person.split("\n")), tuple(program.split("\n"))
    for _, i1, i2, j1, j2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        yield from _line_by_line(Region(one[i1:i2], None, other[j1:j2]))


def _line_by_line(region: Region) -> Iterator[Region]:
    if len(region.person) == len(region.program):
        yield from (Region((p,), None, (n,)) for p, n in zip(region.person, region.program, strict=True))
    else:
        yield region


def _regions(marked: str, size: int) -> Iterator[Region]:
    sides: tuple[list[str], ...] = ([], [], [])
    side: int | None = None
    for line in marked.split("\n"):
        mark = line[0] if line[:size] == line[:1] * size and line[:1] in tuple("<|=>") else ""
        if mark == ">":
            yield from _by_line(Region(*map(tuple, sides)))
            sides, side = ([], [], []), None
        elif mark:
            side = _SIDES[mark]
        elif side is None:
            yield Region((line,), (line,), (line,))
        else:
            sides[side].append(line)


def _by_line(region: Region) -> Iterator[Region]:
    """Rows of a table touch, so a person's row and the program's next to it are one conflict to git.

    Where every line was rewritten in its place, each can be looked at by itself.
    """
    base = region.base or ()
    if not (_in_place(region.person, base) and _in_place(region.program, base)):
        yield region
        return
    each = [Region((p,), (b,), (n,)) for p, b, n in zip(*_columns(region), strict=True)]
    for _, group in groupby(each, key=lambda one: one.agreed() is None):
        yield from _joined(group)


def _joined(group: Iterable[Region]) -> Iterator[Region]:
    regions = list(group)
    if regions[0].agreed() is None:
        columns = zip(*(_columns(one) for one in regions), strict=True)
        yield Region(*(tuple(line for lines in column for line in lines) for column in columns))
    else:
        yield from regions


def _columns(region: Region) -> tuple[Lines, Lines, Lines]:
    return region.person, region.base or (), region.program


def _in_place(lines: Lines, base: Lines) -> bool:
    """As many lines as before, and no changed one is an old line from elsewhere: none was put in, out or moved."""
    changed = {new for new, old in zip(lines, base, strict=False) if new != old}
    return len(lines) == len(base) and changed.isdisjoint(base)


def _merge_file(person: str, base: str, program: str, size: int, name: str) -> str:
    try:
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder, side) for side in ("person", "base", "program")]
            for file, text in zip(files, (person, base, program), strict=True):
                file.write_bytes(text.encode("utf-8", "surrogateescape"))
            command = ["git", "merge-file", "-p", "--diff3", f"--marker-size={size}", *map(str, files)]
            run = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise InputError("no_git", path=name) from error
    except OSError as error:
        raise InputError("unwritable", path=tempfile.gettempdir(), why=error.strerror) from error
    if run.returncode > 127:
        raise InputError("binary" if "\0" in person else "no_git", path=name)
    return run.stdout.decode("utf-8", "surrogateescape")
