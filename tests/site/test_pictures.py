"""Figures in, pictures out: what is a part of what, what is left unsaid, and that a picture and its table say the same."""

from decimal import Decimal
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from bs4 import BeautifulSoup

from converter.data import Link
from converter.layout import LANGUAGES
from converter.site.content.observations import Figure
from converter.site.pictures import KEYS, pictures_of
from converter.site.pictures.drawing import WIDTH, Style, standing_alone, wrapped
from converter.site.pictures.model import Bar, Group, Picture
from converter.site.pictures.rates import rates
from converter.site.pictures.wholes import Whole, wholes
from converter.site.words import table
from tests.conftest import ROOT
from tests.site.kinds import page_of

WORDS = table("pictures")["zh"]


def count(name: str, value: str, clause: str = "", **more: object) -> Figure:
    told = {"unit": "件", "sentence": "一句。", "paragraph": "c1-p1", **more}
    return Figure(f"v{value}", f"{value}件", value, "c1", indicator=name, clause=clause, **told)  # type: ignore[arg-type]


def rate(name: str, value: str, **more: object) -> Figure:
    told = {"unit": "%", "measure": "rate", "sentence": "一句。", "paragraph": "c1-p1", **more}
    return Figure(f"v{value}", f"{value}%", value, "c1", indicator=name, **told)  # type: ignore[arg-type]


def parts_of(whole: Whole) -> list[str]:
    return [part.indicator for part in whole.parts]


def test_kinds_that_exclude_each_other_are_parts_of_the_sum_before_them() -> None:
    (whole,) = wholes(
        [count("办理援助案件", "900", "办理援助案件合计"), count("民事结案", "300"), count("刑事结案", "500")]
    )
    assert (whole.figure.value, parts_of(whole), whole.rest) == (
        "900",
        ["民事结案", "刑事结案"],
        Decimal(100),
    )


@pytest.mark.parametrize(
    "figures",
    [
        # Not said to be a sum.
        [count("办理案件", "900", "办理案件"), count("民事结案", "300"), count("刑事结案", "500")],
        # No kinds that exclude each other.
        [count("办理案件", "900", "合计"), count("上门服务", "300"), count("电话咨询", "500")],
        # One is of something else.
        [count("办理案件", "900", "合计"), count("民事立案", "300"), count("刑事结案", "500")],
        # One alone: nothing says that there is nothing else.
        [count("办理案件", "900", "合计"), count("民事结案", "300")],
        # More than the sum.
        [count("办理案件", "700", "合计"), count("民事结案", "300"), count("刑事结案", "500")],
        # Another unit.
        [count("办理案件", "900", "合计"), count("民事", "300", unit="人"), count("刑事", "500", unit="人")],
        # No exact sum.
        [count("办理案件", "900", "合计", bound="over"), count("民事", "300"), count("刑事", "500")],
    ],
)
def test_other_numbers_of_a_sentence_are_no_parts(figures: list[Figure]) -> None:
    assert wholes(figures) == []


def test_parts_that_do_not_make_up_their_whole_leave_nothing_known() -> None:
    tie = Link("part_of", "v100")
    (whole,) = wholes([count("党员", "100"), count("女性", "30", tie=tie), count("老年", "80", tie=tie)])
    assert whole.rest is None
    (closed,) = wholes([count("党员", "100"), count("女性", "30", tie=tie), count("男性", "70", tie=tie)])
    assert closed.rest == 0


def test_a_rate_joins_a_count_and_what_of_it_was_reached() -> None:
    figures = [count("受理纠纷", "140", bound="over"), count("调解成功", "125")]
    (whole,) = wholes([*figures, rate("调解成功率", "90", tie=Link("share_of", "v140"))])
    assert (whole.figure.value, parts_of(whole)) == ("140", ["调解成功"])
    assert whole.rate and whole.rate.value == "90"
    assert whole.rest is None, "the count is no exact number"
    assert wholes([*figures, rate("满意率", "90", tie=Link("share_of", "v140"))]) == []


def test_only_rates_that_were_reached_stand_on_the_axis() -> None:
    own = [rate("满意率", "97"), rate("按时办结率", "100"), rate("出庭率", "81", bound="about")]
    others = [rate("合格率", "95", status="target"), rate("增长率", "120"), rate("税率", "3-5")]
    picture = rates([*own, *others], lambda figure: figure.surface, WORDS)
    assert picture
    assert [(bar.said, str(bar.end), bar.kind) for bar in picture.bars] == [
        ("97%", "0.97", "now"),
        ("100%", "1", "now"),
        ("81%", "0.81", "about"),
    ]
    assert rates(own[:1], lambda figure: figure.surface, WORDS) is None


def test_a_picture_alone_says_what_it_is_and_where_it_is_from() -> None:
    picture = Picture("parts", "总<数>", "说明", (Group((Bar("甲", "1 件", Decimal(1)),), "完。"),))
    drawn = fromstring(standing_alone(picture, ("来源：某报告",)))
    said = [element.text for element in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert said == ["总<数>", "说明", "甲", "1 件", "完。", "来源：某报告"]
    assert drawn.findtext("{http://www.w3.org/2000/svg}title") == "总<数>"


@pytest.mark.parametrize(
    "words", ["一" * 100, "word " * 60, "unbroken" * 20, "", "全区共有 12 个镇（街道），"]
)
def test_words_are_broken_into_lines_and_none_is_lost(words: str) -> None:
    lines = wrapped(words, WIDTH, Style(12, 16))
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_picture_of_the_page_has_its_table_and_its_file(site: Path, language: str) -> None:
    page = site / page_of("pictures", language)
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    figures = soup.select("figure.picture")
    assert [figure["id"] for figure in figures] == ["rates", "years", "parts", "outline"]
    for figure in figures:
        drawn = [text.text for text in figure.select("svg text[font-weight]")]
        assert drawn == [cell.text for cell in figure.select("tbody td")]
        for link in figure.select("tbody a"):
            target, _, anchor = str(link["href"]).partition("#")
            there = (page.parent / target).read_text(encoding="utf-8")
            assert not anchor or f'id="{anchor}"' in there
        saved = (page.parent / str(figure.select_one(".save a")["href"])).read_bytes()  # type: ignore[index]
        assert fromstring(saved).tag.endswith("svg")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_only_derived_numbers_have_hollow_bars_and_only_stated_ones_a_link(site: Path, language: str) -> None:
    soup = BeautifulSoup((site / page_of("pictures", language)).read_text(encoding="utf-8"), "html.parser")
    derived = table("pictures")[language]["before"].format(value="")
    for figure in soup.select("#years, #outline"):
        said = [cell.text for cell in figure.select("tbody td")]
        bars = [str(bar["class"]) for bar in figure.select("svg rect:not(.track)")]
        assert [derived.strip() in words for words in said] == ["about" in bar for bar in bars]
        links = [bool(cell.select("a")) for cell in figure.select("tbody td")]
        assert links == ["about" not in bar for bar in bars]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_contents_of_the_page_list_every_picture(site: Path, language: str) -> None:
    page = BeautifulSoup((site / page_of("pictures", language)).read_text(encoding="utf-8"), "lxml")
    listed = {
        str(link["href"])[1:]: link.get_text() for link in page.select(".md-nav--secondary a[href^='#']")
    }
    pictures = {str(one["id"]): one.select_one("h2") for one in page.select("figure.picture")}
    assert pictures
    assert {key: listed.get(key) for key in pictures} == {
        key: title and title.get_text() for key, title in pictures.items()
    }


def test_what_the_report_leaves_unsaid_is_said(site: Path) -> None:
    soup = BeautifulSoup((site / page_of("pictures", "zh")).read_text(encoding="utf-8"), "html.parser")
    rows = {row.th.text: row.td.text for row in soup.select("#parts tbody tr") if row.th and row.td}
    told = ("受理法律援助案件", "民事结案", "刑事结案", WORDS["rest"])
    assert [rows[name] for name in told] == ["2735件", "361件", "2139件", "235 件"]


def test_a_report_has_the_same_pictures_in_both_languages() -> None:
    """Which pictures there are is worked out once, before anything is made (``files/pictures.py``)."""
    made = [
        [picture.key for picture in pictures_of(ROOT / "docs", "lanshan-2020", language)]
        for language in LANGUAGES
    ]
    assert made[0] == made[1] == list(KEYS)
