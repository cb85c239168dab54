"""Today's list tells whatever people changed, wherever they did it, and what is in it can be taken back."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from converter.build.rebuild import rebuild
from converter.cli import main
from converter.site.editing.elsewhere import catch_up
from converter.site.editing.journal import Noted, of_day
from converter.site.editing.work import work
from tests.editing.conftest import NAME, Desk
from tests.editing.test_work import ENGLISH, P1, conflicting, do, translation

C1 = f"docs/zh/{NAME}/c1.md"
CORRECT = ("correct", "figure", NAME, "1200件", "--name", "办结行政许可", "--why", "与原件核对")


def command(*words: str) -> None:
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.output


def today() -> list[Noted]:
    catch_up()
    return of_day(date.today())


def listed(desk: Desk) -> str:
    return desk.get({"PATH_INFO": "/_editing/"})[2].decode()


def take_back(desk: Desk, one: Noted) -> None:
    status, answer = desk.send("undo", desk.ask("", id=one.id))
    assert status == 200, answer


def everything() -> dict[str, str]:
    """All that is published, and the sidecar."""
    files = (file for folder in ("docs/zh", "docs/en", "docs/data") for file in Path(folder).rglob("*.*"))
    return {str(file): file.read_text(encoding="utf-8") for file in files}


def test_a_command_is_listed_and_taken_back(desk: Desk) -> None:
    catch_up()
    before = everything()
    command(*CORRECT)
    assert "更正数据“1200件”；指标名称：办结行政许可" in listed(desk)
    (one,) = today()
    assert (one.kind, one.elsewhere) == ("entry", True)
    take_back(desk, one)
    assert everything() == before
    assert today() == []


def test_what_a_command_took_back_is_put_in_again(desk: Desk) -> None:
    command(*CORRECT)
    with_it = everything()
    catch_up()
    command("undo", NAME)
    (one,) = today()
    assert one.kind == "removed"
    take_back(desk, one)
    assert everything() == with_it


@pytest.mark.usefixtures("desk")
def test_an_entry_of_today_is_listed_though_nobody_looked_before() -> None:
    command(*CORRECT)
    assert [one.kind for one in today()] == ["entry"]


@pytest.mark.parametrize("built", [False, True])
def test_a_page_changed_in_an_editor_is_listed_and_taken_back(desk: Desk, built: bool) -> None:
    catch_up()
    before = everything()
    page = Path(C1)
    page.write_text(desk.read(C1).replace("1200件", "1250件"), encoding="utf-8")
    if built:
        rebuild(desk.project)
    (one,) = today()
    assert (one.kind, one.path) == ("page", C1.removeprefix("docs/"))
    assert "1250件" in one.about
    take_back(desk, one)
    assert everything() == before


def test_a_page_taken_away_is_listed_and_brought_back(desk: Desk) -> None:
    catch_up()
    before = everything()
    Path(C1).unlink()
    rebuild(desk.project)
    (one,) = today()
    take_back(desk, one)
    assert everything() == before


def test_facts_written_into_the_sidecar_are_listed_and_taken_back(desk: Desk) -> None:
    catch_up()
    before = everything()
    Path(f"seeds/{NAME}.toml").write_text(
        '[issuer]\nvalue = "清河县司法局"\nsource = "原件落款"\n', encoding="utf-8"
    )
    rebuild(desk.project)
    assert everything() != before
    (one,) = today()
    assert one.kind == "sidecar"
    assert "发布机关：清河县司法局" in listed(desk)
    take_back(desk, one)
    assert everything() == before


def test_what_the_program_changes_is_nobodys_act(desk: Desk) -> None:
    desk.save("block", {"text": "执法人员不足。"}, page="c2", id="c2-p1")
    seed = desk.project / f"seeds/{NAME}.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("300家次", "310家次"), encoding="utf-8")
    rebuild(desk.project)
    assert "310家次" in desk.read(C1)
    assert [one.elsewhere for one in today()] == [False]


def test_what_was_done_in_the_preview_is_listed_once(desk: Desk) -> None:
    catch_up()
    desk.save("block", {"text": "执法人员不足。"}, page="c2", id="c2-p1")
    desk.save("facts", {"issuer": "清河县司法局", "why": "原件落款"})
    desk.save("block", {"text": ENGLISH}, **P1)
    assert [one.kind for one in today()] == ["page", "entry", "page"]
    for one in today():
        take_back(desk, one)
    assert today() == []


@pytest.mark.parametrize("side", ["person", "program"])
def test_a_settled_conflict_is_listed_and_stands_again(desk: Desk, side: str) -> None:
    conflicting(desk)
    catch_up()
    (item,) = work("zh").conflicts
    page = desk.read(f"docs/zh/{NAME}/c2.md")
    assert do(desk, dict(item.choices)[side])[0] == 200
    one = today()[0]
    assert one.kind == "settled"
    take_back(desk, one)
    assert desk.read(f"docs/zh/{NAME}/c2.md") == page
    assert [again.guess for again in work("zh").conflicts] == [item.guess]


def stale(desk: Desk) -> None:
    desk.save("block", {"text": ENGLISH}, **P1)
    text = "全年共办理行政许可事项1200件，取消证明事项56项，群众满意率为98%。"
    desk.save("block", {"text": text}, page="c1", id="c1-s1-p1")
    assert translation("c1", "c1-s1-p1") == "stale"


def test_a_reviewed_translation_is_listed_and_stale_again(desk: Desk) -> None:
    stale(desk)
    (item,) = (one for one in work("zh").translations if one.key == f"{NAME}/c1#c1-s1-p1")
    assert do(desk, item.accept)[0] == 200
    one = today()[0]
    assert (one.kind, one.about) == ("review", ENGLISH)
    take_back(desk, one)
    assert translation("c1", "c1-s1-p1") == "stale"
    assert ENGLISH in desk.read(f"docs/en/{NAME}/c1.md")


def test_a_translation_reviewed_by_a_command_is_listed(desk: Desk) -> None:
    stale(desk)
    catch_up()
    command("translate", "--reviewed", f"docs/en/{NAME}/c1.md#c1-s1-p1")
    one = today()[0]
    assert (one.kind, one.elsewhere) == ("review", True)
    take_back(desk, one)
    assert translation("c1", "c1-s1-p1") == "stale"


def test_a_review_is_not_taken_back_from_english_that_changed_since(desk: Desk) -> None:
    stale(desk)
    (item,) = (one for one in work("zh").translations if one.key == f"{NAME}/c1#c1-s1-p1")
    do(desk, item.accept)
    one = today()[0]
    desk.save("block", {"text": ENGLISH.replace("1,200", "all 1,200")}, **P1)
    assert desk.send("undo", desk.ask("", id=one.id))[0] == 400


def test_journal_of_an_older_program_is_read(desk: Desk) -> None:
    """A line that has less, or what nobody knows any more, is no reason to show nothing."""
    desk.save("block", {"text": "执法人员不足。"}, page="c2", id="c2-p1")
    file = Path(".cache/gongkai/changes.jsonl")
    file.write_text('{"other": 1}\nnonsense\n' + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert [one.kind for one in today()] == ["page"]
