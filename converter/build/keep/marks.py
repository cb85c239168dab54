"""Lines that git leaves in a file whose merge nobody has finished."""

import re
from collections.abc import Iterator
from pathlib import Path

# The line between the two sides (=======) is also how Markdown underlines a heading, so it does not count.
_MARK = re.compile(r"(?:<{7}|>{7})(?: .*)?")
LOST = ".lost"
"""The folder for files that were replaced; what is in it is no part of the site."""
_TEXTS = (".md", ".json", ".po", ".toml", ".yml")


def conflict_marks(text: str) -> tuple[int, ...]:
    """The numbers (from 1) of the lines of ``text`` that are marks of an unfinished merge."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return ()
    return tuple(number for number, line in enumerate(text.split("\n"), 1) if _MARK.fullmatch(line.rstrip()))


def places_with_conflict_marks(folder: Path) -> Iterator[tuple[Path, int]]:
    """Each file below ``folder`` that has such marks, with the line of its first, in order; hidden ones too."""
    for file in sorted(file for file in folder.rglob("*") if file.suffix in _TEXTS and file.is_file()):
        if LOST in file.relative_to(folder).parts:
            continue
        marks = conflict_marks(file.read_bytes().decode("utf-8", "replace"))
        if marks:
            yield file, marks[0]
