"""Text in, outline out: ``tests/cases/outline.md``."""

from converter.cli.show import as_outline
from tests.casefile import cases
from tests.conftest import report_of


@cases("outline")
def test_outline(given: str, expected: str) -> None:
    assert "\n".join(as_outline(report_of(given))) + "\n" == expected


def test_a_text_that_a_page_holds_twice_is_read_once() -> None:
    """For a screen and for a telephone: short lines may repeat, a whole text may not."""
    paragraphs = [
        f"2022年，全区第{n}个方面坚持依法行政，" + "办结案件八十件，评查案卷六十卷，" * 20 + "成效明显。\n"
        for n in range(6)
    ]
    once = "一、工作情况\n" + "".join(paragraphs) + "二、工作计划\n再努力。\n"
    assert list(as_outline(report_of(once + once))) == list(as_outline(report_of(once)))
    flat, twice = once.replace("\n", ""), (once + once).replace("\n", "")
    assert list(as_outline(report_of(twice))) == list(as_outline(report_of(flat)))
    short = "一、工作情况\n有成绩。\n二、工作计划\n再努力。\n"
    assert len(report_of(short + short).dropped) == 0


def test_a_list_inside_one_of_many_paragraphs_is_no_division_of_its_chapter() -> None:
    filler = "全市各项事业稳步推进，" * 30 + "成效明显。\n"
    points = "要把握三条原则：一是坚持稳中求进，稳住就业。二是坚持改革创新，增强活力。三是坚持惠民利民，办好实事。\n"
    text = f"一、总体要求\n{filler}{points}{filler}二、重点任务\n（一）发展产业\n有目标。\n（二）改善民生\n有举措。\n"
    chapter = report_of(text).chapters[0]
    assert chapter.sections == ()
    assert len(chapter.paragraphs) == 3
    alone = report_of(text.replace(filler, "")).chapters[0]
    assert len(alone.sections) == 3


def test_a_list_is_inner_where_it_starts_its_line_and_where_lines_are_lost() -> None:
    filler = "全市各项事业稳步推进，" * 30 + "成效明显。\n"
    points = "一是坚持稳中求进，稳住就业。\n二是坚持改革创新，增强活力。\n三是坚持惠民利民，办好实事。\n"
    ends = "二、重点任务\n（一）发展产业\n有目标。\n（二）改善民生\n有举措。\n"

    def sections(listed: str) -> int:
        text = f"一、总体要求\n{filler}要把握三条原则：\n{listed}{filler}{ends}"
        return len(report_of(text).chapters[0].sections)

    assert sections(points) == 3
    assert sections(points.replace("。\n", "。", 2)) == 0
    assert sections(points.replace("是坚持", "是\n坚持")) == 0
    flat = f"一、总体要求\n{filler}要把握三条原则：\n{points}{filler}{ends}".replace("\n", "")
    assert len(report_of(flat).chapters[0].sections) == 0
    long = points.replace("，", "，各镇各部门各负其责" * 15 + "，")
    assert (
        len(report_of(flat.replace(points.replace("\n", ""), long.replace("\n", ""))).chapters[0].sections)
        == 3
    )


def test_a_list_inside_a_paragraph_takes_none_of_the_points_above_it() -> None:
    filler = "全市各项事业稳步推进，" * 30 + "成效明显。\n"
    text = (
        f"一、工作回顾\n——经济稳中有进。{filler}——民生持续改善。{filler}"
        f"一年来有两个亮点：一是港口通航，二是铁路开工。{filler}二、重点任务\n（一）发展产业\n有目标。\n（二）改善民生\n有举措。\n"
    )
    assert len(report_of(text).chapters[0].sections) == 2
