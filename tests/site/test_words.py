"""The site's own words exist in both languages, with the same blanks to fill, and each is used."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from converter.site.words import CITATION, EDITS, table
from tests.conftest import ROOT

SITE = ROOT / "converter" / "site"


def flat(words: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, set[str]]]:
    for key, told in words.items():
        if isinstance(told, Mapping):
            yield from flat(told, f"{above}{key}.")
        else:
            assert told, key
            yield above + key, set(re.findall(r"\{(\w+)\}", str(told)))


def test_both_languages_say_the_same_things() -> None:
    words = table("words")
    assert dict(flat(words["zh"])) == dict(flat(words["en"]))
    told = table("publishing")
    assert dict(flat(told["zh"])) == dict(flat(told["en"]))
    for key, told in EDITS.load().items():
        assert told["zh"] and told["en"], key


def test_both_styles_of_citation_have_the_same_parts() -> None:
    styles = CITATION.load()
    assert dict(flat({"text": styles["zh-Hans"].text})) == dict(flat({"text": styles["en"].text}))


def test_every_word_is_used() -> None:
    files = [file for kind in ("py", "js", "html") for file in SITE.rglob(f"*.{kind}")]
    code = "".join(file.read_text(encoding="utf-8") for file in files)
    known = {
        key
        for key, _ in flat(table("words")["zh"])
        if not key.startswith(("measures.", "statuses.", "translation."))
    }
    names = {key.rpartition(".")[2] for key in known} | {"measures", "statuses", "chart"}
    assert [name for name in sorted(names) if not re.search(rf"""["'.]{name}\b""", code)] == []
    # Some are asked for by the kind of a report: ``keywords_law`` by ``f"keywords_{kind}"``.
    said = {re.sub("^keywords_.*", "keywords_{kind}", key) for key in table("publishing")["zh"]}
    assert [key for key in sorted(said) if not re.search(rf"""["']{re.escape(key)}["']""", code)] == []
    assert [key for key in EDITS.load() if f'"{key}"' not in code] == []
