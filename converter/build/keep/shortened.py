"""Pages that end early: cut by something, or shortened by a person; only the person knows, so nothing is done until told.

The last paragraphs of a page are seldom taken out, and a file is mostly cut at its end.
"""

from collections.abc import Iterable
from pathlib import Path

from converter.build.keep.damage import missing_lines
from converter.build.keep.plan import Change, read, read_base, read_edited
from converter.errors import InputError


def cut_lines(docs: Path, path: str) -> tuple[int, int] | None:
    """The first and the last line of a page, as the last build left it, that are gone where it ends early; else None."""
    text, last = read(docs / path), read_edited(docs, path) or read_base(docs, path)
    return missing_lines(docs / path, text, last) if text and last else None


def refuse_shortened(docs: Path, changes: Iterable[Change]) -> None:
    """Raise InputError ``ends_early``, with every place, where pages end early and nobody has said that they should."""
    found = {
        docs / change.path: lines
        for change in changes
        # One that a build had just written when it was killed is not what the last one left.
        if change.path.endswith(".md") and change.program not in (None, change.before)
        if (lines := cut_lines(docs, change.path))
    }
    if found:
        places = " ".join(f"{page}:{first}-{last}" for page, (first, last) in found.items())
        raise InputError("ends_early", places=places, pages=" ".join(map(str, found)))


def shortened_on_purpose(docs: Path, path: str) -> Change | None:
    """The change by which a page that ends early becomes an edit like any other, None for one that does not."""
    found, base = read(docs / path), read_base(docs, path)
    return Change(path, "kept", found, found, base, base) if cut_lines(docs, path) else None
