"""Nobody makes mark-up by typing it into a form."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from converter.site.editing.forms import EditingError
from converter.site.editing.typed import shown_text, typed_block
from converter.text.markup import written_in
from converter.translation.memory import Block
from tests.conftest import ROOT

ATTACKS = (ROOT / "tests/cases/attacks.txt").read_text(encoding="utf-8").splitlines()
PARAGRAPH, HEADING = Block("c1-p1", "一段话。"), Block("c1", "一、标题", "##", "#c1")
RICH, TABLE = (
    Block("c1-p1", "见[表](figures.md)和*重点*。"),
    Block("c1-t1", "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |"),
)
PLAIN = {"p", "ol", "ul", "li", "h2"}


def elements(markdown: str) -> set[str]:
    made = Markdown(extensions=["attr_list", "tables"]).convert(markdown)
    return set(re.findall(r"<([a-z0-9]+)", made))


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("block", [PARAGRAPH, HEADING, RICH, TABLE])
def test_no_attack_becomes_mark_up(attack: str, block: Block) -> None:
    try:
        typed = typed_block(block, attack)
    except EditingError:
        return
    assert list(written_in(block.markdown(typed))) == []
    made = Markdown(extensions=["attr_list", "tables"]).convert(block.markdown(typed))
    assert not re.search(
        r"<(script|img|svg|iframe|style|form|input|object|embed)\b|\son\w+=|javascript:", _tags(made), re.I
    )


def _tags(made: str) -> str:
    return " ".join(re.findall(r"<[^>]*>", made))


SEEN = st.characters(categories=["L", "N", "P", "S", "Zs"], include_characters="\n\t\\<>{}[]()#*_`|&")


@given(st.text(SEEN, max_size=80))
def test_what_is_typed_is_what_is_shown(text: str) -> None:
    typed = typed_block(PARAGRAPH, text)
    assert elements(typed) <= {"p"}
    made = html.unescape(re.sub(r"</?p>", "", Markdown().convert(typed)))
    assert "".join(made.split()) == "".join(text.split())


@given(st.text(max_size=60))
def test_a_block_shown_and_typed_again_is_the_same(text: str) -> None:
    block = Block("c1-p1", typed_block(PARAGRAPH, text).partition("\n")[0])
    if block.text:
        assert typed_block(block, shown_text(block)) == block.text


@pytest.mark.parametrize("block", [RICH, TABLE])
def test_links_emphasis_and_tables_stay(block: Block) -> None:
    assert typed_block(block, shown_text(block)) == block.text
