"""The whole way of one report, from its file to the pages it becomes: one function tells the story."""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from converter.clean import clean
from converter.editions import load_memory, plan_english
from converter.errors import InputError
from converter.keep import Change, plan
from converter.library import coverage_blocks, entry_of
from converter.model import Reading
from converter.pages import LANGUAGES, Shelved, data_path, home_page, home_path, report_folder, report_pages
from converter.reading import reading
from converter.segment import kind_of, segment
from converter.sources import SUFFIXES, read_source
from converter.sources.recognise import OTHER_SUFFIXES
from converter.translation import Memory, memory_path, read_memory

SEEDS, DOCS = Path("seeds"), Path("docs")


@dataclass(frozen=True, slots=True)
class Converted:
    """One report as its build would leave it; nothing is written yet."""

    name: str
    reading: Reading
    changes: tuple[Change, ...]
    notes_gone: tuple[str, ...]
    """Ids of notes the sidecar dismisses that no rule raises any more."""
    memory: Memory
    """Its translations as the build would leave them."""


def find_seeds(named: Sequence[Path]) -> list[Path]:
    """The raw reports to build: those named, or all in ``seeds/``, in order.

    Raises InputError ``no_seeds`` and, for two files that would be one report, ``same_name``.
    """
    paths = list(named) or sorted(
        p for p in SEEDS.glob("*") if p.suffix.lower() in (*SUFFIXES, *OTHER_SUFFIXES)
    )
    if not paths:
        raise InputError("no_seeds", path=f"{SEEDS}/", known=" ".join(SUFFIXES))
    names: dict[str, Path] = {}
    for path in paths:
        if names.setdefault(report_name(path), path) != path:
            raise InputError("same_name", first=names[report_name(path)], second=path, name=report_name(path))
    return paths


def report_name(path: Path) -> str:
    """The name of a report in paths and addresses: its file's name, safe everywhere."""
    return re.sub(r"[^\w-]+", "-", path.stem.lower()).strip("-_") or "report"


def convert(path: Path, docs: Path = DOCS, force: bool = False) -> Converted:
    """Read, clean, segment, observe and write pages for one file, and plan how ``docs`` takes them.

    Raises InputError of the reader, and ``not_a_report`` unless ``force``.
    """
    report = segment(clean(read_source(path, shown_as=_shown(path))))
    kind = kind_of(report)
    if kind and not force:
        raise InputError("not_a_report", path=path, kind=kind)
    understood = reading(report)
    name = report_name(path)
    raised = {note.id for note in understood.notes}
    gone = tuple(id_ for id_ in report.source.dismissed if id_ not in raised)
    chinese = plan(docs, report_pages(understood, name), report_folder(name))
    english = plan_english(docs, name, understood, chinese)
    return Converted(name, understood, (*chinese, *english.changes), gone, english.memory)


def plan_home(docs: Path, converted: Sequence[Converted], gone: Collection[str] = ()) -> tuple[Change, ...]:
    """Plan the home pages over the reports ``docs`` holds already, but those ``gone``, and those just converted.

    A report without a first page is not listed: a person took it away.
    """
    files = (file for file in sorted((docs / "data").glob("*.json")) if file.stem not in gone)
    texts = {data_path(file.stem): file.read_text(encoding="utf-8") for file in files}
    texts |= {change.path: change.text or "" for one in converted for change in one.changes}
    names = sorted(Path(path).stem for path, text in texts.items() if text and path.startswith("data/"))
    reports = {
        name: _load(texts[data_path(name)], docs / data_path(name))
        for name in names
        if _is_there(docs, f"{report_folder(name)}/index.md", texts)
    }
    shelved = {name: Shelved(data, _memory(docs, name, texts)) for name, data in reports.items()}
    entries = [entry_of(name, one.data, one.memory) for name, one in shelved.items()]
    pages = {
        home_path(language): home_page(
            shelved, language, coverage_blocks(entries, language, "zh/" if language == "zh" else "")
        )
        for language in LANGUAGES
    }
    return plan(docs, pages, None)


def _memory(docs: Path, name: str, texts: Mapping[str, str]) -> Memory:
    path = memory_path(name)
    return read_memory(texts[path], path) if path in texts else load_memory(docs, name)


def _is_there(docs: Path, path: str, texts: Mapping[str, str]) -> bool:
    return bool(texts[path]) if path in texts else (docs / path).is_file()


def _load(text: str, file: Path) -> Mapping[str, Any]:
    try:
        return dict(json.loads(text))
    except ValueError as error:
        raise InputError("broken_data", path=file, why=error) from error


def _shown(path: Path) -> str:
    # Pages are public: they name a file as the project knows it, not where it lies on somebody's machine.
    full = path.resolve()
    here = Path.cwd().resolve()
    return full.relative_to(here).as_posix() if full.is_relative_to(here) else path.name
