"""Parts against their whole (``parts.toml``)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from converter.checks.rates import parts_among, parts_told_so
from converter.checks.rule import ObservedReport, in_digits, note
from converter.checks.tables import PARTS, RELATIONS
from converter.figures.alternatives import either
from converter.model import Note, Observation

_CLASS = ("类", "类案件", "类型")  # what is sorted by its subject is in one class
# A list that names nine tenths of its whole means to name it all; one that names less gives examples.
_NEARLY = Decimal("0.9")
_REST = re.compile(either(RELATIONS.load().rest))


def parts_and_wholes(told: ObservedReport) -> Iterator[Note]:
    """Parts that are more than their whole, one alone or all that one list names, or nearly but not quite all of it."""
    for part, whole in (*parts_among(told), *parts_told_so(told)):
        if told.possible(part).above(told.possible(whole)):
            yield note(
                "part-exceeds-whole", [part, whole], {"part": told.said(part), "whole": told.said(whole)}
            )
    lists: defaultdict[str, list[Observation]] = defaultdict(list)
    for part in told.figures:
        if part.link and part.link.relation == "part_of":
            lists[part.link.to].append(part)
    for id_, parts in lists.items():
        yield from _against(told, told.figures[told.places[id_]], parts)


def _against(told: ObservedReport, whole: Observation, parts: list[Observation]) -> Iterator[Note]:
    limit, sum_ = told.possible(whole), told.sum(parts)
    single = next((part for part in parts if told.possible(part).above(limit)), None)
    if single:
        said = {"part": told.said(single), "whole": told.said(whole)}
        yield note("part-exceeds-whole", [single, whole], said)
    elif sum_.above(limit) and are_apart(told, parts):
        said = {"whole": told.said(whole), "parts": told.listed(parts)}
        yield note("parts-exceed-whole", [whole, *parts], {**said, "sum": in_digits(sum_.low)})
    elif (
        _closes(told, parts)
        and limit.high == limit.low
        and sum_.low > limit.low * _NEARLY
        and limit.above(sum_)
    ):
        said = {"whole": told.said(whole), "parts": told.listed(parts), "sum": in_digits(sum_.low)}
        rest = in_digits(limit.low - sum_.low)
        yield note("parts-fall-short", [whole, *parts], {**said, "difference": rest})


def are_apart(told: ObservedReport, parts: list[Observation]) -> bool:
    """True where each part is of another kind, and of these nothing is two (``apart``), or the last is the rest: others may overlap."""
    if _REST.match(told.clause(parts[-1])):
        return True
    if all(told.clause(part).endswith(_CLASS) for part in parts):
        return len({told.clause(part) for part in parts}) == len(parts)  # 自然资源类41件、人社类29件
    for kinds in (*PARTS.load().apart, *PARTS.load().outcomes):
        named = [kinds_of(told.label(part), kinds) for part in parts]
        if all(len(own) == 1 for own in named) and len({own[0] for own in named}) == len(named):
            return True
    return False


def kinds_of(label: str, kinds: Sequence[str]) -> list[str]:
    """The kinds that words name; 不予受理 is not 受理."""
    own = [kind for kind in kinds if kind in label]
    return [kind for kind in own if not any(kind in other for other in own if other != kind)]


def _closes(told: ObservedReport, parts: list[Observation]) -> bool:
    """True where the list of parts ends with its sentence, or before a semicolon: what else is told there may be a part, whatever its unit."""
    last = told.places[parts[-1].id]
    behind = [one for one in told.figures[last + 1 : last + 2] if one.sentence == parts[-1].sentence]
    return len(parts) > 1 and not any(
        ";" not in told.report.folded[parts[-1].span.end : figure.span.start] for figure in behind
    )
