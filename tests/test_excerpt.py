"""What a conflict shows of two long paragraphs."""

import pytest
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


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("办结 3件。", "办结3件。", ("办结␣3件。", "办结3件。")),
        ("办结　3件。", "办结 3件。", ("办结⟨U+3000⟩3件。", "办结␣3件。")),
        ("办\u200b结", "办结", ("办⟨U+200B⟩结", "办结")),
        ("caf\u00e9", "cafe\u0301", ("caf⟨U+00E9⟩", "cafe⟨U+0301⟩")),
        ("一\n二", "一二", ("一↵二", "一二")),
        (
            f"{LONG} {LONG}",
            f"{LONG}{LONG}",
            ("…第29件事已经办结，␣第0件事已经办结，第…", "…第29件事已经办结，第0件事已经办结，第…"),
        ),
    ],
)
def test_what_cannot_be_seen_is_written_out(one: str, other: str, shown: tuple[str, str]) -> None:
    mine, theirs = excerpts(one, other)
    assert (mine, theirs) == shown


TEXT = st.text(st.sampled_from("甲乙丙丁，。… 　\n"), max_size=200)


@given(TEXT, TEXT, TEXT, TEXT)
@example("", LONG, "", "")
def test_different_texts_are_never_shown_alike(start: str, one: str, other: str, end: str) -> None:
    mine, theirs = excerpts(start + one + end, start + other + end)
    assert (mine == theirs) == (one == other)
