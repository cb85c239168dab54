"""Figures in, small charts out; nothing is drawn that the report does not say."""

from decimal import Decimal
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring, tostring

import pytest
from bs4 import BeautifulSoup

from converter.data import Link
from converter.site.content.observations import Figure
from converter.site.markdown.charts import chart, direction, draw_bars
from converter.site.markdown.lines import draw_lines
from converter.site.markdown.shown import shown
from converter.site.words import words

WORDS = words("zh")["chart"]
LEVEL = Figure("c1-v200", "200件", "200", "c1", unit="件")


def change(value: str, unit: str, clause: str, bound: str = "exact") -> Figure:
    tie = Link("change_of", LEVEL.id)
    return Figure(
        "c1-v9", value + unit, value, "c1", clause=clause, unit=unit, bound=bound, measure="change", tie=tie
    )


def part(value: str, name: str, unit: str = "件") -> Figure:
    return Figure(
        f"c1-v{value}", value + unit, value, "c1", indicator=name, unit=unit, tie=Link("part_of", LEVEL.id)
    )


def drawn(figure: Figure, *others: Figure) -> Element:
    found = chart(figure, others, WORDS)
    assert found is not None
    return found


def widths(svg: Element) -> list[str]:
    return [rect.get("width", "") for rect in svg.iter("rect")]


@pytest.mark.parametrize(
    ("clause", "way"),
    [
        ("同比增长", 1),
        ("发布数量同比上升", 1),
        ("较上年分别增加了", 1),
        ("比去年同期下降", -1),
        ("同比减少", -1),
        ("同比改善", 0),  # a better index may be a lower one
        ("环比增长", 0),  # against last month
        ("增长", 0),  # against what?
        ("同比增长到", 0),  # the level reached, not the change
        ("较2015年增长", 0),
    ],
)
def test_the_way_a_change_went_is_said_by_its_words_alone(clause: str, way: int) -> None:
    assert direction(clause) == way


def test_a_change_in_percent_gives_about_last_years_number() -> None:
    svg = drawn(LEVEL, change("25", "%", "同比增长"))
    assert [text.text for text in svg.iter("text")] == ["上年约 160 件（推算）", "本年 200 件"]
    assert widths(svg) == ["76.8", "96.0"]
    assert svg.findtext("title") == "本年 200 件；按报告所给增减幅度推算，上年约 160 件。"


def test_a_fall_makes_this_year_the_shorter_bar() -> None:
    assert widths(drawn(LEVEL, change("50", "%", "同比下降"))) == ["96.0", "48.0"]
    assert "上年约 400 件" in tostring(drawn(LEVEL, change("50", "%", "同比下降")), "unicode")


def test_a_change_in_units_gives_last_years_number() -> None:
    svg = drawn(LEVEL, change("50", "件", "同比增加"))
    assert [text.text for text in svg.iter("text")] == ["上年 150 件（推算）", "本年 200 件"]


def test_percentage_points_move_a_rate() -> None:
    rate = Figure("c1-v81.5", "81.5%", "81.5", "c1", unit="%", measure="rate")
    svg = drawn(rate, change("3.2", "百分点", "同比提高"))
    assert [text.text for text in svg.iter("text")] == ["上年 78.3%（推算）", "本年 81.5%"]


def test_a_rate_is_a_part_of_a_hundred() -> None:
    svg = drawn(Figure("c1-v65", "65%", "65", "c1", unit="%", measure="rate"))
    assert widths(svg) == ["96.0", "62.4"]
    assert svg.findtext("title") == "100 份中的 65 份。"


def test_a_rate_that_is_no_exact_number_is_hollow() -> None:
    svg = drawn(Figure("a", "约81%", "81", "c1", unit="%", measure="rate", bound="about"))
    assert [rect.get("class") for rect in svg.iter("rect")] == ["track", "about"]
    assert svg.findtext("title") == "不是确数，条形画到 81%。"


def test_last_year_is_hollow_as_it_is_derived() -> None:
    svg = drawn(LEVEL, change("25", "%", "同比增长"))
    assert [rect.get("class") for rect in svg.iter("rect")] == ["about", "now"]


def test_a_bar_that_a_page_marks_is_drawn_and_says_its_value() -> None:
    root = fromstring('<p><em class="bar" title="20 件">76.8</em></p>')
    draw_bars(root)
    (bar,) = root.iter("svg")
    assert bar.get("aria-label") == "20 件"
    assert widths(bar) == ["96.0", "76.8"]


def test_one_part_leaves_a_rest_that_is_called_derived() -> None:
    svg = drawn(LEVEL, part("150", "民事"))
    assert widths(svg) == ["96.0", "72.0"]
    assert svg.findtext("title") == "总数 200 件，其中 民事 150 件，其余 50 件（推算）。"


def test_parts_that_make_up_their_whole_stand_side_by_side() -> None:
    svg = drawn(LEVEL, part("150", "民事"), part("50", "刑事"))
    assert widths(svg) == ["96.0", "72.0", "24.0"]
    assert svg.findtext("title") == "总数 200 件，其中 民事 150 件、刑事 50 件。"


def test_long_labels_move_the_bars() -> None:
    many = Figure("c1-v2680000", "268万人", "2680000", "c1", unit="人")
    more = Figure(
        "c1-v480000", "48万人", "480000", "c1", clause="比上年增加", unit="人", tie=Link("change_of", many.id)
    )
    svg = drawn(many, more)
    assert [text.text for text in svg.iter("text")] == ["上年 220万人（推算）", "本年 268万人"]
    assert [rect.get("x") for rect in svg.iter("rect")] == ["132.0", "132.0"]


@pytest.mark.parametrize(
    ("figure", "others"),
    [
        (Figure("a", "200余件", "200", "c1", unit="件", bound="over"), [change("25", "%", "同比增长")]),
        (Figure("a", "3-5件", "3-5", "c1", unit="件"), [change("25", "%", "同比增长")]),
        (Figure("a", "200件", "200", "c1", unit="件", status="target"), [change("25", "%", "同比增长")]),
        (LEVEL, [change("25", "%", "同比增长", bound="about")]),
        (LEVEL, [change("25", "%", "同比改善")]),
        (LEVEL, [change("150", "%", "同比下降")]),
        (LEVEL, [change("2", "倍", "同比增长")]),
        (
            Figure("a", "2万件", "20000", "c1", unit="件"),
            [change("50", "件", "同比增加")],
        ),  # 2万 is no 20,000
        (Figure("a", "二百件", "200", "c1", unit="件"), [change("50", "件", "同比增加")]),
        (LEVEL, [part("100", "民事"), part("50", "涉企")]),  # some may be both
        (LEVEL, [part("300", "民事")]),
        (Figure("c1-v200", "2万件", "20000", "c1", unit="件"), [part("150", "民事")]),
        (LEVEL, [part("20", "民事", "人")]),
        (LEVEL, []),
        (Figure("a", "120%", "120", "c1", unit="%", measure="rate"), []),
    ],
)
def test_where_something_is_left_open_nothing_is_drawn(figure: Figure, others: list[Figure]) -> None:
    assert chart(figure, others, WORDS) is None


def test_a_chart_is_an_image_with_a_name_and_stays_small() -> None:
    svg = drawn(LEVEL, change("45.44", "%", "同比增长"))
    assert svg.get("role") == "img"
    assert len(tostring(svg, encoding="utf-8")) < 1200


def test_the_seeds_comparisons_are_drawn_beside_them(site: Path) -> None:
    for page, count in (("index", 2), ("figures", 5)):
        html = (site / "zh/lanshan-2020" / f"{page}.html").read_text(encoding="utf-8")
        charts = BeautifulSoup(html, "html.parser").select("td > svg.chart:has(text)")
        assert len(charts) == count, page
        assert all(len(str(one).encode()) < 1200 and one.title for one in charts)


@pytest.mark.parametrize(
    ("language", "first", "last"), [("zh", "3,206.57亿", "27"), ("en", "320.657 billion", "27")]
)
def test_the_ends_of_a_line_are_said_as_the_text_says_them(language: str, first: str, last: str) -> None:
    root = fromstring('<p><em class="line" title="x">2013 320657000000; 2014 5; 2016 27</em></p>')
    draw_lines(root, language)
    assert [text.text for text in root.iter("text")] == [first, "2013", last, "2016"]


@pytest.mark.parametrize(
    ("surface", "value", "unit", "label", "said"),
    [
        ("11.3万户", "78000", "户", None, "7.8万户"),
        ("139.01 亿元", "8986000000", "元", None, "89.86亿元"),
        ("1.2万亿元", "900000000000", "元", None, "0.9万亿元"),
        ("12145条", "9132", "条", None, "9,132 条"),
        ("81%", "78.3", "%", None, "78.3%"),
        ("139.01亿元", "8986000000", "元", "yuan", "8.986 billion yuan"),
        ("11.3万户", "78000", "户", "", "78,000"),
        ("81%", "78.3", "%", "%", "78.3%"),
    ],
)
def test_a_number_is_told_in_the_power_of_ten_of_its_figure(
    surface: str, value: str, unit: str, label: str | None, said: str
) -> None:
    figure = Figure("c1-v1", surface, value, "c1", unit=unit, unit_label=label)
    assert shown(Decimal(value), figure) == said
