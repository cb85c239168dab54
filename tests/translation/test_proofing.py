"""What a translator should look at."""

import pytest

from converter.translation.memory import Memory, Unit
from converter.translation.proofing import doubts

ZH = "比去年增长5%。"


@pytest.mark.parametrize(("year", "count"), [(2020, 1), (None, 0)])
def test_last_year_is_the_year_before_the_report_s(year: int | None, count: int) -> None:
    wrong = Memory((Unit("c1", "c1-p1", ZH, "Up 5 percent from 1987.", ZH),))
    right = Memory((Unit("c1", "c1-p1", ZH, "Up 5 percent from 2019.", ZH),))
    assert len(list(doubts(wrong, year))) == count
    assert list(doubts(right, year)) == []


def test_a_table_is_compared_cell_by_cell_and_the_words_of_forms_are_right() -> None:
    zh = "| 单位 | 罚款 | 行政许可 |\n| --- | --- | --- |\n| 一、柳镇 | 3 | 0 |"
    right = zh.replace("单位", "Body").replace("罚款", "Fine").replace("行政许可", "Administrative licensing")
    right = right.replace("一、柳镇", "I. Liu Town")
    assert list(doubts(Memory((Unit("c1", "c1-t1", zh, right, zh),)))) == []
    turned = right.replace("| 3 | 0 |", "| 0 | 3 |")
    assert len(list(doubts(Memory((Unit("c1", "c1-t1", zh, turned, zh),))))) == 2
