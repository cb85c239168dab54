"""The English of the program and of the first report keeps to ``docs/dev/english.md``, as far as a program can tell."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click
import pytest

from converter.cli.main import main
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

# The dictionary of indicators and the words of names are names, not sentences.
OWN = [path for path in TABLES if not {"indicators", "translation"} & set(path.relative_to(ROOT).parts)]
OURS = [*sorted((ROOT / "docs/en").glob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
_WORD = r"[A-Za-z0-9][\w’'/–-]*"
_FAULTS = re.compile(
    rf"\b{_WORD}, {_WORD} (?:and|or) {_WORD}"  # no serial comma
    r"|(?<![Tt]here )\bis no (?!longer\b)\w+"  # is not a
    r"|[\d}] %"
)


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


def prose_of(table: object) -> Iterator[str]:
    """What a data file says in English: the values of `en`, of keys that end so, and of all below them."""
    if isinstance(table, Mapping):
        for key, value in table.items():
            yield from texts_in(value) if key == "en" or key.endswith("_en") else prose_of(value)
    elif isinstance(table, list):
        for value in table:
            yield from prose_of(value)


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list):
        for one in value.values() if isinstance(value, Mapping) else value:
            yield from texts_in(one)


def help_of(command: click.Command) -> Iterator[str]:
    yield from (command.help or "", command.short_help or "")
    yield from (option.help or "" for option in command.params if isinstance(option, click.Option))
    for one in command.commands.values() if isinstance(command, click.Group) else ():
        yield from help_of(one)


def faults(texts: Iterable[str]) -> list[str]:
    return [fault[0] for text in texts for fault in _FAULTS.finditer(text)]


@pytest.mark.parametrize("path", OWN, ids=lambda path: str(path.relative_to(ROOT)))
def test_words_of_the_program_keep_to_the_style(path: Path) -> None:
    assert faults(prose_of(tomllib.loads(path.read_text(encoding="utf-8")))) == []


def test_pages_and_help_keep_to_the_style() -> None:
    pages = [
        re.sub(r"```.*?```|`[^`\n]*`", "…", path.read_text(encoding="utf-8"), flags=re.S) for path in OURS
    ]
    assert faults([*pages, *help_of(main)]) == []


def test_nobody_is_told_of_1_pages() -> None:
    """A count stands behind what it counts (pages: 1), where the sentence has one form alone."""
    messages = tomllib.loads((ROOT / "converter/cli/messages.toml").read_text(encoding="utf-8"))
    counted = re.compile(
        r"\{(?:count|n|left|kept|retired|refused|chapters|sections|figures|dropped|reports)\} (?!is |in |of )[a-z]+"
    )
    assert [found[0] for text in prose_of(messages) for found in counted.finditer(text)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in UTF-8, UTF-16 or GB 18030", ["UTF-8, UTF-16 or GB"]),
        ("in UTF-8, UTF-16, or GB 18030; in Chinese, and in English", []),
        ("{path} is no page of a report", ["is no page"]),
        ("there is no page, and it is no longer raised", []),
        ("{percent} % like it", ["} %"]),
    ],
)
def test_faults_are_seen(text: str, found: list[str]) -> None:
    assert faults([text]) == found
