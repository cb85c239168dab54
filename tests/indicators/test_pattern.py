"""The language of the entries."""

import pytest

from converter.errors import SlipError
from converter.indicators.pattern import parse, weight, weight_around, words_of

NEUTRAL = words_of(["全区", "各类"])


def found(line: str, name: str, around: str = "") -> int:
    pattern = parse(line)
    own, before = weight(pattern, name, NEUTRAL), weight_around(pattern, lambda: around)
    return own + before if own and before is not None else 0


@pytest.mark.parametrize(
    ("line", "name", "around", "expected"),
    [
        ("受理 复议", "受理复议", "", 4),
        ("受理 复议", "复议受理", "", 4),
        ("受理 复议", "全区受理各类复议", "", 4),
        ("受理 复议", "受理", "", 0),
        ("受理 复议", "受理税务复议", "", 0),
        ("受理 复议 ?税务", "受理税务复议", "", 4),
        ("受理/收到 复议/行政复议", "收到行政复议", "", 6),
        ("受理 !不受理", "不受理", "", 0),
        ("审查 合同 @顾问", "审查合同", "法律顾问列席会议,", 6),
        ("审查 合同 @顾问", "审查合同", "", 0),
        ("审查 合同 !@顾问", "审查合同", "法律顾问列席会议,", 0),
        ("执法监督员 ?行政执法 ?行政", "行政执法监督员", "", 5),
        ("处罚 环境 ?生态环境", "生态环境处罚", "", 4),
        ("外贸/进出口 ?外贸进出口", "外贸进出口", "", 3),
        ("进出口 ?外贸进 ?外贸", "外贸进出口", "", 3),
        ("受理 案件", "受理案件（民事）", "", 0),
        ("受理 案件 民事", "受理案件（民事）", "", 6),
    ],
)
def test_what_a_pattern_finds(line: str, name: str, around: str, expected: int) -> None:
    assert found(line, name, around) == expected


@pytest.mark.parametrize("line", ["案", "?案件 !受理", ""])
def test_a_pattern_needs_a_word_to_be_looked_up_by(line: str) -> None:
    with pytest.raises(SlipError) as slip:
        parse(line)
    assert "two characters" in slip.value.details["why"]
