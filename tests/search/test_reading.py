"""Text in, what the search reads out: the case file, and what holds for any text."""

import string

from hypothesis import given, strategies
from opencc import OpenCC

from converter.site.search.fold import Fold
from converter.site.search.keys import keys_of
from converter.site.search.values import values
from converter.site.search.variants import asked, paired, printed, variants
from tests.casefile import cases

FOLD = Fold(variants())
TEXTS = strategies.text(
    strategies.sampled_from(string.printable + "，。、％万亿千余分年復著２Ａé\u200b㎡ "), max_size=40
)


@cases("search-reading")
def test_a_line_is_read_as_its_case_says(given: str, expected: str) -> None:
    read = [f"{FOLD(line)} | {' '.join(values(FOLD(line)))}".rstrip() for line in given.splitlines()]
    assert read == expected.splitlines()


@given(TEXTS)
def test_what_was_read_is_read_the_same_again(text: str) -> None:
    assert FOLD(FOLD(text)) == FOLD(text)


@given(TEXTS)
def test_every_two_neighbours_and_every_character_are_keys(text: str) -> None:
    runs = FOLD(text).split()
    pairs = {run[at : at + 2] for run in runs for at in range(len(run))}
    assert pairs <= keys_of(FOLD(text)).keys()


def test_keys_of_words_and_values() -> None:
    keys = keys_of(FOLD("注册APP 66万"))
    assert {"册a", "注册a", "册ap", "app", "_app", "_66", "66万", "6万", "=660000", "万"} <= keys.keys()
    assert keys_of("复议复议")["复议"] == 2


def test_variants_are_those_of_opencc() -> None:
    ideographs = [*map(chr, range(0x3400, 0xA000))]
    told = OpenCC("t2s").convert(OpenCC("tw2s").convert("\n".join(ideographs))).split("\n")
    changed = {one: other for one, other in zip(ideographs, told, strict=True) if one != other}
    assert {one: other for one, other in changed.items() if len(other) == 1} == variants()


def test_only_needed_variants_are_handed_out() -> None:
    known = printed("顯著的成效")
    assert known == {"著": "着", "顯": "显"}
    more = asked(FOLD("顯著的行政复议"), known)
    assert more["議"] == "议"
    assert more["復"] == more["複"] == "复"
    assert not {"著", "龍"} & more.keys()
    assert paired({"議": "议", "復": "复"}) == "議议復复"
