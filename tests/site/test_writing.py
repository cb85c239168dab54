"""Pages are written, and plain text and links let through, just as Python-Markdown alone would do it."""

import re
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.serializers import to_xhtml_string

from converter.site.markdown import written
from converter.site.markdown.plain import Plain

_TEXT = st.text("ab &<>\"'\n/万#;x1", max_size=12)
_SPACE = re.compile(r"\n(?=</?(?:table|thead|tbody|tr|th|td|ul|ol|li)\b)")
_TAGS = st.sampled_from(["p", "td", "br", "img", "script", "span", "pre"])
_NAMES = st.sampled_from(["id", "class", "href"])


def _element(drawn: tuple[str, dict[str, str], str, str, list[Element]]) -> Element:
    tag, attributes, text, tail, children = drawn
    element = Element(tag, attributes)
    element.text, element.tail = text, tail
    element.extend(children if tag not in ("br", "img") else [])
    return element


_LEAF = st.tuples(_TAGS, st.dictionaries(_NAMES, _TEXT), _TEXT, _TEXT, st.just([])).map(_element)
_TREES = st.recursive(
    _LEAF,
    lambda inside: st.tuples(
        _TAGS, st.dictionaries(_NAMES, _TEXT), _TEXT, _TEXT, st.lists(inside, max_size=3)
    ).map(_element),
    max_leaves=8,
)


@given(_TREES)
def test_any_tree_is_written_as_markdown_writes_it(tree: Element) -> None:
    assert written.written(tree) == to_xhtml_string(tree)


def test_no_white_space_stands_where_it_would_be_no_text() -> None:
    text = "| a | b |\n| - | - |\n| 1 | 2 |\n\n- 甲\n- 乙\n\n    丙\n"
    written_so = Markdown(extensions=["tables", _Let()]).convert(text)
    assert written_so == (
        "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>\n"
        "<ul><li>甲</li><li>\n<p>乙</p>\n<p>丙</p>\n</li></ul>"
    )


class _Let(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        md.treeprocessors.register(Plain(md), "plain", 25)
        written.register(md)


_PIECES = st.sampled_from(
    ["5件", "[5件](c1.md#c1-v5)", "![5](a.png)", "!", "[", "](", ")", "[a](b \"c\")", "[**a**](b)", "[a](<b>)", "\\[a](b)", " | ", "<b>", "&amp;", "*",
     "_a_b", "`[a](b)`", "[a][b]", "[a](b_c)", "[a](b*c)", "  \n", "\n", "\n\n", "http://a.b", "[5](#c1-v5)", "、", "[a]((b))", "[a [b](c)](d)"]
)  # fmt: skip


@pytest.mark.parametrize("row", [False, True])
@given(pieces=st.lists(_PIECES, max_size=8))
def test_any_text_is_read_as_markdown_reads_it(row: bool, pieces: list[str]) -> None:
    text = "".join(pieces)
    text = f"| a | b |\n| - | - |\n| 1 | {text} |" if row else text
    plainly = Markdown(extensions=["tables", "attr_list", _Let()]).convert(text)
    expected = Markdown(extensions=["tables", "attr_list"]).convert(text)
    assert _SPACE.sub("", plainly) == _SPACE.sub("", expected)
