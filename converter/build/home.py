"""The site's own pages, over all reports it has: its home and those about it, planned from the data files.

There may be thousands of reports: one is read after the other, and what the pages say of each is all that is kept.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from converter.build.alike import Alike, Identity, alike, identity
from converter.build.keep import (
    Change,
    holds_report,
    plan,
    read,
    refuse_shortened,
    refuse_unfinished,
    written_anew,
)
from converter.build.memory_store import load_memory
from converter.build.seeds import Converted, Refused
from converter.data import ReportFile, report_of_text
from converter.errors import InputError
from converter.layout import (
    BASE,
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
)
from converter.pages.library import LibraryReport, copied_names, coverage_blocks, covered_report
from converter.pages.report import (
    LISTED,
    ListedReport,
    WholeReport,
    home_page,
    listed_report,
    newest_first,
    own_pages,
)
from converter.text.unlink import without_links
from converter.translation.memory import Memory, read_memory, read_strings


class Home(Struct, frozen=True):
    """The site's own pages as a build would leave them, data that it restores, and data files it cannot read."""

    changes: tuple[Change, ...] = ()
    refused: tuple[Refused, ...] = ()
    alike: tuple[Alike, ...] = ()


def plan_home(docs: Path, converted: Sequence[Converted], withdrawn: Collection[str] = ()) -> Home:
    """Plan the site's own pages: those about it, and the home pages over the reports ``docs`` holds already, but those ``withdrawn``, and those just converted.

    A report without a first page is not listed: a person took it away.  Data that are broken are those of the last build.
    """
    files = _Files(docs, {change.path: change.text for one in converted for change in one.changes})
    stock = _stock(files, withdrawn)
    texts = {path: text for pages in _pages(files, stock.shelf) for path, text in pages.items()}
    linked = {path: without_links(text, path, partial(_untold, docs)) for path, text in texts.items()}
    refuse_unfinished((docs / path, read(docs / path)) for path in linked)
    changes = plan(docs, linked, None)
    refuse_shortened(docs, changes)
    found = alike({name: one.identity for name, one in stock.shelf.items()})
    return Home((*stock.restored, *changes), tuple(stock.refused), found)


class _Files(Struct, frozen=True):
    """The files of ``docs`` with those of the reports just converted, which are not written yet."""

    docs: Path
    fresh: Mapping[str, str | None]

    def read(self, path: str) -> str | None:
        return self.fresh[path] if path in self.fresh else read(self.docs / path)

    def has(self, path: str) -> bool:
        return bool(self.fresh[path]) if path in self.fresh else (self.docs / path).is_file()


class _Shelved(Struct, frozen=True):
    """All that is kept of one report."""

    listed: ListedReport
    covered: LibraryReport
    identity: Identity


class _Stock(Struct, frozen=True):
    """The reports by name, and what was found wrong with their data."""

    shelf: dict[str, _Shelved]
    restored: Sequence[Change]
    refused: Sequence[Refused]


def _stock(files: _Files, withdrawn: Collection[str]) -> _Stock:
    shelf, restored, refused = dict[str, _Shelved](), list[Change](), list[Refused]()
    for path in _data_paths(files, withdrawn):
        found, name = _found(files, path), Path(path).stem
        if found.report and files.has(page_path(name, FIRST)):
            shelf[name] = _shelved(name, found.report, _strings(files, name))
        restored += [found.restored] if found.restored else []
        refused += [found.refused] if found.refused else []
    return _Stock(shelf, restored, refused)


def _data_paths(files: _Files, withdrawn: Collection[str]) -> Sequence[str]:
    there = (file.stem for folder in (files.docs / BASE, files.docs) for file in data_files(folder))
    kept = (data_path(name) for name in there if name not in withdrawn)
    return sorted({*kept, *filter(is_data, files.fresh)})


def _shelved(name: str, report: ReportFile, memory: Memory) -> _Shelved:
    return _Shelved(
        listed_report(report, memory), covered_report(name, report, memory.strings), identity(report)
    )


def _pages(files: _Files, shelf: Mapping[str, _Shelved]) -> Iterator[Mapping[str, str]]:
    """The home pages, and in each language those about the site."""
    copied = copied_names([one.covered for one in shelf.values()])
    whole = next(_newest(files, {name: one for name, one in shelf.items() if name not in copied}), None)
    if whole:
        shelf = {**shelf, whole.name: _shelved(whole.name, whole.data, whole.memory)}
    entries = [one.covered for one in shelf.values()]
    reports = {name: one.listed for name, one in shelf.items() if name not in copied}
    yield {
        home_path(language): home_page(
            reports, whole, language, coverage_blocks(entries, language, "zh/" if language == "zh" else "")
        )
        for language in LANGUAGES
    }
    yield from map(own_pages, LANGUAGES)


def _newest(files: _Files, shelf: Mapping[str, _Shelved]) -> Iterator[WholeReport]:
    """The report that the home shows at a glance, read a second time: of no other so much is needed."""
    for name, _ in newest_first({name: one.listed for name, one in shelf.items()})[:1]:
        if report := _found(files, data_path(name)).report:
            yield WholeReport(name, report, _memory(files, name))


class _Found(Struct, frozen=True):
    """The data of a report as they were found; broken they are restored as the last build left them, or refused."""

    report: ReportFile | None = None
    restored: Change | None = None
    refused: Refused | None = None


def _found(files: _Files, path: str) -> _Found:
    text, file = files.read(path), files.docs / path
    try:
        return _Found(report_of_text(text, file) if text else None)
    except InputError as error:
        refused = Refused(file, error)
    try:
        report = report_of_text(read(files.docs / base_path(path)) or "", file)
    except InputError:
        return _Found(refused=refused)
    # What somebody edited by hand so that a part does not fit is for that person to mend.
    if holds_report(text or ""):
        return _Found(report, refused=refused)
    raw = Path(report.source.path)
    # A build of its raw file writes it, and where that is refused nothing of the report changes.
    builds = raw.parent == SEEDS and raw.exists()
    return _Found(report, None if builds else written_anew(files.docs, path))


def _untold(docs: Path, path: str) -> bool:
    """True for the English page of a chapter whose Chinese one a person took away."""
    chinese = path.replace("en/", "zh/", 1)
    return path.startswith("en/") and (docs / base_path(chinese)).is_file() and not (docs / chinese).is_file()


def _memory(files: _Files, name: str) -> Memory:
    path = memory_path(name)
    return (
        read_memory(files.fresh[path] or "", path) if path in files.fresh else load_memory(files.docs, name)
    )


def _strings(files: _Files, name: str) -> Memory:
    path = memory_path(name)
    return read_strings(files.read(path) or "", str(files.docs / path), LISTED)
