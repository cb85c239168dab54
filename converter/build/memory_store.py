"""The translation memory of a report on disk: its file, the copy that a build keeps, and the pages made from it.

Each can be made again from the others, so that no translation is lost with one of them.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from converter.build.keep import Action, Change, page_as_left, place_aside, read
from converter.layout import BASE, memory_path, report_folder
from converter.pages.report import shown_texts, sign
from converter.translation.memory import Memory, Stored, stored_memory, write_memory


def load_memory(docs: Path, name: str) -> Memory:
    """The memory of a report, with what its file has lost; empty where there is none."""
    return _stored(docs, name).memory


def _stored(docs: Path, name: str) -> Stored:
    path = memory_path(name)
    return stored_memory(read(docs / path) or "", read(docs / BASE / path) or "")


def change_of_memory(docs: Path, name: str, memory: Memory) -> Change:
    """What writing ``memory`` does to the file of it; a copy of it stays in the base."""
    path, stored = memory_path(name), _stored(docs, name)
    before, text = read(docs / path), write_memory(memory, name)
    lost = stored.restored or (before is not None and not stored.sound)
    action: Action = "same" if before == text else "restored" if lost else "updated" if before else "written"
    action = "relearned" if is_forgotten(docs, name) else action
    aside = "" if stored.sound else place_aside(docs, path, before, text)
    return Change(path, action, before, text, text, text, aside=aside)


def with_shown_strings(
    docs: Path, name: str, memory: Memory, made: Callable[[Memory], Mapping[str, str]]
) -> Memory:
    """``memory``, where its file and the copy are both gone, with the strings that the English pages on disk show.

    ``made`` makes these pages from a memory.  What they show otherwise than those made from ``memory`` is learned.
    """
    if not is_forgotten(docs, name):
        return memory
    marked = (
        unit if unit.key or unit.en else replace(unit, en=sign(n)) for n, unit in enumerate(memory.units)
    )
    with_signs, texts = made(replace(memory, units=tuple(marked))), made(memory)
    ours = shown_texts(with_signs, texts)
    theirs = shown_texts(with_signs, {path: page_as_left(docs, path) or "" for path in texts})
    learned = {n: text for n, text in theirs.items() if text != ours.get(n)}
    units = (
        replace(unit, en=learned[n], source=unit.zh) if n in learned else unit
        for n, unit in enumerate(memory.units)
    )
    return replace(memory, units=tuple(units))


def is_forgotten(docs: Path, name: str) -> bool:
    """True where a report has English pages, but neither its memory nor the copy of it is whole."""
    return _stored(docs, name).forgotten and (docs / report_folder(name, "en")).is_dir()
