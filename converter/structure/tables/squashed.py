"""Tables whose cells ran together: what no sum can tell apart is kept as it stands, unread."""

import re
from collections.abc import Iterator, Sequence

from converter.caching import kept
from converter.model import Cell, Span, Table
from converter.structure.tables.forms import known_labels
from converter.structure.tables.splitting import split_by_sums
from converter.text.fold import fold
from converter.text.numerals import spelled

_LINE = re.compile(r"[^\n]+")
_BRACKETS = re.compile(r"\([^()]*\)")
_STOP = re.compile(r"[。;:!?|\t]|(?<!\d),|,(?!\d)")
# A number that no measure word and no part of a date follows.
_BARE = re.compile(
    r"(?<![\d.])(?:[\d.]{7,}|[\d.]+(?![\d.])(?!\s?[余多]?[万亿千]?[人件项个条次家户元名份篇场部期处所类批吨米公里亩小时天位宗起%‰年月日号章]))"
)
_OF_PAGE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|[\dA-Z]{6,}[/-][\d-]{6,}")
_HEADING = re.compile(spelled(r"(?:[{chinese}]{1,3}[、.]|\([{chinese}]{1,3}\))"))
_NUMBER = re.compile(r"\d[\d.,]*")
_DIGIT = re.compile(r"\d")
_SHORTEST, _FEWEST, _DIGITS = 30, 3, 12
_NUMBERED = r"(?:\(?[一二三四五六七八九十]{1,3}[)、.]|\d{1,2}[.、])?"
_FEWEST_LABELS, _FORM_DIGITS = 5, 8


def squashed(text: str) -> list[Table]:
    """The stretches of a text that are cells of a table run together."""
    folded = fold(text)
    counted = [line for line in _LINE.finditer(folded) if _digits(line[0]) >= _FORM_DIGITS]
    found = (_trimmed(folded, span) for line in counted for span in _stretches(line))
    told = [span for span in found if _digits(span.of(folded)) >= _FORM_DIGITS]
    lines = [line for line in _lines(counted) if not _begins_with_heading(folded, line, told)]
    spans = [*lines, *(span for span in told if not any(_overlap(span, line) for line in lines))]
    return [_table(folded, span) for span in sorted(spans)]


def _table(folded: str, span: Span) -> Table:
    """What the form's sums tell apart, else one cell that nobody can read."""
    cells = split_by_sums(folded, span)
    return Table(span, cells) if cells else Table(span, (Cell(0, 0, 1, 1, span),), unread=True)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _begins_with_heading(folded: str, line: Span, told: Sequence[Span]) -> bool:
    """Whether a heading was glued to a form's table: the table begins where its labels do."""
    numbered = _HEADING.match(folded, line.start)
    return bool(numbered) and any(line.start < span.start < line.end for span in told)


def _stretches(line: re.Match[str]) -> Iterator[Span]:
    """The stretches of a line that look like a form's; one label may be two that another pattern tells apart."""
    if 2 * len(_starts().findall(line[0])) >= _FEWEST_LABELS:
        yield from (Span(*match.span()) for match in _of_forms().finditer(line.string, *line.span()))


def _lines(lines: Sequence[re.Match[str]]) -> Iterator[Span]:
    for match in lines:
        words = match[0].strip()
        start = match.start() + match[0].index(words) if words else 0
        if len(words) >= _SHORTEST and _is_squashed(words):
            yield Span(start, start + len(words))


def _is_squashed(words: str) -> bool:
    """Several numbers, most of them bare, and many digits, in a line without a stop: prose gives units to its numbers.

    The days and index numbers that a page prints above a report are no such numbers."""
    if words.endswith("。") or _digits(words) < _DIGITS:
        return False
    outside = _OF_PAGE.sub("", _BRACKETS.sub("()", words))
    bare = _BARE.findall(outside)
    numbers = _NUMBER.findall(outside)
    digits = sum(map(_digits, bare))
    return (
        not _STOP.search(outside)
        and len(bare) >= _FEWEST
        and 2 * len(bare) > len(numbers)
        and digits >= _DIGITS
    )


def _digits(words: str) -> int:
    return len(_DIGIT.findall(words))


def _trimmed(folded: str, span: Span) -> Span:
    """The stretch without the labels behind its last digit, which may be a heading's."""
    words = span.of(folded)
    last = max((match.end() for match in _NUMBER.finditer(words)), default=0)
    return Span(span.start, span.start + last)


@kept
def _of_forms() -> re.Pattern[str]:
    """Labels of the forms, one behind the other, with the digits between them."""
    token = rf"{_NUMBERED} ?(?:{_labels()}|\([^()\n]{{1,60}}\)项?)(?:\([^()\n]{{1,40}}\)项?)?[\d.]*"
    return re.compile(rf"(?:{token} ?){{{_FEWEST_LABELS},}}")


@kept
def _starts() -> re.Pattern[str]:
    """What each part of such a stretch has: a label or a bracket."""
    return re.compile(rf"{_labels()}|\(")


def _labels() -> str:
    labels = sorted(known_labels() | {"信息内容", "第二十条第"}, key=len, reverse=True)
    return "|".join(" ?".join(map(re.escape, label)) for label in labels)
