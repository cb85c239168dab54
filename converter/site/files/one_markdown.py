"""A whole report as one Markdown file for programs: its pages one after another, without what only a site needs."""

import re
from collections.abc import Iterable

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*[#.][^{}\n]*\}[ \t]*$", re.M)
_LINK = re.compile(r"(?<!!)\[((?:\\.|[^\[\]\\])*)\]\((?:[^()\s#:]+\.md)?(?:#[^()\s]*)?\)")
_HEADING = re.compile(r"^(#{1,5})(?= )", re.M)
# A list of links to the chapters, which follow.
_CONTENTS = re.compile(r"^## [^\n]*\{ #contents \}\n.*?(?=^## |\Z)", re.M | re.S)
_EMPTY = re.compile(r"\n{3,}")


def one_page(pages: Iterable[str], source: str = "") -> str:
    """The Markdown of a report whose pages are ``pages``, the first one first; ``source`` is a line on where they are."""
    first, *others = map(_plain, pages)
    title, _, rest = first.strip().partition("\n")
    # Every other page stands one level below the first one's title.
    lower = (_HEADING.sub(r"#\1", page).strip() for page in others)
    whole = "\n\n".join(part for part in (title, source, rest.strip(), *lower) if part)
    return _EMPTY.sub("\n\n", whole) + "\n"


def _plain(page: str) -> str:
    body = _CONTENTS.sub("", _FRONT.sub("", page.replace("\r\n", "\n").removeprefix("\ufeff")))
    return _ATTRIBUTES.sub("", _LINK.sub(r"\1", body))
