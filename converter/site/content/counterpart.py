"""A page and its counterpart: the same page in the other language, and how far each has been translated."""

from pathlib import Path

from msgspec.structs import replace

from converter.caching import kept_latest
from converter.indicators import entry
from converter.layout import (
    LANGUAGES,
    base_path,
    data_path,
    former_path,
    language_of,
    memory_path,
    page_path,
    report_folder,
)
from converter.site.content.observations import Figure, Stated, stated_in
from converter.text.markdown import shown
from converter.translation.english import by_rule, is_classifier, unit_in_english
from converter.translation.memory import (
    Block,
    Memory,
    PageBlocks,
    Sides,
    Unit,
    english_of,
    follow,
    is_translated,
    page_blocks,
    read_former,
    read_memory,
    state_of,
    translated_blocks,
)


def units_of(docs: Path, path: str) -> tuple[Unit, ...]:
    """The units of the page ``path`` (in either language) as both pages stand now, though nobody ran a build.

    Empty where a page is not translated block by block.
    """
    parts = path.removesuffix(".md").split("/")
    if len(parts) != 3 or not is_translated(parts[2]):
        return ()
    report, page = parts[1], parts[2]
    zh, en = (page_path(report, page, language) for language in LANGUAGES)
    files = [docs / file for file in (zh, en, base_path(en), memory_path(report), former_path(report))]
    return _units(docs, report, page, tuple(map(_changed, files)))


@kept_latest(256)
def _units(docs: Path, report: str, page: str, _when: tuple[int, ...]) -> tuple[Unit, ...]:
    # Asked for by the page in both languages, by the page of the whole report, and by the state of the translations.
    memory = memory_of(docs, report)
    zh, en = (page_path(report, page, language) for language in LANGUAGES)
    sides = Sides(*(_blocks(docs / file) for file in (zh, en, base_path(en))))
    return follow(page, sides, memory.of_page(page), memory.former).units


def _changed(file: Path) -> int:
    """When a file last changed, in nanoseconds; 0 where there is none."""
    return file.stat().st_mtime_ns if file.is_file() else 0


def files_beside(docs: Path, report: str) -> list[Path]:
    """What the pages of a report rest on that is no file of the site: its memories, and its English pages as last written."""
    return [
        file
        for file in (
            docs / memory_path(report),
            docs / former_path(report),
            *sorted((docs / base_path(report_folder(report, "en"))).glob("*.md")),
        )
        if file.is_file()
    ]


def files_of(docs: Path, report: str) -> list[Path]:
    """All files that are a report's own: its data, its pages in both languages, and what they rest on."""
    folders = (docs / report_folder(report, language) for language in LANGUAGES)
    pages = (page for folder in folders for page in sorted(folder.glob("*.md")))
    return [docs / data_path(report), *pages, *files_beside(docs, report)]


def stated_on(docs: Path, path: str, report: str) -> Stated:
    """What a report states, its headings and indicators in the language of the page ``path`` where they are translated."""
    data = docs / data_path(report)
    when = _changed(data), _changed(docs / memory_path(report))
    return _stated(docs, report, language_of(path), when)


@kept_latest(128)  # the reports of a share: as files, as pages, as pictures
def _stated_in(data: Path, _when: int) -> Stated:
    return stated_in(data)


@kept_latest(256)  # the same in two languages
def _stated(docs: Path, report: str, language: str, when: tuple[int, int]) -> Stated:
    stated = _stated_in(docs / data_path(report), when[0])
    memory = memory_of(docs, report)
    known = stated.reference
    title = known.title_en or memory.strings.get(("title", known.title or ""))
    issuer = memory.strings.get(("issuer", known.issuer or ""))
    stated = replace(stated, reference=replace(known, title_en=title, issuer_en=issuer))
    if language == "zh":
        return stated
    source = memory.strings.get(("fact_source", known.issuer_source or ""), known.issuer_source)
    stated = replace(stated, reference=replace(stated.reference, issuer_source=source))
    units = [unit for unit in memory.units if unit.key in stated.headings]
    headings = {unit.key: shown(english) for unit in units if (english := english_of(unit))}
    figures = tuple(
        replace(
            figure,
            indicator=_in_english(figure, memory),
            unit_label="" if is_classifier(figure.unit) else unit_in_english(figure.unit) or figure.unit,
        )
        for figure in stated.figures
    )
    return replace(stated, figures=figures, headings={**stated.headings, **headings})


def _in_english(figure: Figure, memory: Memory) -> str:
    """An indicator's name: a person's, the translators', the dictionary's, that of a rule, else as the report has it."""
    own = figure.indicator_en or memory.strings.get(("indicator", figure.indicator))
    listed = entry(figure.code).en if figure.code else by_rule("indicator", figure.indicator)
    return own or listed or figure.indicator


def drafts_of(docs: Path, report: str) -> frozenset[str]:
    """The English of names, titles and other strings of a report that nobody has reviewed, as pages show it."""
    strings = [unit for unit in memory_of(docs, report).units if unit.en and not unit.key]
    reviewed = {unit.en for unit in strings if state_of(unit) == "reviewed"}
    return frozenset(" ".join(unit.en.split()) for unit in strings if unit.en not in reviewed)


def memory_of(docs: Path, report: str) -> Memory:
    """The translation memory of a report."""
    file, former = docs / memory_path(report), docs / former_path(report)
    changed = _changed(file)
    return _memory(file, former, (changed, _changed(former))) if changed else Memory()


@kept_latest(64)
def _memory(file: Path, former: Path, _when: tuple[int, int]) -> Memory:
    # Every page of a report asks for it; `mkdocs serve` asks again after it changed.
    memory = read_memory(file.read_text(encoding="utf-8"), str(file))
    more = read_former(former.read_text(encoding="utf-8"))[0] if former.is_file() else ()
    return replace(memory, former=(*memory.former, *more))


def _blocks(file: Path) -> tuple[Block, ...]:
    page = page_blocks(file.read_text(encoding="utf-8-sig")) if file.is_file() else PageBlocks("", ())
    return translated_blocks(file.stem, page.blocks)
