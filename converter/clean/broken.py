"""Line feeds that stand in the middle of a sentence: a paste from a narrow column, a page break, a link on its own line.

A line goes on in the next one where its words do (an open bracket or quotation, a comma at the end, a stop at the next
start, a long line of prose without an end); and in a text that was wrapped at one width, where it reaches that width.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from converter.kept import kept
from converter.model import Dropped
from converter.numerals import spelled

_LINE = re.compile(r"[^\n]+")
_ENDS = ("。", ";", ":", "!", "?", "…", "”", "’", ")", "》", "】", "]", "|", "-")
_GOES_ON = (",", "、", "《", "(", "“", "‘", "「", "『")
_PAIRS = (("“", "”"), ("《", "》"), ("‘", "’"), ("「", "」"), ("『", "』"), ("(", ")"))
# What no sentence starts with; one sign alone is a button's.
_NO_START = re.compile(r"(?!(.)\1)[,。、;:!?)》”’」』](?=.)")
# What starts a part, whatever the line before says.
_PART = re.compile(
    spelled(
        r"(?:第?[{chinese}]{1,3}(?:[、.,]|是|要|部分|章)|\([{chinese}\d]{1,3}\)|\d{1,3}[、.]|[{enclosed}]|--|\[\d{1,3}\]|附件)"
    )
)
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
_FEWEST = 8  # lines that must reach the width for it to be one
_SHARE = 0.35
_SLACK = 6  # columns by which a full line may fall short


@dataclass(frozen=True, slots=True)
class _Row:
    """A line without the blanks around it: where it stands and whether it is indented."""

    start: int
    end: int
    words: str
    indented: bool
    after_blank: bool


def broken_lines(folded: str, reason_of: Callable[[str], str | None]) -> Iterator[Dropped]:
    """The line feeds that break a sentence, each with the blanks around it and the page number it was broken for.

    ``reason_of`` tells why a line is noise, None where it is not.
    """
    rows = [row for row in _rows(folded) if not reason_of(row.words)]
    width = _width(rows)
    indented = sum(row.indented for row in rows) > 2
    so_far = ""  # of the sentence, over the lines that were joined
    for row, after, next_ in zip(rows, rows[1:], [*rows[2:], None], strict=False):
        so_far += row.words
        between = folded[row.end : after.start].strip(" \n")
        apart = after.after_blank and not between
        in_width = width and _is_full(row, width) and not (indented and after.indented)
        breaks = in_width or _breaks(row, after) or _is_between(row, after, next_) or _is_begun(so_far, after)
        if apart or not breaks or _PART.match(after.words) or " | " in row.words or "|" in after.words:
            so_far = ""
        else:
            yield Dropped(row.end, after.start, (between and reason_of(between)) or "line_break")


def _rows(folded: str) -> Iterator[_Row]:
    at = 0
    for line in _LINE.finditer(folded):
        words = line[0].strip(" ")
        if words:
            start = line.start() + len(line[0]) - len(line[0].lstrip(" "))
            feeds = folded.count("\n", at, line.start())
            yield _Row(start, start + len(words), words, start - line.start() > 1, feeds > 1)
            at = line.start() + len(line[0])


def _columns(words: str) -> int:
    return sum(map(_width_of, words))


@kept
def _width_of(char: str) -> int:
    return 2 if east_asian_width(char) in "WFA" else 1


def _breaks(row: _Row, after: _Row) -> bool:
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


def _is_full(row: _Row, width: int) -> bool:
    may_be = len(row.words) <= width <= 2 * len(row.words) + _SLACK
    return may_be and width - _SLACK <= _columns(row.words) <= width


def _width(rows: Sequence[_Row]) -> int | None:
    """The width in columns at which a text was wrapped, None where it was not."""
    if len(rows) < _FEWEST:
        return None
    rank = -1 - len(rows) // 50  # a web address may stick out
    if sorted(len(row.words) for row in rows)[rank] > _NARROW:
        return None
    width = sorted(_columns(row.words) for row in rows)[rank]
    full = [row for row in rows if _is_full(row, width)]
    cut = [row for row in full if not row.words.endswith(_ENDS)]
    wrapped = len(full) >= max(_FEWEST, _SHARE * len(rows)) and 2 * len(cut) > len(full)
    return width if wrapped and _COLUMN <= width <= _NARROW else None
