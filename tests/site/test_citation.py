"""A report and a place in, a citation out."""

from datetime import date
from xml.etree.ElementTree import tostring

from converter.site.citation import Place, citation
from converter.site.observations import Reference

PLACE = Place("一、会议 / 一是学习", "开会2次<b>&amp;。", "c1.md#c1-v2", "zh/x/c1.html#c1-v2")


def cited(reference: Reference, place: Place = PLACE) -> list[str]:
    panel = citation(reference, place, "引用", "引用：会议").find("div")
    assert panel is not None
    return ["".join(block.itertext()) for block in panel]


def test_everything_known_is_said_in_both_languages() -> None:
    known = Reference("甲县2020年报告", "Report of Jia County, 2020", "甲县人民政府", date(2021, 3, 1))
    assert cited(known) == [
        "一、会议 / 一是学习：开会2次<b>&amp;。",
        "甲县人民政府. 甲县2020年报告[R/OL]. (2021-03-01)[引用日期]. zh/x/c1.html#c1-v2.",
        "甲县人民政府. Report of Jia County, 2020 [甲县2020年报告], 1 March 2021. zh/x/c1.html#c1-v2. "
        "Accessed date of access.",
    ]


def test_without_issuer_date_and_translation_the_title_comes_first() -> None:
    assert cited(Reference("甲县2020年报告"))[1:] == [
        "甲县2020年报告[R/OL]. [引用日期]. zh/x/c1.html#c1-v2.",
        "甲县2020年报告. zh/x/c1.html#c1-v2. Accessed date of access.",
    ]


def test_a_report_without_a_title_is_called_so() -> None:
    assert cited(Reference())[1].startswith("未题名的报告[R/OL]")


def test_a_part_is_cited_without_a_sentence() -> None:
    assert cited(Reference("报告"), PLACE._replace(sentence=""))[0] == "一、会议 / 一是学习"


def test_what_a_report_says_cannot_become_mark_up() -> None:
    html = tostring(citation(Reference("<script>"), PLACE, "引用", '"><b>'), encoding="unicode")
    assert "<script>" not in html
    assert "<b>" not in html
