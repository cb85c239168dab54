"""Two languages in, differences out: ``tests/cases/gate.md``; a text in, its numbers out: ``gate-numbers.md``."""

import re
from pathlib import Path

import pytest

from converter.structure.segment.places import places
from converter.translation.numbers import Difference, Number, chinese_numbers, differences, english_numbers
from tests.casefile import cases

AGREEING = (
    (Path(__file__).parents[1] / "cases" / "gate-agreeing.txt").read_text(encoding="utf-8").split("\n\n")[1:]
)


def printed(found: Difference) -> str:
    zh, en = (number.surface if number else "-" for number in (found.zh, found.en))
    return f"{found.what} | {zh} | {en}\n"


@cases("gate")
def test_differences(given: str, expected: str) -> None:
    zh, en = given.splitlines()
    assert "".join(map(printed, differences(zh, en))) == expected


@pytest.mark.parametrize("pair", AGREEING)
def test_nothing_to_say(pair: str) -> None:
    zh, en = pair.splitlines()
    assert "".join(map(printed, differences(zh, en))) == ""


def row(number: Number) -> str:
    value = f"{number.value}" if number.upper is None else f"{number.value}-{number.upper}"
    return f"{number.surface} | {value} | {number.bound} | {number.kind}{' (optional)' * number.optional}\n"


@cases("gate-numbers")
def test_numbers(given: str, expected: str) -> None:
    read = chinese_numbers if re.search(r"[\u4e00-\u9fff]", given) else english_numbers
    assert "".join(map(row, read(given.strip()))) == expected


def test_a_place_is_no_number() -> None:
    """The numerals in the names of places (三台县) need no number in the English, whatever stands before them."""
    texts = [f"新增2个，{name}加快建设。" for name in places()]
    assert [text for text in texts if any(not number.optional for number in chinese_numbers(text)[1:])] == []
