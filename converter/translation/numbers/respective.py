"""Numbers told one after the other of things told one after the other: 工业、服务业分别增长8%和12% (``counting.toml``)."""

import re

from converter.translation.numbers.number import Language, Number
from converter.translation.numbers.sense_tables import COUNTING
from converter.translation.numbers.sentences import sentences_of

_NUMERAL = re.compile(r"\d[\d.,]*")


def respective(folded: str, numbers: tuple[Number, Number], language: Language) -> tuple[str, str] | None:
    """What the two numbers of a folded text are of by their places in two lists; None where no such lists stand there."""
    return _chinese(folded, numbers) if language == "zh" else _english(folded, numbers)


def _chinese(folded: str, numbers: tuple[Number, Number]) -> tuple[str, str] | None:
    known = COUNTING.load().respective
    start, end = (number.span.start for number in numbers)
    word = list(re.finditer(known.zh, folded[:start]))
    if not word or re.search(known.end_zh, folded[word[-1].end() : end]):
        return None
    count = len(_NUMERAL.findall(re.split(known.end_zh, folded[word[-1].end() :])[0]))
    clauses = re.split(known.end_zh, folded[: word[-1].start()])[-2:]
    lists = [things for clause in reversed(clauses) if len(things := _things(clause, count)) > 1]
    if not lists:
        return None
    things = lists[0]
    places = [len(_NUMERAL.findall(folded[word[-1].end() : place])) for place in (start, end)]
    if count % len(things) == 0:  # 分别从1元、2元提高到3元、4元
        places = [place % len(things) for place in places]
    return (things[places[0]], things[places[1]]) if places[1] < len(things) else None


def parted(text: str) -> str:
    """``text`` with the words that hold two things (城乡) told as two."""
    for word, things in COUNTING.load().respective.compound:
        text = text.replace(word, things)
    return text


def _things(text: str, count: int) -> list[str]:
    """The things of a list; a mark that parts it into ``count`` things is the one between them (A和B、C和D are two).

    A word that holds two things (城乡) is two where the list is too short without.
    """
    marks = COUNTING.load().respective.between_zh
    ways = [re.split(mark, told) for told in (text, parted(text)) for mark in (marks, *marks.split("|"))]
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
