"""What ``gongkai check`` says of HTML, links and attributes that people wrote into pages."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from converter.cli.messages import say
from converter.site.publisher import read_publisher
from converter.text.markup import Written, written_in

# Pages hold no mark-up of their own that is not plain ASCII; most have none of it and need no second look.
_SIGNS = ("<", "](", "{")
_NOTHING = {"html": "markup_html", "attribute": "markup_attribute", "link": "markup_link"}
_MOST = 60


class MarkupLine(NamedTuple):
    """A line to print; ``is_wrong`` where readers do not get what was written."""

    line: str
    is_wrong: bool


def markup_of_pages(docs: Path) -> Iterator[MarkupLine]:
    """Each piece of mark-up in the pages of ``docs`` and what the site makes of it."""
    kept = read_publisher(docs.parent).html == "kept"
    for file in sorted(docs.rglob("*.md")):
        inside = file.relative_to(docs)
        if any(part.startswith(".") for part in inside.parts) or inside.parts[0] == "dev":
            continue
        text = file.read_text(encoding="utf-8-sig", errors="replace")
        if any(sign in text for sign in _SIGNS):
            yield from (_told(f"{docs}/{inside.as_posix()}", one, kept) for one in written_in(text))


def _told(path: str, one: Written, kept: bool) -> MarkupLine:
    what = " ".join(one.what.split())
    shown = what if len(what) <= _MOST else f"{what[:_MOST]}…"
    if kept:
        key = "markup_trusted"
    elif one.is_whole:
        key = "markup_whole"
    else:
        key = "markup_part" if one.left else _NOTHING[one.kind]
    line = say(key, path=path, line=one.line, what=shown, left=one.left[:_MOST])
    return MarkupLine(line, key not in ("markup_trusted", "markup_whole"))
