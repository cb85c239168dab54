"""Where the text of a page comes from: who issued it, when and where, the raw file, and what converted it."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_datetime

from converter import __version__
from converter.data import ReportFile
from converter.layout import HTML_LANGUAGE, language_of
from converter.site.content.counterpart import memory_of
from converter.site.files.raw import raw_uri
from converter.site.head.about import about, plain, report_data
from converter.site.head.notice import original_of
from converter.site.words import CITATION, table

_HAN = re.compile(r"[\u3400-\u9fff]")
Strings = Mapping[tuple[str, str], str]
"""Translations of what is no paragraph, by kind and Chinese text."""


class Item(NamedTuple):
    """One thing known; ``address`` may be empty, ``language`` is the tag of a text in another language than the page."""

    label: str
    text: str
    address: str = ""
    language: str = ""


class Known(NamedTuple):
    """What is known of a report besides its data: ``raw`` is where its raw file is published, or empty."""

    original: str
    raw: str
    made: date | None
    strings: Strings


def provenance_of(files: Files, config: MkDocsConfig, page: Page) -> tuple[str, list[Item]] | None:
    """The line that sums it up and all of it, for a page of a report."""
    name, language = str(page.meta.get("report", "")), language_of(page.file.src_uri)
    report = report_data(files, name)
    if report is None:
        return None
    strings = memory_of(Path(config.docs_dir), name).strings if language == "en" else {}
    raw = files.get_file_from_path(raw_uri(name, report))
    known = Known(original_of(about(page, files, config)), raw.url if raw else "", _made(), strings)
    return summary(report, language, known), list(provenance(report, language, known))


def updated_on(page: Page) -> str:
    """When the site was last changed, in words; nothing where nobody tells."""
    language, made = language_of(page.file.src_uri), _made()
    return table("provenance")[language]["updated"].format(day=_day(made, language)) if made else ""


def _made() -> date | None:
    """The commit's date (SOURCE_DATE_EPOCH); where nobody tells one, it is 0 and none is told."""
    built = get_build_datetime()
    return built.date() if built.timestamp() else None


def provenance(report: ReportFile, language: str, known: Known) -> Iterator[Item]:
    """All that is known of where ``report`` comes from; facts its text does not carry say who says so."""
    words, source = table("provenance")[language], report.source
    issuer = _issuer(report, known.strings)
    yield _item(words["issuer"], issuer + _according(report, "issuer", words, known.strings), language)
    day = _published(report, language) or words["unknown"]
    yield Item(words["published"], day + _according(report, "published", words, known.strings))
    original = known.original
    yield Item(words["original"], original or words["unknown"], original)
    file = source.path.rpartition("/")[2]
    told = words["raw_file" if known.raw else "raw_absent"]
    yield Item(words["raw"], told.format(name=file, characters=f"{source.characters:,}"), known.raw)
    yield Item(words["checksum"], source.sha256)
    # A title for English readers is no matter of the Chinese page.
    for key in (
        "title",
        "kind",
        "region",
        "region_code",
        "report_year",
        *(("title_en",) if language == "en" else ()),
    ):
        if fact := report.facts.get(key):
            yield _item(words[key], fact.value + _according(report, key, words, known.strings), language)
    made = words["made_on" if known.made else "made_with"]
    day = _day(known.made, language) if known.made else ""
    yield Item(words["made"], made.format(version=__version__, day=day))


def summary(report: ReportFile, language: str, known: Known) -> str:
    """Who issued the report and when, in a line."""
    words = table("provenance")[language]
    day = _published(report, language)
    told = (_issuer(report, known.strings), words["published_on"].format(day=day) if day else "")
    return str(words["from"]).format(told=str(words["comma"]).join(filter(None, told)) or words["unknown"])


def _issuer(report: ReportFile, strings: Strings) -> str:
    told = plain(report.issuer or report.fact("issuer"))
    return strings.get(("issuer", told), told)


def _according(report: ReportFile, key: str, words: Mapping[str, Any], strings: Strings) -> str:
    fact = report.facts.get(key)
    if not fact:
        return ""
    source = plain(fact.source)
    return str(words["according"]).format(source=strings.get(("fact_source", source), source))


def _published(report: ReportFile, language: str) -> str:
    return _day(report.published, language) if report.published else ""


def _day(day: date, language: str) -> str:
    months = CITATION.load()["en"].months
    told = {"year": day.year, "month": day.month, "day": day.day, "month_name": months[day.month - 1]}
    return str(table("provenance")[language]["day"]).format(**told)


def _item(label: str, text: str, language: str) -> Item:
    text = text or str(table("provenance")[language]["unknown"])
    own = "zh" if _HAN.search(text) else "en"
    return Item(label, text, "", HTML_LANGUAGE[own] if own != language else "")
