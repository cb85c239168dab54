"""A Chinese paragraph beside its English one: the numbers of each that the other does not have."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from converter.gate.chinese import chinese_bounds_near, chinese_numbers
from converter.gate.english import english_bounds_near, english_numbers
from converter.gate.grammar import knowledge
from converter.gate.number import Language, Number
from converter.gate.pairing import Atom, paired
from converter.gate.sentences import opposite, sentence_at

What = Literal["missing", "invented", "value", "bound"]
Pair = tuple[Number, Number]
Odd = tuple[What, Number | None, Number | None]

_AGREEING = {frozenset(pair) for pair in knowledge("comparing")["agreeing"]}
_TERMS: dict[tuple[str, Language], re.Pattern[str]] = {
    (row["name"], language): re.compile(row[language])
    for row in knowledge("comparing")["term"]
    for language in ("zh", "en")
}
_RELATIVE_YEAR = re.compile(knowledge("chinese")["relative_years"])
_BOUNDED = {"count", "percent", "point", "times", "fraction"}
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Difference:
    """A number the two texts do not share.

    ``missing`` has no English number, ``invented`` no Chinese one; ``value`` and ``bound`` have both: the number
    was changed, or only how exact it is.  The sentences are those of the numbers; where a side has no number, the
    sentence that stands at the same place.
    """

    what: What
    zh: Number | None
    en: Number | None
    zh_sentence: str
    en_sentence: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The numbers two texts share, in Chinese order, and the differences: in Chinese order, invented ones last."""

    pairs: tuple[Pair, ...]
    differences: tuple[Difference, ...]


def compare(zh: str, en: str, year: int | None = None) -> Comparison:
    """Compare by value; a paragraph is read as a whole, so sentences may be split, joined and reordered.

    ``year`` is the year the text speaks of or in: where the Chinese only says 去年 or 今年, the English may name that
    year or one beside it.  Without it, any year.
    """
    pairing = paired(chinese_numbers(zh), len(zh), english_numbers(en), len(en))
    pairs = sorted({(a.number.span, b.number.span): (a.number, b.number) for a, b in pairing.pairs}.items())
    said = tuple(pair for _, pair in pairs)
    missing = [atom for atom in pairing.zh_left if not _said_once(atom, said)]
    invented = [atom for atom in pairing.en_left if not _said_again(atom, said)]
    one, other = _required(missing, "en", en), _required(invented, "zh", zh)
    odd = [*_unequal(one, _without_told_years(other, zh, year)), *_other_bounds(said, zh, en)]
    odd.sort(key=lambda row: (row[1] is None, (row[1] or row[2] or said[0][0]).span))
    return Comparison(said, tuple(_difference(row, said, zh, en) for row in odd))


def _said_once(atom: Atom, pairs: Iterable[Pair]) -> bool:
    """A Chinese count in words may be said once in English for two (两次…、两次… is "twice")."""
    return (
        atom.number.kind == "count"
        and not _DIGIT.search(atom.number.surface)
        and any(en.value == atom.value and zh.kind == "count" for zh, en in pairs)
    )


def _said_again(atom: Atom, pairs: Iterable[Pair]) -> bool:
    """English may say a number again where Chinese leaves out what it already said."""
    return any(en.value == atom.value and en.kind == atom.number.kind for _, en in pairs)


def _required(left: Iterable[Atom], language: Language, text: str) -> list[Number]:
    """Of what is left over, the numbers the other text, in ``language``, would have to say."""
    return list(dict.fromkeys(atom.number for atom in left if _is_required(atom.number, language, text)))


def _is_required(number: Number, language: Language, text: str) -> bool:
    if number.kind == "term":
        return _TERMS[number.unit, language].search(text) is not None
    return not number.optional


def _without_told_years(invented: list[Number], zh: str, year: int | None) -> list[Number]:
    """English may name as many years as the Chinese tells by words such as 去年."""
    told = len(_RELATIVE_YEAR.findall(zh))
    near = (number for number in invented if number.kind == "year" and _is_near(number, year))
    years = tuple(near)[:told]
    return [number for number in invented if number not in years]


def _is_near(number: Number, year: int | None) -> bool:
    return year is None or abs(number.value - year) <= 1


def _unequal(missing: Sequence[Number], invented: Sequence[Number]) -> Iterator[Odd]:
    """A missing and an invented number of one kind are one number changed."""
    kinds: dict[str, tuple[list[Number], list[Number]]] = defaultdict(lambda: ([], []))
    for side, numbers in enumerate((missing, invented)):
        for number in numbers:
            kinds[number.kind][side].append(number)
    for zh, en in kinds.values():
        for one, other in zip_longest(zh, en):
            yield ("value" if one and other else "missing" if one else "invented"), one, other


def _other_bounds(pairs: Iterable[Pair], zh: str, en: str) -> Iterator[Odd]:
    for one, other in pairs:
        agree = one.bound == other.bound or frozenset((one.bound, other.bound)) in _AGREEING
        if not agree and {one.kind, other.kind} <= _BOUNDED and not _told_apart(one, other, zh, en):
            yield "bound", one, other


def _told_apart(one: Number, other: Number, zh: str, en: str) -> bool:
    """True where the plainer side has such a word as well, further from its number: 超过全球的一半, "over half"."""
    if other.bound != "exact" and one.bound == "exact":
        return other.bound in chinese_bounds_near(zh, one.span)
    return other.bound == "exact" and one.bound in english_bounds_near(en, other.span)


def _difference(odd: Odd, pairs: Sequence[Pair], zh: str, en: str) -> Difference:
    what, one, other = odd
    places = [(a.span, b.span) for a, b in pairs]
    if one is None and other is not None:
        back = [(b, a) for a, b in places]
        return Difference(
            what, one, other, opposite(other.span.start, en, zh, back), sentence_at(en, other.span.start)
        )
    start = one.span.start if one else 0
    there = sentence_at(en, other.span.start) if other else opposite(start, zh, en, places)
    return Difference(what, one, other, sentence_at(zh, start), there)
