"""The element tree of a page, within bounds of time and memory."""

import re
import warnings
from collections.abc import Iterator
from itertools import islice

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, Tag, XMLParsedAsHTMLWarning
from bs4.element import NavigableString, PageElement

from converter.errors import InputError
from converter.sources.html.rules import attribute, squashed
from converter.text.numerals import spelled

# Pictures and fonts that a browser saved into the page, as text.
_EMBEDDED = re.compile(rb"data:[\w.+/-]{0,60}(?:;[\w.=-]{0,60}){0,4},[A-Za-z0-9+/=%_-]{64,}")
_MOST_BYTES = 64_000_000  # with what is embedded
_MOST_CHARACTERS = 8_000_000  # ten times the largest page seen
_MOST_TAGS = 250_000  # a span around each character of the longest report makes half as many
_NUMBERED = re.compile(spelled(r"[\s(（第]*(?:[\d{chinese}]+[\s)）、.．章节条是]|[{enclosed}])"))


def without_embedded(data: bytes, name: str) -> bytes:
    """The bytes of a page without the pictures and fonts saved into them.  Raises InputError ``too_large``."""
    if len(data) > _MOST_BYTES:
        raise InputError("too_large", path=name)
    return _EMBEDDED.sub(b"", data)


def parse(markup: str, name: str) -> BeautifulSoup:
    """Parse a page.  Items of ordered lists get the numbers a browser prints; pictures lose words printed anyway.

    Raises InputError ``too_large``.  The parser is libxml2's: it closes what old pages leave open, and takes deep
    nesting, where Python's own is quadratic in broken comments.
    """
    if len(markup) > _MOST_CHARACTERS or markup.count("<") > _MOST_TAGS:
        raise InputError("too_large", path=name)
    with warnings.catch_warnings():
        # XHTML declares itself XML and is written as HTML; and a page may be so short that it looks like an address.
        for category in (XMLParsedAsHTMLWarning, MarkupResemblesLocatorWarning):
            warnings.simplefilter("ignore", category)
        soup = BeautifulSoup(markup.replace("\0", "\ufffd"), "lxml")
    for ordered in soup.find_all("ol"):
        _number(ordered)
    _drop_repeated_words(soup)
    return soup


def _drop_repeated_words(soup: BeautifulSoup) -> None:
    """Pictures repeat their caption, the article's title or each other; words are kept that stand nowhere else."""
    printed = {squashed(text) for text in soup.find_all(string=True)}
    for image in soup.find_all("img"):
        words = squashed(attribute(image, "alt"))
        if words in printed:
            image["alt"] = ""
        printed.add(words)


def below(tag: Tag) -> Iterator[PageElement]:
    """All nodes below ``tag`` in the order of the page.

    The library's own ``descendants`` first walks down to the last of them, which is quadratic where every level asks.
    """
    stack = tag.contents[::-1]
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, Tag):
            stack.extend(reversed(node.contents))


def _number(ordered: Tag) -> None:
    items = [child for child in ordered.contents if isinstance(child, Tag) and child.name == "li"]
    for n, item in enumerate(items, 1):
        # The first words stand near; searching all of an item in nested lists is quadratic.
        texts = (node for node in islice(below(item), 20) if type(node) is NavigableString)
        first = next((text for text in texts if text.strip()), None)
        if first and not _NUMBERED.match(first):
            first.replace_with(f"{n}. {first.lstrip()}")
