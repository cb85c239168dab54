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
