"""Files of which nobody has finished a merge."""

from collections.abc import Iterator
from pathlib import Path

from converter.text.conflict_marks import conflict_marks

LOST = ".lost"
"""The folder for files that were replaced; what is in it is no part of the site."""
_TEXTS = (".md", ".json", ".po", ".toml", ".yml")


def places_with_conflict_marks(folder: Path) -> Iterator[tuple[Path, int]]:
    """Each file below ``folder`` that has such marks, with the line of its first, in order; hidden ones too."""
    for file in sorted(file for file in folder.rglob("*") if file.suffix in _TEXTS and file.is_file()):
        if LOST in file.relative_to(folder).parts:
            continue
        marks = conflict_marks(file.read_bytes().decode("utf-8", "replace"))
        if marks:
            yield file, marks[0]
