"""The termbase for other tools: as CSV, which spreadsheets and glossaries of Weblate read, and as TBX."""

import csv
import io
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from converter.translation.terms.table import GAP, Term

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_COLUMNS = ("source", "target", "explanation", "note", "origin")


def terms_csv(base: Iterable[Term]) -> str:
    """A row for each rendering of each form of a term, the preferred one first."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for term in base:
        for zh in term.forms:
            for en in term.renderings:
                writer.writerow((zh, _printed(en), term.explain_en, term.note, term.source))
    return out.getvalue()


def terms_tbx(base: Iterable[Term]) -> bytes:
    """The termbase as TBX-Basic: an entry a term, with its forms, its renderings and those that mislead."""
    root = Element("martif", {"type": "TBX-Basic", _LANG: "zh-Hans"})
    head = SubElement(SubElement(root, "martifHeader"), "fileDesc")
    SubElement(SubElement(head, "sourceDesc"), "p").text = "Gongkai termbase"
    body = SubElement(SubElement(root, "text"), "body")
    for number, term in enumerate(base, 1):
        entry = SubElement(body, "termEntry", {"id": f"t{number}"})
        for note in filter(None, (term.note, term.source)):
            SubElement(entry, "note").text = note
        _language(entry, "zh-Hans", term.explain_zh, ((form, "admittedTerm-admn-sts") for form in term.forms))
        renderings = (
            (en, "preferredTerm-admn-sts" if not rank else "admittedTerm-admn-sts")
            for rank, en in enumerate(term.renderings)
        )
        _language(
            entry,
            "en",
            term.explain_en,
            (*renderings, *((en, "deprecatedTerm-admn-sts") for en in term.forbidden)),
        )
    indent(root)
    head_line = (
        b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n'
    )
    return head_line + bytes(tostring(root, encoding="utf-8")) + b"\n"


def _language(entry: Element, language: str, explained: str, words: Iterable[tuple[str, str]]) -> None:
    own = SubElement(entry, "langSet", {_LANG: language})
    if explained:
        group = SubElement(own, "descripGrp")
        SubElement(group, "descrip", {"type": "definition"}).text = explained
    for word, status in words:
        term = SubElement(own, "tig")
        SubElement(term, "term").text = _printed(word)
        SubElement(term, "termNote", {"type": "administrativeStatus"}).text = status


def _printed(rendering: str) -> str:
    return rendering.replace(GAP, " ... ").replace("  ", " ").strip()
