"""The table of figures as people of one language read it: labels beside codes, names in their language, whole addresses."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urljoin

from converter.data import ReportFile
from converter.data.doubts import figure_doubt
from converter.exports.labels import Column, Language, codes, columns, label_of, word
from converter.exports.rows import Cell, Pages, Row

_SAID = ("notes", "doubts")
"""Columns of codes that stand for sentences."""
_IN_WORDS = ("report", "chapter_title", "section_title", "indicator", "unit", "period", "quote")
_BETWEEN = " / "


class Named(NamedTuple):
    """What a figure is called in a language: the words of its chapter, section, indicator, unit, period and sentence."""

    chapter_title: str | None
    section_title: str | None
    indicator: str
    unit: str
    period: str | None
    quote: str | None = None
    """None where the language is another than the report's and nobody translated the sentence."""


class Reader(NamedTuple):
    """What the readers of a language get: the pages of the report in it, and the names of its figures, in order."""

    language: Language
    pages: Pages
    names: Sequence[Named]
    title: str | None = None
    """The report's title in the language, its region and its issuer; None: its own."""
    region: str | None = None
    issuer: str | None = None


class Heading(NamedTuple):
    """A column of the readable table: its title, what it is made of, and how wide it is."""

    title: str
    column: Column
    part: str
    width: int
    about: str


def title_in(report: ReportFile, reader: Reader) -> str:
    """The title of a report as its readers know it."""
    return reader.title or report.title or word("untitled", reader.language)


def headings(language: Language) -> list[Heading]:
    """The columns in order, each with what it means: before each code its label or what it says; beside what is translated the report's own words."""
    return [heading for column in columns() for heading in _headings(column, language)]


def _headings(column: Column, language: Language) -> Iterator[Heading]:
    zh = language == "zh"
    title, about = (column.zh, column.about_zh) if zh else (column.en, column.about_en)
    code, width = word("code_of", language, title=title), column.width
    if column.name == "report":
        yield Heading(word("title", language), column, "value", 2 * width, word("about_title", language))
        yield Heading(title, column, "code", width, about)
    elif column.values:
        yield Heading(title, column, "label", max(width, 14), about)
        yield Heading(code, column, "code", width, word("about_code", language))
    elif column.name in _SAID:
        yield Heading(title, column, "said", 2 * width, word("about_said", language))
        yield Heading(code, column, "code", width, about)
    elif column.about_translated and not zh:
        printed = word("as_printed", language, title=title)
        yield Heading(title, column, "value", width, column.about_translated)
        yield Heading(printed, column, "code", width, word("about_printed", language))
    else:
        yield Heading(title, column, "value", width, about)


def readable(table: Sequence[Row], report: ReportFile, reader: Reader, homepage: str | None) -> list[Row]:
    """The rows of ``table`` by the titles of ``headings``; addresses are whole where the site's (``homepage``) is known."""
    own, reader = headings(reader.language), reader._replace(title=title_in(report, reader))
    zh = reader.language == "zh"
    notes = {note.id: note.text.zh if zh else note.text.en for note in report.notes}
    return [
        {
            heading.title: _said(heading.column.name, row, names, notes, reader.language)
            if heading.part == "said"
            else _cell(heading, row, names, reader, homepage)
            for heading in own
        }
        for row, names in zip(table, reader.names, strict=True)
    ]


def _said(column: str, row: Row, names: Named, notes: Mapping[str, str], language: Language) -> str | None:
    """What the notes on a figure, or the program's doubts about it, say to readers."""
    keys = str(row[column] or "").split()
    told = (notes[key] if column == "notes" else figure_doubt(key, names.indicator, language) for key in keys)
    return _BETWEEN.join(told) or None


def _cell(heading: Heading, row: Row, names: Named, reader: Reader, homepage: str | None) -> Cell:
    name = heading.column.name
    if name == "address":
        page = reader.pages[int(str(row["chapter"]))]
        return urljoin(homepage or "", f"{page}#{row['id']}") if page else None
    if heading.part == "label":
        return label_of(codes()[str(heading.column.values)].get(str(row[name])), reader.language)
    if heading.part == "value" and name in _IN_WORDS:
        told = reader.title if name == "report" else getattr(names, name)
        # The report's own sentence needs nobody to say it again.
        return told or (row[name] if name == "quote" and reader.language == "zh" else None)
    return row[name]
