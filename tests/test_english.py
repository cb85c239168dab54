"""The English of the program and of the first report keeps to ``docs/dev/english.md``, as far as a program can tell."""

import re
from pathlib import Path

import pytest

from converter.translation.english import ENGLISH
from tests.conftest import ROOT

_BRITISH = re.compile(
    r"\b\w*(?:organis(?!m)|colour|centre[sd]?\b|favour|programmes?\b|behaviour|licence|labour|catalogue|recognis|neighbour|"
    r"fulfil\b|whilst|standardis|digitis|modernis|utilis|emphasis(?:e|ing)|travell|cancell(?:ed|ing)|metres?\b|judgement)\w*",
    re.I,
)
_LONGEST = 80
TABLES = sorted((ROOT / "converter").rglob("*.toml"))
PAGES = [*sorted((ROOT / "docs/en").rglob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]


def english_of(path: Path) -> list[str]:
    """The values of a table that are English prose; patterns and keys are not."""
    text = path.read_text(encoding="utf-8")
    said = re.findall(r'\ben(?:\.\w+)? = "((?:[^"\\]|\\.)*)"', text)
    if path.name == "english.toml" and path.parent.name == "translation":
        said += re.findall(r'^"[^"]+" = "([^"]*)"', text, re.M)
    return said


@pytest.mark.parametrize("path", TABLES, ids=lambda path: str(path.relative_to(ROOT)))
def test_tables_spell_as_americans(path: Path) -> None:
    assert [word[0] for said in english_of(path) for word in _BRITISH.finditer(said)] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_pages_spell_as_americans(path: Path) -> None:
    assert [word[0] for word in _BRITISH.finditer(path.read_text(encoding="utf-8"))] == []


def test_a_unit_is_one_word_not_two_guesses() -> None:
    table = (ROOT / "converter/translation/english.toml").read_text(encoding="utf-8")
    units = re.findall(r'^"[^"]+" = "([^"]*)"', table.partition("[unit]")[2].partition("\n[")[0], re.M)
    assert len(units) > 200
    assert [unit for unit in units if re.search(r"[a-z]/[a-z]", unit) and " per " not in unit] == []


def test_every_unit_has_a_word() -> None:
    """One that is empty is no unit left out, but one without English: the page would show the Chinese."""
    assert [zh for zh, en in ENGLISH.load().unit.items() if not en.strip()] == []


@pytest.mark.parametrize("path", sorted((ROOT / "docs/en").glob("*/c*.md")), ids=lambda path: path.stem)
def test_sentences_of_the_first_report_can_be_read_in_one_breath(path: Path) -> None:
    text = re.sub(r"^---.*?^---", "", path.read_text(encoding="utf-8"), flags=re.S | re.M)
    sentences = re.split(r"(?<=[.;:!?])[”’)]*\s|\n", text)
    assert [sentence for sentence in sentences if len(sentence.split()) > _LONGEST] == []
    assert "person-times" not in text
