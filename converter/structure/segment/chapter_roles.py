"""The role of a chapter by what it says, where its heading tells none, and problems told at the end of another chapter.

加强政府自身建设 heads what was done as often as what is to be done.
"""

import re
from collections.abc import Iterator, Sequence

from converter.knowledge import Record, Table
from converter.model import Role, Span
from converter.structure.segment.part import Part, Text
from converter.structure.segment.roles import opens_plan, role_of_opening, role_told
from converter.text.numerals import Regex

_OPENING = 120  # characters
_HEADING = 20  # characters that may be a heading without an end
_TURN, _UNMET, _WRONG = 60, 100, 200  # characters in which a paragraph turns to problems and names them
_BETWEEN = 4  # paragraphs from where one turns to problems to the plan
_LONGEST = 2500  # characters; what is longer is no list of problems at the end of a chapter
_TIMES, _LEAST = (
    4,
    6,
)  # so many times more, and so many words, speak of what is ahead in a chapter behind a review


class _Said(Record, frozen=True):
    past: Regex
    ahead: Regex
    turn: Regex
    unmet: Regex
    plans: Regex
    wrong: Regex
    address: Regex


SAID = Table(__package__, "chapter_roles.toml", _Said)


def give_roles(folded: str, root: Part, year: int | None) -> None:
    """Give each chapter its role; problems at the end of a chapter that looks back become one of their own."""
    _split_plan(folded, root.parts, year)
    before: list[Role] = []
    for chapter in root.parts:
        told = chapter.role or _told(folded, chapter, year)
        chapter.role = told or _by_words(folded, chapter, year, before)
        before += [chapter.role] if told or chapter.role == "plan" else []
    _split_problems(folded, root.parts, year)
    _split_last(folded, root.parts, year)


def told_apart(folded: str, whole: Part, year: int | None) -> list[Part]:
    """A text without headings, parted where a paragraph turns to problems and one soon after it opens the plan."""
    spans = [text.span for text in _texts(whole)]
    plans = [n for n, span in enumerate(spans) if opens_plan(span.of(folded)[:_OPENING], year)]
    for n, span in enumerate(spans[1:], 1):
        plan = next((at for at in plans if n < at <= n + _BETWEEN), None)
        if plan and turns(folded, span):
            problems = _cut(whole, span.start, "problems")
            return [whole, problems, _cut(problems, spans[plan].start, "plan")]
    return [whole]


def _told(folded: str, chapter: Part, year: int | None) -> Role | None:
    if chapter.heading:
        return role_told(chapter.heading.of(folded), year)
    opening = next((text.span.of(folded)[:_OPENING] for text in chapter.texts), "")
    headed = role_told(opening[:_HEADING], year) if chapter.num else None
    return headed or role_of_opening(opening, year)


def _by_words(folded: str, chapter: Part, year: int | None, before: Sequence[Role]) -> Role:
    """Behind a plan a chapter plans on unless it says more of what was done; behind a review only what is nearly all
    about the future is a plan."""
    if "plan" not in before and "results" not in before:
        return "results"
    past, ahead = (_count(pattern, folded[chapter.lead.end : chapter.end], year) for pattern in _patterns())
    if "plan" in before:
        return "plan" if past <= ahead else "results"
    return "plan" if ahead >= max(_LEAST, past * _TIMES) else "results"


def _patterns() -> tuple[str, str]:
    return SAID.load().past, SAID.load().ahead


def _count(pattern: str, words: str, year: int | None) -> int:
    named = (str(year), str(year + 1)) if year else ("(?!)", "(?!)")
    filled = pattern.replace("{year}", named[0]).replace("{next}", named[1])
    return sum(1 for _ in re.finditer(filled, words))


def _split_problems(folded: str, chapters: list[Part], year: int | None) -> None:
    if any(chapter.role == "problems" for chapter in chapters):
        return
    for at, chapter in enumerate(chapters):
        found = (span.start for span in _closing(chapter) if turns(folded, span))
        start = next(found, None) if chapter.role == "results" else None
        if start is not None:
            chapters[at + 1 : at + 1] = _without_plan(folded, _cut(chapter, start, "problems"), year)
            return


def _without_plan(folded: str, problems: Part, year: int | None) -> list[Part]:
    """Problems, and what is planned behind them, from the paragraph on that says so."""
    spans = (text.span for text in _texts(problems)[1:])
    plan = next((s for s in spans if opens_plan(_unaddressed(s.of(folded))[:_OPENING], year)), None)
    return [problems, _cut(problems, plan.start, "plan")] if plan else [problems]


def _unaddressed(words: str) -> str:
    return re.sub(SAID.load().address, "", words)


def _split_plan(folded: str, chapters: list[Part], year: int | None) -> None:
    """The plan of a report none of whose headings tells one, from the paragraph on that opens it."""
    if year is None or any(_told(folded, chapter, year) == "plan" for chapter in chapters):
        return
    pattern = SAID.load().plans.replace("{next}", str(year + 1))
    for at, chapter in enumerate(chapters):
        opens = (text.span for text in _texts(chapter)[1:] if re.search(pattern, text.span.of(folded)))
        if span := next(opens, None):
            chapters.insert(at + 1, _cut(chapter, span.start, "plan"))
            return


def _split_last(folded: str, chapters: list[Part], year: int | None) -> None:
    """Problems and a plan that paragraphs at the end of the last chapter tell, each once."""
    last = chapters[-1] if chapters else None
    if last is None or last.role not in ("results", "problems"):
        return
    for span in list(_closing(last)):
        role = role_of_opening(span.of(folded)[:_OPENING], year)
        roles = {chapter.role for chapter in chapters}
        if role in ("problems", "plan") and role not in roles and "plan" not in roles:
            chapters.append(_cut(chapters[-1], span.start, role))


def _closing(chapter: Part) -> Iterator[Span]:
    """The paragraphs behind all sections of a chapter but those that are points of a list, its first one left out."""
    sections = max((part.lead.start for part in _below(chapter) if not part.point), default=chapter.lead.end)
    from_here = max(sections, chapter.end - _LONGEST)
    spans = [text.span for text in _texts(chapter)]
    yield from (span for span in spans[1:] if span.start > from_here)


def turns(folded: str, span: Span) -> bool:
    """Whether a paragraph turns to problems; it may name them in the points below it."""
    said, words = SAID.load(), span.of(folded)
    turn = re.search(said.turn, words[:_TURN]) or re.search(said.unmet, words[:_UNMET])
    return bool(turn and re.search(said.wrong, folded[span.start + turn.start() : span.start + _WRONG]))


def _below(part: Part) -> Iterator[Part]:
    for inner in part.parts:
        yield inner
        yield from _below(inner)


def _texts(chapter: Part) -> list[Text]:
    texts = [text for part in (chapter, *_below(chapter)) for text in part.texts]
    return sorted(texts, key=lambda text: text.span.start)


def _cut(chapter: Part, start: int, role: Role) -> Part:
    """Take what stands from ``start`` on out of a chapter, as one of its own."""
    texts, parts = _taken(chapter, start)
    return Part(chapter.rank, Span(start, start), role=role, texts=texts, parts=parts)


def _taken(part: Part, start: int) -> tuple[list[Text], list[Part]]:
    texts = [text for text in part.texts if text.span.start >= start]
    parts = [inner for inner in part.parts if inner.lead.start >= start]
    part.texts = part.texts[: len(part.texts) - len(texts)]
    part.parts = part.parts[: len(part.parts) - len(parts)]
    for inner in part.parts[-1:]:
        deeper = _taken(inner, start)
        texts, parts = [*deeper[0], *texts], [*deeper[1], *parts]
    for text in texts:
        text.closes_parent = False
    return texts, parts
