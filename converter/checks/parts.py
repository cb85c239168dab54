"""Parts against their whole, and what was closed against what came in (``parts.toml``)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from converter.checks.rule import ObservedReport, in_digits, note
from converter.checks.tables import PARTS
from converter.figures.alternatives import either
from converter.figures.links import Row
from converter.model import Note, Observation

_INTAKE = re.compile(either(PARTS.load().intake))
_CLASS = ("类", "类案件", "类型")  # what is sorted by its subject is in one class
_REACH = 10  # figures; who adds up more, makes a table
# A list that names nine tenths of its whole means to name it all; one that names less gives examples.
_NEARLY = Decimal("0.9")
_TOTAL = re.compile(
    rf"[^,;:。()\d等]{{0,16}},(?:{either(PARTS.load().before_total)})?(?:{either(PARTS.load().total)})[^,;:。()\d]{{0,8}}"
)
_APART = re.compile(r"[^,;:。()\d]{0,16},[^,;:。()\d]{0,20}")
_LISTED = re.compile(r"[^,;:。()\d]{0,16}[、和及][^,;:。()\d]{0,20}")
_CLOSED = re.compile(either(PARTS.load().closed))
_CARRIED = re.compile(either(PARTS.load().carried))
_KIND = re.compile(rf"(?>{either(PARTS.load().adverbs)}|\d+年)*(?P<kind>.*?)(?P<word>{_CLOSED.pattern})")


def parts_and_wholes(told: ObservedReport) -> Iterator[Note]:
    """Parts that are more than their whole, one alone or all that one list names, or nearly but not quite all of it."""
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
    elif sum_.above(limit) and _are_apart(told, parts):
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


def _are_apart(told: ObservedReport, parts: list[Observation]) -> bool:
    """True where each part is of another kind, and of these nothing is two (``apart``): others may overlap."""
    if all(told.clause(part).endswith(_CLASS) for part in parts):
        return len({told.clause(part) for part in parts}) == len(parts)  # 自然资源类41件、人社类29件
    for kinds in (*PARTS.load().apart, *PARTS.load().outcomes):
        named = [_kinds_of(told.label(part), kinds) for part in parts]
        if all(len(own) == 1 for own in named) and len({own[0] for own in named}) == len(named):
            return True
    return False


def _kinds_of(label: str, kinds: Sequence[str]) -> list[str]:
    """The kinds that words name; 不予受理 is not 受理."""
    own = [kind for kind in kinds if kind in label]
    return [kind for kind in own if not any(kind in other for other in own if other != kind)]


def _closes(told: ObservedReport, parts: list[Observation]) -> bool:
    """True where the list of parts ends with its sentence: what else is told there may be a part, whatever its unit."""
    last = told.places[parts[-1].id]
    behind = told.figures[last + 1 : last + 2]
    return len(parts) > 1 and not any(figure.sentence == parts[-1].sentence for figure in behind)


def totals(told: ObservedReport) -> Iterator[Note]:
    """Totals told behind a list of counts (105件、83件,共计190件) that are not its sum."""
    for _, figures in groupby(told.figures, key=lambda figure: figure.sentence):
        row = Row(told.report.folded, tuple(figures))
        for at in range(2, len(row.figures)):
            if _TOTAL.fullmatch(row.between(at - 1, at)):
                yield from _total(told, row, at)


def _total(told: ObservedReport, row: Row, at: int) -> Iterator[Note]:
    if not _add_up(row, at - 1, at):
        return
    total, parts = row.figures[at], _listed(row, at, _LISTED)
    if len(parts) < 2:
        parts = _listed(row, at, _APART)
        if len(parts) < 2 or not _are_apart(told, parts):
            return
    sum_ = told.sum(parts)
    if sum_.apart(told.possible(total)):
        said = {"total": told.surface(total), "parts": told.listed(parts)}
        exact = sum((part.value for part in parts), start=Decimal(0))
        yield note("total-does-not-fit", [total, *parts], {**said, "sum": in_digits(exact)})


def _add_up(row: Row, first: int, second: int) -> bool:
    """True where both count the same kind of thing, or are amounts of money."""
    one, other = row.figures[first], row.figures[second]
    money = {one.unit, other.unit} == {"元"} and one.measure == "level"
    return row.same_count(first, second) or (money and row.alike(first, second))


def _listed(row: Row, at: int, joint: re.Pattern[str]) -> list[Observation]:
    """The counts before a total that ``joint`` joins into one list."""
    first = at - 1
    while first and _add_up(row, first - 1, at) and joint.fullmatch(row.between(first - 1, first)):
        first -= 1
    return list(row.figures[first:at])


def closed_and_come_in(told: ObservedReport) -> Iterator[Note]:
    """Cases closed, told in several counts that a reader must add up, that are not as many as came in."""
    for _, figures in groupby(told.figures, key=lambda figure: figure.sentence):
        row = Row(told.report.folded, tuple(figures))
        for whole, closed, word in _come_in_and_closed(row):
            yield from _difference(told, whole, closed, word)


def _come_in_and_closed(row: Row) -> Iterator[tuple[Observation, list[Observation], str]]:
    """Each count that came in, with the counts of kinds of cases (民事结案, 刑事结案) closed before another came in."""
    for at, figure in enumerate(row.figures):
        if figure.measure != "level" or not _came_in(row.label(at)):
            continue
        by_word: defaultdict[str, list[int]] = defaultdict(list)
        for other in range(at + 1, min(at + _REACH, len(row.figures))):
            if _came_in(row.label(other)):
                break
            if row.same_count(at, other) and (closed := _CLOSED.search(row.label(other))):
                by_word[closed[0]].append(other)
        for word, kinds in by_word.items():
            if len(kinds) > 1 and all(_is_of_a_kind(row, kind) for kind in kinds):
                yield figure, [row.figures[kind] for kind in kinds], word


def outcomes_and_intake(told: ObservedReport) -> Iterator[Note]:
    """What became of cases, told in several counts just behind what came in, that is more than came in or was carried over."""
    for _, figures in groupby(told.figures, key=lambda figure: figure.sentence):
        row = Row(told.report.folded, tuple(figures))
        for at in range(len(row.figures) - 2):
            outcomes = _outcomes(told, row, at)
            if len(outcomes) < 2 or not _are_apart(told, outcomes) or _is_carried(told, row.figures[at]):
                continue
            if told.sum(outcomes).above(told.possible(row.figures[at])):
                yield from _difference(told, row.figures[at], outcomes, "办结")


def _outcomes(told: ObservedReport, row: Row, at: int) -> list[Observation]:
    """The counts just behind what came in that tell what became of it; none where something else came in or was closed."""
    if row.figures[at].measure != "level" or not _came_in(row.label(at)):
        return []
    kinds = [kind for row in PARTS.load().outcomes for kind in row]
    found: list[Observation] = []
    for other in range(at + 1, len(row.figures)):
        figure = row.figures[other]
        if not row.same_count(at, other) or figure.link or not _kinds_of(told.label(figure), kinds):
            break
        found.append(figure)
    return found


def _is_carried(told: ObservedReport, figure: Observation) -> bool:
    """True where the paragraph of a figure speaks of what was carried over."""
    folded = told.report.folded
    start, end = folded.rfind("\n", 0, figure.span.start) + 1, folded.find("\n", figure.span.end)
    return _CARRIED.search(folded, start, end if end > 0 else len(folded)) is not None


def _came_in(label: str) -> bool:
    return bool(_INTAKE.search(label)) and not _CLOSED.search(label)


def _is_of_a_kind(row: Row, at: int) -> bool:
    match = _KIND.match(row.label(at))
    return row.figures[at].link is None and match is not None and len(match["kind"]) > 1


def _difference(
    told: ObservedReport, whole: Observation, closed: list[Observation], word: str
) -> Iterator[Note]:
    came_in, sum_ = told.possible(whole), told.sum(closed)
    if not came_in.apart(sum_):
        return
    total = sum((figure.value for figure in closed), start=Decimal(0))
    key = "outcomes-above-intake" if sum_.above(came_in) else "outcomes-below-intake"
    numbers = {"sum": in_digits(total), "difference": in_digits(abs(total - whole.value))}
    said = {"whole": told.surface(whole), "whole_said": told.said(whole), "parts": told.listed(closed)}
    yield note(key, [whole, *closed], {"word": word, **said, **numbers})
