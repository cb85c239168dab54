"""A report's table as Markdown that people can edit and a phone can show: a caption, then a table for each of its heads.

Markdown has no merged cells. So a wider label of rows is a row of its own above them, wider labels of columns stand in
the heads of each, and what all columns have in common in the caption; a single row of many values becomes a column.
"""

from collections.abc import Iterator, Sequence

from converter.model import Cell, Report, Table
from converter.pages.edition import CHINESE
from converter.pages.frame import marked, table
from converter.structure.tables import Body, bodies
from converter.text.markdown import cell, prose

_MOST = 8  # columns of values beside the label; a single row of more is turned
_WITHIN = " · "


def table_blocks(report: Report, own: Table) -> Iterator[str]:
    """The blocks of a table: its caption with its id, and its rows; an unread one as it stands, marked."""
    text = report.source.text
    if own.unread:
        yield marked(CHINESE.word("table_unread"), f"#{own.id} .unread")
        yield prose(own.span.of(text))
        return
    found = list(bodies(own, report.folded))
    for n, body in enumerate(found):
        shared = _shared(body)
        said = CHINESE.word("table_number", number=own.id.rpartition("t")[2])
        caption = _WITHIN.join(map(cell, (*((said,) if n == 0 else ()), *body.group, *shared)))
        yield marked(caption, f"#{own.id} .table" if n == 0 else ".table")
        yield _rows(body, len(shared), text)


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
    label = CHINESE.word("item")
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
        rows.append(
            [cell((*row.label, "")[-2 if row.label else 0]), *(_words(row.cells[n], text) for n in kept)]
        )
    return table(header, rows)


def _begins(found: Cell | None) -> bool:
    return found is not None and found.span.start < found.span.end


def _is_first(heads: Sequence[str], n: int) -> bool:
    return n == 0 or heads[n] != heads[n - 1]


def _words(found: Cell | None, text: str) -> str:
    return cell(found.span.of(text)) if found else ""
