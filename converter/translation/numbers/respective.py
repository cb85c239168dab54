"""Numbers told one after the other of things told one after the other: 工业、服务业分别增长8%和12% (``counting.toml``)."""

import re

from converter.translation.numbers.number import Language, Number
from converter.translation.numbers.sense_tables import COUNTING
from converter.translation.numbers.sentences import sentences_of

_NUMERAL = re.compile(r"\d[\d.,]*")


def respective(folded: str, numbers: tuple[Number, Number], language: Language) -> tuple[str, str] | None:
    """What the two numbers of a folded text are of by their places in two lists; None where no such lists stand there."""
    items = _chinese(folded, numbers) if language == "zh" else _english(folded, numbers)
    return None if items is None or items[0] == items[1] else items


def _chinese(folded: str, numbers: tuple[Number, Number]) -> tuple[str, str] | None:
    known = COUNTING.load().respective
    start, end = (number.span.start for number in numbers)
    word = list(re.finditer(known.zh, folded[:start]))
    if not word or re.search(known.end_zh, folded[word[-1].end() : end]):
        return None
    told = re.split(known.end_zh, folded[word[-1].end() :])[0]
    things = _things(re.split(known.end_zh, folded[: word[-1].start()])[-1], len(_NUMERAL.findall(told)))
    places = [len(_NUMERAL.findall(folded[word[-1].end() : place])) for place in (start, end)]
    return (things[places[0]], things[places[1]]) if places[1] < len(things) else None


def _things(text: str, count: int) -> list[str]:
    """The things of a list; a mark that parts it into ``count`` things is the one between them (A和B、C和D are two)."""
    marks = COUNTING.load().respective.between_zh
    ways = [re.split(mark, text) for mark in (marks, *marks.split("|"))]
    return next((things for things in ways if len(things) == count), ways[0])


def _english(folded: str, numbers: tuple[Number, Number]) -> tuple[str, str] | None:
    known = COUNTING.load().respective
    sentences = sentences_of(folded)
    at = sentences.index(numbers[0].span.start)
    begin, end = sentences.starts[at], (*sentences.starts, len(folded))[at + 1]
    word = re.search(known.en, folded[numbers[1].span.end : end])
    if word is None:
        return None
    stop = numbers[1].span.end + word.start()
    first = _NUMERAL.search(folded, begin, stop)
    if first is None:
        return None
    things = re.split(known.between_en, folded[begin : first.start()])
    if len(things) == 1:
        things = re.split(known.between_en, folded[numbers[1].span.end : stop])
    places = [len(things) - 1 - len(_NUMERAL.findall(folded[number.span.end : stop])) for number in numbers]
    return (things[places[0]], things[places[1]]) if min(places) >= 0 else None
