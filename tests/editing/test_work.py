"""What there is to do is listed, the gravest first, and done from the list."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from converter.build.rebuild import rebuild
from converter.layout import DOCS
from converter.site.content.counterpart import memory_of
from converter.site.editing.codes import codes_like
from converter.site.editing.item import Item
from converter.site.editing.journal import of_day
from converter.site.editing.render import words
from converter.site.editing.work import work
from converter.sources.sidecar import KEYS
from converter.translation.memory import state_of
from tests.editing.conftest import NAME, Desk


def do(desk: Desk, ask: Any, **said: str) -> tuple[int, dict[str, Any]]:
    return desk.send("save", {**ask, "said": said})


def open_doubts() -> list[Item]:
    return list(work("zh").doubts)


def test_what_is_accepted_is_answered_and_counted(desk: Desk) -> None:
    before = work("zh")
    assert before.doubts
    first = before.doubts[0]
    assert do(desk, first.accept, why="已核对，无误")[0] == 200
    after = work("zh")
    assert [one.key for one in after.doubts] == [one.key for one in before.doubts[1:]]
    assert after.done == before.done + 1


def test_every_doubt_can_be_settled_from_the_list(desk: Desk) -> None:
    for _ in range(40):
        if not (left := open_doubts()):
            break
        status, answer = do(desk, left[0].accept, why="已核对，无误")
        assert status == 200, answer
    assert open_doubts() == []


def test_an_answer_given_twice_is_not_taken_twice(desk: Desk) -> None:
    first = open_doubts()[0]
    assert do(desk, first.accept, why="已核对，无误")[0] == 200
    assert do(desk, first.accept, why="已核对，无误")[0] == 400


def test_a_doubt_leads_to_the_form_that_settles_it(desk: Desk) -> None:
    for one in open_doubts():
        if one.ask:
            assert desk.send("form", one.ask)[0] == 200, one


def translation(page: str, key: str) -> str:
    return next(state_of(one) for one in memory_of(DOCS, NAME).units if (one.page, one.key) == (page, key))


ENGLISH = "1,200 administrative licensing items were handled during the year, 56 certification items were canceled, and the public satisfaction rate was 98 percent."
P1 = {"page": "c1", "id": "c1-s1-p1", "edition": "en"}


def test_a_paragraph_is_translated_and_leaves_the_list(desk: Desk) -> None:
    before = {one.key for one in work("zh").translations}
    assert f"{NAME}/c1#c1-s1-p1" in before
    assert desk.save("block", {"text": ENGLISH}, **P1)[0] == 200
    assert translation("c1", "c1-s1-p1") == "reviewed"
    assert f"{NAME}/c1#c1-s1-p1" not in {one.key for one in work("zh").translations}
    assert ENGLISH in desk.read(f"docs/en/{NAME}/c1.md")


def test_english_is_not_emptied(desk: Desk) -> None:
    desk.save("block", {"text": ENGLISH}, **P1)
    assert desk.save("block", {"text": " "}, **P1)[0] == 400
    assert ENGLISH in desk.read(f"docs/en/{NAME}/c1.md")


def test_a_stale_translation_is_found_true(desk: Desk) -> None:
    desk.save("block", {"text": ENGLISH}, **P1)
    text = "全年共办理行政许可事项1200件，取消证明事项56项，群众满意率为98%。"
    desk.save("block", {"text": text}, page="c1", id="c1-s1-p1")
    assert translation("c1", "c1-s1-p1") == "stale"
    (item,) = (one for one in work("zh").translations if one.key == f"{NAME}/c1#c1-s1-p1")
    assert item.said == "stale"
    assert do(desk, item.accept)[0] == 200
    assert translation("c1", "c1-s1-p1") == "reviewed"


def test_the_checks_speak_while_one_types(desk: Desk) -> None:
    wrong = ENGLISH.replace("1,200", "1,300").replace("administrative licensing", "approval")
    ask = desk.ask("block", **P1)
    _, told = desk.send("check", {**ask, "language": "en", "said": {"text": wrong}})
    assert any("1200" in one or "1,200" in one for one in told["verdicts"])
    assert any("行政许可" in one for one in told["verdicts"])
    assert desk.send("check", {**ask, "said": {"text": ENGLISH}})[1]["verdicts"] == []


def test_who_translates_sees_chinese_and_terms(desk: Desk) -> None:
    html = desk.form("block", **P1)["html"]
    assert "全年办理行政许可事项1200件" in html
    assert "行政许可 — administrative licensing" in html


def conflicting(desk: Desk) -> None:
    """Somebody changed a paragraph, and the raw report now has another in its place."""
    page = desk.project / f"docs/zh/{NAME}/c2.md"
    page.write_text(
        page.read_text(encoding="utf-8").replace("执法力量不足。", "执法人员不足。"), encoding="utf-8"
    )
    rebuild(desk.project)
    seed = desk.project / f"seeds/{NAME}.txt"
    seed.write_text(
        seed.read_text(encoding="utf-8").replace("执法力量不足。", "执法力量薄弱。"), encoding="utf-8"
    )
    rebuild(desk.project)


@pytest.mark.parametrize(("side", "stands"), [("person", "执法人员不足。"), ("program", "执法力量薄弱。")])
def test_a_conflict_is_settled_for_one_side(desk: Desk, side: str, stands: str) -> None:
    conflicting(desk)
    (item,) = work("zh").conflicts
    assert {value for _, value in item.guess} == {"执法人员不足。", "执法力量薄弱。"}
    status, answer = do(desk, dict(item.choices)[side])
    assert status == 200, answer
    assert work("zh").conflicts == []
    assert stands in desk.read(f"docs/zh/{NAME}/c2.md")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_shows_it_and_holds_nothing_of_a_report_as_mark_up(desk: Desk, language: str) -> None:
    seed = desk.project / f"seeds/{NAME}.txt"
    text = seed.read_text(encoding="utf-8").replace(
        "执法力量不足。", "执法<script>attacked(1)</script>力量12件不足。"
    )
    seed.write_text(text, encoding="utf-8")
    rebuild(desk.project)
    status, headers, body = desk.get({"PATH_INFO": "/_editing/", "QUERY_STRING": f"lang={language}"})
    page = body.decode()
    assert status == 200
    assert page.count('class="gk-item"') == sum(map(len, (open_doubts(), work("zh").translations[:60])))
    assert "<script>attacked" not in page
    assert "script-src 'self';" in headers["Content-Security-Policy"]
    assert re.findall(r"<script(?! id=\"gongkai-editing\" type=\"application/json\"| src=)", page) == []
    told = re.search(r'<script id="gongkai-editing"[^>]*>(.*?)</script>', page, re.S)
    assert told
    assert json.loads(told[1])["language"] == language


def test_today_lists_what_was_changed(desk: Desk) -> None:
    desk.save("block", {"text": "执法人员不足。"}, page="c2", id="c2-p1")
    body = desk.get({"PATH_INFO": "/_editing/"})[2].decode()
    assert "执法人员不足。" in body
    assert "data-undo=" in body


@pytest.mark.parametrize(
    ("words", "code"),
    [("行政复议", "FG.6.3-01"), ("FG.6.3-01", "FG.6.3-01"), ("reconsideration", "FG.6.3-01")],
)
def test_codes_are_found_by_what_one_calls_them(words: str, code: str) -> None:
    found = codes_like(words, "zh")
    assert any(one.startswith(code.rpartition("-")[0]) for one, _ in found), found


def test_nothing_typed_finds_no_code() -> None:
    assert codes_like("  ", "zh") == []


def test_a_release_says_what_stands_in_the_way(desk: Desk) -> None:
    page = desk.project / f"docs/zh/{NAME}/c2.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nTODO 待补\n", encoding="utf-8")
    _, told = desk.send("publish", desk.ask(""))
    assert told["done"] is False
    assert told["lines"]
    assert not Path("gongkai-site.zip").exists()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_fact_that_can_be_said_has_a_label(language: str) -> None:
    assert set(KEYS) - set(words(language)["field"]) == set()


def test_english_made_by_rule_is_found_right_with_one_press(desk: Desk) -> None:
    """A heading that all reports have stands in English by itself; who reads it says so, and can take it back."""
    first = next(one for one in work("zh").translations if one.said == "by_rule")
    page, _, key = first.key.partition("/")[2].partition("#")
    english = dict(first.guess)["english"]
    assert english in desk.read(f"docs/en/{NAME}/{page}.md")
    assert do(desk, first.accept)[0] == 200
    assert translation(page, key) == "reviewed"
    assert first.key not in {one.key for one in work("zh").translations}
    (change,) = of_day(date.today())
    status, answer = desk.send("undo", desk.ask("", id=change.id))
    assert status == 200, answer
    assert first in work("zh").translations
