"""A report with all that people put right in it: in its sidecar, in its pages, in its table of figures.

What they change in the table becomes entries of the sidecar; what they change in the text stays in the page, and its
figures are read again.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from converter.build.edited import Edited, edited, unread_figures
from converter.build.english import plan_english
from converter.build.figure_edits import FigureEdits, figure_edits
from converter.build.keep import Change, plan, settle
from converter.build.rebased import rebased, with_changes
from converter.build.seeds import Remark, SidecarChange
from converter.corrections import Written, amended, unmatched, with_entries
from converter.layout import FIGURES, LANGUAGES, page_path, report_folder
from converter.model import Reading, Report, Source
from converter.pages.report import report_pages
from converter.pages.report.compared import ids_in, meant
from converter.pipeline import reading
from converter.sources import Raw
from converter.sources.sidecar import parse_sidecar, sidecar_of

_WHY = "在数据表页面中修改"


class Corrected(Struct, frozen=True):
    """The reading with all that was put right, the pages in both languages, the sidecar where it gets entries."""

    reading: Reading
    changes: tuple[Change, ...]
    sidecar: SidecarChange | None
    remarks: tuple[Remark, ...]


def corrected(docs: Path, name: str, raw: Raw, report: Report, entries: Sequence[Written] = ()) -> Corrected:
    """Understand a report as it is put right, and plan its pages; ``entries`` are to be kept in its sidecar too."""
    plain = reading(report)
    chinese = _planned(docs, name, plain, report)
    moved = rebased(docs, name, report, chinese)
    chinese = with_changes(chinese, moved)
    words = edited(report, name, chinese)
    told = _with_words(plain, words)
    if told is not plain:
        chinese = with_changes(_planned(docs, name, told, report), moved)
    in_english = plan_english(docs, name, told, chinese)
    english = in_english.changes
    edits = figure_edits(docs, name, told, {change.path: change for change in (*chinese, *english)})
    sidecar = _sidecar(raw, (*entries, *(_signed(entry, raw) for entry in edits.entries)))
    if sidecar and edits.entries:
        told = _with_entries(told, sidecar)
        planned = with_changes(_planned(docs, name, told, report), moved)
        chinese = _settled(planned, name, edits)
        in_english = plan_english(docs, name, told, chinese)
        english = _settled(in_english.changes, name, edits)
    remarks = (
        *_remarks(told, sidecar_of(raw.path)),
        *_of_edits(plain, told, name, words, edits),
        *in_english.remarks,
    )
    return Corrected(told, (*chinese, *english), sidecar, remarks)


def _planned(docs: Path, name: str, told: Reading, printed: Report) -> tuple[Change, ...]:
    return plan(docs, report_pages(told, name, printed), report_folder(name))


def _with_words(plain: Reading, words: Edited) -> Reading:
    return reading(amended(plain.report, words.words)) if words.words else plain


def _sidecar(raw: Raw, entries: Sequence[Written]) -> SidecarChange | None:
    if not entries:
        return None
    before = None if raw.sidecar is None else raw.sidecar.decode("utf-8-sig")
    return SidecarChange(sidecar_of(raw.path), raw.sidecar, with_entries(before, entries).encode())


def _signed(entry: Written, raw: Raw, why: str = _WHY) -> Written:
    return {**entry, "by": raw.editor or "—", "date": date.today(), "why": why}


def forced(raw: Raw) -> Written:
    """The entry that a file is converted whatever it looks like, for good."""
    return _signed({"convert": True}, raw, "gongkai build --force")


def is_allowed(source: Source) -> bool:
    """Whether the sidecar says that a file is converted whatever it looks like."""
    return any(entry.kind == "convert" for entry in source.entries)


def _with_entries(told: Reading, sidecar: SidecarChange) -> Reading:
    entries = parse_sidecar(sidecar.after, sidecar.path).entries
    return reading(replace(told.report, source=replace(told.report.source, entries=entries)))


def _settled(changes: Iterable[Change], name: str, edits: FigureEdits) -> tuple[Change, ...]:
    """What the sidecar says now is no conflict; a page with a cell that nobody understands waits for a person."""
    paths = {page_path(name, FIGURES, language) for language in LANGUAGES} - {
        path for path, _ in edits.unread
    }
    return tuple(settle(change, "program") if change.path in paths else change for change in changes)


def _remarks(told: Reading, path: Path) -> Iterator[Remark]:
    for one in unmatched(told):
        entry = one.entry
        words = {"path": str(path), "number": str(entry.number), "kind": entry.kind, "words": entry.words}
        yield Remark(f"entry_{one.reason}", words)
    own = told.report.source.facts.get("key_figures")
    for name in ids_in(own.value if own else ""):
        if meant(name, told.observations) is None:
            yield Remark("no_key_figure", {"path": str(path), "figure": name})


def _of_edits(
    plain: Reading, told: Reading, name: str, words: Edited, edits: FigureEdits
) -> Iterator[Remark]:
    text = plain.report.source.text
    for o in unread_figures(plain.observations, told.observations, told.report):
        page = page_path(name, f"c{o.chapter}" if o.chapter else "index")
        words_ = {"page": page, "surface": o.span.of(text), "name": o.indicator, "report": name}
        yield Remark("edit_no_figure", words_)
    for page, beginning in words.unread:
        yield Remark("edit_unread", {"page": page, "words": beginning, "report": name})
    for entry in edits.entries:
        if "value" in entry:
            said = {"words": str(entry["figure"]), "value": str(entry["value"]), "report": name}
            yield Remark("edit_value", {"page": page_path(name, FIGURES), **said})
    for page, cell in edits.unread:
        yield Remark("edit_cell_unread", {"page": page, "words": cell, "report": name})
