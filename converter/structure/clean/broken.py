"""Line feeds that stand in the middle of a sentence: a paste from a narrow column, a page break, a link on its own line.

A line goes on in the next one where its words do (an open bracket or quotation, a comma at the end, a stop at the next
start, a long line of prose without an end); and in a text that was wrapped at one width, where it reaches that width.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from converter.model import Dropped
from converter.structure.clean.columns import (
    ALMOST,
    ENDS,
    FEWEST,
    PART,
    PROSE,
    STOPS,
    UNSEEN,
    Row,
    column_of,
    rows_of,
)
from converter.text.numerals import spelled

_GOES_ON = (",", "、", "《", "(", "“", "‘", "「", "『")
_OPENING = ("《", "(", "“")
_CLOSED = re.compile(r"[》)”](?=.)")
_PAIRS = (("“", "”"), ("《", "》"), ("‘", "’"), ("「", "」"), ("『", "』"), ("(", ")"))
# What no sentence starts with; one sign alone is a button's.
_NO_START = re.compile(r"(?!(.)\1)[,。、;:!?)》”’」』](?=.)")
_MARK_ALONE = re.compile(spelled(r"(?:第?[{chinese}]{1,3}[、,]|\([{chinese}]{1,3}\))"))
_PROSE_LINE = re.compile(r"[,。]|[的了与和及是在对]$")
# Who signs, and when.
_SIGNED = re.compile(
    r"[^,。]{2,30}(?:人民政府|[局厅委办院部会处])$|(?:20\d\d|二[○〇0O零]..) ?年.{1,4}月.{1,4}日$"
)
_FRAGMENT = 10  # characters
_LONG = 60  # characters; no heading is longer
_QUOTED = 40  # characters; a quotation broken over lines is a name, not a speech
_FEW_SENTENCES, _NEARLY_ALL = 20, 0.95
_INNER_STOP = re.compile(r"[。!?](?=[^”’)》])")
_DAY = (
    (re.compile(r"\d{4} ?年$"), re.compile(r"\d{1,2} ?月")),
    (re.compile(r"\d ?月$"), re.compile(r"\d{1,2} ?日")),
)
_ENDS = 6  # characters; the longest of these ends
_POINT = re.compile(spelled(r"[{chinese}]{1,3}[是要]"))


def broken_lines(folded: str, reason_of: Callable[[str], str | None]) -> Iterator[Dropped]:
    """The line feeds that break a sentence, each with the blanks around it and the page number it was broken for.

    ``reason_of`` tells why a line is noise, None where it is not.
    """
    rows = [row for row in rows_of(folded) if not reason_of(row.words)]
    column = column_of(rows)
    spoken = _has_line_for_each_sentence(rows)
    so_far = ""  # of the sentence, over the lines that were joined
    for row, after, next_ in zip(rows, rows[1:], [*rows[2:], None], strict=False):
        so_far += row.words
        between = folded[row.end : after.start].strip(f"\n{UNSEEN}>")
        apart = after.after_blank and not between and not _MARK_ALONE.fullmatch(row.words)
        inside = _is_inside(so_far, after)
        in_column = column is not None and column.goes_on(row, after)
        breaks = _breaks(row, after) or _is_between(row, after, next_) or _is_begun(so_far, after)
        breaks = in_column or (breaks and not PART.match(after.words)) or (spoken and _speaks_on(row, after))
        apart, breaks = apart and not inside, breaks or inside
        if apart or not breaks or " | " in row.words or "|" in after.words:
            so_far = ""
        else:
            yield Dropped(row.end, after.start, (between and reason_of(between)) or "line_break")


def _is_inside(so_far: str, after: Row) -> bool:
    """Whether no paragraph can end between two lines, however they are set apart: inside the brackets of a name."""
    opened = so_far.endswith(_OPENING) and not _NO_START.match(after.words)
    return opened or bool(_CLOSED.match(after.words) and _is_open(so_far))


def _breaks(row: Row, after: Row) -> bool:
    if row.words == "-" and after.words.startswith("-"):  # a dash of two characters
        return True
    if _MARK_ALONE.fullmatch(row.words) or _splits_day(row.words, after.words):
        return True
    if _NO_START.match(after.words) or row.words.endswith(_GOES_ON):
        return not after.indented
    if len(after.words) < _QUOTED and _is_open(row.words):
        return True
    unfinished = len(row.words) > _LONG and not row.words.endswith(ENDS) and bool(PROSE.search(row.words))
    return unfinished and not after.indented and bool(PROSE.search(after.words) or after.words.endswith(ENDS))


def _splits_day(before: str, after: str) -> bool:
    return any(end.search(before, len(before) - _ENDS) and start.match(after) for end, start in _DAY)


def _is_between(row: Row, after: Row, next_: Row | None) -> bool:
    """A link on a line of its own: what follows it goes on with the sentence, so it does itself."""
    goes_on = next_ is not None and not next_.after_blank and _NO_START.match(next_.words)
    unfinished = not row.words.endswith(ENDS) and len(after.words) < _QUOTED and not after.indented
    in_prose = _PROSE_LINE.search(row.words) or len(row.words) < _FRAGMENT
    return bool(goes_on and unfinished and in_prose)


def _is_begun(so_far: str, after: Row) -> bool:
    """A line whose last sentence has no end: a heading holds no sentence before it."""
    before, _, begun = so_far.rpartition("。")
    if not (before or so_far == "--") or PART.match(begun):
        return False
    return not so_far.endswith(ENDS[:-1]) and not after.indented and not _SIGNED.match(after.words)


def _is_open(words: str) -> bool:
    return any(words.count(opening) > words.count(closing) for opening, closing in _PAIRS)


def _has_line_for_each_sentence(rows: Sequence[Row]) -> bool:
    """Whether a text has a line for each sentence and a blank line behind each paragraph."""
    prose = [row.words for row in rows if row.words.endswith(STOPS) and len(row.words) > _FRAGMENT]
    single = sum(_INNER_STOP.search(words) is None for words in prose)
    parted = sum(row.after_blank for row in rows)
    enough = len(prose) >= _FEW_SENTENCES and FEWEST <= parted < ALMOST * len(rows)
    return enough and single >= _NEARLY_ALL * len(prose)


def _speaks_on(row: Row, after: Row) -> bool:
    is_part = PART.match(after.words) and not _POINT.match(after.words)
    return not is_part and row.words.endswith(STOPS)
