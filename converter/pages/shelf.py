"""A published report as the site's own pages list it: read back from its data, without its raw file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from converter.model import Link, Observation, Span
from converter.pages.edition import Edition
from converter.pages.markdown import cell, in_cell, written
from converter.translation import Memory


@dataclass(frozen=True)
class Shelved:
    """One report as the home page lists it: its data (``contract``) and its translations."""

    data: Mapping[str, Any]
    memory: Memory


def title_of(name: str, report: Shelved, edition: Edition) -> str:
    """The report's title as Markdown for a cell; in English the editors' before the memory's."""
    told, title = report.data["facts"].get("title_en"), report.data["title"]
    if edition.language != "zh" and told:
        return in_cell(written(told["value"]))
    if title:
        return edition.cell("title", title)
    told = edition.untitled(report.data["region"], report.data["report_year"])
    # Several reports may have no title, place or year: their names tell them apart.
    return in_cell(told) if told != edition.word("untitled") else cell(f"{told} ({name})")


def chapters_of(report: Shelved, edition: Edition) -> Iterator[tuple[str, str]]:
    """Id and title of each chapter as Markdown; in English the Chinese one where there is no translation."""
    for chapter in report.data["chapters"]:
        own = (unit for unit in report.memory.of_page(chapter["id"]) if unit.key == chapter["id"])
        unit = next(own, None)
        told = unit and (unit.zh if edition.language == "zh" else unit.en)
        yield chapter["id"], told or edition.text("title", chapter["title"])


def text_of(data: Mapping[str, Any]) -> str:
    """The text of the report's paragraphs, each where it stands in the raw file, blanks between them."""
    text = [" "] * data["source"]["characters"]
    for paragraph in (*data["preface"]["paragraphs"], *_paragraphs(data["chapters"])):
        text[paragraph["start"] : paragraph["end"]] = paragraph["text"]
    return "".join(text)


def _paragraphs(parts: list[Any]) -> Iterator[Any]:
    for part in parts:
        yield from part["paragraphs"]
        yield from _paragraphs(part["sections"])


def observations_of(data: Mapping[str, Any], text: str) -> list[Observation]:
    """The figures of a report's data; ``text`` is its ``text_of``."""
    return [_observation(one, text) for one in data["observations"]]


def _observation(one: Mapping[str, Any], text: str) -> Observation:
    span, quote = Span(one["start"], one["end"]), one["quote"]
    begins = max(text.rfind(quote, 0, span.start + len(quote)), 0)
    value, _, upper = one["value"].partition("-")
    fields = ("id", "unit", "bound", "measure", "status", "indicator", "period", "chapter", "section", "code")
    return Observation(
        span=span,
        sentence=Span(begins, begins + len(quote)),
        value=Decimal(value),
        upper=Decimal(upper) if upper else None,
        paragraph=one["paragraph"],
        link=Link(**one["link"]) if one["link"] else None,
        **{field: one[field] for field in fields},
    )
