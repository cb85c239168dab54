"""What a program prints through a text that it lists: numbers, times and cells around each line, times of subtitles, blanks between all characters.

None of it is looked for unless all of the text is listed so.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from converter.model import Span

Kind = Literal["line_number", "subtitle", "letter_spacing"]


class Listed(NamedTuple):
    """A place that is none of the text's, and why."""

    span: Span
    kind: Kind


_LINE = re.compile(r"[^\n]+")
# In a table, the number's cell and the sign that opens the text's.
_NUMBER = re.compile(r' *(?:\| *)?"?(\d{1,5})"?(?:[ \t]*[\t|│┆,;]|  | (?=[^\d.年月日]))[ \t]*"?')
_CLOSING = re.compile(r'[ \t]*["|][ \t]*$')
_DOUBLED = re.compile(r'"(?=")')
# The first rows of such a table: what its columns are called, a rule below.
_HEADER = re.compile(
    r'[ |"]*(?:序号|编号|行号|行|段|[Nn][Oo]\.?|[Ii][Dd]|#)["\t ]*[,;|\t][^。\n]{1,20}|[ |+:=─┼━-]{5,}'
)
_TIME = re.compile(r" *[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?[ \t]+")
_FEWEST = 8  # lines
_MOST_WITHOUT = 0.02  # of the lines: blank ones have no number in some listings

_CLOCK = r"(?:\d{1,2}:)?\d{2}:\d{2}[.,]\d{1,3}"
_SUBTITLE = re.compile(rf"(?:\A(?:WEBVTT[^\n]*)?|\n)\s*(?:\d{{1,5}}\s*\n)?{_CLOCK} *--> *{_CLOCK}[^\n]*")

_PAIR = re.compile(r"[一-龥](?=( ?)[一-龥])")
_APART = re.compile(r"(?<=[^ \n]) (?=[^ \n])")
_MOST_TOGETHER = 0.4  # of the characters that one follows


def listed(text: str, folded: str) -> Iterator[Listed]:
    """What a listing of the text has of its own; ``text`` is raw, ``folded`` its folded form."""
    lines = [match for match in _LINE.finditer(text) if match[0].strip()]
    yield from (Listed(span, "line_number") for span in _numbers(text, lines) or _times(text, lines))
    yield from (Listed(span, "subtitle") for span in _subtitles(text))
    yield from (Listed(span, "letter_spacing") for span in _blanks(folded))


def _numbers(text: str, lines: Sequence[re.Match[str]]) -> list[Span]:
    """Numbers and cells around lines, none where not nearly every line has one, each number the next."""
    found: list[Span] = []
    headers: list[Span] = []
    last, without = 0, 0
    for line in lines:
        match = _NUMBER.match(text, *line.span())
        n = int(match[1]) if match else None
        if match and n is not None and (not found or 0 < n - last <= 3):
            found += _around(text, match, line.end())
            last = n
        elif not found and _HEADER.fullmatch(line[0]):
            headers.append(Span(*line.span()))
        elif (without := without + 1) > _MOST_WITHOUT * len(lines):
            return []
    return headers + found if len(lines) >= _FEWEST else []


def _around(text: str, match: re.Match[str], end: int) -> Iterator[Span]:
    """What stands before a text in its row, behind it, and a quotation mark that is written twice in it."""
    yield Span(*match.span())
    opened = match[0].rstrip()[-1:]
    closing = _CLOSING.search(text, match.end(), end) if opened in '"|' else None
    if opened == '"' and closing:
        yield from (Span(*twice.span()) for twice in _DOUBLED.finditer(text, match.end(), closing.start()))
    if closing:
        yield Span(*closing.span())


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
