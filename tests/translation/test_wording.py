"""Slips of form: ``tests/cases/wording.md``."""

from converter.translation.wording import explain, slips
from tests.casefile import cases


@cases("wording")
def test_slips(given: str, expected: str) -> None:
    zh, en = given.splitlines()
    found = slips(zh, en)
    assert "".join(f"{slip.kind} | {slip.words}".rstrip() + "\n" for slip in found) == expected
    assert all(slip.words in explain(slip, "zh") and slip.words in explain(slip, "en") for slip in found)
