"""Saved pages: what becomes of them (``tests/cases/html.md``), how they are decoded, what they cannot do to us."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from converter.errors import InputError
from converter.model import Source
from converter.pipeline import report_of
from converter.sources import SUFFIXES, read_source, source_of
from converter.sources.html import read_html
from converter.sources.html.rules import table
from converter.structure.clean import reasons
from tests.casefile import cases
from tests.test_properties import assert_whole

REPORT = "<p>2020年，清河县依法行政，办结行政复议案件12件。</p>"


def page(text: str = REPORT, head: str = "") -> str:
    return f"<html><head>{head}</head><body>{text}</body></html>"


def shown(source: Source) -> str:
    furniture = {drop.start: drop.reason for drop in source.furniture}
    lines, at = [], 0
    for line in source.text.splitlines():
        lines.append(f"[{furniture[at]}] {line}" if at in furniture else line)
        at += len(line) + 1
    facts = [f"{key}: {value}" for key, value in sorted(source.hints.items())]
    return "\n".join([*lines, "---", *facts]) + "\n"


@cases("html")
def test_pages(given: str, expected: str) -> None:
    source = source_of(given.encode(), "case.html")
    assert source.format == "html"
    assert shown(source) == expected


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("", "utf-8"),
        ("", "gb18030"),
        ("gb2312", "gbk"),
        ("gb2312", "utf-8"),  # a page moved to another server
        ("utf-8", "gbk"),
        ("iso-8859-1", "gbk"),
        ("iso-8859-1", "utf-8"),
        ("big5", "big5"),
        ("no-such-charset", "gbk"),
        ("base64", "utf-8"),
        ("utf-16", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
    ],
)
def test_decoding(declared: str, encoding: str) -> None:
    words = "清河法治政府年度，依法行政，公正司法。"  # characters that Big5 has too
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    source = source_of(page(f"<p>{words}</p>", meta).encode(encoding), "case.html")
    assert source.text == f"{words}\n"


def test_a_damaged_character_does_not_cost_the_page() -> None:
    data = page(REPORT * 20, '<meta charset="gbk">').encode("gbk")
    text = read_html(data[:300] + b"\xff" + data[300:-3], "case.html").text
    assert "\ufffd" in text
    assert text.count("清河县依法行政") >= 18


def test_bytes_that_are_no_text_are_refused() -> None:
    assert refusal(bytes(range(128, 256)) * 50) == "binary"


def refusal(data: bytes) -> str | None:
    try:
        source_of(data, "case.html")
    except InputError as error:
        return error.key
    return None


@pytest.mark.parametrize(
    ("name", "markup", "key"),
    [
        ("nothing", "", "empty"),
        ("only a script", "<script>document.write('清河县')</script>", "no_text"),
        ("frames", '<frameset><frame src="a.html"></frameset>', "no_text"),
        ("too many elements", "<b>" * 300_000, "too_large"),
        ("too many characters", "法" * 3_000_000, "too_large"),
        ("a grid that claims to be huge", "<tr>" + "<td colspan=9999>a</td>" * 999 + "</tr>", None),
        ("nested", "<div>" * 20_000 + REPORT, None),
        ("nested tables", "<table><tr><td>" * 10_000 + REPORT, None),
        ("nested lists", "<ol><li>" * 10_000 + REPORT, None),
        ("comments never closed", REPORT + "<!--" * 20_000, None),
        ("a picture in the page", f'<img src="data:image/png;base64,{"A" * 12_000_000}">{REPORT}', None),
        ("cut off", page()[:70], None),
    ],
)
def test_hostile_pages(name: str, markup: str, key: str | None) -> None:
    assert refusal(markup.encode()) == key, name


def test_more_than_a_page_can_hold_is_refused_unread() -> None:
    assert refusal(bytes(64_000_001)) == "too_large"


def test_nothing_outside_the_page_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    doctype = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    text = read_html(
        (doctype + page(f'{REPORT}<p>&x;</p><iframe src="{secret}"></iframe>')).encode(), "a"
    ).text
    assert "SECRET" not in text


SCRAPS = st.sampled_from(
    [
        "<div>", "</div>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<td colspan=3 rowspan=2>", "<ol>", "<li>", "<p>", "<br>", "<!--", "-->",
        "<script>", "</script>", "<a href='x'>", "</a>", "<div class='share nav'>", "<div id='zoom'>", "<p hidden>", "</html>", "<pre>", "&nbsp;", "&#0;",
        "<meta name=PubDate content='2021-02-30'>", "<title>", "</title>", "发布日期：", "2021-03-31", "索引号", "一、", "办结案件12件，群众满意，社会稳定。", "上一篇：",
        "【打印】", "\n", "\u3000\u3000", "\x00", "<![CDATA[", "<?xml?>", "<img alt='变化图'>", "<svg>", "年度报告",
    ]
)  # fmt: skip
PAGES = st.lists(SCRAPS | st.text(max_size=8), max_size=60).map("".join).map(str.encode)


@given(st.binary(max_size=400) | PAGES | PAGES.map(lambda data: data[: len(data) * 2 // 3]))
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes_are_a_whole_report_or_refused(data: bytes) -> None:
    try:
        source = read_html(data, "case.html")
    except InputError as error:
        assert error.key in ("binary", "no_text", "too_large")
        return
    assert all(source.text[drop.start : drop.end].strip() for drop in source.furniture)
    assert source.hints.get("published") is None or re.fullmatch(
        r"\d{4}-\d\d-\d\d", source.hints["published"]
    )
    assert_whole(report_of(source))


def test_reasons_are_known_in_words() -> None:
    assert {*table()["noise"], "navigation"} <= {*reasons()}


def test_every_page_of_the_corpus_is_whole(evaluation: Path) -> None:
    pages = sorted((evaluation / "corpus").glob("html_*/*.html"))
    assert pages
    for file in pages:
        assert file.suffix in SUFFIXES
        report = report_of(read_source(file))
        assert_whole(report)
        assert report.title or file.parent.name == "html_news_gold", file.name
