"""What the tests of the files to take away start from: the seed's JSON, and small reports made of a few figures."""

import json
from typing import Any

import pytest

from converter.data import ReportFile, report_of_text
from converter.exports import Named, Reader, export_files
from tests.conftest import ROOT

PAGES = ["zh/x/index.html", *(f"zh/x/c{number}.html" for number in range(1, 20))]


def exported(report: dict[str, Any], homepage: str | None = None) -> dict[str, bytes]:
    """The files of ``report`` (contract), called ``x``."""
    data = json.dumps(report, ensure_ascii=False).encode()
    return dict(export_files(data, "x", readers_of(report), homepage))


def readers_of(report: dict[str, Any]) -> list[Reader]:
    """Readers of both languages: what is Chinese has ``en `` before it in English."""
    chinese = [
        Named("一、办理", "一是办理", seen["indicator"], seen["unit"], seen["period"])
        for seen in report["observations"]
    ]
    english = [
        Named("1. Done", "a", f"en {one.indicator}", f"en {one.unit}", one.period and f"en {one.period}")
        for one in chinese
    ]
    there = [page.replace("zh/", "en/") for page in PAGES]
    return [Reader("zh", PAGES, chinese), Reader("en", there, english)]


def figure(number: int, **given: Any) -> dict[str, Any]:
    """An observation of the contract with what a test cares about set."""
    usual = {
        "id": f"c1-s1-v{number}",
        "surface": "3件",
        "start": number,
        "end": number + 2,
        "value": "3",
        "unit": "件",
        "bound": "exact",
        "measure": "level",
        "status": "result",
        "indicator": "办理",
        "period": None,
        "chapter": 1,
        "section": 1,
        "paragraph": "c1-s1-p1",
        "quote": "办理3件。",
        "link": None,
        "code": None,
    }
    return usual | given


def report_with(*observations: dict[str, Any], heading: str = "办理情况", **given: Any) -> dict[str, Any]:
    """A report of the contract with one chapter of one section and these observations."""
    places: dict[str, Any] = {"start": 0, "end": 99, "lead_end": 5, "paragraphs": []}
    paragraph = {"id": "c1-s1-p1", "text": "办理3件。", "start": 6, "end": 11}
    section = {"id": "c1-s1", "label": "一是", "heading": heading, **places, "sections": []}
    section["paragraphs"] = [paragraph]
    chapter = {
        "id": "c1",
        "number": "一",
        "heading": heading,
        "title": heading,
        "editorial": False,
        "role": "results",
        **places,
        "sections": [section],
    }
    usual: dict[str, Any] = {
        "title": "甲区2020年报告",
        "issuer": None,
        "region": "甲区",
        "report_year": 2020,
        "published": "2021-02-03",
        "source": {"path": "seeds/x.txt", "sha256": "0" * 64, "format": "text", "characters": 99},
        "facts": {},
        "preface": {"paragraphs": []},
        "chapters": [chapter],
        "observations": list(observations),
        "dropped": [],
        "notes": [],
    }
    return usual | given


def typed(report: dict[str, Any]) -> ReportFile:
    """The report as the program has it."""
    return report_of_text(json.dumps(report), "x.json")


@pytest.fixture(scope="session")
def seed() -> dict[str, Any]:
    """The seed's published JSON."""
    return dict(json.loads((ROOT / "docs" / "data" / "lanshan-2020.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def files(seed: dict[str, Any]) -> dict[str, bytes]:
    """The seed's files."""
    return exported(seed)
