"""Random edits of several pages in two languages meet random changes of the program, and answers to the conflicts."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from converter.build.keep import Side, carry_out, plan, settle

PAGES = ("zh/case/c1.md", "en/case/c1.md", "zh/case/figures.md")
EDIT = st.tuples(st.integers(0, 14), st.sampled_from(["insert", "replace", "delete"]))
EDITS = st.lists(EDIT, max_size=5)
LINE = st.sampled_from([*(f"| {n} | 数 |" for n in "甲乙丙丁"), *(f"第{n}段。" for n in "一二三四"), "", ""])
PAGE = st.tuples(st.lists(LINE, min_size=1, max_size=14), EDITS, EDITS, EDITS)
ANSWER = st.sampled_from(["person", "program"])


def edited(text: str, edits: Iterable[tuple[int, str]], who: str) -> str:
    """The text after random edits; each line that ``who`` wrote begins with ``who`` and is unique."""
    lines = text.removesuffix("\n").split("\n")
    for number, (at, what) in enumerate(edits):
        place = at % (len(lines) + 1)
        if what == "delete":
            del lines[place : place + 1]
        else:
            lines[place : place + (what == "replace")] = [f"{who}{number}"]
    return "\n".join(lines) + "\n"


def written(text: str) -> list[str]:
    """The lines in it that the person wrote."""
    return [line for line in text.split("\n") if line.startswith("人")]


def read(docs: Path) -> dict[str, str]:
    return {page: (docs / page).read_text(encoding="utf-8") for page in PAGES}


@given(st.tuples(PAGE, PAGE, PAGE), ANSWER)
@settings(max_examples=60, deadline=None)
@pytest.mark.slow
def test_no_edited_line_is_lost_and_an_untouched_page_follows(drawn: tuple[object, ...], side: Side) -> None:
    pages: dict[str, tuple[list[str], list, list, list]] = dict(zip(PAGES, drawn, strict=True))  # type: ignore
    with TemporaryDirectory() as folder:
        docs = Path(folder)
        first = {page: "\n".join(lines) + "\n" for page, (lines, *_) in pages.items()}
        carry_out(docs, plan(docs, first, None))
        clean = read(docs)
        for page, (_, person, _, _) in pages.items():
            (docs / page).write_text(edited(clean[page], person, "人"), encoding="utf-8")
        edits = read(docs)
        second = {page: edited(clean[page], change, "机") for page, (_, _, change, _) in pages.items()}
        third = {page: edited(second[page], change, "新") for page, (_, _, _, change) in pages.items()}
        event(f"edits of a person: {sum(len(person) for _, person, _, _ in pages.values())}")
        for program in (second, third):
            changes = plan(docs, program, None)
            carry_out(docs, changes)
            after = read(docs)
            for page in PAGES:
                assert in_order(written(edits[page]), after[page])
                if edits[page] == clean[page]:
                    assert after[page] == program[page].rstrip("\n") + "\n"
            carry_out(docs, plan(docs, program, None))
            assert read(docs) == after, "a second run with the same program changes nothing"
        check_answers(docs, third, side)


def check_answers(docs: Path, program: dict[str, str], side: Side) -> None:
    """After the answer to every conflict runs are silent, and only lines in conflict have changed."""
    before = read(docs)
    changes = plan(docs, program, None)
    carry_out(docs, [settle(change, side) for change in changes])
    after = read(docs)
    for change in changes:
        disputed = {line for one in change.conflicts for line in one.theirs.split("\n")}
        mine = written(before[change.path])
        kept = mine if side == "person" else [line for line in mine if line not in disputed]
        assert in_order(kept, after[change.path])
        if not change.conflicts:
            assert after[change.path] == before[change.path]
    assert [change.path for change in plan(docs, program, None) if change.conflicts] == []
    carry_out(docs, plan(docs, program, None))
    assert read(docs) == after


def in_order(lines: list[str], text: str) -> bool:
    remaining = iter(text.split("\n"))
    return all(line in remaining for line in lines)
