"""What a reader of the workbook has to know: which report, from where, how to read codes and columns."""

from collections.abc import Iterator

from converter.data import ReportFile
from converter.exports.labels import Kind, Language, codes, kinds, program, word
from converter.exports.readable import Reader, headings, title_in


def notes(report: ReportFile, reader: Reader) -> list[tuple[str, ...]]:
    """The lines of the sheet of notes, each of two cells; an empty one between the parts."""
    language = reader.language
    parts = (_report(report, reader), _files(language), _codes(language), _columns(language))
    return [line for part in parts for line in (*part, ())][:-1]


def _report(report: ReportFile, reader: Reader) -> Iterator[tuple[str, ...]]:
    language = reader.language
    told = {
        "title": title_in(report, reader),
        "region": reader.region or report.region,
        "issuer": report.stated_issuer and (reader.issuer or report.stated_issuer),
        "report_year": report.report_year,
        "published": report.published,
        "original": report.fact("original") or None,
        "source": report.source.path,
        "sha256": report.source.sha256,
        "count": len(report.observations),
        "program": program(),
    }
    yield from ((word(key, language), str(value)) for key, value in told.items() if value is not None)
    yield word("licence", language), word("rights", language)


def _files(language: Language) -> Iterator[tuple[str, ...]]:
    yield from ((kind.name, _in(kind, language)) for kind in kinds() if kind.language in ("", language))


def _in(one: Kind, language: Language) -> str:
    return one.zh if language == "zh" else one.en


def _codes(language: Language) -> Iterator[tuple[str, ...]]:
    yield word("code", language), word("meaning", language)
    for name, values in codes().items():
        yield from ((f"{name}: {code}", words[language]) for code, words in values.items())


def _columns(language: Language) -> Iterator[tuple[str, ...]]:
    yield word("column", language), word("meaning", language)
    yield from ((heading.title, heading.about) for heading in headings(language))
