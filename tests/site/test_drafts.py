"""Drafts of names, titles and tables are marked where readers meet them."""

import pytest
from markdown import Markdown

from converter.site.content.parallel import beside
from converter.site.markdown.anchors import AnchorsExtension
from converter.site.words import words
from converter.translation.memory import Unit

TABLE = """# Figures by hand { #figures }

| Indicator | Value |
| --- | --- |
| Cases accepted | 20 |
| Cases reviewed | 12 |
| [Cases linked](c1.md) | 3 |
"""


def html(*drafts: str, page: str = "en/jia-2020/figures") -> str:
    extension = AnchorsExtension(page=page, drafts=drafts)
    return str(Markdown(extensions=["tables", "attr_list", extension]).convert(TABLE))


@pytest.mark.parametrize("name", ["Cases accepted", "Cases linked", "Figures by hand", "20"])
def test_a_draft_is_marked_where_it_stands_alone(name: str) -> None:
    told = html(name)
    assert told.count('<span class="state">(draft)</span>') == 1
    assert "draft" in told.split(name)[0].rpartition("<")[2]


@pytest.mark.parametrize("drafts", [(), ("Cases",), ("accepted",), ("Cases accepted 20",)])
def test_nothing_else_is_marked(drafts: tuple[str, ...]) -> None:
    assert "draft" not in html(*drafts)


def table(**changes: object) -> str:
    zh, en = "| 项目 | 件 |\n| --- | --- |\n| 甲 | 1 |", "| Item | Cases |\n| --- | --- |\n| A | 1 |"
    unit = Unit("c1", "c1-t1", zh, **{"en": en, "source": zh, **changes})  # type: ignore[arg-type]
    return beside(en, (unit,), "en", words("en")["translation"])


def test_a_table_says_that_its_translation_is_a_draft_or_stale() -> None:
    said = words("en")["translation"]
    assert said["draft"] in table(draft=True)
    assert said["stale"] in table(source="| 旧 | 件 |\n| --- | --- |")
    assert "{: .state }" not in table()
