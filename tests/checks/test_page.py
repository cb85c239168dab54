"""The page of notes shows each note with the sentences it rests on, its figures linked to the text."""

import jsonschema
import pytest
from bs4 import BeautifulSoup
from markdown import markdown

from converter.checks import notes_on
from converter.data import schema
from converter.figures.observing import observe
from converter.model import Report
from converter.pages.report import report_pages
from converter.pipeline import reading
from tests.conftest import data_of, report_of


def soup_of(report: Report) -> BeautifulSoup:
    page = report_pages(reading(report), "case")["zh/case/notes.md"]
    return BeautifulSoup(
        markdown(page.split("---\n", 2)[2], extensions=["attr_list", "tables"]), "html.parser"
    )


def test_each_note_is_a_heading_with_its_id(seed_report: Report) -> None:
    found = notes_on(seed_report, observe(seed_report))
    headings = [tag["id"] for tag in soup_of(seed_report).find_all("h2")]
    assert headings == [note.id for note in found]


def test_figures_in_quotations_lead_to_the_text(seed_report: Report) -> None:
    links = {a["href"]: a.get_text() for a in soup_of(seed_report).select("blockquote a")}
    assert links["c6.md#c6-s3-v90"] == "90%"
    assert links["c6.md#c6-s5-v2139"] == "2139件"
    # A sentence without a figure of the note leads to its part.
    assert "c5.md#c5-s3" in links


@pytest.mark.parametrize(
    "sentence",
    [
        "受理5%的4件[1],4个断面,4个市控断面达标率为95%;",
        "**4个**、4个断面达标率95%",
        "| 4个水质断面达标率95% |",
    ],
)
def test_the_right_one_of_equal_figures_is_linked(sentence: str) -> None:
    report = report_of(f"南湖区2020年度报告\n一、主要工作\n{sentence}")
    (note,) = notes_on(report, observe(report))
    soup = soup_of(report)
    assert {str(a["href"]).partition("#")[2] for a in soup.select("blockquote a")} == {*note.observations}
    links = [a for a in soup.select("blockquote a") if a.get_text() == "4个"]
    before = "".join(str(part) for part in soup.blockquote.find_all(string=True)) if soup.blockquote else ""
    assert len(links) == 1
    assert before.count("4个") == sentence.count("4个")
    assert str(links[0].next_sibling).lstrip().startswith(("市控", "断面达", "水质"))


def test_a_report_without_notes_says_so() -> None:
    report = report_of("南湖区2020年度报告\n一、主要工作\n办理案件5件。")
    soup = soup_of(report)
    assert soup.find_all("h2") == []
    assert "没有发现" in soup.get_text()


def test_the_data_hold_the_notes(seed_report: Report) -> None:
    data = data_of(seed_report)
    jsonschema.validate(data, schema())
    assert len(data["notes"]) == 4
    for note in data["notes"]:
        for quote in note["quotes"]:
            assert seed_report.source.text[quote["start"] : quote["end"]] == quote["text"]
