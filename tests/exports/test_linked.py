"""What search engines are told: only what is known, and nothing that could leave its script element."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from converter.exports import Published, kinds, linked_dataset, report_work, script
from converter.exports.labels import Json
from tests.exports.conftest import report_with, typed

FACT = {"value": "甲区人民政府", "source": "编者判断"}


def the_dataset(report: dict[str, Any]) -> dict[str, Any]:
    files = [Published(kind, f"../../data/x/{kind.name}", 7, "a" * 64) for kind in kinds()]
    return told(linked_dataset(typed(report), files, "figures.html", "zh"))


def told(thing: Json) -> dict[str, Any]:
    """What a program reads of it."""
    return dict(json.loads(json.dumps(thing)))


def test_a_dataset_says_when_where_and_from_what(seed: dict[str, Any]) -> None:
    said = the_dataset(seed)
    assert (said["@context"], said["@type"]) == ("https://schema.org", "Dataset")
    assert said["temporalCoverage"] == "2020"
    assert said["spatialCoverage"]["name"] == "兰山区"
    assert said["spatialCoverage"]["identifier"]["value"] == "371302"
    told_by = said["isBasedOn"].pop("author")
    assert said["isBasedOn"] == {"@type": "Report", "name": seed["title"], "datePublished": "2021-03-31"}
    # Who reports is an editor's judgement here, and it says so.
    assert told_by["@type"] == "Role"
    assert told_by["author"] == {"@type": "GovernmentOrganization", "name": seed["issuer"]}
    assert told_by["description"] == seed["facts"]["issuer"]["source"]
    assert 50 <= len(said["description"]) <= 5000  # what dataset searches accept


def test_each_file_is_a_download(seed: dict[str, Any]) -> None:
    first = the_dataset(seed)["distribution"][0]
    assert first["@type"] == "DataDownload"
    assert (first["encodingFormat"], first["contentUrl"]) == ("text/csv", "../../data/x/figures.csv")
    assert (first["contentSize"], first["sha256"]) == ("7 B", "a" * 64)


def test_nothing_is_invented() -> None:
    report = report_with(title=None, region=None, report_year=None, published=None, facts={})
    said = the_dataset(report)
    assert said["isBasedOn"] == {"@type": "Report", "name": "未题名的报告"}
    assert not {"publisher", "creator", "license", "temporalCoverage", "spatialCoverage"} & said.keys()
    assert "hasPart" not in report_work(typed(report), "index.html", None, "zh")


def test_who_says_who_reports_where_the_text_does_not() -> None:
    report = report_with(issuer=FACT["value"], facts={"issuer": FACT})
    author = told(report_work(typed(report), "index.html", None, "zh"))["author"]
    body = {"@type": "GovernmentOrganization", "name": "甲区人民政府"}
    assert author == {"@type": "Role", "author": body, "description": "编者判断"}


def test_a_report_names_the_issuer_it_prints_and_its_table() -> None:
    said = told(report_work(typed(report_with(issuer="甲区人民政府")), "index.html", "figures.html", "en"))
    assert said["@type"] == "Report"
    assert said["author"] == {"@type": "GovernmentOrganization", "name": "甲区人民政府"}
    assert said["hasPart"]["url"] == "figures.html"
    assert said["hasPart"]["name"].endswith("table of figures")


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "\u2028"])
def test_no_text_ends_its_script(text: str) -> None:
    code = script(report_work(typed(report_with(title=text)), "index.html", None, "zh"))
    soup = BeautifulSoup(f'<script type="application/ld+json">{code}</script><p>', "html.parser")
    (element,) = soup.find_all("script")
    assert json.loads(element.string or "")["name"] == text
    assert not set("<>&\u2028\u2029") & set(code)


@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    assert json.loads(script({"name": text})) == {"name": text}
