"""A paragraph keeps its address, whatever people do to the page around it and to its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.site.markdown.paragraphs import addresses

TOLD = {"c1-p1": "召开会议三次。", "c1-p2": "办结案件五起。", "c1-p3": "培训干部七名。"}
FIRST, SECOND, THIRD = TOLD.values()


@pytest.mark.parametrize(
    ("said", "ids"),
    [
        ([FIRST, SECOND, THIRD], [1, 2, 3]),
        (["新写一段。", FIRST, SECOND, THIRD], [4, 1, 2, 3]),
        ([FIRST, "办结案件五起,均已执行。", THIRD], [1, 2, 3]),
        ([FIRST, "新写一段。", "办结案件五起,均已执行。", THIRD], [1, 4, 2, 3]),
        ([FIRST, "办结案件五起,均已执行。", "新写一段。", THIRD], [1, 2, 4, 3]),
        ([THIRD], [3]),
        ([FIRST, THIRD], [1, 3]),
        ([FIRST, SECOND, THIRD, "又一段。", "再一段。"], [1, 2, 3, 4, 5]),
        ([], []),
    ],
)
def test_each_paragraph_keeps_its_own(said: list[str], ids: list[int]) -> None:
    assert addresses("c1", said, TOLD, ()) == [f"c1-p{number}" for number in ids]


def test_where_nothing_is_known_paragraphs_are_counted() -> None:
    assert addresses("c2", ["甲", "乙"], {}, ["c2-p2", "c1-p1"]) == ["c2-p1", "c2-p3"]


TEXTS = st.lists(st.text("甲乙丙丁", max_size=3), max_size=6)


@given(TEXTS, TEXTS)
def test_no_two_paragraphs_share_an_address(told: list[str], said: list[str]) -> None:
    known = {f"c1-p{number}": text for number, text in enumerate(told, 1)}
    found = addresses("c1", said, known, ())
    assert len(found) == len(said) == len(set(found))


@given(TEXTS)
def test_an_unedited_page_has_the_addresses_of_the_report(told: list[str]) -> None:
    known = {f"c1-p{number}": text for number, text in enumerate(told, 1)}
    assert addresses("c1", told, known, ()) == [*known]
