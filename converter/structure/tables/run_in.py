"""Tables whose cells are still parted by tabs, but whose rows ran together into a line of their own or of prose.

The last cell of a row and the first one of the next stand in one piece between two tabs.  Where that is shows in the
rhythm: a blank in every third piece, or the number of the next row at its end.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from converter.model import Cell, Span, Table
from converter.structure.tables.forms import bare, known_labels
from converter.text.fold import fold
from converter.text.numerals import spelled

_LINE = re.compile(r"^.*\t.*$", re.M)  # from its start, as each other place would be tried as well
_TAB = re.compile(r"\t")
_CELL = re.compile(r"\S+")
_WORD = re.compile(r"[^\s。;!?]+[。;!?]*")
_BLANKS = re.compile(r"\s+")
_MARK = re.compile(spelled(r"附[件表]|(?:^|\s|(?<=。))(?:[{chinese}]{1,3}、|\([{chinese}]{1,3}\))\S*"))
_STOP = re.compile(r"[。;!?]")
_DIGIT = re.compile(r"\d")
_LAST_DIGITS = re.compile(r"(?<=\D)\d{1,3}$")
_ITEM = re.compile(r"\(?\d{1,3}[.、)]")
_LONGEST = 200  # characters of a cell; what is longer is a text
_SHORT = 24  # characters of most cells where nothing tells the rows
_ROWS, _PIECES, _WIDEST = 3, 6, 12


class _Run(NamedTuple):
    """Pieces between tabs that may be cells, and the words before and behind them that may be."""

    first: Span | None
    pieces: tuple[Span, ...]
    last: Span | None


def run_in(text: str) -> list[Table]:
    """The tables whose rows ran together: at least three rows of one rhythm, or many short pieces, which stay unread."""
    if text.count("\t") <= _PIECES:
        return []
    folded = fold(text)
    lines = (line for line in _LINE.finditer(text) if line[0].count("\t") > _PIECES)
    return [table for line in lines for run in _runs(text, folded, line) for table in _tables(folded, run)]


def _runs(text: str, folded: str, line: re.Match[str]) -> Iterator[_Run]:
    tabs = [match.start() for match in _TAB.finditer(text, *line.span())]
    starts, stops = [line.start(), *(tab + 1 for tab in tabs)], [*tabs, line.end()]
    pieces = [_trimmed(folded, start, stop) for start, stop in zip(starts, stops, strict=True)]
    last = len(pieces) - 1
    ends = [n for n, piece in enumerate(pieces) if n in (0, last) or _is_end(piece.of(folded))]
    for start, end in pairwise(ends):
        if end - start > _ROWS:
            first = _word(folded, pieces[start], -1, alone=start == 0)
            behind = _word(folded, pieces[end], 0, alone=end == last)
            yield _Run(first, tuple(pieces[start + 1 : end]), behind)


def _is_end(words: str) -> bool:
    """Whether a piece holds more than the end of a row and the start of the next."""
    marks = (match[0].strip() for match in _MARK.finditer(words))
    headed = any(bare(mark) not in known_labels() for mark in marks)
    return headed or len(words) > _LONGEST or len(_BLANKS.split(words)) > 2


def _word(folded: str, piece: Span, which: int, *, alone: bool) -> Span | None:
    """The first or the last word of a piece, None where it is no cell's; ``alone`` it may be all there is."""
    words = list(_WORD.finditer(folded, *piece))
    told = len(words) > (0 if alone else 1) and len(words[which][0]) < _SHORT
    return Span(*words[which].span()) if told else None


def _tables(folded: str, run: _Run) -> Iterator[Table]:
    at, found = 0, False
    while at < len(run.pieces):
        rows, behind = _by_blanks(folded, run, at)
        if len(rows) < _ROWS:
            rows, behind = _by_numbers(folded, run.pieces, at)
        if len(rows) < _ROWS:
            break
        if _states(folded, rows):
            yield _table(rows)
        at, found = behind, True
    if not found and _looks_short(folded, run.pieces):
        span = Span(run.pieces[0].start, run.pieces[-1].end)
        yield Table(span, (Cell(0, 0, 1, 1, span),), unread=True)


def _states(folded: str, rows: Sequence[Sequence[Span]]) -> bool:
    """Whether rows hold figures, and none of their cells is the number of an item of a list."""
    words = [cell.of(folded) for row in rows for cell in row]
    return any(map(_DIGIT.search, words)) and not any(map(_ITEM.fullmatch, words))


def _by_blanks(folded: str, run: _Run, at: int) -> tuple[list[list[Span]], int]:
    """Rows from piece ``at`` on, each ending in a piece with one blank, and where the next table may begin."""
    first = run.first if at == 0 else _split(folded, run.pieces[at - 1])[-1]
    joints = [n for n in range(at, len(run.pieces)) if len(_split(folded, run.pieces[n])) > 1]
    if not joints or first is None:
        return [], at
    step, row, end = joints[0] - at + 1, [first], at
    rows: list[list[Span]] = []
    for n in range(at, len(run.pieces)):
        parts = _split(folded, run.pieces[n])
        is_last = (n - at + 1) % step == 0
        if is_last != (len(parts) > 1):
            return rows, end
        row.append(parts[0])
        if is_last:
            rows, row, end = [*rows, row], [parts[1]], n + 1
    if run.last and len(row) == step:
        rows.append([*row, run.last])
    return rows, len(run.pieces)


def _by_numbers(folded: str, pieces: Sequence[Span], at: int) -> tuple[list[list[Span]], int]:
    """Rows that are counted: each piece before one ends with its number.  Where the last one ends nothing says."""
    for start in range(at, len(pieces)):
        if counted := _LAST_DIGITS.search(pieces[start].of(folded)):
            for step in range(2, _WIDEST):  # a number and one text is an item of a list
                numbers = list(_counted(folded, pieces[start::step], int(counted[0])))
                if len(numbers) > _ROWS:
                    end = start + step * (len(numbers) - 1)
                    return _numbered(pieces[start + 1 : end + 1], step, numbers), end
    return [], at


def _counted(folded: str, pieces: Sequence[Span], n: int) -> Iterator[Span]:
    """The numbers at the ends of pieces, as long as each is one more than the one before."""
    for count, piece in enumerate(pieces, n):
        number = Span(piece.end - len(str(count)), piece.end)
        if number.start <= piece.start or number.of(folded) != str(count):
            return
        yield number


def _numbered(pieces: Sequence[Span], step: int, numbers: Sequence[Span]) -> list[list[Span]]:
    """Each number with the pieces behind it, up to the next number."""
    rows = [[number, *pieces[n * step : (n + 1) * step]] for n, number in enumerate(numbers[:-1])]
    for row, after in zip(rows, numbers[1:], strict=True):
        row[-1] = Span(row[-1].start, after.start)
    return rows


def _looks_short(folded: str, pieces: Sequence[Span]) -> bool:
    """Whether most pieces are no sentences and many hold figures."""
    words = [piece.of(folded) for piece in pieces]
    short = [said for said in words if len(said) <= _SHORT and not _STOP.search(said)]
    figures = sum(1 for said in short if _DIGIT.search(said))
    return len(pieces) >= _PIECES and 3 * len(short) > 2 * len(pieces) and 2 * figures > len(pieces)


def _table(rows: Sequence[Sequence[Span]]) -> Table:
    cells = tuple(
        Cell(n, column, 1, 1, span) for n, row in enumerate(rows) for column, span in enumerate(row)
    )
    told = [cell.span for cell in cells if cell.span.start < cell.span.end]
    return Table(Span(told[0].start, told[-1].end), cells)


def _split(folded: str, piece: Span) -> list[Span]:
    """The parts of a piece that blanks part."""
    return [Span(*match.span()) for match in _CELL.finditer(folded, *piece)] or [piece]


def _trimmed(folded: str, start: int, end: int) -> Span:
    words = folded[start:end]
    left = start + len(words) - len(words.lstrip())
    return Span(left, max(left, start + len(words.rstrip())))
