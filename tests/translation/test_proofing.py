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
