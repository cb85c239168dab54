"""What a person types, as Markdown that shows just that: nobody makes mark-up by typing it into a form.

A block that is nothing but text is shown and taken as text.  One that holds links or emphasis, or is a table, is shown
as its Markdown; HTML and attributes are text in it as well.
"""

import re

from converter.site.editing.forms import EditingError
from converter.text.markdown import plain, written, written_block
from converter.text.markup import written_in
from converter.translation.memory import Block

_PARAGRAPHS = re.compile(r"\s*\n\s*")
_ESCAPED = re.compile(r"\\.|[<{}]", re.S)
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_FENCE = re.compile(r"^[ \t]*(?:```|~~~|#{1,6} |!!! |\?\?\?|\[[^\]]*\]:)", re.M)
_LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)]*)\)?")


def shown_text(block: Block) -> str:
    """What of a block stands in the form."""
    text = plain(block.text, heading=bool(block.marks))
    return block.text if text is None else text


def typed_block(block: Block, text: str) -> str:
    """The Markdown of ``block`` once ``text`` was typed into its form, without its heading's marks and attributes.

    Empty where nothing is left of it.  Raises EditingError ``markup`` for a link that was not in it, ``lines`` where a
    heading has more than one line.
    """
    lines = [line for line in _PARAGRAPHS.split(_UNSEEN.sub("", text).strip()) if line]
    if block.marks and len(lines) > 1:
        raise EditingError("lines")
    if plain(block.text, heading=bool(block.marks)) is not None:
        return written(lines[0] if lines else "") if block.marks else "\n\n".join(map(written_block, lines))
    told = _ESCAPED.sub(_escape, ("\n" if block.text.startswith("|") else "\n\n").join(lines))
    # Links stay, and may get other words; where they lead is changed in the file.
    if _FENCE.search(told) or any(True for _ in written_in(told)) or _links(told) - _links(block.text):
        raise EditingError("markup")
    return told


def _links(markdown: str) -> set[tuple[str, ...]]:
    return {link.groups() for link in _LINK.finditer(markdown)}


def _escape(found: re.Match[str]) -> str:
    return {"<": "&lt;", "{": "\\{", "}": "\\}"}.get(found[0], found[0])
