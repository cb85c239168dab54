"""The English edition of a report: what translators wrote is learned, what the Chinese became is followed, pages are planned.

The memory is written before the pages.  A crash between the two loses nothing: what a person wrote still differs
from what the program wrote last, and is learned again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from converter.build.first_build import is_new
from converter.build.keep import (
    Change,
    page_as_left,
    plan,
    read,
    read_base,
    read_edited,
    refuse_unfinished,
)
from converter.build.memory_store import changes_of_memory, is_forgotten, load_memory, with_shown_strings
from converter.build.seeds import Remark
from converter.build.sharing import shared
from converter.build.uneven import uneven
from converter.errors import InputError
from converter.layout import LANGUAGES, memory_path, page_path, report_folder
from converter.model import Reading
from converter.pages.edition import CHINESE, Edition
from converter.pages.report import english_pages, strings_of
from converter.text.conflict_marks import conflict_marks
from converter.text.markdown import one_line
from converter.text.unlink import without_links
from converter.translation.memory import (
    Block,
    Memory,
    PageBlocks,
    Sides,
    Unit,
    drafted,
    flaw_of,
    follow,
    is_translated,
    page_blocks,
    translated_blocks,
)


class English(Struct, frozen=True):
    """The English edition as its build would leave it."""

    memory: Memory
    changes: tuple[Change, ...]
    remarks: tuple[Remark, ...] = ()


def refuse_unfinished_pages(docs: Path, name: str) -> None:
    """Raise InputError ``conflict_marks`` or ``not_text``, with each place, where pages of a report cannot be learned
    from, or ``conflict_marks_po`` and ``po_merged`` where its memory is not merged to the end."""
    folders = (docs / report_folder(name, language) for language in LANGUAGES)
    pages = (page for folder in folders for page in sorted(folder.glob("*.md"), key=_reading_order))
    refuse_unfinished((page, read(page)) for page in pages)
    memory = docs / memory_path(name)
    text = read(memory) or ""
    if marks := conflict_marks(text):
        raise InputError("conflict_marks_po", path=memory, line=marks[0])
    if (flaw := flaw_of(text)) and flaw.why == "po_merged":
        raise InputError(flaw.why, path=memory, line=flaw.line)


def current_memory(docs: Path, name: str) -> Memory:
    """The memory as a build would leave it, from the pages as they stand; strings beside the pages as they are.

    Raises InputError of ``refuse_unfinished_pages``.
    """
    refuse_unfinished_pages(docs, name)
    memory = load_memory(docs, name)
    folder = report_folder(name)
    pages = {
        file.stem: page_blocks(page_as_left(docs, f"{folder}/{file.name}") or "")
        for file in sorted((docs / folder).glob("*.md"), key=_reading_order)
        if is_translated(file.stem)
    }
    strings = [(unit.page, unit.zh) for unit in memory.units if not unit.key]
    return followed(docs, name, pages, memory, strings)


def _reading_order(page: Path) -> tuple[int, str]:
    number = page.stem.removeprefix("c")
    return int(number) if number.isdigit() else 0, page.stem


def plan_english(docs: Path, name: str, reading: Reading, chinese: Iterable[Change]) -> English:
    """Plan the memory and the English pages beside the ``chinese`` pages as they will stand."""
    pages = _pages(chinese, report_folder(name))
    memory = followed(docs, name, pages, load_memory(docs, name), strings_of(reading))
    memory = _with_names(memory, reading)
    if is_new(docs, name) and not is_forgotten(docs, name):
        memory, _ = drafted(memory, shared(docs, name))
    told = {page: replace(own, blocks=translated_blocks(page, own.blocks)) for page, own in pages.items()}
    folder = report_folder(name, "en")
    # A chapter whose Chinese page a person took away has no English one either.
    absent = {f"{folder}/{c.id}.md" for c in reading.report.chapters if c.id not in pages}
    memory = with_shown_strings(docs, name, memory, lambda it: english_pages(reading, name, told, it))
    texts = english_pages(reading, name, told, memory)
    linked = {path: without_links(text, path, absent.__contains__) for path, text in texts.items()}
    english = plan(docs, linked, folder)
    remarks = tuple(uneven(name, pages, english))
    return English(memory, (*changes_of_memory(docs, name, memory), *english), remarks)


def _with_names(memory: Memory, reading: Reading) -> Memory:
    """The memory with the English names that people gave figures: what repeats the Chinese name has them too."""
    names = {one_line(o.indicator): o.indicator_en for o in reading.observations if o.indicator_en}
    if not names:
        return memory
    units = (
        replace(unit, en=names[unit.zh], source=unit.zh, draft=False)
        if not unit.key and unit.page == "indicator" and unit.zh in names
        else unit
        for unit in memory.units
    )
    return replace(memory, units=tuple(units))


def _pages(changes: Iterable[Change], folder: str) -> dict[str, PageBlocks]:
    found = {
        change.path.removeprefix(f"{folder}/").removesuffix(".md"): page_blocks(change.text)
        for change in changes
        if change.text is not None and change.path.startswith(f"{folder}/")
    }
    return {name: page for name, page in found.items() if is_translated(name)}


def followed(
    docs: Path,
    name: str,
    chinese: Mapping[str, PageBlocks],
    memory: Memory,
    strings: Sequence[tuple[str, str]],
) -> Memory:
    """The memory after what people changed in the pages; nothing is written."""
    units: list[Unit] = []
    former, forgotten = list(memory.former), is_forgotten(docs, name)
    for page, told in chinese.items():
        path = page_path(name, page, "en")
        written = read_base(docs, path) or ""
        after = follow(
            page,
            Sides(
                translated_blocks(page, told.blocks),
                _blocks(page_as_left(docs, path) or written, page),
                _written(docs, path, page),
            ),
            memory.of_page(page),
            # What is in use elsewhere stands for its text too, before what it once was.
            (*former, *(unit for unit in memory.units if unit.key and unit.en)),
            forgotten,
        )
        units += map(_ours, after.units)
        former += after.former
    former += [unit for unit in memory.units if unit.key and unit.en and unit.page not in chinese]
    units += _strings(strings, memory, former)
    return Memory(tuple(units), tuple(_once(former, units)))


def _written(docs: Path, path: str, page: str) -> tuple[Block, ...]:
    """The blocks that the program wrote last and the last build left.

    What a person had changed then and put back since is the person's: in a conflict the base stays as it was.
    """
    blocks, edited = _blocks(read_base(docs, path) or "", page), read_edited(docs, path)
    left = {block.text for block in _blocks(edited, page)} if edited else None
    return tuple(block for block in blocks if left is None or block.text in left)


def _strings(asked: Iterable[tuple[str, str]], memory: Memory, former: list[Unit]) -> Iterator[Unit]:
    """A unit for each string asked for; what nobody asks for any more joins ``former``."""
    known = {(unit.page, unit.zh): unit for unit in (*former, *memory.units) if not unit.key}
    wanted = dict.fromkeys(asked)
    former += [unit for place, unit in known.items() if unit.en and place not in wanted]
    for kind, text in wanted:
        yield known.get((kind, text)) or Unit(kind, "", text, "", text)


def _blocks(markdown: str, page: str) -> tuple[Block, ...]:
    return translated_blocks(page, page_blocks(markdown).blocks)


def _ours(unit: Unit) -> Unit:
    """A sentence of ours on the page speaks English by itself."""
    if unit.zh == CHINESE.word("editorial") and not unit.en:
        return replace(unit, en=Edition("en").word("editorial"), source=unit.zh)
    return unit


def _once(former: Iterable[Unit], units: Iterable[Unit]) -> Iterator[Unit]:
    """Each former translation once, without those in use."""
    seen = {(unit.zh, unit.en) for unit in units}
    for unit in former:
        if (unit.zh, unit.en) not in seen:
            seen.add((unit.zh, unit.en))
            yield unit
