"""A report's table as Markdown that people can edit and a phone can show: a caption, then a table for each of its heads.

Its own caption and line of units stand in ours, and so does a remark from its corner.

Markdown has no merged cells. So a wider label of rows is a row of its own above them, wider labels of columns stand in
the heads of each, and what all columns have in common in the caption; a single row of many values becomes a column.
"""

import re
from collections.abc import Iterator, Sequence

from converter.model import Cell, Report, Table
from converter.pages.edition import CHINESE
from converter.pages.frame import marked, table
from converter.structure.tables import Body, bodies
from converter.text.markdown import cell, one_line, prose

_MOST = 8  # columns of values beside the label; a single row of more is turned
_WITHIN = " · "
_REMARK = re.compile(r"\(.{6,}\)")
_NUMBERED = re.compile(r"附?表 ?[\d一二三四五六七八九十]")


def table_blocks(report: Report, own: Table) -> Iterator[str]:
    """The blocks of a table: its caption with its id, and its rows; an unread one as it stands, marked."""
    text = report.source.text
    if own.unread:
        yield marked(CHINESE.word("table_unread"), f"#{own.id} .unread")
        yield prose(own.span.of(text))
        return
    for n, body in enumerate(bodies(own, report.folded)):
        shared = _shared(body)
        remarks = (words for words in body.corner if _REMARK.fullmatch(words))
        caption = _WITHIN.join(
            map(cell, (*(_said(own, text) if n == 0 else ()), *body.group, *shared, *remarks))
        )
        yield marked(caption, f"#{own.id} .table" if n == 0 else ".table")
        yield _rows(body, len(shared), text)


def _said(own: Table, text: str) -> Iterator[str]:
    """The number we give a table, unless its caption has one, its caption and the line that says what it counts."""
    caption = one_line(own.caption.of(text)) if own.caption else ""
    if not _NUMBERED.match(caption):
        yield CHINESE.word("table_number", number=own.id.rpartition("t")[2])
    if caption:
        yield caption
    if own.unit and own.unit != own.caption:
        yield one_line(own.unit.of(text))


def _shared(body: Body) -> tuple[str, ...]:
    """The labels that all columns have in common."""
    if len(body.columns) < 2:
        return ()
    shared: tuple[str, ...] = ()
    for labels in zip(*(path[:-1] for path in body.columns), strict=False):
        if len(set(labels)) > 1:
            break
        shared = (*shared, labels[0])
    return shared


def _rows(body: Body, shared: int, text: str) -> str:
    heads = [_WITHIN.join(path[shared:]) for path in body.columns]
    label = next((words for words in reversed(body.corner) if not _REMARK.fullmatch(words)), "")
    label = cell(label) or CHINESE.word("item")
    if len(body.rows) == 1 and len(heads) > _MOST:
        values = [_words(found, text) for found in body.rows[0].cells]
        head = _WITHIN.join(body.rows[0].label) or CHINESE.word("content")
        return table([label, cell(head)], zip(map(cell, heads), values, strict=True))
    # What stands in columns without a head under one over several reaches over them.
    kept = [
        n for n in range(len(heads)) if any(_begins(row.cells[n]) for row in body.rows) or _is_first(heads, n)
    ]
    header = [label, *(cell(heads[n]) for n in kept)]
    rows: list[list[str]] = []
    above: Sequence[str] = ()
    for row in body.rows:
        for n, wider in enumerate(row.label[:-1]):
            if row.label[: n + 1] != above[: n + 1]:
                rows.append([cell(wider), *[""] * len(kept)])
        above = row.label
        label = f"{row.serial}. " if row.serial else ""
        label += row.label[-1] if row.label else ""
        rows.append([cell(label), *(_words(row.cells[n], text) for n in kept)])
    return table(header, rows)


def _begins(found: Cell | None) -> bool:
    return found is not None and found.span.start < found.span.end


def _is_first(heads: Sequence[str], n: int) -> bool:
    return n == 0 or heads[n] != heads[n - 1]


def _words(found: Cell | None, text: str) -> str:
    return cell(found.span.of(text)) if found else ""
