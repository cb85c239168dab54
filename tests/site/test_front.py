"""The front matter of a page as people leave it: what the program has to know of the page and is no longer told, a build names."""

from pathlib import Path

import pytest
from mkdocs.utils.meta import get_data

from converter.site.head.front import warn_of_lost

FRONT = '---\nreport: "heyuan-2031"\npage: "chapter"\ndescription: "河源县报告：一、工作"\n---\n'
PAGE = f"{FRONT}\n# 一、工作 {{ #c1 }}\n\n修桥7座。\n"
PATH = "zh/heyuan-2031/c1.md"


def told(docs: Path, page: str, caplog: pytest.LogCaptureFixture) -> list[str]:
    """What is said of a page, with all that MkDocs makes of its front matter."""
    base = docs / ".base" / PATH
    base.parent.mkdir(parents=True)
    base.write_text(PAGE, encoding="utf-8")
    warn_of_lost(PATH, get_data(page)[1], docs)
    return [record.getMessage() for record in caplog.records]


@pytest.mark.parametrize(
    ("old", "new", "keys"),
    [
        ("---\nreport", "report", "report, page"),
        ('工作"\n---\n', '工作"\n', "report, page"),
        ('report: "heyuan-2031"\n', "", "report"),
        ('page: "chapter"\n', "", "page"),
        ('page: "chapter"', 'page: "chapter', "report, page"),
        ('---\nreport: "heyuan-2031"\n', "", "report, page"),
        (FRONT, "", "report, page"),
    ],
)
def test_settings_of_which_half_is_gone_are_no_edit(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, old: str, new: str, keys: str
) -> None:
    assert old in PAGE
    (line,) = told(tmp_path, PAGE.replace(old, new), caplog)
    assert line.startswith(f"{PATH}：开头两行 --- 之间的设置不完整（{keys}）")
    assert f"({keys})" in line
    assert f"docs/.base/{PATH}" in line


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("工作。", "工作。"),
        ("一、工作 {", "一、全部工作 {"),
        ('：一、工作"', '"'),
        ('page: "chapter"', "page: chapter"),
    ],
)
def test_other_words_are_one(tmp_path: Path, caplog: pytest.LogCaptureFixture, old: str, new: str) -> None:
    assert told(tmp_path, PAGE.replace(old, new), caplog) == []


def test_a_page_that_the_program_never_wrote_needs_no_settings(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    warn_of_lost("zh/heyuan-2031/annex.md", {}, tmp_path)
    assert caplog.records == []
