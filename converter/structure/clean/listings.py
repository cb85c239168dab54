"""What a program prints through a text that it lists: numbers, times and cells around each line, times of subtitles, blanks between all characters.

None of it is looked for unless all of the text is listed so.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from converter.model import Span
from converter.text.fold import fold

Kind = Literal["line_number", "subtitle", "letter_spacing"]


class Listed(NamedTuple):
    """A place that is none of the text's, and why."""

    span: Span
    kind: Kind


_LINE = re.compile(r"[^\n]+")
# A line with a number near its start, and what may stand around that.
_ROW = re.compile(
    r"(?P<before>第|[^\n\d一-龥。]{0,12})(?P<n>\d{1,5})(?P<behind>[行段句]?(?:[^\n\w]|[A-Za-z]){0,16})"
)
_ITEM = re.compile(r"[(\[]?#[.、)\]] ?")  # an item mark of the text's own; # stands for the number
_END = re.compile(r'[\s"|}\],;]+\Z')
_CLOSING = frozenset('"|}')
_DOUBLED = re.compile(r'"(?=")')
# The other rows of such a list: what its columns are called, a rule, brackets around all.
_HEADER = re.compile(
    r'[ |"]*(?:序号|编号|行号|行|段|[Nn][Oo]\.?|[Ii][Dd]|#)["\t ]*[,;|\t][^。\n]{1,20}|[^\w\n]+'
)
_TIME = re.compile(r" *[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?[ \t]+")
_FEWEST = 8  # lines
_MOST_LEFT_OUT = 3  # numbers from one line to the next
_MOST_WITHOUT = 0.02  # of the lines: blank ones have no number in some listings

_CLOCK = r"(?:\d{1,2}:)?\d{2}:\d{2}[.,]\d{1,3}"
_SUBTITLE = re.compile(rf"(?:\A(?:WEBVTT[^\n]*)?|\n)\s*(?:\d{{1,5}}\s*\n)?{_CLOCK} *--> *{_CLOCK}[^\n]*")

_PAIR = re.compile(r"[一-龥](?=( ?)[一-龥])")
_APART = re.compile(r"(?<=[^ \n]) (?=[^ \n])")
_MOST_TOGETHER = 0.6  # of the characters that one follows; in tables and lists of names more stand together


class _Row(NamedTuple):
    """A line with a number: what it starts with, the number, where the line ends."""

    start: re.Match[str]
    n: int
    end: int


def listed(text: str, folded: str) -> Iterator[Listed]:
    """What a listing of the text has of its own; ``text`` is raw, ``folded`` its folded form."""
    lines = [match for match in _LINE.finditer(text) if match[0].strip()]
    yield from (Listed(span, "line_number") for span in _numbers(text, lines) or _times(text, lines))
    yield from (Listed(span, "subtitle") for span in _subtitles(text))
    yield from (Listed(span, "letter_spacing") for span in _blanks(folded))


def _numbers(text: str, lines: Sequence[re.Match[str]]) -> list[Span]:
    """Numbers and what frames them and the lines, none where not nearly every line has one, each number the next."""
    rows: list[_Row] = []
    headers: list[Span] = []
    without = 0
    for line in lines:
        match = _ROW.match(text, *line.span())
        if match and (not rows or 0 < int(match["n"]) - rows[-1].n <= _MOST_LEFT_OUT):
            rows.append(_Row(match, int(match["n"]), line.end()))
        elif _HEADER.fullmatch(line[0]):
            headers.append(Span(*line.span()))
        elif (without := without + 1) > _MOST_WITHOUT * len(lines):
            return []
    frame = _frame_of(rows) if len(rows) >= _FEWEST else None
    return sorted([*headers, *_framed(text, rows, frame)]) if frame else []


def _frame_of(rows: Sequence[_Row]) -> tuple[str, str] | None:
    """What stands before the number of all rows and behind it; None where that is nothing or an item mark."""
    before = {fold(row.start["before"].strip()) for row in rows}
    behind = _shared([fold(row.start["behind"]) for row in rows])
    one = before.pop()
    return None if before or not behind or _ITEM.fullmatch(f"{one}#{behind}") else (one, behind)


def _shared(all_words: Sequence[str]) -> str:
    """What all begin with."""
    first, last = min(all_words), max(all_words)
    return first[: next((n for n, char in enumerate(first) if last[n : n + 1] != char), len(first))]


def _framed(text: str, rows: Sequence[_Row], frame: tuple[str, str]) -> Iterator[Span]:
    """What stands before a text in its row, behind it, and a quotation mark that is written twice in it."""
    lines = [Span(row.start.end("n") + len(frame[1]), row.end) for row in rows]
    ends = [match[0] if (match := _END.search(line.of(text))) else "" for line in lines]
    closing = _shared([end[::-1] for end in ends])
    length = len(closing) if _CLOSING & {*closing} else 0
    for row, line in zip(rows, lines, strict=True):
        yield Span(row.start.start(), line.start)
        if frame[1].endswith('"') and length:
            yield from (
                Span(*twice.span()) for twice in _DOUBLED.finditer(text, line.start, line.end - length)
            )
        if length:
            yield Span(line.end - length, line.end)


def _times(text: str, lines: Sequence[re.Match[str]]) -> list[Span]:
    found = [Span(*time.span()) for line in lines if (time := _TIME.match(text, *line.span()))]
    return found if len(lines) >= _FEWEST and len(found) >= (1 - _MOST_WITHOUT) * len(lines) else []


def _subtitles(text: str) -> list[Span]:
    """The number and the times of each subtitle with the blank line above: its words follow those of the one before."""
    found = [Span(*match.span()) for match in _SUBTITLE.finditer(text)] if "-->" in text else []
    return found if len(found) >= _FEWEST else []


def _blanks(folded: str) -> Iterator[Span]:
    """The blanks between characters, where most are set apart by one."""
    if folded.count(" ") * 4 < len(folded):
        return
    pairs = [len(match[1]) for match in _PAIR.finditer(folded)]
    if pairs and pairs.count(0) <= _MOST_TOGETHER * len(pairs):
        yield from (Span(*match.span()) for match in _APART.finditer(folded))
