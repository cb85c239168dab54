"""What the program takes back while a conflict stands open leaves the page as the person had it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from converter.build.keep import carry_out, plan
from converter.build.keep.advanced import advanced

PAGE = "zh/case/c1.md"
LINES = st.lists(st.sampled_from(["", "甲", "乙", "丙", "## 丁", "| 戊 | 1 |"]), min_size=1, max_size=12)


def text(lines: list[str]) -> str:
    return "\n".join(["# 页", *lines, "末"]) + "\n"


@settings(max_examples=60, deadline=None)
@given(LINES, LINES, LINES, st.integers(1, 3))
def test_a_page_in_conflict_is_as_it_was(
    base: list[str], person: list[str], program: list[str], builds: int
) -> None:
    with TemporaryDirectory() as folder:
        docs, page = Path(folder), Path(folder, PAGE)

        def build(lines: list[str]) -> str:
            (change,) = plan(docs, {PAGE: text(lines)}, "zh/case")
            carry_out(docs, [change])
            return change.action

        # What both came to say is the program's from then on, as on a page without conflicts.
        assume(next(advanced(text(person), text(base), text(program))).former == text(person))
        build(base)
        page.write_text(text(person), encoding="utf-8")
        build(base)
        actions = [build(program) for _ in range(builds)]
        event(actions[0])
        if "conflict" in actions:
            assert set(actions) == {"conflict"}
            build(base)
            assert page.read_text(encoding="utf-8") == text(person)
