"""Where the heading of a marked line ends and its text begins."""

import re
from typing import Literal

from converter.caching import kept
from converter.knowledge import Record, Table
from converter.model import Span
from converter.structure.lines.cut import Line
from converter.structure.lines.marks import Mark
from converter.structure.lines.styles import Style
from converter.text.numerals import Regex

_SENTENCE_END = "。;!?"
_COLON = re.compile(r"[^,。;:]{2,20}:")
_CLOSING = " 。;:,.!?"
_OPENING, _CLOSED = "(《“‘「『【", ")》”’」』】"
_MOST_COMMAS = 2  # in a sentence that is a heading
LONGEST_HEADING = 60  # characters; the longest headings seen alone on a line have 44


class _Words(Record, frozen=True):
    prescribed: tuple[Regex, ...]
    ends: tuple[Regex, ...]
    starts: tuple[Regex, ...]
    unnumbered: tuple[Regex, ...]
    annex: tuple[Regex, ...]
    no_lead: tuple[Regex, ...]
    figure: Regex
    announces: Regex
    addresses: tuple[Regex, ...]


HEADING = Table(__package__, "heading.toml", _Words)


def is_unnumbered(words: str) -> bool:
    """True where a line without a number reads as a heading (``2013年工作回顾``)."""
    return _any_of("unnumbered").fullmatch(squeezed(words)) is not None


def starts_unnumbered(words: str) -> bool:
    """True where words start with what reads as such a heading."""
    return _any_of("unnumbered").match(words) is not None


def ends_known(words: str) -> bool:
    """True where words end as headings of this genre do."""
    return _ends().search(words) is not None


def prescribed_end(words: str) -> int:
    """Where a heading ends that the rules or the custom prescribe, at the start of ``words``; 0 where none stands there."""
    match = _any_of("prescribed").match(words)
    return match.end() if match else 0


@kept
def _any_of(
    kind: Literal["prescribed", "starts", "unnumbered", "annex", "no_lead", "addresses"],
) -> re.Pattern[str]:
    return re.compile("|".join(getattr(HEADING.load(), kind)) or r"(?!)")


@kept
def _ends() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(HEADING.load().ends)})$")


def starts_known(words: str) -> bool:
    """True where words start as texts do."""
    return _any_of("starts").match(words) is not None


def is_known(words: str) -> bool:
    """True where a short line is what this genre heads a part with (``存在的问题``), whatever follows it."""
    rules = HEADING.load()
    if re.search(f"{rules.announces}|[,。;!?]", words):
        return False
    return prescribed_end(words) == len(words) or is_unnumbered(words) or ends_known(words)


def is_annex(words: str) -> bool:
    """True where a line starts an annex (``附件2：…``)."""
    return _any_of("annex").fullmatch(words) is not None


def is_lead_sentence(words: str) -> bool:
    """True where a sentence without its stop may be a heading of what follows it."""
    return (
        not re.search(r"\d", words)
        and words.count(",") <= _MOST_COMMAS
        and not _any_of("no_lead").match(words)
    )


def addresses_all(words: str) -> bool:
    """True where a paragraph looks back on all that was said (``各位代表！回首过去一年……``)."""
    return _any_of("addresses").match(words) is not None


def squeezed(words: str) -> str:
    """``words`` without blanks: headings are typed apart to look wider (名 词 解 释)."""
    return words.replace(" ", "")


def heading_and_rest(
    folded: str, line: Line, mark: Mark, hidden_end: int | None = None
) -> tuple[Span | None, int]:
    """Return a marked line's heading and where the text after it starts (``line.span.end`` if none follows).

    The heading is None where the line has no headline: its first sentence is too long to be one.  The mark
    that closes a heading (。；：) is not part of it.  ``hidden_end`` is where a heading ends that nothing marks.
    """
    start, end = text_start(folded, line, mark), line.span.end
    words = folded[start:end]
    length = _length(words, mark.style) if hidden_end is None else hidden_end - start
    if length is None:
        return None, start
    stop = start + len(words[:length].rstrip(_CLOSING))
    rest = start + length
    while rest < end and folded[rest] in _CLOSING:
        rest += 1
    return (Span(start, stop) if stop > start else None), rest


def text_start(folded: str, line: Line, mark: Mark) -> int:
    """Where the words behind a line's item mark start."""
    start = mark.span.end
    while start < line.span.end and folded[start] == " ":
        start += 1
    return start


def _length(words: str, style: Style) -> int | None:
    """How many characters of ``words`` the heading takes with its closing mark; None where there is none."""
    sentence = words[: _first_end(words)]
    colon = None if style.point else _COLON.match(words)
    if colon and (words.endswith("。") or len(words) > 2 * colon.end()):
        return colon.end()
    if len(sentence) < len(words) and _states_figure(sentence):
        return None
    if len(sentence) >= len(words) - 1 and len(words) <= _longest_alone(style):
        return len(words)
    if len(sentence) <= style.headline and len(sentence) < len(words):
        return len(sentence) + 1
    return colon.end() if colon else None


def _states_figure(sentence: str) -> bool:
    """Whether a sentence says how many: it is text, however short it is (``三是加装电梯600部。``)."""
    return re.search(HEADING.load().figure, sentence) is not None


def _longest_alone(style: Style) -> int:
    return style.headline + 1 if style.point else LONGEST_HEADING


def _first_end(words: str) -> int:
    """Where the first sentence ends, its closing mark left out; marks inside brackets and quotations do not end it."""
    depth = 0
    for i, char in enumerate(words):
        depth += (char in _OPENING) - (char in _CLOSED and depth > 0)
        if depth == 0 and char in _SENTENCE_END:
            return i
    return len(words)
