"""The translation memory of a report on disk: its file, the copy that a build keeps, and the pages made from it.

Each can be made again from the others, so that no translation is lost with one of them.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec.structs import replace

from converter.build.keep import Action, Change, page_as_left, place_aside, read
from converter.layout import BASE, former_path, memory_path, report_folder
from converter.pages.report import shown_texts, sign
from converter.translation.memory import (
    Memory,
    Stored,
    Texts,
    stored_memory,
    write_former,
    write_memory,
)


def load_memory(docs: Path, name: str) -> Memory:
    """The memory of a report, with what its file has lost; empty where there is none."""
    return _stored(docs, name).memory


def _stored(docs: Path, name: str) -> Stored:
    return stored_memory(_texts(docs, name), _texts(docs / BASE, name))


def _texts(folder: Path, name: str) -> Texts:
    return Texts(*(read(folder / path(name)) or "" for path in (memory_path, former_path)))


def changes_of_memory(docs: Path, name: str, memory: Memory) -> tuple[Change, ...]:
    """What writing ``memory`` does to its files; a copy of each stays in the base.

    What goes from the one to the other is written there first, so that a crash between the two loses nothing.
    """
    stored, forgotten = _stored(docs, name), is_forgotten(docs, name)
    lost = bool(stored.restored)
    po = _change(docs, memory_path(name), write_memory(memory, name), lost, stored.sound)
    former = _change(docs, former_path(name), write_former(memory.former), lost, stored.former_sound)
    return (*(former,) * _is_needed(former), replace(po, action="relearned") if forgotten else po)


def _is_needed(former: Change) -> bool:
    return bool(former.before is not None or former.text)


def _change(docs: Path, path: str, text: str, lost: bool, sound: bool) -> Change:
    before = read(docs / path)
    damaged = before is not None and not sound
    action: Action = (
        "same" if before == text else "restored" if lost or damaged else "updated" if before else "written"
    )
    return Change(
        path, action, before, text, text, text, aside="" if sound else place_aside(docs, path, before, text)
    )


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
