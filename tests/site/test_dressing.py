"""Tables that tell what they are: caption, heads, rows that are over others."""

from xml.etree.ElementTree import Element

import markdown

from converter.site.markdown.tables import dress_tables

TEXT = """# 三、情况

表1 · 执法情况
{: .table }

| 单位 | 件数 | 人数 |
| --- | --- | --- |
| 一、市直 |  |  |
| 水利局 | 3 |  |

| 别表 | 值 |
| --- | --- |
| 甲 | 1 |
"""


def dressed(text: str) -> list[Element]:
    """The tables of a page as the site leaves them."""
    md = markdown.Markdown(extensions=["tables", "attr_list"])
    root = md.parser.parseDocument(text.split("\n")).getroot()
    for processor in md.treeprocessors:
        processor.run(root)
    dress_tables(root)
    return list(root.iter("table"))


def test_a_caption_is_the_line_above_a_table_or_else_the_heading() -> None:
    assert [table.findtext("caption") for table in dressed(TEXT)] == ["表1 · 执法情况", "三、情况"]


def test_cells_have_the_heads_of_their_row_and_column() -> None:
    first, _ = dressed(TEXT)
    assert [head.get("scope") for head in first.iter("th")] == ["col"] * 3 + ["row"] * 2


def test_a_row_without_values_is_one_cell() -> None:
    first, _ = dressed(TEXT)
    group, row = [row for row in first.iter("tr") if row.find("th[@scope='row']") is not None]
    assert (group.get("class"), len(group), group[0].get("colspan")) == ("group", 1, "3")
    assert (row.get("class"), len(row)) == (None, 3)
