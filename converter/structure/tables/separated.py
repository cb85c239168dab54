"""Tables typed with tabs or upright bars between their cells, a row a line."""

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, groupby, pairwise
from statistics import mode

from converter.model import Cell, Span, Table
from converter.structure.tables.ragged import straightened

_LINE = re.compile(r"[^\n]+")
_FENCE = re.compile(r"[\s|:+=-]*")  # the line under a head
_LONGEST = 200  # characters of a cell; what is longer is a text
_SENTENCE = re.compile(r"。.")
_DIGIT = re.compile(r"\d")
_LABEL = re.compile(
    r"\s*[\[【]? ?(?:[^:：\d]{1,8}[:：]|[^:：\d]{1,8}[】\]]|(?:索 ?引 ?号|发文字号|发文日期|生成日期|印发日期|公开范围|公开方式|体裁分类|组配分类|公文种类|内容概述|发布机构|发文机关|制发机关|公开机构|主题分类|信息分类|成文日期|发布日期|公开日期|公开责任部门|公开形式|公开目录|文件名称|名\s*称|标\s*题|文\s*号|有效性|关键词|主题词)\s*$)"
)
_SAYS = re.compile(r"[^\s*_]")  # signs of emphasis around nothing say nothing
_FRAMED = re.compile(r"\|.+\|", re.S)
_SIGNS = ("\t", "|")


def separated(text: str) -> list[Table]:
    """The tables whose rows are lines with a sign between cells: at least two rows of at least two cells."""
    lines = [Span(*match.span()) for match in _LINE.finditer(text)]
    signs = [sign for sign in _SIGNS if sign in text]
    apart = _usual_feeds(text, lines) if signs else 0
    return [table for sign in signs for table in _of_sign(text, lines, sign, apart)]


def _usual_feeds(text: str, lines: Sequence[Span]) -> int:
    """How many line feeds stand between most lines of a text: two where it is double-spaced."""
    return mode(text.count("\n", one.end, other.start) for one, other in pairwise(lines)) if lines[1:] else 1


def _of_sign(text: str, lines: Sequence[Span], sign: str, apart: int) -> Iterator[Table]:
    kinds = ((line, _is_row(line.of(text), sign)) for line in lines)
    for is_row, group in groupby(kinds, key=lambda pair: pair[1]):
        rows = [line for line, _ in group]
        if is_row:
            for block in _blocks(text, rows, apart):
                for table in _table(text, block, sign):
                    yield straightened(text, table, sign)


def _is_row(line: str, sign: str) -> bool:
    cells = line.split(sign)
    told = [cell for cell in cells if cell.strip()]
    # An indent is no cell, and neither is the sign between the links of a page's foot.
    return (
        len(cells) > 1
        and (len(told) > 1 or len(cells) > 2 or line.rstrip() != line)
        and not any(len(cell) > _LONGEST or _SENTENCE.search(cell) for cell in told)
    )


def _blocks(text: str, rows: Sequence[Span], apart: int) -> Iterator[list[Span]]:
    """The rows of each table: more than the feeds between all lines, a blank line as a rule, part two."""
    block: list[Span] = []
    for row in rows:
        if block and text.count("\n", block[-1].end, row.start) > apart:
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _table(text: str, lines: Sequence[Span], sign: str) -> Iterator[Table]:
    told_lines = [line for line in lines if not _FENCE.fullmatch(line.of(text))]
    rows = [_cells(text, line, sign) for line in told_lines]
    # | a | b | as Markdown has it: the outer signs part nothing.
    if sign == "|" and all(_FRAMED.fullmatch(line.of(text).strip()) for line in told_lines):
        rows = [row[1:-1] for row in rows]
    # The lines of a page above its text that say what it shows (索引号： …  分类： …) are no table of the report.
    if lines and "。" not in text[: lines[0].start]:
        rows = list(dropwhile(lambda row: _is_labelled(text, row), rows))
    wide = [row for row in rows if sum(_SAYS.search(cell.of(text)) is not None for cell in row) > 1]
    if len(wide) < 2 or not any(_DIGIT.search(cell.of(text)) for row in rows for cell in row):
        return
    cells = tuple(
        Cell(n, column, 1, 1, span) for n, row in enumerate(rows) for column, span in enumerate(row)
    )
    told = [cell.span for cell in cells if cell.span.start < cell.span.end]
    # Behind the last word stand the sign that ends its line and cells that are blank; of a line of these alone, only they.
    last = told_lines[-1]
    end = last.end if told[-1].end > last.start else max(cell.span.end for cell in cells)
    yield Table(Span(told[0].start, end), cells)


def _is_labelled(text: str, row: Sequence[Span]) -> bool:
    first = next((cell for cell in row if cell.start < cell.end), None)
    return first is not None and _LABEL.match(first.of(text)) is not None


def _cells(text: str, line: Span, sign: str) -> list[Span]:
    words = line.of(text)
    at, found = line.start, []
    for cell in words.split(sign):
        start = at + len(cell) - len(cell.lstrip())
        found.append(Span(start, max(start, at + len(cell.rstrip()))))
        at += len(cell) + 1
    return found
