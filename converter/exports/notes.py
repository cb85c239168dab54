"""What a reader of the workbook has to know: which report, from where, how to read codes and columns."""

from collections.abc import Iterator

from converter.data import ReportFile
from converter.exports.labels import both, codes, columns, kinds, program, word


def notes(report: ReportFile) -> list[tuple[str, ...]]:
    """The lines of the sheet of notes, each of two or three cells; an empty one between the parts."""
    parts = (_report(report), _files(), _codes(), _columns())
    return [line for part in parts for line in (*part, ())][:-1]


def _report(report: ReportFile) -> Iterator[tuple[str, ...]]:
    told = {
        "title": report.title or both("untitled"),
        "region": report.region,
        "issuer": report.stated_issuer,
        "report_year": report.report_year,
        "published": report.published,
        "original": report.fact("original") or None,
        "source": report.source.path,
        "sha256": report.source.sha256,
        "count": len(report.observations),
        "program": program(),
    }
    yield from ((both(key), str(value)) for key, value in told.items() if value is not None)
    yield both("licence"), word("rights", "zh"), word("rights", "en")


def _files() -> Iterator[tuple[str, ...]]:
    yield from ((kind.name, kind.zh, kind.en) for kind in kinds())


def _codes() -> Iterator[tuple[str, ...]]:
    yield both("code"), both("meaning_zh"), both("meaning_en")
    for name, values in codes().items():
        yield from ((f"{name}: {code}", words["zh"], words["en"]) for code, words in values.items())


def _columns() -> Iterator[tuple[str, ...]]:
    yield both("column"), both("meaning_zh"), both("meaning_en")
    for column in columns():
        yield column.name, f"{column.zh}：{column.about_zh}", f"{column.en}: {column.about_en}"
