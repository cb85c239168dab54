"""What stands above a table and is its own: its caption, and the line that says what it counts."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from converter.model import Source, Span, Table
from converter.structure.tables.words import squeezed
from converter.text.fold import fold

_UNIT = re.compile(
    r"(?:\(|^| )(?:计量|金额|数据)?单位[:：] ?(?P<unit>[^()。;,、\s]{1,8}(?:[、,][^()。;,、\s]{1,8})*)\)?$"
)
_CAPTION = re.compile(
    r"附?表 ?[\d一二三四五六七八九十]{1,3}(?:[-—.]\d{1,2})?(?:[:：、.] ?| |(?=[^\d一二三四五六七八九十])).{2,50}"
    r"|[^(第].{1,38}(?:情况|统计|一览|明细|汇总|对照|对比|比较|分布|构成|指标|完成|数据)表(?:\([^()]{1,20}\))?"
)
_STOP = re.compile(r"[。;!?,]|[:：]$|下表|见表|如表")
_ITEM = re.compile(r"\(?[一二三四五六七八九十]{1,3}[)、.]|\(?\d{1,2}[.、)](?!\d)")
_LONGEST = 60


def captioned(source: Source) -> Source:
    """The source with each table reaching up to its caption and its line of units."""
    ends = [0, *(table.span.end for table in source.tables)]
    whole = (_from_rows(source.text, table) for table in source.tables)
    told = [_with_caption(source, table, end) for table, end in zip(whole, ends, strict=False)]
    return replace(source, tables=tuple(told))


def _with_caption(source: Source, table: Table, end: int) -> Table:
    """A table with the lines above it, down from ``end``, that are its own: one of each sort at most."""
    caption, unit = table.caption, table.unit
    start = table.span.start
    for line in _lines_above(source.text, end, start):
        words = squeezed(fold(line.of(source.text)))
        printed = _UNIT.search(words)
        if printed and unit is None and not printed.start():
            unit, start = line, line.start
        elif caption is None and _is_caption(words, printed) and not _is_title(source, line):
            caption, start = line, line.start
            unit = unit or (line if printed else None)
            break
        else:
            break
    return replace(table, span=Span(start, table.span.end), caption=caption, unit=unit)


def _from_rows(text: str, table: Table) -> Table:
    """A table whose first rows are nothing but its caption or its line of units, without them."""
    caption: Span | None = None
    unit: Span | None = None
    rows = 0
    while rows + 1 < table.height and (line := _alone(table, rows)):
        words = squeezed(fold(line.of(text)))
        printed = _UNIT.search(words)
        if printed and unit is None and not printed.start():
            unit = line
        elif caption is None and _is_caption(words, printed):
            caption = line
            unit = unit or (line if printed else None)
        else:
            break
        rows += 1
    if not rows or table.unread:
        return table
    cells = tuple(cell._replace(row=cell.row - rows) for cell in table.cells if cell.row >= rows)
    return replace(table, cells=cells, caption=caption, unit=unit)


def _alone(table: Table, row: int) -> Span | None:
    """The words of a row that has them in one cell only and nothing that reaches into it or out of it."""
    told = [cell for cell in table.cells if cell.row <= row < cell.row + cell.height]
    words = [cell.span for cell in told if cell.span.start < cell.span.end]
    return words[0] if len(words) == 1 and all(cell.height == 1 for cell in told) else None


def unit_in(line: str) -> str | None:
    """The one unit that a folded line says; None where it says several."""
    found = _UNIT.search(squeezed(line))
    return found["unit"] if found and not re.search("[、,]", found["unit"]) else None


def _lines_above(text: str, first: int, end: int) -> Iterator[Span]:
    """The lines between two places, the last first; a piece of a line is none."""
    at = text.rfind("\n", first, end) + 1
    if text[at:end].strip():
        return
    while at > first:
        start = text.rfind("\n", first, at - 1) + 1
        if start <= first and first and text[first - 1 : first] != "\n":
            start = first
        line = text[start : at - 1]
        if words := line.strip():
            begin = start + line.index(words)
            yield Span(begin, begin + len(words))
        at = start


def _is_caption(words: str, printed: re.Match[str] | None) -> bool:
    own = words[: printed.start()].strip() if printed else words
    plain = len(words) <= _LONGEST and not _STOP.search(own) and not _ITEM.match(own)
    return plain and bool(_CAPTION.fullmatch(own))


def _is_title(source: Source, line: Span) -> bool:
    """Whether a line is what the whole text is called: its first words, or what its mark-up says."""
    first = not source.text[: line.start].strip()
    return first or fold(source.hints.get("title", "")).strip() == fold(line.of(source.text)).strip()
