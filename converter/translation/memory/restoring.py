"""A translation memory that is damaged or lacks what it held: what can be read of it, and the rest from its copy."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from converter.errors import InputError
from converter.kept import kept_latest
from converter.translation.memory.po import Memory, Unit, read_memory

_KEYWORD = re.compile(r"^(?:#~ )?(msg\w+)", re.M)
_NO_TEXT = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Stored:
    """A memory as it was found: with ``sound`` False its file is torn or no PO, with ``restored`` translations that it
    had lost are in it again.  ``forgotten``: neither the file nor its copy is whole, only the pages know the rest."""

    memory: Memory
    sound: bool = True
    restored: int = 0
    forgotten: bool = False


@kept_latest(4)  # a build asks for the memory of a report more than once
def stored_memory(text: str, copy: str) -> Stored:
    """The memory in ``text``, the contents of its file, with what only ``copy`` holds, those of the copy a build left.

    A translation once known is in use, or among the former ones; one that is neither was lost, not given up.
    """
    memory, sound = _readable(text)
    if text == copy:
        return Stored(memory, sound, forgotten=not sound)
    before, copied = _readable(copy)
    if copied and copy.startswith(text.rstrip("\n")):
        return Stored(before, sound=False)  # cut, be it between two lines of one translation
    lost = list(_lost(memory, before))
    return Stored(_with(memory, before, lost) if lost else memory, sound, len(lost), not (sound or copied))


def _readable(text: str) -> tuple[Memory, bool]:
    """What can be read of a PO file, and whether that is all."""
    keywords = _KEYWORD.findall(text)
    ends = text.rstrip().endswith('"') and keywords[-1:] == ["msgstr"]
    if (ends and not _NO_TEXT.search(text)) or not text.strip():
        try:
            return read_memory(text, ""), ends
        except InputError:
            pass
    entries = [memory for entry in text.split("\n\n") if (memory := _entry(entry))]
    units = (unit for memory in entries for unit in memory.units)
    former = (unit for memory in entries for unit in memory.former)
    return Memory(tuple(dict.fromkeys(units)), tuple(dict.fromkeys(former))), False


def _entry(text: str) -> Memory | None:
    if not text.rstrip().endswith('"') or _NO_TEXT.search(text):
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
