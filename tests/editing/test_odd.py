"""What is absurd is refused in plain words, what is odd is asked about once, and what is so already is said to be."""

import re
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import force_setattr

from converter.build.rebuild import rebuild
from converter.site.editing import app
from converter.site.editing.blocked import Line, in_the_way
from converter.site.editing.forms import EditingError
from converter.site.editing.telling import changed_words
from converter.site.editing.values import shown_value, value_of
from converter.site.editing.work import without_ids, work
from tests.editing.conftest import NAME, Desk
from tests.editing.test_saving import BLOCK, CHANGED, FORM, figure_id, with_form

ODD = [
    ("region_code", "12", "六位数字"),
    ("region_code", "37130２x", "六位数字"),
    ("original", "javascript:alert(1)", "https://"),
    ("original", "www.example.gov.cn", "https://"),
    ("report_year", "今年", "2023"),
    ("published", "2024-02-30", "2024年3月28日"),
    ("key_figures", "FG.0.0-99", "指标代码"),
    ("title", "长" * 301, "最多 300 个字"),
]


@pytest.mark.parametrize(("fact", "typed", "told"), ODD)
def test_an_absurd_fact_is_refused_with_its_right_form(desk: Desk, fact: str, typed: str, told: str) -> None:
    status, answer = desk.save("facts", {fact: typed, "why": "原件"})
    assert status == 400
    assert told in answer["message"]
    # In words: what a field is called on the form, not in a file.
    assert fact not in answer["message"]
    assert not Path(f"seeds/{NAME}.toml").exists()


@pytest.mark.parametrize(
    ("fact", "typed"),
    [("region_code", "371302"), ("original", "https://www.example.gov.cn/a"), ("key_figures", "FG.6.3-02")],
)
def test_a_fact_as_it_should_be_is_taken(desk: Desk, fact: str, typed: str) -> None:
    status, answer = desk.save("facts", {fact: typed, "why": "原件"})
    assert status == 200, answer


def test_a_heading_is_not_emptied(desk: Desk) -> None:
    before = desk.read(f"docs/zh/{NAME}/c1.md")
    status, answer = desk.save("block", {"text": " "}, page="c1", id="c1-s2")
    assert status == 400
    assert "不是标题" in answer["message"]
    assert desk.read(f"docs/zh/{NAME}/c1.md") == before


def asked(desk: Desk, what: str, said: dict[str, str], **more: str) -> dict[str, Any]:
    """The question that comes back; said again, it is done."""
    status, answer = desk.save(what, said, **more)
    assert status == 400
    assert desk.save(what, said, **more, sure=answer["sure"])[0] == 200
    return answer


def test_letters_where_a_number_stood_are_asked_about(desk: Desk) -> None:
    with_form(desk)
    answer = asked(desk, "row", {"cell1": "十几"}, page="c2", id="c2-t1/0/2")
    assert "十几" in answer["message"]
    assert "| 行政规范性文件 | 十几 | 3 |" in desk.read(f"docs/zh/{NAME}/c2.md")


def test_another_number_in_a_cell_is_not_asked_about(desk: Desk) -> None:
    with_form(desk)
    assert desk.save("row", {"cell1": "1,234"}, page="c2", id="c2-t1/0/2")[0] == 200


def test_a_value_that_the_words_do_not_say_is_asked_about(desk: Desk) -> None:
    answer = asked(desk, "figure", {"value": "12", "why": "原件"}, id=figure_id(desk, "56项"))
    assert "56项" in answer["message"]
    (entry,) = tomllib.loads(desk.read(f"seeds/{NAME}.toml"))["corrections"]
    assert entry["value"] == "12"


@pytest.mark.parametrize("typed", ["1e99", "很多", "５６ x", "NaN", "1,2,3"])
def test_a_value_that_is_no_number_is_refused(desk: Desk, typed: str) -> None:
    status, answer = desk.save("figure", {"value": typed, "why": "原件"}, id=figure_id(desk, "56项"))
    assert (status, "sure" in answer) == (400, False)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("20000000000", "200亿"),
        ("123450000", "1.2345亿"),
        ("80000", "80000"),
        ("1230000", "123万"),
        ("11", "11"),
    ],
)
def test_a_large_value_is_shown_as_printed(value: str, shown: str) -> None:
    told = shown_value(value, "zh")
    assert value_of(told) == value
    assert len(told) <= len(value)
    if shown != "1.2345亿":
        assert told == shown
    assert shown_value(value, "en") == value


def test_typed_values_are_read() -> None:
    assert [value_of(one) for one in ("80,000", "1.5万", "-3.20", "２００亿")] == [
        "80000",
        "15000",
        "-3.20",
        "20000000000",
    ]
    with pytest.raises(EditingError):
        value_of("")


def test_the_same_words_of_two_tabs_are_no_conflict(desk: Desk) -> None:
    seen = desk.form("block", **BLOCK)["version"]
    assert desk.save("block", {"text": CHANGED}, **BLOCK)[0] == 200
    late = {**desk.ask("block", **BLOCK), "said": {"text": CHANGED}, "version": seen}
    status, answer = desk.send("save", late)
    assert (status, answer["why"]) == (400, "already")
    assert "html" not in answer


TITLES = {"qinghe-2023": "清河县报告"}
SAID = [
    "docs/zh/qinghe-2023/c1.md:7：git 的合并没有完成。请删去标记；或运行 gongkai resolve 页面。",
    "    您的：甲",
    'qinghe-2023：没有找到发布日期（尚未答复，gongkai correct answer qinghe-2023 published-missing --why "原件"）',
    "docs/zh/qinghe-2023/c2.md：已不是最新的。请先运行 gongkai build。",
]


def test_what_stands_in_the_way_is_told_without_commands_and_ids() -> None:
    assert in_the_way(SAID, [("qinghe-2023", "published-missing")], TITLES) == [
        Line("《清河县报告》：git 的合并没有完成。请删去标记；", "zh/qinghe-2023/c1.html"),
        Line("《清河县报告》：已不是最新的。", "zh/qinghe-2023/c2.html"),
    ]


def test_a_doubt_that_blocks_nothing_is_told_apart(desk: Desk) -> None:
    page = desk.project / f"docs/zh/{NAME}/c2.md"
    page.write_text(
        desk.read(f"docs/zh/{NAME}/c2.md") + "\n<<<<<<< a\n=======\n>>>>>>> b\n", encoding="utf-8"
    )
    _, told = desk.send("publish", desk.ask(""))
    assert told["done"] is False
    assert "不妨碍发布" in told["beside"]
    assert {one["link"] for one in told["lines"]} == {f"zh/{NAME}/c2.html"}, told
    assert not any("gongkai " in one["text"] or "疑点" in one["text"] for one in told["lines"])


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("全年办理12件。", "全年办理13件。", "全年办理12件。 → 全年办理13件。"),
        ("执法力量不足。", "", "删去：执法力量不足。"),
        (
            "一" * 40 + "甲" + "二" * 40,
            "一" * 40 + "乙" + "二" * 40,
            f"…{'一' * 12}甲{'二' * 12}… → …{'一' * 12}乙{'二' * 12}…",
        ),
    ],
)
def test_a_change_is_told_as_was_and_now(was: str, now: str, told: str) -> None:
    before, after = (f"# 标题 {{ #c1 }}\n\n{text}\n" for text in (was, now))
    assert changed_words(before, after, "zh") == told


def test_todays_list_tells_what_was(desk: Desk) -> None:
    desk.save("facts", {"issuer": "清河县司法局", "why": "原件落款"})
    body = desk.get({"PATH_INFO": "/_editing/"})[2].decode()
    assert "清河县人民政府 → 清河县司法局" in body
    assert "已更正 1 处" in body


def test_changes_of_days_before_are_listed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.save("facts", {"issuer": "清河县司法局", "why": "原件落款"})

    class Later(date):
        @classmethod
        def today(cls) -> "Later":
            told = date.today() + timedelta(days=3)
            return cls(told.year, told.month, told.day)

    monkeypatch.setattr(app, "date", Later)
    body = desk.get({"PATH_INFO": "/_editing/"})[2].decode()
    assert "今天还没有修改" in body
    assert "前些天的修改（1）" in body
    assert "清河县司法局" in body


@pytest.mark.parametrize("address", [f"/zh/{NAME}/", f"/zh/{NAME}/index.html"])
def test_a_folder_has_the_editing_of_its_first_page(desk: Desk, address: str) -> None:
    pages = {f"zh/{NAME}/index.html": f"zh/{NAME}/index.md"}
    force_setattr(desk.editing, "page_at", lambda url: pages.get(url, ""))
    body = desk.get({"PATH_INFO": address})[2]
    assert b"assets/edit.js" in body
    assert b"livereload" not in body


@pytest.mark.parametrize("address", ["/zh/", "/zh"])
def test_the_folder_of_all_chinese_reports_leads_home(desk: Desk, address: str) -> None:
    status, headers, _ = desk.get({"PATH_INFO": address})
    assert (status, headers["Location"]) == (302, "/")


def test_a_caption_is_changed_in_place(desk: Desk) -> None:
    with_form(desk)
    status, answer = desk.save("block", {"text": "表1 主动公开"}, page="c2", id="c2-t1")
    assert status == 200, answer
    assert "表1 主动公开\n{: #c2-t1 .table }" in desk.read(f"docs/zh/{NAME}/c2.md")


def test_what_the_marked_words_tell_is_filled_in(desk: Desk) -> None:
    assert desk.save("figure", {"why": "误读"}, id=figure_id(desk, "45件"), act="none")[0] == 200
    marked = {"id": "c1-s2-p1", "words": "45件", "before": "检查企业300家次，作出行政处罚决定"}
    html = desk.form("missed", **marked)["html"]
    assert 'name="unit" value="件"' in html
    assert 'name="period" value="2023年"' in html
    assert "数值由这里的文字读出" in html


def test_a_table_in_the_list_is_shown_as_one(desk: Desk) -> None:
    with_form(desk)
    table = next(one for one in work("zh").translations if one.rows)
    assert table.rows[0] == ("信息内容", "本年制发件数", "本年废止件数")
    body = desk.get({"PATH_INFO": "/_editing/"})[2].decode()
    assert "<td>行政规范性文件</td>" in body
    assert "| ---" not in body


def test_the_list_of_one_report_is_chosen_by_its_name_alone(desk: Desk) -> None:
    (desk.project / "seeds/biao-2023.txt").write_text(FORM, encoding="utf-8")
    rebuild(desk.project)
    assert {one.report for one in work("zh").translations} == {NAME, "biao-2023"}
    assert {one.report for one in work("zh", "biao-2023").translations} == {"biao-2023"}
    assert {one.report for one in work("zh", "../seeds").translations} == {NAME, "biao-2023"}
    body = desk.get({"PATH_INFO": "/_editing/", "QUERY_STRING": "report=biao-2023"})[2].decode()
    assert '<option value="biao-2023" selected>清河县2023年政府信息公开工作年度报告</option>' in body


def test_the_translations_of_one_page_are_chosen(desk: Desk) -> None:
    def listed(query: str) -> set[str]:
        body = desk.get({"PATH_INFO": "/_editing/", "QUERY_STRING": query})[2].decode()
        return set(re.findall(rf'data-key="{NAME}/(\w+)#', body))

    assert listed("") == {"index", "c1", "c2"}
    assert listed("page=c2") == {"c2"}
    assert listed("page=../c2") == {"index", "c1", "c2"}


@pytest.mark.parametrize(
    ("said", "about", "language", "told"),
    [
        ("c2 在原文中没有标题", "c2", "zh", "第 2 章 在原文中没有标题"),
        ("c2-s1 has no heading", "c2-s1", "en", "Section 1 of chapter 2 has no heading"),
        ("没有找到发布日期", "published", "zh", "没有找到发布日期"),
    ],
)
def test_a_doubt_names_no_id(said: str, about: str, language: str, told: str) -> None:
    assert without_ids(said, about, language) == told


def test_the_english_list_is_in_english(desk: Desk) -> None:
    text = desk.read(f"seeds/{NAME}.txt").replace("检查企业300家次", "占200亿元，占30亿元")
    (desk.project / f"seeds/{NAME}.txt").write_text(text, encoding="utf-8")
    rebuild(desk.project)
    guesses = [dict(one.guess) for one in work("en").doubts if "value" in dict(one.guess)]
    assert guesses
    assert all(one["period"] == "2023" for one in guesses)
    assert "20000000000 yuan" in [one["value"] for one in guesses]
    assert "200亿元" in [dict(one.guess).get("value") for one in work("zh").doubts]
    body = desk.get({"PATH_INFO": "/_editing/", "QUERY_STRING": "lang=en"})[2].decode()
    heads = re.findall(r"<h3[^>]*>(.)", body)
    assert not [one for one in heads if one.islower()]
