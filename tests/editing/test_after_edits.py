"""What stands in a page only since somebody edited it, or further on than it came, is corrected and answered like all else."""

import pytest

from converter.site.editing.work import work
from tests.editing.conftest import Desk
from tests.editing.test_saving import entries, figure_id, figures
from tests.editing.test_work import do

BLOCK = {"page": "c1", "id": "c1-s1-p1"}
P1 = "全年办理行政许可事项1200件，取消证明事项56项，群众满意率为98%。"


def edit(desk: Desk, was: str, now: str) -> None:
    assert was in P1
    status, answer = desk.save("block", {"text": P1.replace(was, now)}, **BLOCK)
    assert status == 200, answer


@pytest.mark.parametrize("now", ["全年共计办理", "办理"])
def test_doubts_are_answered_behind_words_that_were_edited(desk: Desk, now: str) -> None:
    edit(desk, "全年办理", now)
    doubts = [one for one in work("zh").doubts if one.accept]
    assert doubts
    for one in doubts:
        status, answer = do(desk, one.accept, why="已核对")
        assert status == 200, (one, answer)
    assert work("zh").doubts == []


def test_a_figure_that_an_edit_brought_is_corrected(desk: Desk) -> None:
    edit(desk, "1200件", "1300件")
    status, answer = desk.save(
        "figure", {"name": "办结行政许可", "why": "与原件核对"}, id=figure_id(desk, "1300件")
    )
    assert status == 200, answer
    assert figures(desk)["1300件"] == "办结行政许可"
    assert [entry["figure"] for entry in entries(desk)] == ["1300件"]


def test_a_note_that_an_edit_brought_is_answered(desk: Desk) -> None:
    edit(desk, "1200件", "1200件，其中线上办理1300件")
    (note,) = [one for one in work("zh").doubts if "1300件" in one.quote]
    status, answer = do(desk, note.accept, why="已核对")
    assert status == 200, answer
    assert note.key not in {one.key for one in work("zh").doubts}
