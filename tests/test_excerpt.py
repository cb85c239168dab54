"""What a conflict shows of two long paragraphs."""

from hypothesis import example, given
from hypothesis import strategies as st

from converter.cli.excerpt import excerpts

LONG = "".join(f"第{n}件事已经办结，" for n in range(30))


def test_only_the_surroundings_of_each_difference_are_shown() -> None:
    one = f"{LONG}注册用户达六十六万户。{LONG}推进兰山区建设。{LONG}"
    other = f"{LONG}注册用户达67万户。{LONG}推进东山区建设。{LONG}"
    mine, theirs = excerpts(one, other)
    assert "注册用户达六十六万户。" in mine
    assert "注册用户达67万户。" in theirs
    assert "推进兰山区建设。" in mine
    assert "推进东山区建设。" in theirs
    assert mine.startswith("…")
    assert mine.endswith("…")
    assert len(mine) + len(theirs) < 150


def test_short_ones_are_shown_whole() -> None:
    assert excerpts("注册用户达66万户。", "注册用户达67万户。") == (
        "注册用户达66万户。",
        "注册用户达67万户。",
    )


TEXT = st.text(st.sampled_from("甲乙丙丁，。…"), max_size=200)


@given(TEXT, TEXT, TEXT, TEXT)
@example("", LONG, "", "")
def test_different_texts_are_never_shown_alike(start: str, one: str, other: str, end: str) -> None:
    mine, theirs = excerpts(start + one + end, start + other + end)
    assert (mine == theirs) == (one == other)
