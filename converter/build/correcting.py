"""One entry into the sidecar of a report, or one out of it, and all that follows from it: what every way to correct uses."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from converter.build.convert import convert
from converter.build.corrected import corrected
from converter.build.home import plan_home
from converter.build.keep import Change, carry_out, write_file, write_sidecar
from converter.build.keep import read as read_page
from converter.build.seeds import Remark, find_seeds, take
from converter.corrections import Written, entries_in, quote_of, unmatched, with_entries, without_entry
from converter.entries import Unmatched
from converter.errors import InputError
from converter.layout import DOCS, SEEDS, report_name
from converter.lock import alone
from converter.model import Reading
from converter.pipeline import read, report_of
from converter.sources import Raw, source_of_raw
from converter.sources.sidecar import sidecar_of

_ID = re.compile(r"(?:c\d+|index)-\S*v\d\S*")


class Done(NamedTuple):
    """What was written: the sidecar, the entry that came or went, and the files below ``docs/`` that follow."""

    sidecar: Path
    entry: Written
    changes: Sequence[Change]


def seed_of(report: str) -> Path:
    """The raw file of the report called so, by its name or its file's.  Raises InputError ``no_such_report``."""
    paths = find_seeds(()).paths if SEEDS.is_dir() else ()
    for path in paths:
        if report in (report_name(path), str(path), path.as_posix(), path.name):
            return path
    raise InputError("no_such_report", report=report, known=" ".join(map(report_name, paths)))


def reading_of(seed: Path, docs: Path = DOCS) -> Reading:
    """The report as a build understands it, with what people put right in sidecar and pages."""
    return _reading(take(seed), docs)


def _reading(raw: Raw, docs: Path) -> Reading:
    return corrected(docs, report_name(raw.path), raw, report_of(source_of_raw(raw))).reading


def correct(seed: Path, entry: Written, docs: Path = DOCS) -> Done:
    """Put an entry into the sidecar and bring the pages up to date.

    Raises InputError of ``parse_sidecar``, ``correct_REASON`` where the text has no place for the entry, and those of a
    build; nothing is written then.
    """
    with alone(docs):
        return put_in(seed, entry, docs)


def put_in(seed: Path, entry: Written, docs: Path = DOCS, *others: Written) -> Done:
    """As ``correct``, for who holds ``docs`` alone already; with ``others`` behind it, all of them or none."""

    def with_it(raw: Raw, before: str | None) -> tuple[str, Written]:
        after = with_entries(before, [entry, *others])
        _refuse_unmatched(replace(raw, sidecar=after.encode()), docs, 1 + len(others))
        return after, entry

    return _changed(seed, with_it, docs)


def undo(seed: Path, number: int | None = None, docs: Path = DOCS) -> Done:
    """Take an entry out of the sidecar, the last one where no number is given, and bring the pages up to date.

    Raises InputError ``nothing_to_undo`` where there is no such entry, and those of a build.
    """
    with alone(docs):
        return take_out(seed, number, docs)


def take_out(seed: Path, number: int | None = None, docs: Path = DOCS) -> Done:
    """As ``undo``, for who holds ``docs`` alone already."""

    def without_it(_: Raw, before: str | None) -> tuple[str, Written]:
        entries = entries_in(before)
        which = len(entries) if number is None else number
        if not 1 <= which <= len(entries):
            raise InputError("nothing_to_undo", path=sidecar_of(seed), count=len(entries))
        return without_entry(before or "", which), entries[which - 1]

    return _changed(seed, without_it, docs)


def _changed(seed: Path, change: Callable[[Raw, str | None], tuple[str, Written]], docs: Path) -> Done:
    raw = take(seed)
    after, entry = change(raw, raw.sidecar.decode("utf-8-sig") if raw.sidecar else None)
    sidecar = sidecar_of(seed)
    write_sidecar(sidecar, raw.sidecar, after.encode())
    return Done(sidecar, entry, brought_up_to_date(seed, docs).changes)


class UpToDate(NamedTuple):
    """What bringing a report up to date wrote below ``docs/``, and what a person should know of it."""

    changes: Sequence[Change]
    remarks: Sequence[Remark]


def brought_up_to_date(seed: Path, docs: Path = DOCS) -> UpToDate:
    """Convert one report and write its pages and the home pages; for who holds ``docs`` alone.

    Raises InputError of a build.
    """
    one = convert(seed, docs)
    if one.sidecar:
        write_sidecar(*one.sidecar)
    carry_out(docs, one.changes)
    home = plan_home(docs, ()).changes
    carry_out(docs, home)
    return UpToDate([c for c in (*one.changes, *home) if c.text != c.before], one.told.remarks)


def rewrite(seed: Path, path: str, before: str, after: str, docs: Path = DOCS) -> UpToDate:
    """Give the page at ``path`` of a report the text ``after`` as a person would, and bring all else up to date; for who
    holds ``docs`` alone.

    A page that is not there is an empty one.  Raises InputError ``meanwhile`` where the page is not ``before`` any more, and
    those of a build; the page is then as it was.
    """
    page = docs / path
    if (read_page(page) or "") != before:
        raise InputError("meanwhile", path=page)
    write_file(page, after.encode("utf-8", "surrogateescape"))
    try:
        return brought_up_to_date(seed, docs)
    except InputError:
        if read_page(page) == after:
            write_file(page, before.encode("utf-8", "surrogateescape"))
        raise


def _refuse_unmatched(raw: Raw, docs: Path, new: int) -> None:
    # What an entry speaks of may be there only by what people wrote into the pages, which takes longer to read.
    if _unmatched(read(source_of_raw(raw)), new) and (left := _unmatched(_reading(raw, docs), new)):
        raise InputError(f"correct_{left[0].reason}", words=left[0].entry.words)


def _unmatched(reading: Reading, new: int) -> list[Unmatched]:
    last = max(entry.number for entry in reading.report.source.entries)
    return [one for one in unmatched(reading) if one.entry.number > last - new]


def place_of_figure(reading: Reading, figure: str) -> Written:
    """The words of a figure that is given by its id, with those that tell it apart; words are words.

    Raises InputError ``no_such_figure`` for what looks like an id and is none.
    """
    for o in reading.observations:
        if o.id == figure:
            words = " ".join(o.span.of(reading.report.source.text).split())
            return {"figure": words, "in": quote_of(reading.report, o.span)}
    if _ID.fullmatch(figure):
        raise InputError("no_such_figure", id=figure, report=report_name(Path(reading.report.source.path)))
    return {"figure": figure}
