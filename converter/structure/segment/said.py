"""The role of a chapter by what it says, where its heading tells none, and problems told at the end of another chapter.

加强政府自身建设 heads what was done as often as what is to be done.
"""

import re
from collections.abc import Iterator, Sequence

from converter.knowledge import Record, Table
from converter.model import Role, Span
from converter.structure.segment.part import Part, Text
from converter.structure.segment.roles import role_of_opening, role_told
from converter.text.numerals import Regex

_OPENING = 120  # characters
_HEADING = 20  # characters that may be a heading without an end
_TURN, _WRONG = 60, 200  # characters in which a paragraph turns to problems and names them
_LONGEST = 2500  # characters; what is longer is no list of problems at the end of a chapter
_TIMES, _LEAST = (
    4,
    6,
)  # so many times more, and so many words, speak of what is ahead in a chapter behind a review


class _Said(Record, frozen=True):
    past: Regex
    ahead: Regex
    turn: Regex
    wrong: Regex


SAID = Table(__package__, "said.toml", _Said)


def give_roles(folded: str, root: Part, year: int | None) -> None:
    """Give each chapter its role; problems at the end of a chapter that looks back become one of their own."""
    before: list[Role] = []
    for chapter in root.parts:
        told = chapter.role or _told(folded, chapter, year)
        chapter.role = told or _by_words(folded, chapter, year, before)
        before += [chapter.role] if told or chapter.role == "plan" else []
    _split_problems(folded, root.parts)


def _told(folded: str, chapter: Part, year: int | None) -> Role | None:
    if chapter.heading:
        return role_told(chapter.heading.of(folded), year)
    opening = next((text.span.of(folded)[:_OPENING] for text in chapter.texts), "")
    headed = role_told(opening[:_HEADING], year) if chapter.num else None
    return headed or role_of_opening(opening, year)


def _by_words(folded: str, chapter: Part, year: int | None, before: Sequence[Role]) -> Role:
    """Behind a plan a chapter plans on unless it says more of what was done; behind a review only what is nearly all
    about the future is a plan."""
    past, ahead = (_count(pattern, folded[chapter.lead.end : chapter.end], year) for pattern in _patterns())
    if "plan" in before:
        return "plan" if past <= ahead else "results"
    planned = "results" in before and ahead >= max(_LEAST, past * _TIMES)
    return "plan" if planned else "results"


def _patterns() -> tuple[str, str]:
    return SAID.load().past, SAID.load().ahead


def _count(pattern: str, words: str, year: int | None) -> int:
    named = (str(year), str(year + 1)) if year else ("(?!)", "(?!)")
    filled = pattern.replace("{year}", named[0]).replace("{next}", named[1])
    return sum(1 for _ in re.finditer(filled, words))


def _split_problems(folded: str, chapters: list[Part]) -> None:
    if any(chapter.role == "problems" for chapter in chapters):
        return
    for at, chapter in enumerate(chapters):
        start = _turn(folded, chapter) if chapter.role == "results" else None
        if start is not None:
            texts, parts = _cut(chapter, start)
            lead = Span(start, start)
            chapters.insert(at + 1, Part(chapter.rank, lead, role="problems", texts=texts, parts=parts))
            return


def _turn(folded: str, chapter: Part) -> int | None:
    """Where a chapter turns to problems: with a paragraph behind all its sections but those that list the problems."""
    sections = max((part.lead.start for part in _below(chapter) if not part.point), default=chapter.lead.end)
    first = next((text.span.start for text in _texts(chapter)), None)
    from_here = max(sections + 1, chapter.end - _LONGEST)
    later = (text.span for text in _texts(chapter) if text.span.start >= from_here)
    return next((span.start for span in later if span.start != first and _turns(span.of(folded))), None)


def _turns(words: str) -> bool:
    turn = re.search(SAID.load().turn, words[:_TURN])
    return bool(turn and re.search(SAID.load().wrong, words[turn.start() : _WRONG]))


def _below(part: Part) -> Iterator[Part]:
    for inner in part.parts:
        yield inner
        yield from _below(inner)


def _texts(chapter: Part) -> list[Text]:
    texts = [text for part in (chapter, *_below(chapter)) for text in part.texts]
    return sorted(texts, key=lambda text: text.span.start)


def _cut(part: Part, start: int) -> tuple[list[Text], list[Part]]:
    """Take what stands from ``start`` on out of a part, in the order of the text."""
    texts = [text for text in part.texts if text.span.start >= start]
    parts = [inner for inner in part.parts if inner.lead.start >= start]
    part.texts = part.texts[: len(part.texts) - len(texts)]
    part.parts = part.parts[: len(part.parts) - len(parts)]
    for inner in part.parts[-1:]:
        deeper = _cut(inner, start)
        texts, parts = [*deeper[0], *texts], [*deeper[1], *parts]
    for text in texts:
        text.closes_parent = False
    return texts, parts
