"""Every word the program shows exists in both languages, with the same blanks to fill."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT

BILINGUAL = [
    "cli/messages.toml",
    "structure/segment/kind.toml",
    "structure/clean/noise.toml",
    "translation/terms/breaches.toml",
    "site/publisher/problems.toml",
]


def blanks(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("file", BILINGUAL)
def test_both_languages_are_there(file: str) -> None:
    table = tomllib.loads((ROOT / "converter" / file).read_text(encoding="utf-8"))
    for key, entry in table.items():
        assert entry["zh"], key
        assert entry["en"], key
        assert blanks(entry["zh"]) == blanks(entry["en"]), key


def test_every_message_is_used() -> None:
    code = "".join(f.read_text(encoding="utf-8") for f in (ROOT / "converter").rglob("*.py"))
    messages = tomllib.loads((ROOT / "converter" / "cli" / "messages.toml").read_text(encoding="utf-8"))
    assert [
        key
        for key in messages
        if f'"{key}"' not in code
        and not key.startswith(
            (
                "pages_",
                "inspect_",
                "doubt_",
                "role_",
                "resolved_",
                "state_",
                "open_",
                "type_",
                "correction_",
                "entry_",
                "correct_",
            )
        )
    ] == []


@pytest.mark.parametrize("file", sorted((ROOT / "converter").rglob("*.toml")), ids=lambda f: f.name)
def test_every_data_file_says_what_it_is(file: Path) -> None:
    assert file.read_text(encoding="utf-8").startswith("# ")


def flat(table: dict[str, object], before: str = "") -> dict[str, object]:
    """The leaves of a table by their whole names."""
    found: dict[str, object] = {}
    for key, value in table.items():
        found |= flat(value, f"{before}{key}.") if isinstance(value, dict) else {before + key: value}
    return found


def speaking() -> list[Path]:
    """The data files that hold one table of words for each language."""
    files = sorted((ROOT / "converter").rglob("*.toml"))
    return [file for file in files if {"zh", "en"} <= tomllib.loads(file.read_text(encoding="utf-8")).keys()]


@pytest.mark.parametrize("file", speaking(), ids=lambda f: f"{f.parent.name}/{f.name}")
def test_each_word_of_one_language_is_in_the_other(file: Path) -> None:
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    zh, en = flat(table["zh"]), flat(table["en"])
    assert zh.keys() == en.keys()
    # A date needs the month's name in English and its number in Chinese.
    assert {key for key in zh if blanks(str(zh[key])) != blanks(str(en[key]))} <= {"day"}
    # Nobody left the other language's words standing.
    chinese = re.compile("[\u4e00-\u9fff]")
    left = {key for key, value in en.items() if chinese.search(str(value)) and not key.startswith("other")}
    assert left <= MENTIONS, left


# English texts that speak of Chinese words.
MENTIONS = {"figures_intro", "hint", "help.value", "refused.value_digits"}
