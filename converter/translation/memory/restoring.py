"""A translation memory that is damaged or lacks what it held: what can be read of it, and the rest from its copy."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from converter.caching import kept_latest
from converter.errors import InputError
from converter.translation.memory.former import read_former
from converter.translation.memory.po import Memory, Unit, read_memory
from converter.translation.memory.scanning import ended_early, flaw_of

_TRANSLATED = re.compile(r"^(?:#~ )?msgstr ", re.M)
_NO_TEXT = re.compile("[\0\ud800-\udfff]")


class Texts(Struct, frozen=True):
    """What the two files of a memory hold, empty where there is none: its PO, and the former translations."""

    po: str = ""
    former: str = ""


class Stored(Struct, frozen=True):
    """A memory as it was found: with ``sound`` False its PO is torn or none, with ``former_sound`` False the former ones
    are; with ``restored`` translations that it had lost are in it again.  ``forgotten``: neither the PO nor its copy is
    whole, only the pages know the rest."""

    memory: Memory
    sound: bool = True
    former_sound: bool = True
    restored: int = 0
    forgotten: bool = False


@kept_latest(4)  # a build asks for the memory of a report more than once
def stored_memory(found: Texts, copy: Texts) -> Stored:
    """The memory in the files ``found``, with what only ``copy`` holds, those of the copy a build left.

    A translation once known is in use, or among the former ones; one that is neither was lost, not given up.
    """
    memory, sound, former_sound = _readable(found)
    if found == copy:
        return Stored(memory, sound, former_sound, forgotten=not sound)
    before, copied, _ = _readable(copy)
    if found.po != copy.po and copied and copy.po.startswith(found.po.rstrip("\n")):
        # Cut, be it between two lines of one translation.
        whole = Memory(before.units, tuple(dict.fromkeys((*before.former, *memory.former))))
        return Stored(whole, sound=False, former_sound=former_sound)
    lost = list(_lost(memory, before))
    forgotten = not (sound or copied)
    return Stored(_with(memory, before, lost) if lost else memory, sound, former_sound, len(lost), forgotten)


def _readable(texts: Texts) -> tuple[Memory, bool, bool]:
    """What can be read of both files, and of each whether that is all."""
    memory, sound = _readable_po(texts.po)
    former, former_sound = read_former(texts.former)
    return replace(memory, former=tuple(dict.fromkeys((*memory.former, *former)))), sound, former_sound


def _readable_po(text: str) -> tuple[Memory, bool]:
    """What can be read of a PO file, and whether that is all."""
    if not text.strip():
        return Memory(), False
    if memory := _whole(text):
        return memory, True
    entries = [memory for entry in text.split("\n\n") if (memory := _whole(entry))]
    units = (unit for memory in entries for unit in memory.units)
    former = (unit for memory in entries for unit in memory.former)
    return Memory(tuple(dict.fromkeys(units)), tuple(dict.fromkeys(former))), False


def _whole(text: str) -> Memory | None:
    if flaw_of(text) or ended_early(text) or not _TRANSLATED.search(text) or _NO_TEXT.search(text):
        return None
    try:
        return read_memory(text, "")
    except InputError:
        return None


def _place(unit: Unit) -> tuple[str, str, str]:
    return unit.page, unit.key, unit.zh


def _lost(memory: Memory, before: Memory) -> Iterator[Unit]:
    """The translations of ``before`` that ``memory`` does not know, neither in use nor as former ones, and has not
    replaced by others."""
    known = {(unit.source, unit.en) for unit in (*memory.units, *memory.former)}
    known |= {(unit.zh, unit.en) for unit in memory.former}
    here = {(unit.page, unit.key, unit.en) for unit in memory.units if unit.key}
    translated = {_place(unit) for unit in memory.units if unit.en}
    for unit in before.units:
        given = _place(unit) in translated or (unit.page, unit.key, unit.en) in here
        if unit.en and not given and (unit.source, unit.en) not in known:
            yield unit
    yield from (unit for unit in before.former if (unit.source, unit.en) not in known)


def _with(memory: Memory, before: Memory, lost: Iterable[Unit]) -> Memory:
    """``memory`` with what it ``lost``, in the order of ``before``: of the same text, else among the former ones."""
    wanted = set(lost)
    now = {_place(unit): unit for unit in memory.units}
    keys = {(unit.page, unit.key) for unit in memory.units if unit.key}
    units = [
        unit if unit in wanted else now.get(_place(unit), unit)
        for unit in before.units
        if _place(unit) in now or not unit.key or (unit.page, unit.key) not in keys
    ]
    placed = {_place(unit) for unit in units}
    units += [unit for unit in memory.units if _place(unit) not in placed]
    kept = {*memory.former, *wanted}
    former = [unit for unit in before.former if unit in kept] + list(memory.former)
    former += [unit for unit in before.units if unit in wanted.difference(units)]
    return Memory(tuple(units), tuple(dict.fromkeys(former)))
