"""Where the heading of a marked line ends and its text begins."""

import re
from collections.abc import Iterable

from converter.kept import kept
from converter.knowledge import Record, Table
from converter.lines import Line
from converter.lines.marks import Mark
from converter.lines.styles import Style
from converter.model import Span
from converter.numerals import Regex

_SENTENCE_END = "。;!?"
_BLANK = re.compile(r"(?<=\S{2}) +(?=\S)")
_COLON = re.compile(r"[^,。;:]{2,20}:")
_CLOSING = " 。;:,.!?"
_OPENING, _CLOSED = "(《“‘「『【", ")》”’」』】"
_MOST_COMMAS = 2  # in a sentence that is a heading
_WHOLE_LINE = 60  # characters; the longest headings seen alone on a line have 44


class _Words(Record, frozen=True):
    ends: tuple[Regex, ...]
    goes_on: tuple[Regex, ...]
    unnumbered: tuple[Regex, ...]
    starts: tuple[Regex, ...]
    annex: tuple[Regex, ...]
    no_lead: tuple[Regex, ...]
    addresses: tuple[Regex, ...]


HEADING = Table(__package__, "heading.toml", _Words)


@kept
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    known = HEADING.load()
    ends, on, starts = map("|".join, (known.ends, known.goes_on, known.starts))
    return re.compile(f"(?:{ends})(?!{on}|{ends})"), re.compile(f"(?<=..)(?={starts})")


def is_unnumbered(words: str) -> bool:
    """True where a line without a number reads as a heading (``2013年工作回顾``)."""
    return _fits(HEADING.load().unnumbered, words)


def is_annex(words: str) -> bool:
    """True where a line starts an annex (``附件2：…``)."""
    return _fits(HEADING.load().annex, words)


def is_lead_sentence(words: str) -> bool:
    """True where a sentence without its stop may be a heading of what follows it."""
    return (
        not re.search(r"\d", words)
        and words.count(",") <= _MOST_COMMAS
        and not _starts(HEADING.load().no_lead, words)
    )


def addresses_all(words: str) -> bool:
    """True where a paragraph looks back on all that was said (``各位代表！回首过去一年……``)."""
    return _starts(HEADING.load().addresses, words)


def squeezed(words: str) -> str:
    """``words`` without blanks: headings are typed apart to look wider (名 词 解 释)."""
    return words.replace(" ", "")


def _fits(patterns: Iterable[str], words: str) -> bool:
    return any(re.fullmatch(pattern, words) for pattern in patterns)


def _starts(patterns: Iterable[str], words: str) -> bool:
    return any(re.match(pattern, words) for pattern in patterns)


def heading_and_rest(folded: str, line: Line, mark: Mark) -> tuple[Span | None, int]:
    """Return a marked line's heading and where the text after it starts (``line.span.end`` if none follows).

    The heading is None where the line has no headline: its first sentence is too long to be one.  The mark
    that closes a heading (。；：) is not part of it.
    """
    start, end = mark.span.end, line.span.end
    while start < end and folded[start] == " ":
        start += 1
    words = folded[start:end]
    length = _length(words, mark.style, line.flattened)
    if length is None:
        return None, start
    stop = start + len(words[:length].rstrip(_CLOSING))
    rest = start + length
    while rest < end and folded[rest] in _CLOSING:
        rest += 1
    return (Span(start, stop) if stop > start else None), rest


def _length(words: str, style: Style, flattened: bool) -> int | None:
    """How many characters of ``words`` the heading takes with its closing mark; None where there is none."""
    sentence = words[: _first_end(words)]
    text_start = _patterns()[1].search(sentence) if flattened else None
    sentence_with_clauses = words.endswith(("。", ";")) and "," in sentence
    runs_on = bool(text_start) or (flattened and (words.endswith(":") or sentence_with_clauses))
    colon = None if style.point else _COLON.match(words)
    if colon and (words.endswith("。") or len(words) > 2 * colon.end()):
        return colon.end()
    if len(sentence) >= len(words) - 1 and not runs_on and len(words) <= _longest_alone(style):
        return len(words)
    # A point ends with a stop; a blank in it is one that a broken line left.
    blank = (
        _BLANK.search(sentence[: style.headline])
        if flattened and not _is_whole_point(sentence, style)
        else None
    )
    if blank:
        return blank.end()
    # A heading has two clauses at the most; a flattened line that has more is heading and text.
    is_text = bool(text_start) or (flattened and not style.point and sentence.count(",") > 1)
    if len(sentence) <= style.headline and len(sentence) < len(words) and not is_text:
        return len(sentence) + 1
    return colon.end() if colon else _before_glue(sentence[: style.headline], text_start, style, flattened)


def _is_whole_point(sentence: str, style: Style) -> bool:
    return style.point and "," not in sentence and len(sentence) <= style.headline


def _longest_alone(style: Style) -> int:
    return style.headline + 1 if style.point else _WHOLE_LINE


def _before_glue(words: str, text_start: re.Match[str] | None, style: Style, flattened: bool) -> int | None:
    if style.point or not (style.glued and flattened):
        return None
    match = _patterns()[0].search(words, 2)
    ends = [at for at in (match and match.end(), text_start and text_start.start()) if at]
    return min(ends) if ends else None


def _first_end(words: str) -> int:
    """Where the first sentence ends, its closing mark left out; marks inside brackets and quotations do not end it."""
    depth = 0
    for i, char in enumerate(words):
        depth += (char in _OPENING) - (char in _CLOSED and depth > 0)
        if depth == 0 and char in _SENTENCE_END:
            return i
    return len(words)
