"""Cells of tables → observations: value, unit, name and period from the cell and the labels of its row and column."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from converter.figures.locations import TableLocation
from converter.figures.units import UNIT, named_unit
from converter.model import Cell, CellPlace, Measure, Observation, Report, Span
from converter.structure.tables import Named, named_cells
from converter.structure.tables.forms import Form, code_of, form_of, forms
from converter.structure.tables.words import squeezed, unit_of

BETWEEN = " · "
"""What stands between the names of a row and of a column."""
_NUMBER = re.compile(r"(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.]|\(?\d{1,2}[.、)](?!\d))\s*")
_BRACKET = re.compile(r"\((?:单位[:：]?)?([^()]*)\)")
_AMOUNT = re.compile(r"[-+]?[\d,]+(?:\.\d+)?")
_SCALES = {"万": 10**4, "亿": 10**8, "千": 10**3, "百万": 10**6}
_MONEY = re.compile(r"(?P<scale>万|亿|千|百万)?(?P<unit>.+)")
_YEAR = re.compile(r"(?:19|20)\d\d年?度?")
_IMPLIED = re.compile(r"(件|人次|家次|人|次|项|宗|起)[数量次]{1,2}$")
_OF_WIDER = ("总计", "合计", "小计", "其他")
_SHARE = ("%", "‰")
_CHANGE = re.compile(r"增长|增减|增幅|同比|降幅")
_DIFFERENCE = re.compile(r"增/?减|比上年增|比上年减")
_REMARK = 8  # characters; longer brackets in a label are a remark


class _Unit(NamedTuple):
    name: str
    times: int


def cell_observations(report: Report, place: TableLocation) -> Iterator[Observation]:
    """The observations of a table, in the order of its text."""
    table = place.table
    if table.unread:
        return
    found = list(named_cells(table, report.folded))
    names = _Names(found)
    rows = _row_spans(table.cells)
    for named in found:
        yield _observation(report, place, named, names, rows[named.cell.row])


def _observation(
    report: Report, place: TableLocation, named: Named, names: "_Names", row: Span
) -> Observation:
    cell, form = named.cell, names.form
    printed = squeezed(cell.span.of(report.folded))
    unit = _unit(printed, named, form)
    value = Decimal(_AMOUNT.match(printed)[0].replace(",", "")) * unit.times  # type: ignore[index]
    return Observation(
        id=f"{place.table.id}-r{cell.row}-c{cell.column}",
        span=cell.span,
        value=Decimal(f"{value.normalize():f}"),
        upper=None,
        unit=unit.name,
        bound="exact",
        measure=_measure(unit.name, named),
        status="result",
        indicator=names.of(named),
        period=names.period(named) or (f"{report.report_year}年" if report.report_year else None),
        chapter=place.chapter,
        section=place.section,
        paragraph=place.table.id,
        sentence=row,
        code=code_of(form, named.row, named.column) if form else None,
        cell=CellPlace(place.table.id, cell.row, cell.column),
    )


def _row_spans(cells: Iterable[Cell]) -> dict[int, Span]:
    """From the first word to the last of each row."""
    found: dict[int, Span] = {}
    for cell in cells:
        if cell.span.start < cell.span.end:
            begun = found.get(cell.row, cell.span)
            found[cell.row] = Span(min(begun.start, cell.span.start), max(begun.end, cell.span.end))
    return found


def _unit(printed: str, named: Named, form: Form | None) -> _Unit:
    """The unit of a value: behind it, in a label's brackets, or in the word the label ends with."""
    if own := unit_of(printed):
        return _scaled(own)
    labels = [*reversed(named.column), *reversed(named.row)]
    bracketed = (_in_brackets(label) for label in labels)
    implied = (match and match[1] for label in labels[:1] for match in [_IMPLIED.search(_core(label))])
    return _scaled(next(filter(None, (*bracketed, *implied)), form.unit(named.column) if form else ""))


def _in_brackets(label: str) -> str | None:
    for words in _BRACKET.findall(label):
        match = _MONEY.fullmatch(words.strip())
        if match and re.fullmatch(rf"{UNIT}|[%‰]", match["unit"]):
            return str(words.strip())
    return None


def _scaled(words: str) -> _Unit:
    match = _MONEY.fullmatch(words)
    if not match:
        return _Unit("", 1)
    name, times = named_unit(match["unit"], "", "")
    return _Unit(name or match["unit"], times * _SCALES.get(match["scale"] or "", 1))


def _measure(unit: str, named: Named) -> Measure:
    labels = "".join((*named.row, *named.column))
    if _DIFFERENCE.search(labels) or (unit in (*_SHARE, "个百分点") and _CHANGE.search(labels)):
        return "change"
    return "rate" if unit in _SHARE else "level"


def _core(label: str) -> str:
    """A label without its number, its unit and its remarks."""
    words = _NUMBER.sub("", label, count=1) if _NUMBER.match(label) else label
    bare = _BRACKET.sub(lambda b: "" if _in_brackets(b[0]) or len(b[0]) > _REMARK else b[0], words)
    return bare or words


class _Names:
    """The form a table is, if it is one, and the names of its values: the narrowest labels, with wider ones where those stand for several rows."""

    def __init__(self, found: Sequence[Named]) -> None:
        self._rows = _ends({named.row for named in found}, of_wider=_OF_WIDER)
        self._columns = _ends({named.column for named in found})
        key = form_of([(named.row, named.column) for named in found]) if found else None
        self.form = forms()[key] if key else None

    def of(self, named: Named) -> str:
        """The name of a value; a year is its period and no part of the name."""
        sides = (self._rows[named.row], self._columns[named.column])
        return BETWEEN.join(filter(None, map(_without_years, sides)))

    def period(self, named: Named) -> str | None:
        """The year a label names, if one does."""
        years = [label for label in (*named.row, *named.column) if _YEAR.fullmatch(label)]
        return f"{years[-1][:4]}年" if years else None


def _without_years(labels: Sequence[str]) -> str:
    return "-".join(core for core in labels if not _YEAR.fullmatch(core))


def _ends(
    paths: Iterable[tuple[str, ...]], of_wider: Sequence[str] = ()
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Each path's shortest end that no other path has, in words without numbers; ``of_wider`` say nothing alone."""
    cores = {path: tuple(map(_core, path)) for path in paths}
    counts = Counter(core[-n:] for core in cores.values() for n in range(1, len(core) + 1))
    return {
        path: next(
            (
                core[-n:]
                for n in range(2 if core and core[-1] in of_wider else 1, len(core))
                if counts[core[-n:]] == 1
            ),
            core,
        )
        for path, core in cores.items()
    }
