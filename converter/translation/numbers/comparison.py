"""A Chinese paragraph beside its English one: the numbers of each that the other does not have."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from msgspec import Struct

from converter.caching import kept_latest
from converter.translation.numbers.bounding import other_bounds
from converter.translation.numbers.chinese import chinese_numbers, lost_numbers
from converter.translation.numbers.conflicts import conflicts
from converter.translation.numbers.english import english_numbers, torn_numbers
from converter.translation.numbers.exchanged import other_currencies, other_rates
from converter.translation.numbers.number import Number, Pair, What
from converter.translation.numbers.pairing import Pairing, paired
from converter.translation.numbers.requiring import invented, missing
from converter.translation.numbers.sentences import Sentences, opposite, sentences_of

Odd = tuple[What, Number | None, Number | None]


class Difference(Struct, frozen=True):
    """A number the two texts do not share.

    ``missing`` has no English number, ``invented`` no Chinese one; ``value`` and ``bound`` have both: the number
    was changed, or only how exact it is.  ``torn`` has what is left of an English number that was deleted or damaged,
    ``lost`` of a Chinese one, ``currency`` and ``rate`` the name of one.
    The sentences are those of the numbers; where a side has no number, the sentence that stands at the same place.
    """

    what: What
    zh: Number | None
    en: Number | None
    zh_sentence: str
    en_sentence: str


class Comparison(Struct, frozen=True):
    """The numbers two texts share, in Chinese order, and the differences: in Chinese order, invented ones last."""

    pairs: tuple[Pair, ...]
    differences: tuple[Difference, ...]


def compare(zh: str, en: str, year: int | None = None) -> Comparison:
    """Compare by value; a paragraph is read as a whole, so sentences may be split, joined and reordered.

    ``year`` is the year the text speaks of or in: where the Chinese only says 去年 or 今年, the English may name that
    year or one beside it.  Without it, any year.
    """
    pairing = _pairing(zh, en)
    said = _pairs(pairing)
    odd = [
        *_unequal(missing(pairing, zh, en), invented(pairing, zh, year)),
        *(("bound", one, other) for one, other in other_bounds(said, zh, en)),
    ]
    odd += conflicts(pairing, zh, en)
    odd += _exchanged(odd, zh, en)
    odd += (("torn", None, number) for number in torn_numbers(en))
    odd += (("lost", number, None) for number in lost_numbers(zh))
    odd.sort(key=_place)
    return Comparison(said, tuple(_told(odd, said, sentences_of(zh), sentences_of(en))))


@kept_latest(2048)
def pairs_in(zh: str, en: str) -> tuple[Pair, ...]:
    """The numbers two texts share, as ``compare`` finds them, for who does not ask for the differences."""
    return _pairs(_pairing(zh, en))


def _pairing(zh: str, en: str) -> Pairing:
    return paired(chinese_numbers(zh), len(zh), english_numbers(en), len(en))


def _pairs(pairing: Pairing) -> tuple[Pair, ...]:
    pairs = {(a.number.span, b.number.span): (a.number, b.number) for a, b in pairing.pairs}
    return tuple(pairs[spans] for spans in sorted(pairs))


def _unequal(left: Sequence[Number], right: Sequence[Number]) -> Iterator[Odd]:
    """A missing and an invented number of one kind are one number changed."""
    kinds: dict[str, tuple[list[Number], list[Number]]] = defaultdict(lambda: ([], []))
    for side, numbers in enumerate((left, right)):
        for number in numbers:
            kinds[number.kind][side].append(number)
    for zh, en in kinds.values():
        for one, other in zip_longest(zh, en):
            yield ("value" if one and other else "missing" if one else "invented"), one, other


def _exchanged(told: Iterable[Odd], zh: str, en: str) -> Iterator[Odd]:
    """Currencies and rates that were exchanged where no number beside them told so already."""
    if not any(what == "unit" for what, _, _ in told):
        yield from (("currency", None, number) for number in other_currencies(zh, en))
        yield from (("rate", None, number) for number in other_rates(zh, en))


def _place(odd: Odd) -> tuple[bool, int]:
    _, zh, en = odd
    return zh is None, zh.span.start if zh else en.span.start if en else 0


def _told(odd: Iterable[Odd], pairs: Sequence[Pair], zh: Sentences, en: Sentences) -> Iterator[Difference]:
    places = [(a.span, b.span) for a, b in pairs]
    back = [(b, a) for a, b in places]
    for what, one, other in odd:
        here = zh.at(one.span.start) if one else None
        there = en.at(other.span.start) if other else None
        yield Difference(
            what, one, other,
            opposite(other.span.start, en, zh, back) if here is None and other else here or "",
            opposite(one.span.start, zh, en, places) if there is None and one else there or "",
        )  # fmt: skip
