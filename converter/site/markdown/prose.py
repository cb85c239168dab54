"""Where the figures of a part stand in its text, after people may have edited it."""

import re
from collections.abc import Iterable, Iterator

from converter.model import Span
from converter.site.content.observations import Figure
from converter.text.fold import fold
from converter.text.whole_numbers import is_whole

# What Markdown leaves in the text for raw HTML it puts back later; its digits are no figures.
_STASHED = re.compile("\x02[^\x03]*\x03")
# An English full stop ends a sentence where another begins or nothing follows: not in 4.75, No. 5, U.S. or e.g. this.
_STOP = r"(?<!\bNo)(?<!\bNos)(?<!\b[A-Z])\.[”’)]*(?=\s+[“‘(A-Z0-9]|\s*\Z)"
_END = rf"(?:[。！？!?]+[”’」』）)]*|{_STOP})"
_SENTENCE = re.compile(rf"(?:(?!{_END}).)*{_END}\s*|.+", re.DOTALL)
_ENDED = re.compile(rf"{_END}\s*$")


def placed(figures: Iterable[Figure], text: str) -> Iterator[tuple[Figure, Span | None]]:
    """Pair each figure with where it stands in ``text``, None where it no longer does.

    Widths do not matter.  Figures come in document order, so each is looked for after the one before it: behind
    the words it stood behind, or where those were edited, at the first place that says the same number.
    """
    folded = fold(_STASHED.sub(lambda mark: " " * len(mark[0]), text))
    after = 0
    for figure in figures:
        surface = fold(figure.surface)
        at = _find(surface, folded, after, figure.before)
        at = _find(surface, folded, after) if at < 0 else at
        if at >= 0:
            after = at + len(surface)
        yield figure, Span(at, after) if at >= 0 else None


def _find(surface: str, text: str, after: int, before: str = "") -> int:
    """Where ``surface`` stands as a whole number in ``text``, from ``after`` on and behind ``before``; else -1."""
    at = text.find(surface, after)
    while at >= 0 and not (text.endswith(before, 0, at) and is_whole(text, at, at + len(surface))):
        at = text.find(surface, at + 1)
    return at


def sentences(text: str) -> list[str]:
    """Cut ``text`` after each sentence end, with the quotation marks that close there; nothing is lost."""
    return _SENTENCE.findall(text)


def ends_sentence(text: str) -> bool:
    """True where ``text`` ends with the end of a sentence."""
    return bool(_ENDED.search(text))
