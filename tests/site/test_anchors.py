"""Markdown in, HTML out: adding a case to ``cases/*.md`` needs no Python."""

import re
from pathlib import Path
from xml.etree.ElementTree import fromstring

import markdown
import pytest
from msgspec.structs import replace

from converter.site.content.observations import Figure, Stated
from converter.site.markdown.foreign import mark_chinese
from converter.site.markdown.prose import sentences as cut
from converter.site.markdown.written import written

CASES = Path(__file__).with_name("cases")
# What every paragraph and every page has; test_citation.py holds it.
EVERYWHERE = re.compile(
    r'<a [^>]*class="pin"[^>]*></a>|\n<details class="cite"[^>]*>.*?</details>\Z', re.DOTALL
)


def cases(name: str) -> list[object]:
    found: list[object] = []
    text = (CASES / f"{name}.md").read_text(encoding="utf-8")
    for case in re.split(r"^# (?=.*\n\n~~~ figures)", text, flags=re.MULTILINE)[1:]:
        title, _, body = case.partition("\n")
        fields = dict(re.findall(r"^~~~ (\w+)\n(.*?)^~~~$", body, flags=re.MULTILINE | re.DOTALL))
        found.append(pytest.param(fields, id=title))
    return found


def figures(lines: str) -> tuple[Figure, ...]:
    """A figure a line: id, surface, value, part, and where a case needs them the words before it and its indicator."""
    cells = ([cell.strip() for cell in line.split("|")] for line in lines.splitlines())
    return tuple(Figure(*own[:5], indicator="".join(own[5:])) for own in cells)


def check(case: dict[str, str], page: str, caplog: pytest.LogCaptureFixture) -> None:
    told = dict(line.split(" | ") for line in case.get("paragraphs", "").splitlines())
    own = {"stated": Stated(figures(case["figures"]), told), "page": page}
    html = markdown.markdown(
        case["markdown"],
        extensions=["attr_list", "tables", "converter.site.markdown.anchors"],
        extension_configs={"converter.site.markdown.anchors": own},
    )
    html = EVERYWHERE.sub("", html)
    assert html == case.get("html", html).strip()
    assert [record.getMessage() for record in caplog.records] == case.get("warnings", "").splitlines()


@pytest.mark.parametrize("case", cases("anchors"))
def test_prose(case: dict[str, str], caplog: pytest.LogCaptureFixture) -> None:
    chapter = "c8" if "{ #c8 }" in case["markdown"] else "c1"
    check(case, f"zh/x/{chapter}", caplog)


@pytest.mark.parametrize("case", cases("rows"))
def test_rows(case: dict[str, str], caplog: pytest.LogCaptureFixture) -> None:
    check(case, "zh/x/figures", caplog)


def test_the_home_of_a_report_anchors_the_figures_of_the_preface() -> None:
    stated = Stated(figures("c0-v3 | 3项 | 3 | c0\nc1-v3 | 3项 | 3 | c1"))
    own = {"stated": stated, "page": "zh/x/index"}
    html = markdown.markdown(
        "## 前言 { #c0 }\n\n共3项。",
        extensions=["attr_list", "converter.site.markdown.anchors"],
        extension_configs={"converter.site.markdown.anchors": own},
    )
    assert 'id="c0-v3"' in html
    assert "c1-v3" not in html


@pytest.mark.parametrize(
    ("language", "why"),
    [
        ("zh", "尚待核对：指标名称太短，没有说清是什么的数据<"),
        ("en", "not yet checked: the name is short and does not say what is counted<"),
    ],
)
def test_a_row_says_quietly_that_its_figure_is_doubtful(language: str, why: str) -> None:
    sure, unsure = figures("c1-v3 | 3项 | 3 | c1\nc1-v4 | 4项 | 4 | c1")
    own = {
        "stated": Stated((sure, replace(unsure, doubts=("name_thin",)))),
        "page": f"{language}/x/figures",
    }
    rows = markdown.markdown(
        "| 指标 | 原文 |\n| --- | --- |\n| 甲 | [3项](c1.md#c1-v3) |\n| 乙 | [4项](c1.md#c1-v4) |",
        extensions=["attr_list", "tables", "converter.site.markdown.anchors"],
        extension_configs={"converter.site.markdown.anchors": own},
    ).split("<tr")
    assert ["doubt" in row for row in rows[-2:]] == [False, True]
    assert why in rows[-1]


def test_why_several_rows_are_doubtful_is_told_by_the_first() -> None:
    first, second, other = figures("c1-v3 | 3项 | 3 | c1\nc1-v4 | 4项 | 4 | c1\nc1-v5 | 5项 | 5 | c1")
    doubtful = [replace(figure, doubts=("name_thin",)) for figure in (first, second)]
    own = {
        "stated": Stated((*doubtful, replace(other, doubts=("name_broken",)))),
        "page": "zh/x/figures",
    }
    lines = "".join(f"| 甲 | [{number}项](c1.md#c1-v{number}) |\n" for number in (3, 4, 5))
    rows = markdown.markdown(
        f"| 指标 | 原文 |\n| --- | --- |\n{lines}",
        extensions=["attr_list", "tables", "converter.site.markdown.anchors"],
        extension_configs={"converter.site.markdown.anchors": own},
    ).split("<tr")[-3:]
    assert ['<details class="doubt">' in row for row in rows] == [True, False, True]
    assert '<a aria-label="为什么待核对？" class="doubt" href="#c1-v3">?</a>' in rows[1]


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<q>“71 组织培训5000人以上”</q>", '<q lang="zh-Hans">“71 组织培训5000人以上”</q>'),
        ("<q><b>八、环保（31项）/ 135、</b>: “新建355公里。”</q>", "<q lang"),
        ("<a>PM2.5浓度</a>", '<a lang="zh-Hans">'),
        ("<q>Grain output (粮食)</q>", '<q>Grain output (<span lang="zh-Hans">粮食</span>)</q>'),
        ('<a aria-label="Cite">第1章</a>', '<a aria-label="Cite"><span lang="zh-Hans">第1章</span></a>'),
        ("<a>178</a>", "<a>178</a>"),
        ("<td>178件</td>", '<td><span lang="zh-Hans">178件</span></td>'),
    ],
)
def test_what_says_nothing_but_chinese_says_so_as_a_whole(html: str, marked: str) -> None:
    element = fromstring(html)
    mark_chinese(element)
    assert written(element).startswith(marked)


def test_pages_of_no_report_stay_as_they_are() -> None:
    text = "# 关于本站\n\n共有3个栏目。"
    assert markdown.markdown(text, extensions=["converter.site.markdown.anchors"]) == markdown.markdown(text)


@pytest.mark.parametrize(
    "sentences",
    [
        ["开会3次。", "他说：“好！”", "再学习。"],
        ["It rose 4.75 percent. ", "Order No. 5 of the U.S. office was “read.” ", "In 2020. ", "It ends."],
        ["Completed in “one visit.” ", "The rest, e.g. this, is "],
        ["增长4.75。", "Then it fell."],
        [],
    ],
)
def test_sentences_end_as_in_their_language(sentences: list[str]) -> None:
    assert cut("".join(sentences)) == sentences
