"""The page on the state of the translations leads to places that are there, whatever people did to the pages."""

import re
import shutil
from pathlib import Path

import pytest

from converter.site.content.progress import progress_page, states_of
from tests.conftest import ROOT

NOTE = "此标题为编者所拟，原文此处没有标题。\n"
FIRST = "2021年，我们将认真贯彻落实"
EDITS = {
    "a note of ours": (NOTE, NOTE.replace("。", "！")),
    "a paragraph": (FIRST, "在" + FIRST),
    "a paragraph put in": (NOTE + "{: .editorial }\n", NOTE + "{: .editorial }\n\n新的一段。\n"),
    "a paragraph taken out": ("扎实履行推进法治建设第一责任人职责", "## 新的一节 { #c9-s9 }\n\n扎实履行"),
    "a heading without its id": ("## 二是健全法治队伍 { #c9-s2 }", "## 二是健全法治队伍！"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
@pytest.mark.parametrize("language", ["zh", "en"])
def test_its_links_lead_to_what_a_page_says_it_has(
    tmp_path: Path, language: str, edit: tuple[str, str]
) -> None:
    for folder in ("zh", "en", "data", ".memory"):
        shutil.copytree(ROOT / "docs" / folder, tmp_path / folder)
    page = tmp_path / "zh/lanshan-2020/c9.md"
    before = page.read_text(encoding="utf-8")
    page.write_text(before.replace(*edit), encoding="utf-8")
    assert page.read_text(encoding="utf-8") != before
    made = progress_page(tmp_path, states_of(tmp_path, ["lanshan-2020/c9.md"]), language)
    links = re.findall(r"\]\(lanshan-2020/c9\.md(?:#([^)]+))?\)", made)
    said = re.findall(r"\{ #(\S+)", (tmp_path / language / "lanshan-2020/c9.md").read_text(encoding="utf-8"))
    assert len(links) > 1, "the page, and at least one block that is not up to date"
    # The only paragraph that is no part's of its own; people edit it and put one before it, but take none out.
    assert set(filter(None, links)) <= {*said, "c9-p1", "c9-p2"}
