"""The title that the first sentences of a report say, and titles that name nothing."""

import re
from collections.abc import Sequence
from itertools import pairwise

from converter.model import Dropped, Span
from converter.structure.segment.issuer import OPENING, Told, issuer_of
from converter.structure.segment.issuer_words import ISSUER
from converter.structure.segment.region import region_at_start
from converter.structure.segment.title_lines import is_title

# Flattening glued a speech's title to the words of who copied it.
_OF_SPEECH = re.compile(r"[\s。!](政 ?府 ?工 ?作 ?报 ?告)$")
_SENT = re.compile(r"附件 ?\d?:?")  # what a letter sends stands below it
_FIRST_SENTENCES = 4  # lines
_FIRST_LINES = 2
_ONE_LINE = 40  # characters of a line that may be several run together
_PIECE = re.compile(r"[^\s>|:]+")
_OPEN = re.compile(r"(?:[的和与及、:：]|关于)$")
_YEAR = re.compile(r"\d{4}|[〇○零一二三四五六七八九]{4} ?年")


def title_in_text(folded: str, page: Sequence[Dropped], lines: Sequence[Span]) -> Span | None:
    """Where the first sentences say the title, None where they say none: one names the place or the body."""
    rules = ISSUER.load().title
    behind, alone = rf"(?:{rules.before}){rules.words}(?=[。,;]|$)", rf"^{rules.words}(?:{rules.behind})"
    for line in lines[:_FIRST_SENTENCES]:
        words = line.of(folded)[:OPENING]
        match = re.search(behind, words) or re.search(alone, words)
        if match and names_somebody(match["title"]):
            return Span(line.start + match.start("title"), line.start + match.end("title"))
    for line in lines[:_FIRST_SENTENCES]:
        if match := _OF_SPEECH.search(line.of(folded)):
            return Span(line.start + match.start(1), line.start + match.end(1))
    sent = (after for line, after in pairwise(lines) if _SENT.fullmatch(line.of(folded)))
    return next((line for line in sent if is_title(line.of(folded))), None) or _among_page(
        folded, [*(Span(drop.start, drop.end) for drop in page), *lines[:_FIRST_LINES]]
    )


def _among_page(folded: str, lines: Sequence[Span]) -> Span | None:
    """The title in a line that is all a page prints above its text, run together: the last piece of it that says
    whose report it is and of which year."""
    page = [line for line in lines if len(line.of(folded)) > _ONE_LINE and "。" not in line.of(folded)]
    pieces = (Span(*match.span()) for line in page for match in _PIECE.finditer(folded, line.start, line.end))
    titles = [piece for piece in pieces if _is_whole(piece.of(folded))]
    return titles[-1] if titles else None


def _is_whole(words: str) -> bool:
    return is_title(words) and names_year(words) and names_somebody(words)


def is_general(title: str) -> bool:
    """Whether a title breaks off, or names neither year nor place nor body: another line may say the rest of it."""
    return bool(_OPEN.search(title)) or not (
        names_year(title) or "政府工作报告" in title or names_somebody(title)
    )


def names_year(title: str) -> bool:
    """Whether a title names a year, in digits or in Chinese numerals."""
    return _YEAR.search(title) is not None


def names_somebody(title: str) -> bool:
    """Whether a title names a place or a body."""
    return bool(region_at_start(title) or issuer_of(Told(title, None, None, (), "", (), None)))
