"""The whole way of one report, from its file to the pages it becomes: one function tells the story."""

from collections.abc import Iterable
from pathlib import Path

from converter.build.corrected import Corrected, corrected, forced, is_allowed
from converter.build.english import refuse_unfinished_pages
from converter.build.keep import (
    refuse_shortened,
)
from converter.build.memory_store import load_memory
from converter.build.seeds import Converted, Summary, take
from converter.errors import InputError
from converter.layout import (
    DOCS,
    memory_path,
    report_name,
)
from converter.model import Section
from converter.pipeline import report_of
from converter.sources import Raw, source_of_raw
from converter.structure.segment import kind_of
from converter.structure.segment.doubts import loses_much, share_lost
from converter.translation.memory import Memory, read_memory


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


def translations(docs: Path, one: Converted) -> Memory:
    """The translations of a report as its build would leave them in ``docs``."""
    path = memory_path(one.name)
    text = next((change.text for change in one.changes if change.path == path), None)
    return load_memory(docs, one.name) if text is None else read_memory(text, path)
