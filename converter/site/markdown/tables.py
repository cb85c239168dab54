"""Tables that also tell those who hear them what they are: captions, headers of columns and rows.

A table has the class that a style sheet or a script gave it before, ``key`` for the key figures of a report, ``wide``
for more columns than a phone can show, else ``plain``; ``plain even`` if it is so long that it arrives in pieces, as
columns that fit what came so far would move.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

_HEADINGS = {f"h{level}" for level in range(1, 7)}
# Headings of the key figures: of a report's first page, and of the newest report on the home page.
_KEY = {"key-figures", "newest"}
_WIDE = 4
_LONG = 60
# A table that a narrow screen shows as cards is no longer one for some browsers unless it says so; each cell has its head.
_ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}
_CARDS = ("key", "wide")


def dress_tables(root: Element) -> None:
    """Give each table of the page its caption (its own line, or the heading above it), its class, the scopes of its headers."""
    for heading, table in list(_tables(root)):
        rows = [row for row in table.iter("tr") if row.find("td") is not None]
        name = table.get("class") or _class(heading, rows)
        table.set("class", name)
        for head in table.iter("th"):
            head.set("scope", "col")
        for row in rows:
            row[0].tag = "th"
            row[0].set("scope", "row")
            _join_group(row)
        if name in _CARDS:
            _say_roles(table)
        caption = Element("caption")
        caption.text = "" if heading is None else "".join(heading.itertext()).strip()
        if caption.text:
            table.insert(0, caption)
    if root.find(".//table[@class='wide']") is not None:
        _make_room(root)


def _join_group(row: Element) -> None:
    """What a row without any value says is over the rows below it: one cell, so that no empty one is told."""
    first, *cells = row
    if cells and not any("".join(cell.itertext()).strip() or len(cell) for cell in cells):
        row.set("class", "group")
        first.set("colspan", str(len(row)))
        for cell in cells:
            row.remove(cell)


def _tables(root: Element) -> Iterator[tuple[Element | None, Element]]:
    heading, own = None, None
    for element in root.iter():
        if element.tag in _HEADINGS:
            heading, own = element, None
        elif element.tag == "p" and "table" in element.get("class", "").split():
            own = element
        elif element.tag == "table":
            yield heading if own is None else own, element
            own = None


def _class(heading: Element | None, rows: list[Element]) -> str:
    if heading is not None and heading.get("id") in _KEY:
        return "key"
    if max(map(len, rows), default=0) > _WIDE:
        return "wide"
    return "plain even" if len(rows) > _LONG else "plain"


def _say_roles(table: Element) -> None:
    for head in table.iter("thead"):
        head.set("class", "columns")
    for element in table.iter():
        if element.tag in _ROLES:
            element.set("role", _ROLES[element.tag])
        elif element.tag == "th":
            element.set("role", "columnheader" if element.get("scope") == "col" else "rowheader")


def _make_room(root: Element) -> None:
    """A wide table scrolls by itself, with the keyboard as well."""
    for parent in list(root.iter()):
        for at, table in enumerate(list(parent)):
            if table.tag == "table" and table.get("class") == "wide":
                box = Element("div", {"class": "scroll", "tabindex": "0", "role": "group"})
                caption = table.find("caption")
                if caption is not None:
                    box.set("aria-label", caption.text or "")
                box.tail, table.tail = table.tail, None
                parent[at] = box
                box.append(table)
