"""Merge a person's page with the program's, against what the program wrote last time.

``git merge-file`` does the merge: git is there wherever the project was cloned, and its merge has been tried
by everybody.  Where both changed the same lines the person's text stays and the place is reported.
"""

import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from converter.errors import InputError


@dataclass(frozen=True, slots=True)
class Conflict:
    """Lines both sides changed: ``line`` counts from 1 in the merged text, where ``theirs`` stands."""

    line: int
    theirs: str
    ours: str


def without_habits(text: str) -> str:
    """The text without what editors change on their own: BOM, line ends, trailing blanks, the last line feed."""
    lines = (
        line.rstrip()
        for line in text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    )
    return "\n".join(lines).rstrip("\n") + "\n"


def merge(person: str, base: str, program: str, name: str) -> tuple[str, tuple[Conflict, ...]]:
    """Return the merged text and the conflicts.  Every line the person wrote is in it.

    Raises InputError ``no_git`` (``name`` is the page to name) where git cannot be run.
    """
    size = 7 + max(
        (len(run) for text in (person, base, program) for run in re.findall(r"[<|=>]+", text)), default=0
    )
    marked = _merge_file(person, base, program, size, name)
    merged: list[str] = []
    conflicts: list[Conflict] = []
    sides: dict[str, list[str]] = {}
    side = ""
    for line in marked.split("\n"):
        mark = line[0] if line[:size] == line[:1] * size and line[:1] in tuple("<|=>") else ""
        if mark == "<":
            sides, side = {"<": [], "|": [], "=": []}, "<"
        elif mark == ">":
            conflicts.append(Conflict(len(merged) + 1, "\n".join(sides["<"]), "\n".join(sides["="])))
            merged += sides["<"]
            side = ""
        elif mark:
            side = mark
        else:
            (sides[side] if side else merged).append(line)
    return "\n".join(merged), tuple(conflicts)


def _merge_file(person: str, base: str, program: str, size: int, name: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, side) for side in ("person", "base", "program")]
        for file, text in zip(files, (person, base, program), strict=True):
            file.write_bytes(text.encode("utf-8", "surrogateescape"))
        command = ["git", "merge-file", "-p", "--diff3", f"--marker-size={size}", *map(str, files)]
        try:
            run = subprocess.run(command, capture_output=True, check=False)
        except OSError as error:
            raise InputError("no_git", path=name) from error
    if run.returncode > 127:
        raise InputError("no_git", path=name)
    return run.stdout.decode("utf-8", "surrogateescape")
