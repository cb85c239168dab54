"""Tables that hold data, told from tables that hold a page together, with their merged cells resolved."""

import re

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from converter.sources.html.labels import is_label
from converter.sources.html.rules import attribute
from converter.sources.html.tree import below
from converter.sources.layout import LayoutLine, rows_of
from converter.sources.spanning import MOST, Spanning, placed

# A label that stands on several lines is one word.
_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff）〕”、]) (?=[\u3400-\u9fff（〔“])")
_LONGEST_CELL = 200  # characters; what is longer is a text in a frame
_MOST_LINES, _LONGEST_LABEL = 4, 60
_ENDS_A_LINE = ("p", "br", "li", "div")
_PAGE_IN_CELL = ("table", "h1", "h2", "h3", "form", "script", "iframe")


def data_rows(table: Tag) -> list[LayoutLine] | None:
    """A data table's rows, a line each; None where the table is layout."""
    cells = _grid(table)
    texts = [_words(cell) for row in cells for cell in row]
    wide = [row for row in cells if len(row) > 1]
    if len(wide) < 2 or any(len(text) > _LONGEST_CELL for text in texts):
        return None
    if any(_holds_lines(cell) for row in cells for cell in row):
        return None
    linked = sum(len(_words(link)) for link in table.find_all("a"))
    if 2 * linked > sum(map(len, texts)) or not any(texts):
        return None
    rows = [[_spanning(cell) for cell in row] for row in cells]
    caption = table.find("caption")
    if isinstance(caption, Tag) and (words := _words(caption)):
        width = sum(cell.width for cell in rows[0]) if rows else 1
        rows.insert(0, [Spanning(words, width, 1)])
    return rows_of(placed(rows))


def _holds_lines(cell: Tag) -> bool:
    """Whether a cell holds lines of a text, and no label set one word above the other."""
    return len(cell.find_all(_ENDS_A_LINE)) > _MOST_LINES and len(_words(cell)) > _LONGEST_LABEL


def tells_facts(table: Tag) -> bool:
    """True for a table of the page that tells facts of the document: labels, each with its value beside it."""
    rows = [[is_label(_words(cell)) for cell in row] for row in _grid(table)]
    told = sum(sum(row[::2]) for row in rows if not any(row[1::2]))
    return told >= 2 and told > sum(map(len, rows)) // 4


def _grid(table: Tag) -> list[list[Tag]]:
    """The cells of a table by rows; none where it holds more than cells can."""
    if any(isinstance(node, Tag) and node.name in _PAGE_IN_CELL for node in below(table)):
        return []
    return [
        [cell for cell in row.find_all(("td", "th"), recursive=False) if isinstance(cell, Tag)]
        for row in table.find_all("tr")
    ]


def _words(tag: Tag) -> str:
    words = " ".join("".join(_shown(node) for node in tag.descendants).split())
    return _BETWEEN_HAN.sub("", words)


def _shown(node: PageElement) -> str:
    if isinstance(node, Tag):
        return " " if node.name in _ENDS_A_LINE else ""
    return str(node) if type(node) is NavigableString else ""


def _spanning(cell: Tag) -> Spanning:
    return Spanning(_words(cell), _span(cell, "colspan"), _span(cell, "rowspan"))


def _span(cell: Tag, name: str) -> int:
    digits = attribute(cell, name).strip()
    return min(max(int(digits), 1), MOST) if digits.isdecimal() else 1
