"""What a whole is made of, in per cent: shares of a whole that they name, and lists of shares that leave nothing out."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from converter.checks.interval import Interval
from converter.checks.passages import FIGURE, Passage, passages
from converter.checks.rule import ObservedReport, in_digits, note
from converter.checks.shares import misfits
from converter.checks.tables import RELATIONS
from converter.figures.alternatives import either
from converter.model import Note, Observation

_KNOWN = RELATIONS.load()
_OTHERWISE = re.compile(either(_KNOWN.otherwise))
_OF_ALL = re.compile(either(_KNOWN.of_all))
_PLAIN = rf"[^,;:。()、\n{FIGURE}]"
_SHARE = re.compile(
    rf"(?P<part>{FIGURE}){_PLAIN}{{0,12}},?(?:约)?占(?P<whole>{_PLAIN}{{2,20}})(?P<rate>{FIGURE})"
)
_ITEM = rf"{_PLAIN}{{1,16}}(?:\([^()]{{0,20}}\))?占?{_PLAIN}{{0,6}}{FIGURE}"
_LIST = re.compile(rf"{_PLAIN}{{1,16}}占{_PLAIN}{{0,6}}{FIGURE}(?:[、,;和]{_ITEM}){{1,12}}")
_LAST = re.compile(rf"(?:{either(_KNOWN.rest)}){_PLAIN}{{0,12}}{FIGURE}$")
_HUNDRED = Decimal(100)
_FEWEST = 3
_SHARE_ENDS = ("占", "占比", "占比为")


def shares_of_named(told: ObservedReport) -> Iterator[Note]:
    """Shares that a part cannot be of the whole they name (占税收收入的60%), which the paragraph told before."""
    for passage in passages(told):
        for match in _SHARE.finditer(passage.words):
            part, rate = (passage.at(match.start(role)) for role in ("part", "rate"))
            name = _OF_ALL.sub("", match["whole"])
            wholes = _named(told, passage, part, name)
            if len(wholes) > 1 and match["whole"].startswith(("全部", "总")):
                wholes = [max(wholes, key=lambda one: one.value)]
            if len(wholes) == 1 and rate.unit == "%" and not _OTHERWISE.search(match[0]):
                yield from misfits(told, (rate, part, wholes[0]), told.possible(wholes[0]))


def _named(told: ObservedReport, passage: Passage, part: Observation, name: str) -> list[Observation]:
    """The levels before a part whose names end with ``name``, in its unit and of its period, that are not less than it."""
    if len(name) < 2 or rate_words(name):
        return []
    before = passage.figures[: passage.figures.index(part)]
    kind = (part.unit, "level", part.status, part.period)
    same = [one for one in before if (one.unit, one.measure, one.status, one.period) == kind]
    return [
        one
        for one in same
        if one.indicator.endswith(name) and told.possible(one).low and one.bound == "exact"
    ]


def rate_words(name: str) -> bool:
    """Whether a name is of a rate, of which nothing has a share."""
    return name.endswith(("率", "比"))


def percentages(told: ObservedReport) -> Iterator[Note]:
    """Shares of a list that ends with the rest, which are more or less than a hundred together."""
    for passage in passages(told):
        for match in _LIST.finditer(passage.words):
            first = passage.words.count(FIGURE, 0, match.start())
            shares = passage.figures[first : first + match[0].count(FIGURE)]
            if _are_shares(shares) and (_LAST.search(match[0]) or _are_too_many(told, shares)):
                yield from _percentages(told, shares)


def _are_shares(shares: Sequence[Observation]) -> bool:
    return len(shares) >= _FEWEST and all(
        (s.unit, s.measure, s.bound) == ("%", "rate", "exact") for s in shares
    )


def _are_too_many(told: ObservedReport, shares: Sequence[Observation]) -> bool:
    """Whether each is told as a share, of what stands before all of them, and together they are more than it."""
    alike = all(told.clause(share).endswith(_SHARE_ENDS) for share in shares)
    return alike and told.sum(shares).low > _HUNDRED


def _percentages(told: ObservedReport, shares: Sequence[Observation]) -> Iterator[Note]:
    sum_ = sum((share.value for share in shares), start=Decimal(0))
    if told.sum(shares).apart(Interval(_HUNDRED, _HUNDRED)):
        yield note("percentages", [*reversed(shares)], {"parts": told.listed(shares), "sum": in_digits(sum_)})
