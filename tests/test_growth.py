"""What a document repeats takes time in proportion, by what is made of it and not by the clock.

``python -m bench.growth`` measures the time of all constructs.
"""

import re
from pathlib import Path

import pytest

from bench.growth import PAGES, TEXTS
from converter.data.writer import report_file, written
from converter.errors import InputError
from converter.figures.observing import observe
from converter.limits import time_limit
from converter.model import Span
from converter.pipeline import reading
from converter.pipeline import report_of as structured
from converter.sources import source_of
from converter.structure.segment.meta import year_guessed
from converter.structure.segment.region import region_in
from converter.structure.segment.sentences import sentences
from converter.text.fold import fold
from tests.conftest import data_of, report_of

# A hundred times what any of them takes; what takes the square of its length takes hours.
PATIENCE = 60


@pytest.mark.parametrize("name", [*TEXTS, *PAGES])
def test_every_construct_is_converted(name: str) -> None:
    kind = "html" if name in PAGES else "txt"
    text = (TEXTS | PAGES)[name](6_000)
    with time_limit(PATIENCE, InputError("too_slow", path=name, minutes="1")):
        try:
            reading(structured(source_of(text.encode(), f"a.{kind}")))
        except InputError as error:
            assert error.key == "empty"  # an unfinished comment is no text


@pytest.mark.parametrize("name", ["figures in one sentence", "compared", "percent", "names before 分别"])
def test_the_data_of_a_sentence_full_of_figures_grow_as_it_does(name: str) -> None:
    sizes = [len(written(report_file(reading(report_of(TEXTS[name](size)))))) for size in (8_000, 16_000)]
    assert sizes[1] < 2.2 * sizes[0]


def test_a_long_quote_holds_its_figure_and_a_short_one_the_sentence() -> None:
    data = data_of(report_of(TEXTS["figures in one sentence"](6_000)))
    assert all(one["surface"] in one["quote"] and len(one["quote"]) <= 1_100 for one in data["observations"])
    short = data_of(report_of("一、工作\n新建学校12所，医院6所。\n"))
    assert {one["quote"] for one in short["observations"]} == {"新建学校12所，医院6所。"}


def test_equal_figures_are_numbered_in_order() -> None:
    found = observe(report_of("一、主要工作\n" + "新建学校12所。" * 300))
    assert [one.id for one in found] == ["c1-v12", *(f"c1-v12-{n}" for n in range(2, 301))]


def test_signs_that_end_a_sentence_stay_with_it() -> None:
    text = fold("甲？！”乙。。。丙（丁。）戊")
    found = [text[slice(*span)] for span in sentences(text, Span(0, len(text)))]
    assert found == ["甲?!”", "乙。。。", "丙(丁。)戊"]


@pytest.mark.parametrize("text", ["\n" * 200_000, "：" * 200_000, "。 " * 100_000, "一、" * 100_000])
def test_a_year_is_looked_for_once(text: str) -> None:
    with time_limit(PATIENCE, InputError("too_slow")):
        assert year_guessed(text.replace("：", ":"), None, None) is None


def test_a_row_of_places_can_be_divided_in_few_ways() -> None:
    with time_limit(PATIENCE, InputError("too_slow")):
        region_in("区" * 5_000 + "报告", None, None, "在" + "某某区" * 5_000)
        assert (
            region_in("山东省临沂市兰山区银雀山街道2020年报告", None, None, "")
            == "山东省临沂市兰山区银雀山街道"
        )


def test_every_construct_has_a_name_of_its_own() -> None:
    assert not TEXTS.keys() & PAGES.keys()
    assert (
        len(re.findall(r"lambda n", (Path(__file__).parents[1] / "bench/growth.py").read_text("utf-8"))) >= 80
    )
