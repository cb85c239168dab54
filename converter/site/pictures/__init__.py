"""Pictures of what a report states: rates, wholes and their parts, the year before, its chapters.

Nothing is drawn that its words leave open; where parts do not make up their whole, the picture says so.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from converter.data import ReportFile
from converter.layout import data_path, page_path
from converter.pages.amount import worded
from converter.pages.edition import Edition
from converter.site.content.counterpart import stated_on
from converter.site.content.observations import Figure, Reference, Stated
from converter.site.content.report_data import data_in
from converter.site.markdown.charts import number_of
from converter.site.pictures.drawing import inline, standing_alone
from converter.site.pictures.model import Bar, Picture
from converter.site.pictures.outline import outline
from converter.site.pictures.parts import parts, requests_in
from converter.site.pictures.rates import rates
from converter.site.pictures.wholes import Whole, wholes
from converter.site.pictures.years import years
from converter.site.words import table

__all__ = ["Bar", "Picture", "inline", "pictures_of", "source_of", "standing_alone"]

KEYS = ("rates", "years", "parts", "outline")
"""The names of the pictures that a report may have, in an order in which they make two even columns of paper."""


def pictures_of(docs: Path, name: str, language: str) -> tuple[Picture, ...]:
    """The pictures of the report called ``name`` with the words of ``language``."""
    report, words = data_in(docs / data_path(name)), table("pictures")[language]
    own, chinese = (stated_on(docs, page_path(name, "index", one), name) for one in (language, "zh"))
    figures = {figure.id: figure for figure in own.figures}
    found = [_in(whole, figures) for whole in wholes(chinese.figures)]
    requests = requests_in(report, figures, language, words)

    def says(figure: Figure) -> str:
        return said(figure, language)

    made = {
        "rates": rates(own.figures, says, words),
        "parts": parts(found, requests, says, words),
        "years": years(_compared(own, chinese), says, words),
        "outline": outline(report, own, words),
    }
    return tuple(picture for key in KEYS if (picture := made[key]))


def _in(whole: Whole, figures: dict[str, Figure]) -> Whole:
    """The same with its figures as another language names them."""
    rate = figures[whole.rate.id] if whole.rate else None
    return Whole(figures[whole.figure.id], tuple(figures[part.id] for part in whole.parts), whole.rest, rate)


def _compared(own: Stated, chinese: Stated) -> tuple[Figure, ...]:
    """The figures but for those that one of another language has no words of: which way a change went is said in Chinese."""
    known = {figure.id for figure in chinese.figures}
    return tuple(figure for figure in own.figures if figure.id in known and not figure.in_table)


def said(figure: Figure, language: str) -> str:
    """The number as its reader counts: in Chinese as the report prints it (``11.3万户``), in English in thousands."""
    edition = Edition(language)
    if language == "zh":
        printed = "余" in figure.surface or "多" in figure.surface
        return figure.surface if printed else edition.term("bound", figure.bound) + figure.surface
    value = number_of(figure)
    assert value is not None
    return worded(figure.bound, [value], figure.counted_in, edition)


def source_of(reference: Reference, report: ReportFile, language: str, address: str) -> Iterator[str]:
    """Where a picture comes from, in lines: the report, who published it and when, and the picture's address."""
    words, edition = table("pictures")[language], Edition(language)
    title, issuer = reference.title, reference.issuer
    if language != "zh":
        title, issuer = reference.title_en or title, reference.issuer_en or issuer
    told = (title, issuer, _day(report.published, edition))
    yield words["source"].format(told=words["comma"].join(filter(None, told)))
    if address:
        yield address


def _day(day: date | None, edition: Edition) -> str:
    return edition.day(day) if day else ""
