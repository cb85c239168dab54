"""What was carried over and came in against what was closed and is left, told in one paragraph (``relations.toml``)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, takewhile

from converter.checks.codes import only
from converter.checks.rule import ObservedReport, in_digits, note
from converter.checks.tables import CODE_SUMS, RELATIONS
from converter.figures.alternatives import either
from converter.model import Note, Observation

_ROLES = {role: re.compile(either(words)) for role, words in RELATIONS.load().balance.items()}
_REST = re.compile("(?:其余|剩余|[剩尚]?余)$")
_SIDES = (("received", "carried"), ("closed", "left"))
_TOLD = frozenset(("received", "closed", "left"))
# 2023年结转: what an earlier year left, not what this one leaves to the next.
_OF_YEAR = re.compile(r"(?:\d{4}|上|去)年[度末底]?(?:结转|转入|遗留|未办?[结完])(?![至到下])")
_PLAIN = ("result", "level", "exact")


def balances_told(told: ObservedReport) -> Iterator[Note]:
    """What came in and was carried over that is not what was closed and is left, each told just once: in a sentence, or a paragraph."""
    for _, figures in groupby(told.figures, key=lambda figure: figure.paragraph):
        own = [one for one in figures if not one.link and one.measure == "level"]
        for unit in dict.fromkeys(one.unit for one in own):
            yield from _first([one for one in own if one.unit == unit], told)


def _first(figures: Sequence[Observation], told: ObservedReport) -> Iterator[Note]:
    """The notes on what the first of the sentences says that tells all of it, or else on what all of them say together."""
    sentences = [tuple(own) for _, own in groupby(figures, key=lambda figure: figure.sentence)]
    for own in (*sentences, figures):
        if _may_tell(told, own) and _is_whole(plays := _roles(told, own), told):
            yield from _balance(told, plays)
            return


def _may_tell(told: ObservedReport, figures: Sequence[Observation]) -> bool:
    """False where nothing says what is left, or too few figures could: so it is in most sentences."""
    if len(figures) < len(_TOLD):
        return False
    words = figures[0].sentence.start, figures[-1].span.start
    return any(one.code for one in figures) or _ROLES["left"].search(told.report.folded, *words) is not None


def _is_whole(plays: Mapping[str, Observation], told: ObservedReport) -> bool:
    """Whether all is told that has to be equal: without what was carried over only where the rest is called so."""
    periods = {one.period for role, one in plays.items() if role != "carried"}
    one_sentence = len({one.sentence for one in plays.values()}) == 1
    if not plays.keys() >= _TOLD or (len(periods) > 1 and not one_sentence):
        return False
    return "carried" in plays or _REST.search(told.clause(plays["left"])) is not None


def _balance(told: ObservedReport, plays: Mapping[str, Observation]) -> Iterator[Note]:
    sides = [[plays[role] for role in side if role in plays] for side in _SIDES]
    total, sum_ = (told.sum(side) for side in sides)
    if total.apart(sum_):
        said = {"total": in_digits(total.low), "sum": in_digits(sum_.low)}
        names = {"parts": told.listed(sides[0]), "rest": told.listed(sides[1])}
        key = "requests-balance" if plays == _by_code(tuple(plays.values())) else "balance"
        yield note(key, [*sides[0], *sides[1]], {**said, **names})


def _roles(told: ObservedReport, figures: Sequence[Observation]) -> Mapping[str, Observation]:
    return _by_code(figures) or _by_words(told, figures)


def _by_code(figures: Sequence[Observation]) -> Mapping[str, Observation]:
    """The figure that plays each role by its code; none at all where one is missing, or told twice."""
    found = {role: only(figures, code) for role, code in CODE_SUMS.load().requests.items()}
    told = {role: one for role, one in found.items() if one}
    return told if len(told) == len(found) else {}


def _by_words(told: ObservedReport, figures: Sequence[Observation]) -> Mapping[str, Observation]:
    """The figure that plays each role; none at all where two play one, or another figure stands among them."""
    found: dict[str, Observation] = {}
    roles = {one.id: _role(told, one) for one in figures}
    kinds = [(one, roles[one.id]) for one in _without_parts(figures, roles)]
    among = [at for at, (_, role) in enumerate(kinds) if role]
    for one, role in kinds[among[0] : among[-1] + 1] if among else ():
        if found.keys() == _ROLES.keys():
            break  # what is told of them behind is another thing
        if not role or role in found or (one.status, one.measure, one.bound) != _PLAIN:
            return {}
        found[role] = one
    return found


def _without_parts(figures: Sequence[Observation], roles: Mapping[str, str]) -> Sequence[Observation]:
    """The figures without those that play no role and stand just behind one as whose parts they add up to it."""
    kept, rest = list[Observation](), list(figures)
    while rest:
        kept.append(rest.pop(0))
        parts = list(takewhile(lambda one: not roles[one.id], rest))
        if roles[kept[-1].id] and len(parts) > 1 and sum(one.value for one in parts) == kept[-1].value:
            del rest[: len(parts)]
    return kept


def _role(told: ObservedReport, figure: Observation) -> str:
    """The one role that the words before a figure name; none where they name none."""
    words = told.clause(figure)
    if _OF_YEAR.search(words):
        return "carried"
    roles = [role for role, known in _ROLES.items() if known.search(words)]
    first = {"carried", "left"}.intersection(roles)  # 上年结转受理3件, 正在办理2件
    return roles[0] if len(roles) == 1 else next(iter(first)) if len(first) == 1 else ""
