"""A figure, a paragraph or a page as others cite it: readable as it stands, completed by ``cite.js``."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from converter.site.content.bibtex import bibtex
from converter.site.content.observations import Reference
from converter.site.markdown.inline import fill
from converter.site.words import CITATION, Style
from converter.text.punctuation import full_width

_BLANK = re.compile(r"\{(\w+)\}")
# Inside a quotation, quotation marks are single ones.
_INSIDE = str.maketrans("“”", "‘’")


class CitedPlace(NamedTuple):
    """What is cited: the part and perhaps a sentence of it, its link, and its address as a reader sees it."""

    part: str
    sentence: str
    href: str
    address: str


def row_citation(said: Element, label: str) -> Element:
    """A closed ``<details>`` called ``label`` with what the row's report ``said``.

    ``cite.js`` adds of what it is and, when it is opened, the citations of the row's page with the row's address: in each
    of many rows they would be half of the page.
    """
    details = Element("details", {"class": "cite", "name": "cite"})
    SubElement(details, "summary").text = label
    SubElement(details, "div").append(said)
    return details


def citation(reference: Reference, place: CitedPlace, label: str) -> Element:
    """The same of ``place`` with the citation in each style."""
    details = row_citation(quotation(place.part, place.sentence), label)
    details[-1].extend(_cited(reference, place, language) for language in CITATION.load())
    return details


def page_citation(reference: Reference, place: CitedPlace, report: str, words: Mapping[str, Any]) -> Element:
    """The citation of a page, with BibTeX; ``cite.js`` makes from it those of the page's paragraphs and figures.

    ``report`` is the name of the page's report.
    """
    details = citation(reference, place, words["cite_page"])
    page = place.href.removesuffix(".md").removesuffix("index")
    address = _element("a", place.address, href=place.href)
    details[-1].append(bibtex(reference, full_width(place.part), address, report, page))
    SubElement(details[-1], "div", {"class": "unscripted"}).text = words["by_hand"]
    if reference.issuer and reference.issuer_source:
        told = SubElement(details[-1], "div", {"class": "supplied"})
        told.text = words["supplied"].format(source=reference.issuer_source)
    return details


def quotation(part: str, sentence: str, colon: str = "：") -> Element:
    """What a report says in one of its parts, as the pages print it; one of the two alone where the other is empty."""
    quoted = Element("q")
    said = f"“{full_width(sentence).translate(_INSIDE)}”" if sentence else ""
    if not part:
        quoted.text = said
        return quoted
    SubElement(quoted, "span", {"class": "part"}).text = full_width(part)
    quoted[0].tail = colon + said if said else None
    return quoted


def _cited(reference: Reference, place: CitedPlace, language: str) -> Element:
    style = CITATION.load()[language]
    told = {"issuer": reference.author(reference.issuer), "issuer_en": reference.author(reference.issuer_en)}
    pieces: dict[str, str | Element] = {
        "title": _title(reference, style),
        "author": style.author.format(**told) if reference.issuer else "",
        "published": _published(reference, style),
        "address": _element("a", place.address, href=place.href),
        "accessed": _element("time", style.accessed),
    }
    paragraph = Element("p", {"lang": language, "data-style": style.style})
    text = style.text if reference.issuer else style.anonymous
    fill(paragraph, [piece for piece in _filled(text, pieces) if piece != ""])
    return paragraph


def _title(reference: Reference, style: Style) -> str:
    title = reference.title or style.untitled
    if reference.title and reference.title_en:
        # Without a translation the title is the Chinese one, once.
        title = style.title.format(title=title, title_en=reference.title_en)
    return style.translated.format(title=title) if reference.translated else title


def _published(reference: Reference, style: Style) -> str:
    day = reference.published
    if day is None:
        return style.undated
    month = style.months[day.month - 1] if style.months else ""
    return style.published.format(year=day.year, month=day.month, day=day.day, month_name=month)


def _element(tag: str, text: str, **attributes: str) -> Element:
    element = Element(tag, attributes)
    element.text = text
    return element


def _filled(text: str, pieces: Mapping[str, str | Element]) -> Iterator[str | Element]:
    for index, piece in enumerate(_BLANK.split(text)):
        yield pieces[piece] if index % 2 else piece
