"""Links to a page that a person deleted: only these become words, and they come back with the page."""

from pathlib import Path

import pytest

from converter.build.keep import carry_out, plan
from converter.text.unlink import without_links

CASES = {
    "见[第三章](c3.md)。": "见第三章。",
    "[9件](c3.md#c3-s1-v9)，[5个](c2.md#c2-s1-v5)": "9件，[5个](c2.md#c2-s1-v5)",
    "| [9件](c3.md#c3-v9) | [同比](#c3-s1-v9) | [同比](#c2-v9) |": "| 9件 | 同比 | [同比](#c2-v9) |",
    r"[a \] b](c3.md)": r"a \] b",
    "![图](c3.md)": "![图](c3.md)",
    "[外](https://example.org/c3.md)": "[外](https://example.org/c3.md)",
    "[邻](../other/c3.md)": "[邻](../other/c3.md)",
    "[自](../x/c3.md)": "自",
    "（c3.md）[c3.md] [空]()": "（c3.md）[c3.md] [空]()",
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_without_links(text: str, expected: str) -> None:
    assert without_links(text, "zh/x/figures.md", {"zh/x/c3.md"}.__contains__) == expected


def test_they_go_with_the_page_and_come_back_with_it(tmp_path: Path) -> None:
    pages = {"zh/x/c1.md": "# 一\n", "zh/x/index.md": "[一](c1.md)\n", "index.md": "[一](zh/x/c1.md)\n"}
    carry_out(tmp_path, plan(tmp_path, pages, "zh/x"))
    page = tmp_path / "zh/x/c1.md"
    page.rename(tmp_path / "zh/x/first.md")
    carry_out(tmp_path, plan(tmp_path, pages, "zh/x"))
    assert (tmp_path / "zh/x/index.md").read_text(encoding="utf-8") == "一\n"
    assert (tmp_path / "index.md").read_text(encoding="utf-8") == "一\n"
    (tmp_path / "zh/x/first.md").rename(page)
    carry_out(tmp_path, plan(tmp_path, pages, "zh/x"))
    assert {path: (tmp_path / path).read_text(encoding="utf-8") for path in pages} == pages
