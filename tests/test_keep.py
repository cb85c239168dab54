"""Nothing a person wrote is ever lost; what nobody touched always follows the program."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.build.keep import carry_out, plan
from converter.errors import InputError
from converter.layout import BASE

PAGE = "zh/case/c1.md"
FIRST = "# 一、标题\n\n第一段。\n\n第二段。\n\n第三段。\n"


def build(docs: Path, text: str) -> list[str]:
    """Build one page; return what was done, and the conflicts' texts."""
    changes = plan(docs, {PAGE: text}, "zh/case")
    carry_out(docs, changes)
    return [change.action for change in changes]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    assert build(tmp_path, FIRST) == ["written"]
    return tmp_path


def test_a_second_build_changes_nothing(docs: Path) -> None:
    assert build(docs, FIRST) == ["same"]


def test_an_untouched_page_follows_the_program(docs: Path) -> None:
    assert build(docs, FIRST.replace("第二段", "第二节")) == ["updated"]
    assert "第二节" in (docs / PAGE).read_text(encoding="utf-8")


def test_an_edit_stays(docs: Path) -> None:
    (docs / PAGE).write_text(FIRST.replace("第一段", "改过的段"), encoding="utf-8")
    assert build(docs, FIRST) == ["kept"]
    assert "改过的段" in (docs / PAGE).read_text(encoding="utf-8")


def test_both_changed_different_paragraphs(docs: Path) -> None:
    (docs / PAGE).write_text(FIRST.replace("第一段", "改过的段"), encoding="utf-8")
    assert build(docs, FIRST.replace("第三段", "新三段")) == ["merged"]
    text = (docs / PAGE).read_text(encoding="utf-8")
    assert "改过的段" in text
    assert "新三段" in text


def test_both_changed_the_same_paragraph_the_persons_text_stays_and_is_named(docs: Path) -> None:
    (docs / PAGE).write_text(FIRST.replace("第二段", "人写的"), encoding="utf-8")
    program = FIRST.replace("第二段", "机写的")
    for _ in range(2):  # said again until a person settles it
        (change,) = plan(docs, {PAGE: program}, "zh/case")
        carry_out(docs, [change])
        assert change.action == "conflict"
        assert [(c.line, c.theirs, c.ours) for c in change.conflicts] == [(5, "人写的。", "机写的。")]
        assert "人写的" in (docs / PAGE).read_text(encoding="utf-8")
    (docs / PAGE).write_text(program, encoding="utf-8")
    assert build(docs, program) == ["same"]
    assert build(docs, FIRST) == ["updated"]


def test_a_deleted_page_stays_deleted(docs: Path) -> None:
    (docs / PAGE).unlink()
    assert build(docs, FIRST.replace("第二段", "第二节")) == ["deleted"]
    assert not (docs / PAGE).exists()


def test_a_page_somebody_else_put_there_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / PAGE).parent.mkdir(parents=True)
    (tmp_path / PAGE).write_text("# 别人的页\n", encoding="utf-8")
    build(tmp_path, FIRST)
    assert "别人的页" in (tmp_path / PAGE).read_text(encoding="utf-8")


def test_a_page_the_report_no_longer_has(docs: Path) -> None:
    carry_out(docs, plan(docs, {}, "zh/case"))
    assert not (docs / PAGE).exists()
    assert not (docs / BASE / PAGE).exists()


def test_an_edited_page_the_report_no_longer_has_stays(docs: Path) -> None:
    (docs / PAGE).write_text(FIRST + "补充。\n", encoding="utf-8")
    (change,) = plan(docs, {}, "zh/case")
    carry_out(docs, [change])
    assert change.action == "retired_kept"
    assert "补充" in (docs / PAGE).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "habit",
    [
        lambda t: t.replace("\n", "\r\n"),
        lambda t: "\ufeff" + t,
        lambda t: t.replace("。\n", "。  \n"),
        lambda t: t.rstrip("\n"),
    ],
    ids=["CRLF", "BOM", "trailing blanks", "no last line feed"],
)
def test_editors_habits_are_no_edits(docs: Path, habit) -> None:  # type: ignore[no-untyped-def]
    (docs / PAGE).write_bytes(habit(FIRST).encode("utf-8"))
    assert build(docs, FIRST) == ["same"]
    assert build(docs, FIRST.replace("第二段", "第二节")) == ["updated"]


def test_a_page_that_looks_like_a_conflict_is_merged_as_text(docs: Path) -> None:
    odd = FIRST.replace("第一段。", "<<<<<<< 我\n=======\n>>>>>>> 你")
    (docs / PAGE).write_text(odd, encoding="utf-8")
    assert build(docs, FIRST.replace("第三段", "新三段")) == ["merged"]
    assert (docs / PAGE).read_text(encoding="utf-8") == odd.replace("第三段", "新三段")


def test_without_git_the_page_is_untouched_and_the_reason_given(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (docs / PAGE).write_text(FIRST.replace("第一段", "改过的段"), encoding="utf-8")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(InputError, match="no_git"):
        build(docs, FIRST.replace("第三段", "新三段"))
    assert "改过的段" in (docs / PAGE).read_text(encoding="utf-8")


LINES = st.lists(st.sampled_from([f"第{n}段。" for n in "一二三四五六七八"] + [""]), min_size=1, max_size=12)
TYPED = st.lists(
    st.tuples(st.integers(0, 12), st.sampled_from(["insert", "replace", "delete"]), st.integers(0, 999)),
    max_size=4,
)


def edited(lines: list[str], edits: list[tuple[int, str, int]], who: str) -> tuple[list[str], list[str]]:
    """Apply random edits; return the lines and those written by ``who``, each of which is unique."""
    result = list(lines)
    for at, what, number in edits:
        place = at % (len(result) + 1)
        if what != "delete":
            result[place : place + (what == "replace")] = [f"{who}{number}"]
        else:
            del result[place : place + 1]
    return result, [line for line in result if line.startswith(who)]


@given(LINES, TYPED, TYPED)
@settings(max_examples=150, deadline=None)
def test_no_edited_line_is_ever_lost(
    lines: list[str], person: list[tuple[int, str, int]], program: list[tuple[int, str, int]]
) -> None:
    with TemporaryDirectory() as folder:
        docs = Path(folder)
        build(docs, "\n".join(lines))
        mine, written = edited(lines, person, "人")
        theirs, _ = edited(lines, program, "机")
        (docs / PAGE).write_text("\n".join(mine), encoding="utf-8")
        build(docs, "\n".join(theirs))
        after = (docs / PAGE).read_text(encoding="utf-8").splitlines()
        remaining = iter(after)
        assert all(line in remaining for line in written), "an edited line was lost or moved"
        build(docs, "\n".join(theirs))
        assert (docs / PAGE).read_text(encoding="utf-8").splitlines() == after
