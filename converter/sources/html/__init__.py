"""Saved web pages: bytes in, the text of the article in them out, a line a paragraph, a row of a table a line.

Nothing in a page runs and nothing is fetched.  Menus, neighbours and feet of the page are no part of the text; what
stands among the article's own lines and is the page's stays there as ``furniture``.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from converter.errors import InputError
from converter.model import Source
from converter.sources.html.body import find_body
from converter.sources.html.decode import decode_page
from converter.sources.html.hints import read_hints, window_titles
from converter.sources.html.page import read_page
from converter.sources.html.rules import squashed
from converter.sources.html.tokens import tokens
from converter.sources.html.tree import parse, without_embedded
from converter.sources.layout import LayoutLine, assemble

_FIRST_LINES = 6
_ELEMENT = re.compile(r"</?[a-zA-Z!]")


class Article(NamedTuple):
    """The lines of a page's article, with what is none of it marked, and what the page says of it."""

    lines: tuple[LayoutLine, ...]
    hints: Mapping[str, str]


def read_html(data: bytes, name: str) -> Source:
    """Read a saved page.  Its text starts with its title, wherever the page tells that.

    Raises InputError ``binary``, ``too_large`` and, where the page shows no characters of its own, ``no_text``.
    """
    article = find_article(decode_page(without_embedded(data, name), name), name)
    text, furniture, tables = assemble(_titled(article))
    if not any(line.text for line in article.lines if not line.furniture):
        raise InputError("no_text", path=name)
    checksum = hashlib.sha256(data).hexdigest()
    return Source(name, "html", text, checksum, hints=article.hints, furniture=furniture, tables=tables)


def find_article(markup: str, name: str) -> Article:
    """Find the article in a page's characters.  A file without any element is its own article."""
    if not _ELEMENT.search(markup):
        return Article(tuple(LayoutLine(line.strip()) for line in markup.splitlines()), {})
    soup = parse(markup, name)
    # Templates close </html> in their middle; what follows is shown all the same.
    page = read_page(tokens(soup))
    windows = window_titles(soup)
    body = find_body(page, windows)
    numbered = ((n, page.lines[n]) for n in range(body.start, body.end))
    lines = (LayoutLine(line.text, body.noise.get(n), line.row) for n, line in numbered)
    return Article(tuple(lines), read_hints(soup, page, body, windows))


def _titled(article: Article) -> Iterator[LayoutLine]:
    # An article often repeats its title, over several lines as a rule; then it is there already.
    title = article.hints.get("title", "")
    first = [line.text for line in article.lines if not line.furniture][:_FIRST_LINES]
    if squashed(title) not in squashed("".join(first)):
        yield LayoutLine(title)
    yield from article.lines
