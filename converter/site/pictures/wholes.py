"""Which figures of a report are parts of which whole, and whether they leave something unsaid."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from msgspec import Struct

from converter.caching import kept
from converter.knowledge import Record, Table
from converter.site.content.observations import Figure
from converter.site.markdown.charts import number_of, step_of


class _Exclusive(Record, frozen=True):
    kinds: tuple[tuple[str, ...], ...]
    sums: tuple[str, ...]


EXCLUSIVE = Table(__package__, "exclusive.toml", _Exclusive)


class Whole(Struct, frozen=True):
    """A figure and its parts.  ``rest`` is what they leave of it; None where they may overlap or the whole is no exact number.

    ``rate`` is what the report calls the share of the one part.
    """

    figure: Figure
    parts: tuple[Figure, ...]
    rest: Decimal | None
    rate: Figure | None = None


def wholes(figures: Sequence[Figure]) -> list[Whole]:
    """The wholes in the order of the report, by ``figures`` as its own language names them; each figure is one whole at most."""
    prose = [figure for figure in figures if not figure.in_table and _is_count(figure)]
    places = {figure.id: at for at, figure in enumerate(figures)}
    found = [*_linked(prose), *_told_together(prose), *_reached(figures, prose)]
    first: dict[str, Whole] = {}
    for whole in found:
        first.setdefault(whole.figure.id, whole)
    return sorted(first.values(), key=lambda whole: places[whole.figure.id])


def _is_count(figure: Figure) -> bool:
    value = number_of(figure)
    return (figure.measure, figure.status) == ("level", "result") and value is not None and value > 0


def _value(figure: Figure) -> Decimal:
    return number_of(figure) or Decimal(0)


def _linked(prose: Sequence[Figure]) -> Iterator[Whole]:
    """What the report itself says to be parts (其中)."""
    by_id = {figure.id: figure for figure in prose}
    parts: dict[str, list[Figure]] = {}
    for figure in prose:
        if figure.tie and figure.tie.relation == "part_of":
            parts.setdefault(figure.tie.to, []).append(figure)
    for of, own in parts.items():
        whole = by_id.get(of)
        if whole and all(part.unit == whole.unit and _value(part) <= _value(whole) for part in own):
            yield Whole(whole, tuple(own), _rest(whole, own))


def _rest(whole: Figure, parts: Sequence[Figure]) -> Decimal | None:
    """What the parts leave, None where it cannot be known.

    Several parts that do not make up the whole may overlap: nothing says that they stand side by side.
    """
    if any(figure.bound != "exact" for figure in (whole, *parts)):
        return None
    rest = _value(whole) - sum(map(_value, parts))
    fine = len(parts) == 1 and step_of(whole) <= step_of(parts[0])
    return rest if rest == 0 or (rest > 0 and fine) else None


def _told_together(prose: Sequence[Figure]) -> Iterator[Whole]:
    """A sum and, behind it in its sentence, counts of kinds that exclude each other."""
    for _, group in groupby(prose, key=lambda figure: (figure.paragraph, figure.sentence)):
        said = list(group)
        for at, whole in enumerate(said):
            parts = list(_kinds_behind(whole, said[at + 1 :]))
            rest = _value(whole) - sum(map(_value, parts))
            exact = all(figure.bound == "exact" for figure in (whole, *parts))
            if whole.clause.endswith(EXCLUSIVE.load().sums) and len(parts) > 1 and exact and rest >= 0:
                yield Whole(whole, tuple(parts), rest)


def _kinds_behind(whole: Figure, others: Iterable[Figure]) -> Iterator[Figure]:
    shape = None
    for figure in others:
        kind = _kind(figure.indicator)
        if figure.unit != whole.unit or kind is None or (shape and (kind[0], kind[2]) != shape[::2]):
            return
        shape = shape or kind
        yield figure


@kept
def _kinds() -> tuple[tuple[str, int], ...]:
    named = ((word, at) for at, kinds in enumerate(EXCLUSIVE.load().kinds) for word in kinds)
    return tuple(sorted(named, key=lambda one: -len(one[0])))


def _kind(name: str) -> tuple[int, str, str] | None:
    """Which set of kinds a name has a word of, the word, and the rest of the name; None where it has none."""
    for word, at in _kinds():
        if word in name:
            return at, word, name.replace(word, "", 1)
    return None


def _reached(figures: Sequence[Figure], prose: Sequence[Figure]) -> Iterator[Whole]:
    """A count, how many of it were reached, and the rate that the report gives for it (受理140件,调解成功125件,成功率达90%)."""
    by_id = {figure.id: figure for figure in prose}
    for before, rate in pairwise(figures):
        whole = by_id.get(rate.tie.to) if rate.tie and rate.tie.relation == "share_of" else None
        if not whole or before.id not in by_id or before is whole or before.unit != whole.unit:
            continue
        same = rate.unit == "%" and before.sentence == rate.sentence == whole.sentence
        if same and _is_rate_of(rate.indicator, before.indicator) and _value(before) <= _value(whole):
            yield Whole(whole, (before,), _rest(whole, [before]), rate)


def _is_rate_of(rate: str, count: str) -> bool:
    stem = rate.removesuffix("比率").removesuffix("率")
    return bool(stem) and stem != rate and (count.endswith(stem) or stem.endswith(count))
