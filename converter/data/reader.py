"""The one reader of published files: every package that needs the data of a report asks here."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from converter.caching import kept_latest
from converter.data.doubts import is_told
from converter.data.file import ReportFile
from converter.data.imprint import Imprint, imprint_of
from converter.data.observed import Observation
from converter.errors import InputError

T = TypeVar("T")
_DECODER = msgspec.json.Decoder(ReportFile)


def report_of_text(text: str | bytes, path: Path | str) -> ReportFile:
    """The report that ``text`` holds; ``path`` is the file to name.

    Raises InputError ``broken_data``, which says where in the file something is not as it has to be.
    """
    try:
        report = _DECODER.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise InputError("broken_data", path=path, why=error) from error
    if wrong := _wrong(report):
        raise InputError("broken_data", path=path, why=wrong)
    return _with_told_doubts(_with_current_codes(report))


def read_report(file: Path) -> ReportFile:
    """The report that a data file holds, read again only after it changed.

    Raises InputError ``broken_data``, also for a file that cannot be read.
    """
    return _as_it_is(file, _read)


def read_imprint(file: Path) -> Imprint:
    """What lists tell of the report that a data file holds, as ``read_report``; it stays known where more reports are asked for
    than are kept whole."""
    return _as_it_is(file, _read_imprint)


def _as_it_is(file: Path, read: Callable[[Path, int, int], T]) -> T:
    try:
        state = file.stat()
        return read(file, state.st_mtime_ns, state.st_size)
    except OSError as error:
        raise InputError("broken_data", path=file, why=error.strerror) from error


def read_first(files: Iterable[Path]) -> ReportFile | None:
    """The report that the first whole one of ``files`` holds, None where all are broken."""
    for file in files:
        with suppress(InputError):
            return read_report(file)
    return None


@kept_latest(64)
def _read(file: Path, _changed: int, _size: int) -> ReportFile:
    return report_of_text(file.read_bytes(), file)


@kept_latest(8192)
def _read_imprint(file: Path, changed: int, size: int) -> Imprint:
    return imprint_of(_read(file, changed, size))


def _with_current_codes(report: ReportFile) -> ReportFile:
    """The report with the codes that stand now for those that were given up since it was written."""
    # The dictionary comes with all that converts, and a build with nothing to do reads no report.
    from converter.indicators import current

    codes = {seen.code for seen in report.observations if seen.code}
    if all(current(code) == code for code in codes):
        return report
    seen = (replace(one, code=current(one.code)) if one.code else one for one in report.observations)
    return replace(report, observations=tuple(seen))


def _with_told_doubts(report: ReportFile) -> ReportFile:
    """The report without doubts that only the version of the program that wrote it has words for."""
    if all(is_told(one.about, one.why) for one in report.doubts):
        return report
    return replace(report, doubts=tuple(one for one in report.doubts if is_told(one.about, one.why)))


def _wrong(report: ReportFile) -> str:
    """The first figure that leads to a part the report does not have, in the words of the decoder; empty if none does."""
    paragraphs, tables = report.paragraphs, report.tables
    for number, seen in enumerate(report.observations):
        key = _leads_nowhere(report, seen, seen.paragraph in (tables if seen.cell else paragraphs))
        if key:
            return f"No such part - at `$.observations[{number}].{key}`"
    return ""


def _leads_nowhere(report: ReportFile, seen: Observation, has_paragraph: bool) -> str:
    if seen.chapter > len(report.chapters):
        return "chapter"
    if seen.section and (not seen.chapter or seen.section > len(report.chapters[seen.chapter - 1].sections)):
        return "section"
    return "" if has_paragraph else "paragraph"
