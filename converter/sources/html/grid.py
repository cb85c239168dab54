"""Tables that hold data, told from tables that hold a page together, with their merged cells resolved."""

import re
from collections.abc import Iterator

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from converter.sources.html.labels import is_label
from converter.sources.html.rules import attribute
from converter.sources.html.tree import below

CELL_END = " | "
_VALUE = re.compile(r"[^\w一-龥]*\d[\d,.%％‰/:-]*[^\d年月季]{0,4}")
_LONGEST_CELL = 200  # characters; what is longer is a text in a frame
_MOST_LINES = 4
_WIDEST = 60  # columns and rows to fill with merged cells; a table can claim any number
_ENDS_A_LINE = ("p", "br", "li", "div")
_PAGE_IN_CELL = ("table", "h1", "h2", "h3", "form", "script", "iframe")


def data_rows(table: Tag) -> list[str] | None:
    """A data table's rows, cells joined by ``CELL_END``; None where the table is layout.

    A heading that spans columns and a label that spans rows are repeated in each; a value or a text stands once, as
    it is said once, and so does a row that is one cell.
    """
    cells = _grid(table)
    texts = [_words(cell) for row in cells for cell in row]
    wide = [row for row in cells if len(row) > 1]
    if len(wide) < 2 or any(len(text) > _LONGEST_CELL for text in texts):
        return None
    if any(len(cell.find_all(_ENDS_A_LINE)) > _MOST_LINES for row in cells for cell in row):
        return None
    linked = sum(len(_words(link)) for link in table.find_all("a"))
    if 2 * linked > sum(map(len, texts)) or not any(texts):
        return None
    return [CELL_END.join(row) for row in _resolved(cells) if any(row)]


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
    return " ".join("".join(_shown(node) for node in tag.descendants).split())


def _shown(node: PageElement) -> str:
    if isinstance(node, Tag):
        return " " if node.name in _ENDS_A_LINE else ""
    return str(node) if type(node) is NavigableString else ""


def _resolved(rows: list[list[Tag]]) -> Iterator[list[str]]:
    """The rows with the words of merged cells in every column and row where they are needed to read it."""
    hanging: dict[int, tuple[int, str]] = {}  # column → how many rows it still spans, its words
    for n, row in enumerate(rows):
        if len(row) == 1 and not any(left for left, _ in hanging.values()):
            yield [_words(row[0])]
            continue
        line: list[str] = []
        for cell in row:
            line += _taken(hanging, len(line))
            words = _words(cell)
            width = min(_span(cell, "colspan"), max(_WIDEST - len(line), 1))
            height = _span(cell, "rowspan") if len(line) < _WIDEST else 1
            label = "" if _VALUE.fullmatch(words) else words
            right = label if n == 0 or cell.name == "th" else ""
            hanging |= dict.fromkeys(range(len(line), len(line) + width), (height - 1, label))
            line += [words, *[right] * (width - 1)]
        yield line + _taken(hanging, len(line))


def _taken(hanging: dict[int, tuple[int, str]], column: int) -> list[str]:
    """The words of cells above that reach down to ``column`` and those right of it; each has a row less to go."""
    words: list[str] = []
    while hanging.get(column, (0, ""))[0]:
        left, text = hanging[column]
        hanging[column] = (left - 1, text)
        words.append(text)
        column += 1
    return words


def _span(cell: Tag, name: str) -> int:
    digits = attribute(cell, name).strip()
    return min(max(int(digits), 1), _WIDEST) if digits.isdecimal() else 1
