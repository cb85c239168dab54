"""What comes back from a translator's tool as PO, and what a person says of translations."""

from msgspec import Struct
from msgspec.structs import replace

from converter.translation.english import shown_until_translated
from converter.translation.memory.following import SAME_TEXT, harmless
from converter.translation.memory.pairing import likeness
from converter.translation.memory.po import Memory, Unit, state_of, with_acceptance


class Taken(Struct, frozen=True):
    """The memory after an import: how many translations were new, replaced an older one, or found no text."""

    memory: Memory
    new: int
    replaced: int
    homeless: int


def take(memory: Memory, other: Memory) -> Taken:
    """``memory`` with the translations of ``other``, a PO file that came back.

    A text that moved meanwhile is found by its words.  One that has changed since the file went out takes its
    translation only where it has none, as a stale one; what is replaced and what finds no text is kept among the
    former ones.  A file brings no mark-up: it is shown as written.
    """
    other = Memory(tuple(map(harmless, other.units)), tuple(map(harmless, other.former)))
    at, units = _Places(memory), list(memory.units)
    former, counts = [*memory.former, *other.former], [0, 0, 0]
    for unit in (replace(unit, en=unit.en.strip()) for unit in other.units if unit.en.strip()):
        place = at.of(unit)
        old = units[place] if place is not None else None
        if _is_suggestion(unit):
            continue
        changed = old is not None and old.zh != unit.zh
        if old and changed and old.en == unit.en:
            continue  # taken before
        if old is None or (changed and old.en):
            former.append(unit)
            counts[2] += 1
        elif place is not None and _differs(old, unit):
            counts[bool(old.en)] += 1
            former += [old] if old.en not in ("", unit.en) else []
            comment = unit.comment or old.comment
            units[place] = replace(unit, page=old.page, key=old.key, zh=old.zh, comment=comment)
    return Taken(Memory(tuple(units), tuple(dict.fromkeys(former))), *counts)


class _Places:
    """Where in a memory the text of a unit stands: with its key, else by its words, else the one its key has now."""

    def __init__(self, memory: Memory) -> None:
        self._units = memory.units
        self._exact = {(unit.page, unit.key, unit.zh): at for at, unit in enumerate(memory.units)}
        self._words = {unit.zh: at for at, unit in reversed(list(enumerate(memory.units))) if unit.key}
        self._keys = {(unit.page, unit.key): at for at, unit in enumerate(memory.units) if unit.key}

    def of(self, unit: Unit) -> int | None:
        if (exact := self._exact.get((unit.page, unit.key, unit.zh))) is not None or not unit.key:
            return exact
        if (moved := self._words.get(unit.zh)) is not None:
            return moved
        now = self._keys.get((unit.page, unit.key))
        return now if now is not None and likeness(self._units[now].zh, unit.zh) >= SAME_TEXT else None


def _differs(old: Unit, new: Unit) -> bool:
    # Tools forget what a fuzzy text was made from: one that comes back so with the same words is as it was.
    fuzzy = new.draft and old.en == new.en and state_of(old) in ("draft", "stale")
    said = fuzzy or (old.en, old.source, old.draft) == (new.en, new.source, new.draft)
    return not said or new.comment not in ("", old.comment)


def reviewed(memory: Memory, page: str, key: str = "") -> tuple[Memory, int]:
    """The memory with the translations of a page (or of one block of it) said to be true to the text as it stands.

    What stands there by rule is one from then on.
    """
    units = tuple(
        replace(unit, en=english, source=unit.zh, draft=False)
        if unit.page == page and (not key or unit.key == key) and (english := for_review(unit))
        else unit
        for unit in memory.units
    )
    return replace(memory, units=units), sum(a != b for a, b in zip(units, memory.units, strict=True))


def for_review(unit: Unit) -> str:
    """The English of a block that nobody said yet to be true to the text as it stands; empty where there is none."""
    if state_of(unit) == "reviewed":
        return ""
    return english_of(unit) if unit.key else unit.en


def english_of(unit: Unit) -> str:
    """What stands for a text in the English edition: its translation, else what a rule makes of it; empty for neither."""
    return unit.en or shown_until_translated(unit.page, unit.key, unit.zh)


RULE = "rule"


def suggested(memory: Memory) -> Memory:
    """``memory`` for a translator's tool: what stands by rule is a draft there, which can be found right at once."""
    return replace(memory, units=tuple(map(_suggested, memory.units)))


def _suggested(unit: Unit) -> Unit:
    english = "" if unit.en else english_of(unit)
    return replace(unit, en=english, source=unit.zh, draft=True, origin=RULE) if english else unit


def _is_suggestion(unit: Unit) -> bool:
    """Whether a translation is what a rule says, which nobody has found right yet."""
    return unit.draft and unit.en == shown_until_translated(unit.page, unit.key, unit.zh).strip()


def accept(memory: Memory, page: str, key: str, reason: str) -> tuple[Memory, int]:
    """The memory with the reason why what the checks say of one block is right as it stands; and how many blocks that are."""
    own = [unit.page == page and unit.key == key and bool(unit.en) for unit in memory.units]
    units = tuple(
        with_acceptance(unit, reason) if mine else unit for unit, mine in zip(memory.units, own, strict=True)
    )
    return replace(memory, units=units), sum(own)
