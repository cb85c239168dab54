"""Every word the program shows exists in both languages, with the same blanks to fill."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT

BILINGUAL = [
    "cli/messages.toml",
    "segment/kind.toml",
    "clean/noise.toml",
    "terms/breaches.toml",
    "publisher/problems.toml",
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
        and not key.startswith(("pages_", "inspect_", "doubt_", "resolved_", "state_", "open_"))
    ] == []


@pytest.mark.parametrize("file", sorted((ROOT / "converter").rglob("*.toml")), ids=lambda f: f.name)
def test_every_data_file_says_what_it_is(file: Path) -> None:
    assert file.read_text(encoding="utf-8").startswith("# ")
