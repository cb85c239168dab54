"""Line feeds that stand in the middle of a sentence: a paste from a narrow column, a page break, a link on its own line.

A line goes on in the next one where its words do (an open bracket or quotation, a comma at the end, a stop at the next
start, a long line of prose without an end); and in a text that was wrapped at one width, where it reaches that width.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import mode
from unicodedata import east_asian_width

from converter.kept import kept
from converter.model import Dropped
from converter.text.numerals import spelled

GONE = "\0"
"""Stands for a character that is taken out of the text: it belongs to no line."""
_UNSEEN = f" {GONE}"
_LINE = re.compile(r"[^\n]+")
_ENDS = ("。", ";", ":", "!", "?", "…", "”", "’", ")", "》", "】", "]", "|", "-")
_STOPS = tuple("。;:!?”)")
_GOES_ON = (",", "、", "《", "(", "“", "‘", "「", "『")
_PAIRS = (("“", "”"), ("《", "》"), ("‘", "’"), ("「", "」"), ("『", "』"), ("(", ")"))
# What no sentence starts with; one sign alone is a button's.
_NO_START = re.compile(r"(?!(.)\1)[,。、;:!?)》”’」』](?=.)")
# What starts a part, whatever the line before says; and what starts one only behind the end of a sentence.
_PART = re.compile(
    spelled(
        r"(?:第?[{chinese}]{1,3}(?:[、.,](?!\d)|是|要|部分|章)|\([{chinese}\d]{1,3}\)|\d{1,3}[、.](?!\d)|[{enclosed}]|--|\[\d{1,3}\]|附件)"
    )
)
_WEAK = re.compile(spelled(r"[{chinese}]{1,3}[是要]|\d|--|\(\d|附件"))
_MARK_ALONE = re.compile(spelled(r"(?:第?[{chinese}]{1,3}[、,]|\([{chinese}]{1,3}\))"))
_PROSE = re.compile(r"。|,.*,")
_PROSE_LINE = re.compile(r"[,。]|[的了与和及是在对]$")
# Who signs, and when.
_SIGNED = re.compile(
    r"[^,。]{2,30}(?:人民政府|[局厅委办院部会处])$|(?:20\d\d|二[○〇0O零]..) ?年.{1,4}月.{1,4}日$"
)
_FRAGMENT = 10  # characters
_LONG = 60  # characters; no heading is longer
_QUOTED = 40  # characters; a quotation broken over lines is a name, not a speech
_COLUMN = 40  # columns; lines that short are typed so
_NARROW = 130  # columns; a typed paragraph is longer, a page's column is not
_FEW_SENTENCES, _NEARLY_ALL = 20, 0.95
_INNER_STOP = re.compile(r"[。!?](?=[^”’)》])")
_POINT = re.compile(spelled(r"[{chinese}]{1,3}[是要]"))
_FEWEST = 8  # lines that must reach the width for it to be one
_SHARE = 0.25
_ALMOST = 0.9
_SLACK = 6  # columns by which a full line may fall short


@dataclass(frozen=True, slots=True)
class _Row:
    """A line without the blanks around it: where it stands and whether it is indented."""

    start: int
    end: int
    words: str
    indent: int
    after_blank: bool

    @property
    def indented(self) -> bool:
        return self.indent > 1


@dataclass(frozen=True, slots=True)
class _Column:
    """How a text was wrapped: at ``width``, counted in columns of the screen or in characters."""

    width: int
    in_columns: bool
    indented: bool
    """Whether its paragraphs step in."""
    always: bool = False
    """Whether all of them do, so that a line that does not is no paragraph."""

    def is_full(self, row: _Row) -> bool:
        length = _length(row, self.in_columns)
        return self.width - (_SLACK if self.in_columns else 1) <= length <= self.width + 1

    def goes_on(self, row: _Row, after: _Row) -> bool:
        """Whether a line was broken for its width, and the next one is its rest."""
        if self.indented and after.indented:
            return False
        # A line may stick out, where a sign was kept from starting the next.
        sticks_out = _length(row, self.in_columns) > self.width + 1 and not row.words.endswith(_ENDS)
        if not self.is_full(row):
            return sticks_out and bool(_PROSE.search(row.words)) and not _PART.match(after.words)
        if not self.always and (row.words.endswith(_STOPS) or not self.indented):
            return not _PART.match(after.words) or bool(
                _WEAK.match(after.words) and not row.words.endswith(_STOPS)
            )
        return True


def broken_lines(folded: str, reason_of: Callable[[str], str | None]) -> Iterator[Dropped]:
    """The line feeds that break a sentence, each with the blanks around it and the page number it was broken for.

    ``reason_of`` tells why a line is noise, None where it is not.
    """
    rows = [row for row in _rows(folded) if not reason_of(row.words)]
    column = _column(rows)
    spoken = _has_line_for_each_sentence(rows)
    so_far = ""  # of the sentence, over the lines that were joined
    for row, after, next_ in zip(rows, rows[1:], [*rows[2:], None], strict=False):
        so_far += row.words
        between = folded[row.end : after.start].strip(f"\n{_UNSEEN}>")
        apart = after.after_blank and not between and not _MARK_ALONE.fullmatch(row.words)
        in_column = column is not None and column.goes_on(row, after)
        breaks = _breaks(row, after) or _is_between(row, after, next_) or _is_begun(so_far, after)
        breaks = in_column or (breaks and not _PART.match(after.words)) or (spoken and _speaks_on(row, after))
        if apart or not breaks or " | " in row.words or "|" in after.words:
            so_far = ""
        else:
            yield Dropped(row.end, after.start, (between and reason_of(between)) or "line_break")


def _rows(folded: str) -> Iterator[_Row]:
    at = 0
    for line in _LINE.finditer(folded):
        words = line[0].strip(_UNSEEN)
        if words.strip(">"):  # a quoted blank line is one
            indent = len(line[0]) - len(line[0].lstrip(_UNSEEN))
            start = line.start() + indent
            feeds = folded.count("\n", at, line.start())
            steps = line[0].count(" ", 0, indent)
            yield _Row(start, start + len(words), words.replace(GONE, ""), steps, feeds > 1)
            at = line.start() + len(line[0])


def _length(row: _Row, in_columns: bool) -> int:
    """How long a line is with the blanks before it, which are wide ones in a Chinese text."""
    return row.indent + len(row.words) if not in_columns else 2 * row.indent + sum(map(_width_of, row.words))


@kept
def _width_of(char: str) -> int:
    return 2 if east_asian_width(char) in "WFA" else 1


def _breaks(row: _Row, after: _Row) -> bool:
    if row.words == "-" and after.words.startswith("-"):  # a dash of two characters
        return True
    if _MARK_ALONE.fullmatch(row.words):
        return True
    if _NO_START.match(after.words) or row.words.endswith(_GOES_ON):
        return not after.indented
    if _is_open(row.words) and len(after.words) < _QUOTED:
        return True
    unfinished = len(row.words) > _LONG and not row.words.endswith(_ENDS) and bool(_PROSE.search(row.words))
    return (
        unfinished and not after.indented and bool(_PROSE.search(after.words) or after.words.endswith(_ENDS))
    )


def _is_between(row: _Row, after: _Row, next_: _Row | None) -> bool:
    """A link on a line of its own: what follows it goes on with the sentence, so it does itself."""
    goes_on = next_ is not None and not next_.after_blank and _NO_START.match(next_.words)
    unfinished = not row.words.endswith(_ENDS) and len(after.words) < _QUOTED and not after.indented
    in_prose = _PROSE_LINE.search(row.words) or len(row.words) < _FRAGMENT
    return bool(goes_on and unfinished and in_prose)


def _is_begun(so_far: str, after: _Row) -> bool:
    """A line whose last sentence has no end: a heading holds no sentence before it."""
    before, _, begun = so_far.rpartition("。")
    if not (before or so_far == "--") or _PART.match(begun):
        return False
    return not so_far.endswith(_ENDS[:-1]) and not after.indented and not _SIGNED.match(after.words)


def _is_open(words: str) -> bool:
    return any(words.count(opening) > words.count(closing) for opening, closing in _PAIRS)


def _has_line_for_each_sentence(rows: Sequence[_Row]) -> bool:
    """Whether a text has a line for each sentence and a blank line behind each paragraph."""
    prose = [row.words for row in rows if row.words.endswith(_STOPS) and len(row.words) > _FRAGMENT]
    single = sum(_INNER_STOP.search(words) is None for words in prose)
    parted = sum(row.after_blank for row in rows)
    enough = len(prose) >= _FEW_SENTENCES and _FEWEST <= parted < _ALMOST * len(rows)
    return enough and single >= _NEARLY_ALL * len(prose)


def _speaks_on(row: _Row, after: _Row) -> bool:
    is_part = _PART.match(after.words) and not _POINT.match(after.words)
    return not is_part and row.words.endswith(_STOPS)


def _column(rows: Sequence[_Row]) -> _Column | None:
    """How a text was wrapped, None where it was not."""
    if len(rows) < _FEWEST:
        return None
    rank = -1 - len(rows) // 50  # a web address may stick out
    if sorted(len(row.words) for row in rows)[rank] > _NARROW:
        return None
    indented = sum(row.indented for row in rows) > 2
    columns = [
        _Column(width, kind, indented)
        for kind in (True, False)
        for lengths in [sorted(_length(row, kind) for row in rows)]
        for width in {lengths[rank], mode(lengths[len(lengths) // 2 :])}
    ]
    found = [(count, column) for column in columns if (count := _wrapped(rows, column))]
    column = max(found, key=lambda each: each[0])[1] if found else None
    return replace(column, always=_all_set_apart(rows, column)) if column else None


def _all_set_apart(rows: Sequence[_Row], column: _Column) -> bool:
    """Whether what follows a line that is not full, and so begins a paragraph, steps in or stands behind a blank line."""
    begins = [
        (column.indented and after.indented) or after.after_blank
        for row, after in pairwise(rows)
        if not column.is_full(row)
    ]
    return len(begins) >= _FEWEST and sum(begins) >= _ALMOST * len(begins)


def _wrapped(rows: Sequence[_Row], column: _Column) -> int:
    """How many lines reach the width; 0 where too few do for it to be one."""
    full = [row for row in rows if column.is_full(row)]
    cut = [row for row in full if not row.words.endswith(_ENDS)]
    wrapped = len(full) >= max(_FEWEST, _SHARE * len(rows)) and 2 * len(cut) > len(full)
    narrowest = _COLUMN if column.in_columns else _COLUMN // 2
    return len(full) if wrapped and narrowest <= column.width <= _NARROW else 0
