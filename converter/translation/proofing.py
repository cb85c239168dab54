"""What a translator should look at in one report: numbers that differ, terms not rendered, slips of form."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from converter.translation import numbers as gate
from converter.translation import terms, wording
from converter.translation.memory import Memory, Unit, accepted, state_of

# Kinds of strings whose numbers are those of a sentence; an indicator's name leaves its own number out.
_SENTENCES = ("sentence", "detail", "title")


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at; ``where`` is the page and the block (``c2#c2-s1-p1``), or the kind of string."""

    where: str
    zh: str
    en: str
    about: gate.Difference | terms.Breach | wording.Slip

    def explain(self, language: str) -> str:
        """What is wrong and what to do, in ``zh`` or ``en``."""
        if isinstance(self.about, terms.Breach):
            return terms.explain(self.about, language)
        spoken: Literal["zh", "en"] = "zh" if language == "zh" else "en"
        if isinstance(self.about, wording.Slip):
            return wording.explain(self.about, spoken)
        return gate.explain(self.about, spoken)


def doubts(memory: Memory, year: int | None = None) -> Iterator[Doubt]:
    """All doubts about translations that claim to be of the text as it stands; a stale one is known to differ.

    What a person has accepted with a reason is passed over until either language changes.  ``year`` is the report's,
    None where it is not known: 去年 is then any year.
    """
    for unit in memory.units:
        told = state_of(unit) in ("reviewed", "draft") and (unit.key or unit.page in _SENTENCES)
        if told and not accepted(unit):
            yield from _doubts(unit, year)


def _doubts(unit: Unit, year: int | None) -> Iterator[Doubt]:
    where = f"{unit.page}#{unit.key}" if unit.key else unit.page
    for difference in gate.differences(unit.zh, unit.en, year):
        yield Doubt(where, unit.zh, unit.en, difference)
    for breach in terms.breaches(unit.zh, unit.en):
        yield Doubt(where, unit.zh, unit.en, breach)
    for slip in wording.slips(unit.zh, unit.en):
        yield Doubt(where, unit.zh, unit.en, slip)
