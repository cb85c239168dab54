"""Two languages in, differences out: ``tests/cases/gate.md``."""

from converter.gate import Difference, differences
from tests.casefile import cases


def printed(found: Difference) -> str:
    zh, en = (number.surface if number else "-" for number in (found.zh, found.en))
    return f"{found.what} | {zh} | {en}\n"


@cases("gate")
def test_differences(given: str, expected: str) -> None:
    zh, en = given.splitlines()
    assert "".join(map(printed, differences(zh, en))) == expected
