"""The first report in English: block for block, with its terms and its numbers."""

import re
from pathlib import Path

import pytest

from converter.translation.numbers import differences
from converter.translation.terms import breaches
from tests.conftest import ROOT

PAGES = sorted((ROOT / "docs" / "en" / "lanshan-2020").glob("c?.md"))
_ATTRIBUTES = re.compile(r"\{:? [^}]*\}")


def blocks(page: Path) -> list[str]:
    return page.read_text(encoding="utf-8").split("---\n", 2)[2].strip().split("\n\n")


def pairs(page: Path) -> list[tuple[str, str]]:
    chinese = ROOT / "docs" / "zh" / page.relative_to(ROOT / "docs" / "en")
    return list(zip(blocks(chinese), blocks(page), strict=True))


def test_all_chapters_are_there() -> None:
    assert [page.stem for page in PAGES] == [f"c{number}" for number in range(1, 10)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_it_says_what_the_chinese_says(page: Path) -> None:
    for zh, en in pairs(page):
        assert _ATTRIBUTES.findall(zh) == _ATTRIBUTES.findall(en)
        assert zh.startswith("#") == en.startswith("#")
        assert breaches(zh, en) == ()
        assert differences(zh, en) == ()
