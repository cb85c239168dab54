"""One memory over all reports: what was translated in one serves the others, a same text as a draft, a like one as an offer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz import fuzz, process

from converter.translation.memory.po import Memory, Unit, state_of
from converter.translation.memory.wording import word_diff

_ALIKE = 60
"""Percent of its characters that a text shares at least with one whose translation is offered for it."""
_SHORTEST = 8  # characters; shorter texts are like many others
_MOST = 3


class Known(Struct, frozen=True):
    """A reviewed translation: ``where`` is the report it is from and the place there; ``kind`` that of a string."""

    zh: str
    en: str
    where: str
    kind: str = ""


class Offer(Struct, frozen=True):
    """A translation of a text that is ``percent`` like the one to translate."""

    percent: int
    known: Known
    difference: str
    """The text to translate, with what the other says otherwise (``word_diff``)."""


def known_in(report: str, memory: Memory) -> Iterator[Known]:
    """What ``report`` has reviewed, for other reports to use; of its own former translations those of whole texts."""
    for unit in memory.units:
        if state_of(unit) == "reviewed":
            place = f"{report} {unit.page}" + (f"#{unit.key}" if unit.key else "")
            yield Known(unit.zh, unit.en, place, "" if unit.key else unit.page)


class Shared:
    """What all of some reports know, to be looked up by text."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._known = tuple(known)

    @cached_property
    def _exact(self) -> Mapping[tuple[str, str], Known]:
        return {(one.kind, one.zh): one for one in reversed(self._known)}

    @cached_property
    def _texts(self) -> Sequence[Known]:
        return tuple(
            {
                one.zh: one for one in reversed(self._known) if not one.kind and len(one.zh) >= _SHORTEST
            }.values()
        )

    def same(self, unit: Unit) -> Known | None:
        """The translation of the very same text, of the same kind where it is a string."""
        return self._exact.get(("" if unit.key else unit.page, unit.zh))

    def like(self, unit: Unit) -> tuple[Offer, ...]:
        """Translations of texts much like that of ``unit``, the most alike first; of the same text none."""
        if not unit.key or len(unit.zh) < _SHORTEST:
            return ()
        texts = [one.zh for one in self._texts]
        found = process.extract(unit.zh, texts, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_MOST)
        near = ((self._texts[at], score) for zh, score, at in found if zh != unit.zh)
        return tuple(Offer(int(score), one, word_diff(one.zh, unit.zh)) for one, score in near)


def drafted(memory: Memory, shared: Shared) -> tuple[Memory, int]:
    """``memory`` with the translations that other reports have of the very same texts, as drafts; and how many.

    Each says where it is from.  What is translated already stays.
    """
    units, count = [], 0
    for unit in memory.units:
        same = shared.same(unit) if unit.zh and not unit.en else None
        count += same is not None
        units.append(_draft(unit, same) if same else unit)
    return replace(memory, units=tuple(units)), count


def _draft(unit: Unit, same: Known) -> Unit:
    return replace(unit, en=same.en, source=unit.zh, draft=True, origin=same.where)


def offers(memory: Memory, shared: Shared) -> dict[Unit, tuple[Offer, ...]]:
    """What is offered for each text that has no translation."""
    found = ((unit, shared.like(unit)) for unit in memory.units if state_of(unit) == "missing")
    return {unit: like for unit, like in found if like}


def told(offered: Iterable[Offer]) -> str:
    """Offers as lines of a PO comment."""
    return "\n".join(
        line
        for one in offered
        for line in (
            f"{one.percent}% like 相似 {one.known.where}: {_line(one.difference)}",
            f"  {_line(one.known.en)}",
        )
    )


def _line(text: str) -> str:
    return " ".join(text.split())
