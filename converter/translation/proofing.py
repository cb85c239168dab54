"""What a translator should look at in one report: numbers that differ, terms not rendered, slips of form."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from converter.translation import numbers as gate
from converter.translation import terms, wording
from converter.translation.english import by_rule
from converter.translation.memory import Memory, Unit, accepted, state_of

# Kinds of strings whose numbers are those of a sentence; an indicator's name leaves its own number out.
_SENTENCES = ("sentence", "detail", "title")


class Doubt(Struct, frozen=True):
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
            yield from doubts_of(unit, year)


def doubts_of(unit: Unit, year: int | None) -> Iterator[Doubt]:
    """What there is to look at in one translation, whatever its state."""
    where = f"{unit.page}#{unit.key}" if unit.key else unit.page
    for slip in wording.slips(unit.zh, unit.en):
        yield Doubt(where, unit.zh, unit.en, slip)
    for zh, en in _pairs(unit):
        for difference in gate.differences(zh, en, year):
            yield Doubt(where, zh, en, difference)
        for breach in terms.breaches(zh, en):
            yield Doubt(where, zh, en, breach)


def _pairs(unit: Unit) -> Iterator[tuple[str, str]]:
    """What to hold against each other: the cells of a table one by one where both have the same, else the whole.

    A label of a form in its fixed English is right.
    """
    chinese, english = _cells(unit.zh), _cells(unit.en)
    if not chinese or [*map(len, chinese)] != [*map(len, english)]:
        yield unit.zh, unit.en
        return
    for row, other in zip(chinese, english, strict=True):
        yield from ((zh, en) for zh, en in zip(row, other, strict=True) if by_rule("indicator", zh) != en)


def _cells(block: str) -> list[list[str]]:
    """The cells of a Markdown table by rows; nothing for any other block."""
    is_table = block.startswith("| ") and "\n| ---" in block
    return [line[2:-2].split(" | ") for line in block.split("\n")] if is_table else []
