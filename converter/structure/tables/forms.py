"""The national forms (``forms.toml``): known by the words of their rows and columns."""

import re
from collections.abc import Iterator, Mapping, Sequence

from converter.caching import kept, kept_latest
from converter.knowledge import Bilingual, Record
from converter.knowledge import Table as Known
from converter.structure.tables.words import squeezed
from converter.text.fold import fold

_MOST = 0.6  # of a table's values stand where a form has one
_FEWEST = 3  # columns or rows of a form by which a table is known

Path = tuple[str, ...]
_NUMBER = re.compile(r"(?:\(?[一二三四五六七八九十]{1,3}[)、.]|\(?\d{1,2}[.、)](?!\d))\s*")
_BRACKET = re.compile(r"\([^()]*\)")
_USUAL = (("数量", "数"), ("一年度", "年度"), ("本年度", "本年"), ("上年度", "上年"), ("其它", "其他"))
_QUOTES = re.compile("[“”‘’\"'《》]")


class FormRow(Record, frozen=True):
    """A row of a form and the indicator it states."""

    path: Path
    code: str | None = None
    columns: Mapping[str, str] = {}
    """Indicators that single columns of the row state."""


class Form(Bilingual, frozen=True):
    """A form's table (see ``forms.toml``)."""

    counts: str
    columns: tuple[Path, ...]
    rows: tuple[FormRow, ...]
    total: str | None = None
    counted: Mapping[str, str] = {}
    """Units of single columns, empty where only the report can say."""

    def unit(self, column: Path) -> str:
        """What the values of a column count where the report prints no unit."""
        found = column_of(self, column)
        return self.counted.get(found[-1], self.counts) if found else self.counts


FORMS = Known(__package__, "forms.toml", dict[str, Form])


def forms() -> Mapping[str, Form]:
    """The forms by their keys."""
    return FORMS.load()


def bare(label: str) -> str:
    """A folded label without its number, its remarks and its blanks, as the forms are written."""
    words = squeezed(label).replace(" ", "")
    numbered = _NUMBER.match(words)
    words = words[numbered.end() :] if numbered else words
    return _BRACKET.sub("", words) or words


def _usual(words: str) -> str:
    """A label as it is compared: reports write 数 for 数量, 下一年度 for 下年度, and any quotation mark or none."""
    for written, usual in _USUAL:
        words = words.replace(written, usual)
    return _QUOTES.sub("", words)


@kept
def known_labels() -> frozenset[str]:
    """The words of all rows and columns of all forms."""
    paths = (path for form in forms().values() for path in (*form.columns, *(row.path for row in form.rows)))
    return frozenset(bare(fold(label)) for path in paths for label in path)


def form_of(places: Sequence[tuple[Path, Path]]) -> str | None:
    """The form that a table is, by the labels of its values' rows and columns; None for a table of its own."""
    shares = {key: _share(form, places) for key, form in forms().items()}
    best = max(shares, key=lambda key: shares[key])
    return best if shares[best] >= _MOST else None


def _share(form: Form, places: Sequence[tuple[Path, Path]]) -> float:
    found = [
        (row_of(form, row), column)
        for row, path in places
        if (column := column_of(form, path)) and (not form.rows or row_of(form, row))
    ]
    columns, rows = {column for _, column in found}, {row.path for row, _ in found if row}
    known = max(len(columns), len(rows) if form.rows else 0) >= min(_FEWEST, len(form.columns))
    return len(found) / len(places) if known else 0


def column_of(form: Form, path: Path) -> Path | None:
    """Which column of a form a column's labels name."""
    return _closest(form.columns, path)


def row_of(form: Form, path: Path) -> FormRow | None:
    """Which row of a form a row's labels name."""
    found = _closest(tuple(row.path for row in form.rows), path)
    return next((row for row in form.rows if row.path == found), None)


@kept_latest(4096)
def _closest(known: tuple[Path, ...], path: Path) -> Path | None:
    """The one of ``known`` that ends as ``path`` does and has most of its wider labels."""
    said = tuple(_usual(bare(label)) for label in path)
    if not said:
        return None
    ends = {one: tuple(_usual(bare(fold(label))) for label in one) for one in known}
    found = [one for one in known if ends[one][-1] == said[-1]]
    return max(found, key=lambda one: (len({*ends[one]} & {*said}), -len(one)), default=None)


def code_of(form: Form, row: Path, column: Path) -> str | None:
    """The indicator that a value of a form states, None where the dictionary has none."""
    found, over = row_of(form, row), column_of(form, column)
    if found is None or over is None:
        return None
    if over[-1] in found.columns:
        return found.columns[over[-1]]
    return found.code if form.total in (None, over[-1]) else None


def by_levels(columns: Sequence[Path]) -> Iterator[tuple[str, int, int, int]]:
    """The labels of a form as they are read, row by row, each with its level and the columns it stands over."""
    for level in range(max(map(len, columns))):
        at = 0
        while at < len(columns):
            end = at + 1
            while end < len(columns) and columns[end][: level + 1] == columns[at][: level + 1]:
                end += 1
            if level < len(columns[at]):
                yield columns[at][level], level, at, end - 1
            at = end
