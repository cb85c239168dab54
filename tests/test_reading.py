"""What is dropped, what is learnt from the head, how text becomes Markdown: ``tests/cases/``."""

import markdown
from bs4 import BeautifulSoup
from hypothesis import given as given_any
from hypothesis import strategies as st

from converter.data.dropped import all_dropped
from converter.pages.report.chapter import chapter_page, notes_of
from converter.text.markdown import prose
from converter.text.punctuation import full_width
from tests.casefile import cases
from tests.conftest import report_of


@cases("dropped")
def test_dropped(given: str, expected: str) -> None:
    lines = (
        f"{d.reason}\t{given[d.start : d.end]}".replace("\n", "⏎") for d in all_dropped(report_of(given))
    )
    assert "".join(f"{line}\n" for line in lines) == expected


@cases("meta")
def test_meta(given: str, expected: str) -> None:
    r = report_of(given)
    title = r.title and r.title.replace("\n", "⏎")
    found = (title, r.region, r.report_year, r.published, r.issuer)
    assert " | ".join(str(value or "—") for value in found) + "\n" == expected


@cases("doubts")
def test_doubts_about_what_a_report_is(given: str, expected: str) -> None:
    asked = ("title", "issuer", "region", "region_path", "report_year", "published", "kind")
    doubts = sorted(
        report_of(given).doubts, key=lambda doubt: asked.index(doubt.about) if doubt.about in asked else 9
    )
    assert "".join(f"{d.about}: {d.why}\n" for d in doubts if d.about in asked) == expected


@cases("prose")
def test_prose(given: str, expected: str) -> None:
    assert prose(given.rstrip("\n")) + "\n" == expected


@given_any(st.text(alphabet="一二三四，。,.;:!?()<>[]{}*_`#+-=~&|\\/\"'0123456789ax \t", max_size=60))
def test_markdown_shows_exactly_the_text(text: str) -> None:
    """Whatever a report says, a reader sees those characters and no element of theirs."""
    extensions = ["attr_list", "tables", "toc", "fenced_code", "footnotes", "admonition"]
    html = markdown.markdown(prose(text), extensions=extensions)
    soup = BeautifulSoup(html, "html.parser")
    assert {tag.name for tag in soup.find_all(True)} <= {"p"}
    assert soup.get_text().split() == full_width(" ".join(text.split())).split()


def test_marks_of_notes_lead_to_the_notes_and_rows_of_a_table_keep_their_empty_cells() -> None:
    text = """青山镇2022年度法治政府建设情况报告
一、工作情况
坚持依法行政[1]，办结案件80件[3]。
单位 | 案件数（件） | 罚款（万元）
司法所 | 12 |
综合执法队 |  | 3.5
二、工作计划
再努力。
[1] 依法行政：依照法律规定行使权力。
[2] 满意度：来自第三方评估。
"""
    report = report_of(text)
    page = chapter_page(report, report.chapters[0], "case", notes_of(report))
    assert "坚持依法行政[\\[1\\]](c3.md#c3-s1)，办结案件80件\\[3\\]。" in page
    assert "| 司法所 | 12 |  |\n| 综合执法队 |  | 3.5 |" in page
    notes = chapter_page(report, report.chapters[2], "case", notes_of(report))
    assert "](c3.md" not in notes
