"""A report as an entry of a BibTeX file, for those who write papers."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from converter.site.content.observations import Reference
from converter.site.markdown.inline import fill
from converter.site.words import CITATION

_SPECIAL = re.compile(r"[\\{}%&#$_~^]")
_ESCAPED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_NO_KEY = re.compile(r"[^\w.:-]+")


def bibtex(reference: Reference, part: str, address: Element, report: str, page: str) -> Element:
    """The entry for ``page`` of the report called ``report``; ``part`` is the part of it that is cited.

    ``cite.js`` puts the reader's address and date where the ``<a>`` and the ``<time>`` are, and names the part in the
    element of class ``part``.
    """
    entry = Element("pre", {"data-style": "BibTeX"})
    key = _element("span", "key", _key(report, page))
    key.set("data-report", _key(report))
    fill(entry, list(_lines(reference, part, address, key)))
    return entry


def escaped(text: str) -> str:
    """A text as a value of BibTeX: what TeX would take for a command stands for itself."""
    return _SPECIAL.sub(lambda found: _ESCAPED.get(found[0], "\\" + found[0]), text)


def _key(*names: str) -> str:
    return _NO_KEY.sub("-", "-".join(filter(None, names)))


def _lines(reference: Reference, part: str, address: Element, key: Element) -> Iterator[str | Element]:
    yield "@techreport{"
    yield key
    for name, value in _known(reference):
        yield f",\n  {name} = {{{value}}}"
    yield ",\n  note = {"
    yield _element("span", "part", escaped(part))
    if reference.translated:
        yield CITATION.load()["en"].translated.format(title="")
    yield "},\n  url = {"
    yield address
    yield "},\n  urldate = {"
    yield _element("time", "", CITATION.load()["en"].accessed)
    yield "}\n}\n"


def _known(reference: Reference) -> Iterator[tuple[str, str]]:
    if reference.issuer:
        # The second pair of braces keeps the name of a body whole.
        yield "author", f"{{{escaped(reference.author(reference.issuer))}}}"
        yield "institution", escaped(reference.issuer)
    yield "title", f"{{{escaped(reference.title or CITATION.load()['zh-Hans'].untitled)}}}"
    if reference.published:
        yield "year", f"{reference.published.year:04}"
        yield "month", f"{reference.published.month}"
    yield "language", "chinese"


def _element(tag: str, kind: str, text: str) -> Element:
    element = Element(tag, {"class": kind} if kind else {})
    element.text = text
    return element
