"""Cells of tables → observations: value, unit, name and period from the cell and the labels of its row and column."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from converter.figures.locations import TableLocation
from converter.figures.units import UNIT, named_unit
from converter.model import Cell, CellPlace, Measure, Observation, Report, Span, Status
from converter.structure.tables import Named, named_cells
from converter.structure.tables.captions import unit_in
from converter.structure.tables.forms import code_of, form_of, forms
from converter.structure.tables.words import squeezed, unit_of

BETWEEN = " · "
"""What stands between the names of a row and of a column."""
_NUMBER = re.compile(r"(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.]|\(?\d{1,2}[.、)](?!\d))\s*")
_BRACKET = re.compile(r"\((?:单位[:：]?)?([^()]*)\)")
_AMOUNT = re.compile(r"[-+]?[\d,]+(?:\.\d+)?")
_SCALES = {"万": 10**4, "亿": 10**8, "千": 10**3, "百万": 10**6}
_MONEY = re.compile(r"(?P<scale>万|亿|千|百万)?(?P<unit>.+)")
_YEAR = re.compile(r"(?:19|20)\d\d年?度?")
_OF_YEAR = re.compile(r"((?:19|20)\d\d)年度?(?!以来|至|底|末|起|前|[-—~])")
_ALONE = re.compile(r"((?:19|20)\d\d)")
_YEAR_BEFORE = re.compile(r"(?:上一?年度?|去年)(?:同期|实际|实绩|完成)?(?:项目)?(?:数量?|值)?")
_PLANNED = re.compile(r".{0,6}(?:计划|目标|预期|预计|任务)(?:任务|目标|指标|投资)?(?:总?数量?|总?额|值)?")
_REACHED = re.compile(r"完成|实际|达到")
_IMPLIED = re.compile(r"(件|人次|家次|人|次|项|宗|起)[数量次]{1,2}$")
_OF_WIDER = ("总计", "合计", "小计", "其他")
_SHARE = ("%", "‰")
_RATE = re.compile(r"率$|占比|比重|比例|增长|增幅|增减|降幅|同比|环比")
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
    names = _Names(found, table.unit.of(report.folded) if table.unit else "")
    rows = _row_spans(table.cells)
    for named in found:
        yield _observation(report, place, named, names, rows[named.cell.row])


def _observation(
    report: Report, place: TableLocation, named: Named, names: "_Names", row: Span
) -> Observation:
    cell, form = named.cell, names.form
    printed = squeezed(cell.span.of(report.folded))
    unit = _unit(printed, named, names)
    value = Decimal(_AMOUNT.match(printed)[0].replace(",", "")) * unit.times  # type: ignore[index]
    return Observation(
        id=f"{place.table.id}-r{cell.row}-c{cell.column}",
        span=cell.span,
        value=Decimal(f"{value.normalize():f}"),
        upper=None,
        unit=unit.name,
        bound="exact",
        measure=_measure(unit.name, named),
        status=_status(named),
        indicator=names.of(named),
        period=_period(named, report.report_year),
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


def _unit(printed: str, named: Named, names: "_Names") -> _Unit:
    """The unit of a value: behind it, in a label's brackets, in the word the label ends with, or above the table."""
    if own := unit_of(printed):
        return _scaled(own)
    columns, rows = [*reversed(named.column)], [*reversed(named.row)]
    if bracketed := next(filter(None, map(_in_brackets, columns)), None):
        return _scaled(bracketed)
    if any(_RATE.search(_core(label)) for label in columns[:1]):
        return _Unit("", 1)  # what the row counts, or the table, is not what its rate is given in
    if bracketed := next(filter(None, map(_in_brackets, rows)), None):
        return _scaled(bracketed)
    if any(_RATE.search(_core(label)) for label in rows[:1]):
        return _Unit("", 1)
    implied = (match[1] for label in (*columns[:1], *rows[:1]) if (match := _IMPLIED.search(_core(label))))
    return _scaled(next(implied, None) or names.counted(named))


def _in_brackets(label: str) -> str | None:
    if line := unit_in(label):
        return line
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


def _status(named: Named) -> Status:
    """A target where the row or the column is a plan's."""
    ends = (_core(path[-1]) for path in (named.row, named.column) if path)
    planned = any(_PLANNED.fullmatch(label) and not _REACHED.search(label) for label in ends)
    return "target" if planned else "result"


def _period(named: Named, year: int | None) -> str | None:
    """The year that a label begins with or means, else that of the report."""
    ends = [_core(label) for label in (*named.row, *named.column)]
    if told := [match[1] for label in ends if (match := _OF_YEAR.match(label) or _ALONE.fullmatch(label))]:
        return f"{told[-1]}年"
    before = any(_YEAR_BEFORE.fullmatch(label) for label in ends)
    return f"{year - before}年" if year else None


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

    def __init__(self, found: Sequence[Named], unit_line: str = "") -> None:
        self._counted = unit_in(unit_line) or ""
        self._rows = _ends({named.row for named in found}, of_wider=_OF_WIDER)
        self._columns = _ends({named.column for named in found})
        key = form_of([(named.row, named.column) for named in found]) if found else None
        self.form = forms()[key] if key else None

    def of(self, named: Named) -> str:
        """The name of a value; a year is its period and no part of the name."""
        sides = (self._rows[named.row], self._columns[named.column])
        return BETWEEN.join(filter(None, map(_without_years, sides)))

    def counted(self, named: Named) -> str:
        """What a value counts where neither it nor its labels say: by the line above the table, or by the form."""
        return self._counted or (self.form.unit(named.column) if self.form else "")


def _without_years(labels: Sequence[str]) -> str:
    told = (core for core in labels if not _YEAR.fullmatch(core))
    return "-".join(_OF_YEAR.sub("", core, count=1) if _OF_YEAR.match(core) else core for core in told)


def _is_unit_line(label: str) -> bool:
    return label.lstrip("(").startswith(("单位:", "计量单位:")) and unit_in(label) is not None


def _ends(
    paths: Iterable[tuple[str, ...]], of_wider: Sequence[str] = ()
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Each path's shortest end that no other path has, in words without numbers; ``of_wider`` say nothing alone."""
    cores = {path: tuple(_core(label) for label in path if not _is_unit_line(label)) for path in paths}
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
