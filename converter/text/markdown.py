"""Text into Markdown that shows exactly that text, whatever it is: a report is untrusted input."""

import html
import re

from converter.caching import kept_latest
from converter.text.fold import INVISIBLE
from converter.text.punctuation import HALF_WIDTH, full_width

_UNSEEN = re.compile(f"[{INVISIBLE}]")
_SIGNS = re.compile(r"[\\`*_{}\[\]&<>]")
# Most names, units and periods have none of these blanks, signs and half-width marks, and so stay as they are.
_CHANGING = re.compile(rf"[\s\\`*_{{}}\[\]&<>{re.escape(HALF_WIDTH)}]")
_ANYWHERE = re.compile(r"[\\`*_{}\[\]]")
_ENTITY = re.compile(r"&(?=[#A-Za-z])")  # browsers read &lt and &#0 without their semicolon too
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]#>+\-!.)|])")
_LINKED = re.compile(r"(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^()\s]*\)")
_MARKED = re.compile(r"(?<![\\*_])(\*\*|__|\*|_)(?=\S)([^*_]+?)(?<=\S)\1")
# What turns a paragraph into a list, a heading, a quotation, a rule, an admonition or a fence.
_AT_START = re.compile(r"^(\d+)([.)])|^([#>+\-!=:?])|^~")


def prose(text: str) -> str:
    """A paragraph's text on one line of Markdown: punctuation restored, marks of Markdown and HTML escaped."""
    return _AT_START.sub(_escape_start, escape(text))


@kept_latest(4096)  # a table's cells repeat
def escape(text: str) -> str:
    """Text for the inside of a line: the same, without the care for how a line starts."""
    if text.isprintable() and not _CHANGING.search(text):
        return text
    return _escaped(one_line(text))


def one_line(text: str) -> str:
    """A text of the report as pages show it: one line, nothing that cannot be seen, punctuation restored."""
    return full_width(_line(text))


def written(text: str) -> str:
    """Text of an editor or translator for the inside of a line: escaped, its punctuation left as it is."""
    return _escaped(_line(text))


def written_block(text: str) -> str:
    """Text of a translator for a block of its own: as ``written``, with care for how the line starts."""
    return _AT_START.sub(_escape_start, written(text))


def plain(markdown: str, heading: bool = False) -> str | None:
    """The text a block of Markdown shows, where it is one line of nothing but text; None where it holds more.

    The text of a ``heading`` may start like a list (``1. ``): it stands behind the heading's own marks.
    """
    text = shown(markdown)
    same = markdown == written_block(text) or (heading and markdown == written(text))
    return text if same else None


def shown(markdown: str) -> str:
    """The text a line of Markdown shows that is nothing but text; front matter holds text, not Markdown."""
    return _ESCAPED.sub(r"\1", html.unescape(markdown))


def read_again(markdown: str) -> str:
    """The text that a block shows which people may have edited: its links and emphasis are none of it."""
    return shown(_MARKED.sub(r"\2", _LINKED.sub(r"\1", markdown)))


def _line(text: str) -> str:
    return " ".join((text if text.isprintable() else _UNSEEN.sub("", text)).split())


def _escaped(line: str) -> str:
    if not _SIGNS.search(line):
        return line
    return _ANYWHERE.sub(r"\\\g<0>", _ENTITY.sub("&amp;", line)).replace("<", "&lt;").replace(">", "&gt;")


def cell(text: str) -> str:
    """Text for a cell of a table."""
    return in_cell(escape(text))


def in_cell(markdown: str) -> str:
    """Markdown of one line for a cell of a table."""
    return markdown.replace("|", "\\|")


def _escape_start(match: re.Match[str]) -> str:
    if match[1]:
        return f"{match[1]}\\{match[2]}"
    first = match[0]
    return f"&#{ord(first)};" if first in "~=:?" else f"\\{first}"
