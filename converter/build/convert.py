"""The whole way of one report, from its file to the pages it becomes: one function tells the story."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from converter.build.alike import Alike, alike
from converter.build.corrected import Corrected, corrected, forced, is_allowed
from converter.build.english import refuse_unfinished_pages
from converter.build.keep import (
    Change,
    is_report,
    plan,
    read,
    refuse_shortened,
    refuse_unfinished,
    written_anew,
)
from converter.build.memory_store import load_memory
from converter.build.seeds import Converted, Refused, Summary, take
from converter.data import ReportFile, report_of_text
from converter.errors import InputError
from converter.layout import (
    BASE,
    DOCS,
    FIRST,
    LANGUAGES,
    SEEDS,
    base_path,
    data_files,
    data_path,
    home_path,
    is_data,
    memory_path,
    page_path,
    report_name,
)
from converter.model import Section
from converter.pages.library import coverage_blocks, library_report
from converter.pages.report import (
    LISTED,
    ListedReport,
    home_page,
    newest_first,
    own_pages,
)
from converter.pipeline import report_of
from converter.sources import Raw, source_of_raw
from converter.structure.segment import kind_of, loses_much, share_lost
from converter.text.unlink import without_links
from converter.translation.memory import Memory, read_memory, read_strings


def convert(path: Path, docs: Path = DOCS, force: bool = False) -> Converted:
    """Convert the raw report at ``path``.  Raises InputError of ``take`` and ``convert_raw``."""
    return convert_raw(take(path), docs, force)


def convert_raw(raw: Raw, docs: Path, force: bool = False) -> Converted:
    """Read, clean, segment, observe and write pages for one report, and plan how ``docs`` takes them.

    Of ``docs`` only this report's own files are looked at.  Raises InputError of the reader and of pages that a person
    has to see to first, and ``not_a_report`` and ``text_lost`` unless ``force``.
    """
    source = source_of_raw(raw)
    report = report_of(source)
    kind, allowed = kind_of(report), force or is_allowed(source)
    if kind and not allowed:
        raise InputError("not_a_report", path=raw.path, kind=kind)
    if loses_much(report) and not allowed:
        raise InputError("text_lost", path=raw.path, share=round(100 * share_lost(report)))
    name = report_name(raw.path)
    refuse_unfinished_pages(docs, name)
    lasting = [forced(raw)] if force and (kind or loses_much(report)) and not is_allowed(source) else []
    told = corrected(docs, name, raw, report, lasting)
    refuse_shortened(docs, told.changes)
    return Converted(name, _told(told), told.changes, told.sidecar)


def _told(told: Corrected) -> Summary:
    understood = told.reading
    report, source = understood.report, understood.report.source
    raised = {note.id for note in understood.notes}
    return Summary(
        source=source.path,
        report_year=report.report_year,
        published=report.published,
        chapters=len(report.chapters),
        sections=sum(_sections(chapter.sections) for chapter in report.chapters),
        figures=len(understood.observations),
        dropped=sum(drop.end - drop.start for drop in report.dropped),
        warnings=source.warnings,
        notes_gone=tuple(id_ for id_ in source.dismissed if id_ not in raised),
        remarks=told.remarks,
    )


def _sections(sections: Iterable[Section]) -> int:
    return sum(1 + _sections(section.sections) for section in sections)


@dataclass(frozen=True, slots=True)
class Home:
    """The site's own pages as a build would leave them, data that it restores, and data files it cannot read."""

    changes: tuple[Change, ...] = ()
    refused: tuple[Refused, ...] = ()
    alike: tuple[Alike, ...] = ()


def plan_home(docs: Path, converted: Sequence[Converted], withdrawn: Collection[str] = ()) -> Home:
    """Plan the site's own pages: those about it, and the home pages over the reports ``docs`` holds already, but those ``withdrawn``, and those just converted.

    A report without a first page is not listed: a person took it away.  Data that are broken are those of the last build.
    """
    files = (
        file for folder in (docs / BASE, docs) for file in data_files(folder) if file.stem not in withdrawn
    )
    texts = {data_path(file.stem): read(docs / data_path(file.stem)) for file in files}
    texts |= {change.path: change.text for one in converted for change in one.changes}
    found = [_found(docs, path, text) for path, text in sorted(texts.items()) if is_data(path)]
    reports = {
        Path(one.path).stem: one.report
        for one in found
        if one.report and _is_there(docs, page_path(Path(one.path).stem, FIRST), texts)
    }
    shelved = {name: ListedReport(data, _strings(docs, name, texts)) for name, data in reports.items()}
    for name, one in newest_first(shelved)[:1]:
        shelved[name] = ListedReport(one.data, _memory(docs, name, texts))
    entries = [library_report(name, one.data, one.memory) for name, one in shelved.items()]
    homes = {
        home_path(language): home_page(
            shelved, language, coverage_blocks(entries, language, "zh/" if language == "zh" else "")
        )
        for language in LANGUAGES
    }
    about = [own_pages(language) for language in LANGUAGES]
    texts_of = {path: text for pages in (homes, *about) for path, text in pages.items()}
    linked = {path: without_links(text, path, partial(_untold, docs)) for path, text in texts_of.items()}
    refuse_unfinished((docs / path, read(docs / path)) for path in linked)
    changes = plan(docs, linked, None)
    refuse_shortened(docs, changes)
    restored = (one.restored for one in found if one.restored)
    return Home((*restored, *changes), tuple(one.refused for one in found if one.refused), alike(reports))


@dataclass(frozen=True, slots=True)
class _Found:
    """The data file of a report as it was found; broken it is restored as the last build left it, or refused."""

    path: str
    report: ReportFile | None = None
    restored: Change | None = None
    refused: Refused | None = None


def _found(docs: Path, path: str, text: str | None) -> _Found:
    file, base = docs / path, read(docs / base_path(path))
    try:
        return _Found(path, report_of_text(text, file) if text else None)
    except InputError as error:
        refused = Refused(file, error)
    try:
        report = report_of_text(base or "", file)
    except InputError:
        return _Found(path, refused=refused)
    # What somebody edited by hand so that a part does not fit is for that person to mend.
    if is_report(text or ""):
        return _Found(path, report, refused=refused)
    raw = Path(report.source.path)
    # A build of its raw file writes it, and where that is refused nothing of the report changes.
    builds = raw.parent == SEEDS and raw.exists()
    return _Found(path, report, None if builds else written_anew(docs, path))


def _untold(docs: Path, path: str) -> bool:
    """True for the English page of a chapter whose Chinese one a person took away."""
    chinese = path.replace("en/", "zh/", 1)
    return path.startswith("en/") and (docs / base_path(chinese)).is_file() and not (docs / chinese).is_file()


def translations(docs: Path, one: Converted) -> Memory:
    """The translations of a report as its build would leave them in ``docs``."""
    path = memory_path(one.name)
    text = next((change.text for change in one.changes if change.path == path), None)
    return load_memory(docs, one.name) if text is None else read_memory(text, path)


def _memory(docs: Path, name: str, texts: Mapping[str, str | None]) -> Memory:
    path = memory_path(name)
    return read_memory(texts[path] or "", path) if path in texts else load_memory(docs, name)


def _strings(docs: Path, name: str, texts: Mapping[str, str | None]) -> Memory:
    path = memory_path(name)
    text = (texts[path] if path in texts else read(docs / path)) or ""
    return read_strings(text, str(docs / path), LISTED)


def _is_there(docs: Path, path: str, texts: Mapping[str, str | None]) -> bool:
    return bool(texts[path]) if path in texts else (docs / path).is_file()
