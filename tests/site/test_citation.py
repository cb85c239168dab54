"""A report and a place in, a citation out."""

from datetime import date
from xml.etree.ElementTree import Element, SubElement, tostring

import markdown
import pytest
from msgspec.structs import replace

from converter.site.content.bibtex import bibtex, escaped
from converter.site.content.citation import CitedPlace, citation, page_citation, quotation
from converter.site.content.observations import Figure, Reference, Stated
from converter.site.markdown.rows import columns_of, mark_rows, rows_of
from converter.site.markdown.translated import with_english_sentences
from converter.site.words import words

PLACE = CitedPlace("一、会议 / 一是学习", "开会2次<b>&amp;。", "c1.md#c1-v2", "zh/x/c1.html#c1-v2")
KNOWN = Reference(
    "甲县2020年报告",
    "Report of Jia County, 2020",
    "甲县人民政府",
    "Government of Jia County",
    date(2021, 3, 1),
)


def cited(reference: Reference, place: CitedPlace = PLACE) -> list[str]:
    panel = citation(reference, place, "引用").find("div")
    assert panel is not None
    return ["".join(block.itertext()) for block in panel]


def test_everything_known_is_said_in_both_languages() -> None:
    assert cited(KNOWN) == [
        "一、会议 / 一是学习：“开会2次<b>&amp;。”",
        "甲县人民政府. 甲县2020年报告[R/OL]. (2021-03-01)[填写引用日期]. zh/x/c1.html#c1-v2",
        "Government of Jia County. (2021, March 1). 甲县2020年报告 [Report of Jia County, 2020]. "
        "Retrieved [fill in the date of access], from zh/x/c1.html#c1-v2",
    ]


def test_a_body_without_an_english_name_keeps_its_own() -> None:
    assert cited(replace(KNOWN, issuer_en=None))[2].startswith("甲县人民政府. (2021")


def test_without_issuer_date_and_translation_the_title_comes_first() -> None:
    assert cited(Reference("甲县2020年报告"))[1:] == [
        "甲县2020年报告[R/OL]. [填写引用日期]. zh/x/c1.html#c1-v2",
        "甲县2020年报告. (n.d.). Retrieved [fill in the date of access], from zh/x/c1.html#c1-v2",
    ]


def test_a_report_without_a_title_is_called_so() -> None:
    assert cited(Reference())[1].startswith("未题名的报告[R/OL]")


def test_a_part_is_cited_without_a_sentence() -> None:
    assert cited(Reference("报告"), PLACE._replace(sentence=""))[0] == "一、会议 / 一是学习"


def test_what_a_report_says_cannot_become_mark_up() -> None:
    html = tostring(citation(Reference("<script>"), PLACE, '"><b>'), encoding="unicode")
    assert "<script>" not in html
    assert "<b>" not in html


def entry(reference: Reference, part: str = "一、会议") -> str:
    address = Element("a")
    address.text = "zh/x/c1.html"
    return "".join(bibtex(reference, part, address, "x 2020", "c1").itertext())


def test_bibtex_has_what_is_known() -> None:
    assert (
        entry(KNOWN)
        == """@techreport{x-2020-c1,
  author = {{甲县人民政府}},
  institution = {甲县人民政府},
  title = {{甲县2020年报告}},
  year = {2021},
  month = {3},
  language = {chinese},
  note = {一、会议},
  url = {zh/x/c1.html},
  urldate = {[fill in the date of access]}
}
"""
    )


def test_bibtex_without_issuer_and_date_names_neither() -> None:
    assert [
        word for word in ("author", "institution", "year", "month") if word in entry(Reference("甲"))
    ] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("增长5%", r"增长5\%"),
        ("a_b & c#", r"a\_b \& c\#"),
        (r"\input{x}", r"\textbackslash{}input\{x\}"),
        ("~^$", r"\textasciitilde{}\textasciicircum{}\$"),
    ],
)
def test_bibtex_takes_nothing_for_a_command(text: str, said: str) -> None:
    assert escaped(text) == said


def test_the_pages_own_citation_has_all_three_styles() -> None:
    panel = page_citation(KNOWN, PLACE, "x", words("zh")).find("div")
    assert panel is not None
    assert [style for block in panel if (style := block.get("data-style"))] == ["GB/T 7714", "APA", "BibTeX"]


MARKDOWN = """# 一、会议 { #c1 }

开会2次。

## 一是学习 { #c1-s1 }

学习3次。

| 单位 | 次数 |
| --- | --- |
| 甲局 | 4 |

再学5次。
"""


def test_every_paragraph_and_row_of_a_report_links_to_itself_and_the_link_says_nothing() -> None:
    told = {
        "c1-p1": "开会2次。",
        "c1-s1-p1": "学习3次。",
        "c1-s1-p2": "单位 | 次数",
        "c1-s1-p3": "甲局 | 4",
        "c1-s1-p4": "再学5次。",
    }
    html = markdown.markdown(
        MARKDOWN,
        extensions=["attr_list", "tables", "converter.site.markdown.anchors"],
        extension_configs={
            "converter.site.markdown.anchors": {"stated": Stated((), told), "page": "zh/x/c1"}
        },
    )
    for name in told:
        assert html.count(f'id="{name}"') == 1
        assert f'<a aria-label="引用本段" class="pin" href="#{name}"></a>' in html


def test_what_is_quoted_is_printed_as_on_the_page() -> None:
    said, *_ = cited(KNOWN, replace_place("完善制度,强化监督 / 一是学习", "开会2次,共3,000人:都到了;"))
    assert said == "完善制度，强化监督 / 一是学习：“开会2次，共3,000人：都到了；”"


def test_quotation_marks_inside_a_quotation_are_single() -> None:
    said, *_ = cited(KNOWN, replace_place("一", "说“好”。"))
    assert said == "一：“说‘好’。”"


def test_an_author_whom_the_report_does_not_name_stands_in_brackets_and_is_explained() -> None:
    judged = replace(KNOWN, issuer_source="编者判断")
    assert cited(judged)[1].startswith("[甲县人民政府]. 甲县")
    assert cited(judged)[2].startswith("[Government of Jia County]. (2021")
    assert "author = {{[甲县人民政府]}}" in entry(judged)
    panel = page_citation(judged, PLACE, "x", words("zh")).find("div")
    assert panel is not None
    assert "编者判断" in (panel[-1].text or "")


def test_a_page_of_the_translation_is_cited_as_one() -> None:
    page = replace(KNOWN, translated=True)
    assert "报告（非官方英文译文）[R/OL]" in cited(page)[1]
    assert "2020] (unofficial English translation). Retrieved" in cited(page)[2]
    assert "note = {一、会议 (unofficial English translation)}" in entry(page)
    assert not [said for said in (*cited(KNOWN), entry(KNOWN)) if "unofficial" in said or "译文" in said]


def replace_place(part: str, sentence: str) -> CitedPlace:
    return PLACE._replace(part=part, sentence=sentence)


def test_a_row_in_english_quotes_the_english_sentence_where_there_is_one() -> None:
    figures = [
        Figure("c1-v2", "2次", "2", "c1", sentence="开会2次。", paragraph="c1-p1", at=2, unit="次"),
        Figure("c1-v3", "3次", "3", "c1", sentence="学习3次。", paragraph="c1-p2", at=2, unit="次"),
    ]
    stated = Stated(tuple(figures), {"c1-p1": "开会2次。共学习。", "c1-p2": "学习3次。"})
    english = with_english_sentences(stated, {"c1-p1": "There were 2 meetings. All studied."})
    assert [one.sentence for one in english.figures] == ["There were 2 meetings.", "学习3次。"]
    assert "".join(quotation("I. Meetings", "There were 2 meetings.", ": ").itertext()) == (
        "I. Meetings: “There were 2 meetings.”"
    )


def test_the_first_row_of_a_sentence_quotes_it_and_the_first_of_a_part_says_where_it_is() -> None:
    told = [("c1-v2", "开会2次。"), ("c1-v3", "学习3次。"), ("c1-v4", "学习3次。"), ("c1-s1-v5", "培训5次。")]
    figures = tuple(Figure(key, "", "", key.rpartition("-v")[0], sentence=said) for key, said in told)
    stated = Stated(figures, headings={"c1": "一、会议", "c1-s1": "一是学习"})
    table = Element("table")
    for figure in figures:
        cell = SubElement(SubElement(table, "tr"), "td")
        SubElement(cell, "a", {"href": f"c1.md#{figure.id}"}).text = "一"
    rows = list(rows_of(table, figures))
    mark_rows(rows, stated, columns_of(rows), "zh")
    assert ["".join(row.element[-1].itertext()) for row in rows] == [
        "#引用一、会议：“开会2次。”",
        "#引用“学习3次。”",
        "#引用↑",
        "#引用一、会议 / 一是学习：“培训5次。”",
    ]
