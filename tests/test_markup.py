"""What mark-up in texts and pages may be: addresses, HTML, translations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from converter.text.markup import clean_block, clean_inline, is_allowed, is_safe, without_markup, written_in
from tests.conftest import ROOT

ATTACKS = (ROOT / "tests/cases/attacks.txt").read_text(encoding="utf-8").splitlines()
MARKS = [
    "<",
    ">",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    "\\",
    "`",
    "```",
    "#",
    "~~~",
    "!",
    ":",
    "\n",
    " ",
    "x",
    "<b>",
    "](x)",
    "<script>",
    "1. ",
]
TEXTS = st.one_of(
    st.sampled_from(ATTACKS), st.lists(st.sampled_from(MARKS), max_size=12).map("".join), st.text()
)


@pytest.mark.parametrize(
    "address",
    [
        "c1.md#c1-s1",
        "../x.html?a=b:c",
        "#a:b",
        "https://example.cn/",
        "HTTP://example.cn",
        "mailto:a@example.cn",
        "",
        "图.png",
    ],
)
def test_addresses_of_the_site_the_web_and_mailboxes_are_safe(address: str) -> None:
    assert is_safe(address)


@pytest.mark.parametrize(
    "address",
    [
        *["javascript:x", " JavaScript:x", "java\tscript:x", "java\nscript:x", "\x01javascript:x", "&#106;avascript:x"],
        *["javascript&colon;x", "jav\u200bascript:x", "data:text/html,x", "vbscript:x", "blob:x", "file:///etc/passwd", "tel:1"],
    ],
)  # fmt: skip
def test_no_other_address_is(address: str) -> None:
    assert not is_safe(address)


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ('<p class="a" onclick="x" style="y">甲</p>', '<p class="a">甲</p>'),
        ("<script>x</script>乙", "乙"),
        ('<a href="javascript:x">丙</a>', "<a>丙</a>"),
        ('<p id="__config">丁</p>', "<p>丁</p>"),
        ('<meta http-equiv="refresh" content="0;url=x">', ""),
        ("<!-- 戊 -->", ""),
        ('<table><tr><td colspan="2">己</td></tr></table>', '<table><tbody><tr><td colspan="2">己</td></tr></tbody></table>'),
        ("H<sub>2</sub>O", "H<sub>2</sub>O"),
    ],
)  # fmt: skip
def test_html_keeps_what_is_allowed(written: str, left: str) -> None:
    assert clean_block(written).left == left


def test_tags_in_a_line_need_their_other_half() -> None:
    pieces = ["</data>", "<b>", "<i>", "</b>", "<script>", "</script>", "<br/>", "&nbsp;", "<sub>"]
    assert "".join(one.left for one in clean_inline(pieces)) == "<b></b><br>&nbsp;"


def test_ids_and_attributes_that_scripts_go_by_are_not_for_text() -> None:
    assert is_allowed("p", "id", "c1-s1")
    assert is_allowed("p", "id", "甲")
    for attribute, value in (
        ("id", "__search"),
        ("id", "a%"),
        ("id", 'a"'),
        ("onclick", "x"),
        ("data-large", ""),
        ("name", "x"),
    ):
        assert not is_allowed("p", attribute, value)


@given(TEXTS)
def test_a_translation_brings_no_mark_up(text: str) -> None:
    harmless = without_markup(text)
    assert without_markup(harmless) == harmless
    shown = markdown(harmless, extensions=["attr_list", "tables", "fenced_code"])
    assert clean_block(shown).changed is False


@given(st.text(alphabet="abc 甲乙，。123()%*-_.", max_size=40))
def test_an_ordinary_translation_stays_as_it_is(text: str) -> None:
    assert without_markup(text) == text
    for kept in ("[报告](c1.md)", "<https://example.cn/>", "*a* **b**", "\\[a\\]", "`a[0]`", "![图](a.png)"):
        assert without_markup(kept) == kept


def test_what_people_wrote_is_found_where_it_stands() -> None:
    text = (
        "---\ntitle: <b>\n---\n# 题 { #a onclick=x }\n\n<b>甲</b> `<i>` \\<\n<script>\n1\n</script> [乙](javascript:x)\n"
        "```\n<div>\n```\n<!-- 丙 -->\n<https://example.cn> <a@example.cn> 1 < 2\n<div onclick=x>丁</div>\n"
    )
    found = [(one.line, one.kind, one.left, one.is_whole) for one in written_in(text)]
    assert found == [
        (4, "attribute", "", False),
        (6, "html", "<b></b>", True),
        (7, "html", "", False),
        (9, "link", "", False),
        (15, "html", "<div></div>", False),
    ]
