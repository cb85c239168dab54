"""How a text was wrapped: its lines, and the width at which a narrow column or a page broke them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import mode
from unicodedata import east_asian_width

from msgspec import Struct
from msgspec.structs import replace

from converter.caching import kept
from converter.text.numerals import spelled

GONE = "\0"
"""Stands for a character that is taken out of the text: it belongs to no line."""
UNSEEN = f" {GONE}"
_LINE = re.compile(r"[^\n]+")
ENDS = ("。", ";", ":", "!", "?", "…", "”", "’", ")", "》", "】", "]", "|", "-")
STOPS = tuple("。;:!?”)")
# What starts a part, whatever the line before says; and what starts one only behind the end of a sentence.
PART = re.compile(
    spelled(
        r"(?:第?[{chinese}]{1,3}(?:[、.,](?!\d)|是|要|部分|章)|\([{chinese}\d]{1,3}\)|\d{1,3}[、.](?!\d)|\d{1,2}(?:\.\d{1,2}){1,2} (?=[一-龥])|[{enclosed}]|--|\[\d{1,3}\]|附件)"
    )
)
_WEAK = re.compile(spelled(r"[{chinese}]{1,3}[是要]|\d|--|\(\d|附件"))
PROSE = re.compile(r"。|,.*,")
_COLUMN = 40  # columns; lines that short are typed so …
_MOST_OF_TEXT = 0.5  # … unless so much of a text is in full lines of one width
_NARROW = 130  # columns; a typed paragraph is longer, a page's column is not
FEWEST = 8  # lines that must reach the width for it to be one
_SHARE = 0.25
ALMOST = 0.9
_STICKS_OUT = 50  # lines of which one may be longer: a web address
_SLACK = 6  # columns by which a full line may fall short


class Row(Struct, frozen=True):
    """A line without the blanks around it: where it stands and whether it is indented."""

    start: int
    end: int
    words: str
    indent: int
    after_blank: bool

    @property
    def indented(self) -> bool:
        return self.indent > 1


class Column(Struct, frozen=True):
    """How a text was wrapped: at ``width``, counted in columns of the screen or in characters."""

    width: int
    in_columns: bool
    indented: bool
    """Whether its paragraphs step in."""
    always: bool = False
    """Whether all of them do, so that a line that does not is no paragraph."""

    def is_full(self, row: Row) -> bool:
        length = _length(row, self.in_columns)
        return self.width - (_SLACK if self.in_columns else 1) <= length <= self.width + 1

    def goes_on(self, row: Row, after: Row) -> bool:
        """Whether a line was broken for its width, and the next one is its rest."""
        if self.indented and after.indented:
            return False
        # A line may stick out, where a sign was kept from starting the next.
        sticks_out = _length(row, self.in_columns) > self.width + 1 and not row.words.endswith(ENDS)
        if not self.is_full(row):
            return sticks_out and bool(PROSE.search(row.words)) and not PART.match(after.words)
        if not self.always and (row.words.endswith(STOPS) or not self.indented):
            return not PART.match(after.words) or bool(
                _WEAK.match(after.words) and not row.words.endswith(STOPS)
            )
        return True


def rows_of(folded: str) -> Iterator[Row]:
    at = 0
    for line in _LINE.finditer(folded):
        words = line[0].strip(UNSEEN)
        if words.strip(">"):  # a quoted blank line is one
            indent = len(line[0]) - len(line[0].lstrip(UNSEEN))
            start = line.start() + indent
            feeds = folded.count("\n", at, line.start())
            steps = line[0].count(" ", 0, indent)
            yield Row(start, start + len(words), words.replace(GONE, ""), steps, feeds > 1)
            at = line.start() + len(line[0])


def _length(row: Row, in_columns: bool) -> int:
    """How long a line is with the blanks before it, which are wide ones in a Chinese text."""
    return row.indent + len(row.words) if not in_columns else 2 * row.indent + sum(map(_width_of, row.words))


@kept
def _width_of(char: str) -> int:
    return 2 if east_asian_width(char) in "WFA" else 1


def has_paragraphs(folded: str) -> bool:
    """Whether more lines are longer than any column than may stick out of one, so that ``column_of`` finds none."""
    lines = [len(line) for line in map(str.strip, folded.split("\n")) if line]
    return sum(length > _NARROW for length in lines) > len(lines) // _STICKS_OUT


def column_of(rows: Sequence[Row]) -> Column | None:
    """How a text was wrapped, None where it was not."""
    if len(rows) < FEWEST:
        return None
    rank = -1 - len(rows) // _STICKS_OUT
    if sorted(len(row.words) for row in rows)[rank] > _NARROW:
        return None
    indented = sum(row.indented for row in rows) > 2
    columns = [
        Column(width, kind, indented)
        for kind in (True, False)
        for lengths in [sorted(_length(row, kind) for row in rows)]
        for width in {lengths[rank], mode(lengths[len(lengths) // 2 :])}
    ]
    found = [(count, column) for column in columns if (count := _wrapped(rows, column))]
    column = max(found, key=lambda each: each[0])[1] if found else None
    return replace(column, always=_all_set_apart(rows, column)) if column else None


def _all_set_apart(rows: Sequence[Row], column: Column) -> bool:
    """Whether what follows a line that is not full, and so begins a paragraph, steps in or stands behind a blank line."""
    begins = [
        (column.indented and after.indented) or after.after_blank
        for row, after in pairwise(rows)
        if not column.is_full(row)
    ]
    return len(begins) >= FEWEST and sum(begins) >= ALMOST * len(begins)


def _wrapped(rows: Sequence[Row], column: Column) -> int:
    """How many lines reach the width; 0 where too few do for it to be one."""
    full = [row for row in rows if column.is_full(row)]
    cut = [row for row in full if not row.words.endswith(ENDS)]
    wrapped = len(full) >= max(FEWEST, _SHARE * len(rows)) and 2 * len(cut) > len(full)
    narrowest = _COLUMN if column.in_columns else _COLUMN // 2
    if len(full) > _MOST_OF_TEXT * len(rows):
        narrowest //= 2
    return len(full) if wrapped and narrowest <= column.width <= _NARROW else 0
