"""What search engines and catalogues read: the report and its figures in the terms of schema.org (JSON-LD).

Only what the report or its sidecar file says: no publisher is named where the report prints none, and no licence
where nobody gave one.
"""

import json
from collections.abc import Iterable
from typing import NamedTuple

from converter.data import ReportFile
from converter.exports.labels import Json, Kind, Language, word
from converter.exports.package import original_of

# In a script element only these can end it or start a comment; JSON has another way to write each.
_UNSAFE = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


class Published(NamedTuple):
    """One file of a report where readers get it; ``address`` is absolute or relative to the page it stands on."""

    kind: Kind
    address: str
    size: int
    sha256: str


class Encoding(NamedTuple):
    """The whole report as one file; ``language`` is a tag, empty where the file is data; ``sha256`` and ``size`` may be unknown."""

    name: str
    address: str
    media: str
    language: str = ""
    size: int | None = None
    sha256: str = ""


def linked_dataset(report: ReportFile, files: Iterable[Published], address: str, language: Language) -> Json:
    """The table of figures as a ``Dataset``; ``address`` is that of its page."""
    return {
        "@context": "https://schema.org",
        **_part(report, address, language),
        "inLanguage": "zh-Hans",
        "isAccessibleForFree": True,
        "copyrightNotice": word("rights", language),
        **_about(report),
        "isBasedOn": {"@type": "Report", **_report(report, language)},
        "distribution": [_download(file, language) for file in files],
    }


def report_work(
    report: ReportFile,
    address: str,
    figures: str | None,
    language: Language,
    encodings: Iterable[Encoding] = (),
) -> Json:
    """The report itself as a ``Report``; ``figures`` is the address of the page of its ``Dataset``, if any."""
    work = {
        "@context": "https://schema.org",
        "@type": "Report",
        **_report(report, language),
        "url": address,
        "inLanguage": "zh-Hans",
        **_about(report),
    }
    media = [_medium(one) for one in encodings]
    work |= {"encoding": media} if media else {}
    return work | ({"hasPart": _part(report, figures, language)} if figures else {})


def breadcrumbs(trail: Iterable[tuple[str, str]]) -> Json:
    """Where a page stands, as a ``BreadcrumbList``: titles and addresses from the site's home down to the page."""
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": title, "item": address}
            for position, (title, address) in enumerate(trail, 1)
        ],
    }


def script(thing: Json) -> str:
    """JSON for the inside of a ``<script type="application/ld+json">``, whatever texts it holds."""
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def _part(report: ReportFile, address: str, language: Language) -> Json:
    title = _title(report, language)
    return {
        "@type": "Dataset",
        "name": word("figures_of", language, report=title),
        "description": word("description", language, report=title, count=len(report.observations)),
        "url": address,
    }


def _title(report: ReportFile, language: Language) -> str:
    return report.title or word("untitled", language)


def _about(report: ReportFile) -> Json:
    """When and where the report speaks of."""
    found: Json = {}
    if report.report_year:
        found["temporalCoverage"] = str(report.report_year)
    if report.region:
        found["spatialCoverage"] = {"@type": "AdministrativeArea", "name": report.region, **_code(report)}
    return found


def _code(report: ReportFile) -> Json:
    fact = report.facts.get("region_code")
    if not fact:
        return {}
    # Where a fact comes from is what schema.org calls the property: here the national standard of region codes.
    code = {"@type": "PropertyValue", "propertyID": fact.source, "value": fact.value}
    return {"identifier": code}


def _report(report: ReportFile, language: Language) -> Json:
    """What identifies the report."""
    told = {
        "name": _title(report, language),
        "author": _author(report),
        "datePublished": report.published.isoformat() if report.published else None,
        "sameAs": original_of(report),
    }
    return {key: value for key, value in told.items() if value}


def _author(report: ReportFile) -> Json | None:
    """The body that reports; where the sidecar file names it, a ``Role`` says by what right."""
    if not report.issuer:
        return None
    body: Json = {"@type": "GovernmentOrganization", "name": report.issuer}
    fact = report.facts.get("issuer")
    return {"@type": "Role", "author": body, "description": fact.source} if fact else body


def _medium(file: Encoding) -> Json:
    told = {
        "@type": "MediaObject",
        "name": file.name,
        "encodingFormat": file.media,
        "contentUrl": file.address,
        "inLanguage": file.language,
        "contentSize": "" if file.size is None else f"{file.size} B",
        "sha256": file.sha256,
    }
    return {key: value for key, value in told.items() if value}


def _download(file: Published, language: Language) -> Json:
    return {
        "@type": "DataDownload",
        "name": file.kind.name,
        "description": file.kind.zh if language == "zh" else file.kind.en,
        "encodingFormat": file.kind.media,
        "contentUrl": file.address,
        "contentSize": f"{file.size} B",
        "sha256": file.sha256,
    }
