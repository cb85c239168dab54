"""Addresses that were published once stay: others cite them.

``published.txt`` lists every chapter, section, paragraph and figure of the raw reports in ``seeds/`` by address.
``GONGKAI_REWRITE_PUBLISHED=1 pytest tests/test_published.py`` adds new ones; it never takes one out.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from converter.build.keep import Change
from converter.cli.vanishing import vanishing
from converter.data import places
from converter.data.writer import report_file, written
from converter.pipeline import reading, report_of
from converter.sources import source_of
from tests.conftest import ROOT
from tests.exports.conftest import report_with, typed

LIST = ROOT / "tests" / "published.txt"
REWRITE = "GONGKAI_REWRITE_PUBLISHED"


def published() -> list[str]:
    return LIST.read_text(encoding="utf-8").split() if LIST.exists() else []


def addresses_of(file: Path) -> Iterator[str]:
    """The addresses of a raw report's places, below the folder of a language."""
    report = report_of(source_of(file.read_bytes(), file.relative_to(ROOT).as_posix()))
    yield from (f"{file.stem}/{place}" for place in places(report_file(reading(report))))


def now() -> list[str]:
    seeds = sorted(file for file in (ROOT / "seeds").iterdir() if file.suffix != ".toml")
    return [address for file in seeds for address in addresses_of(file)]


def test_no_published_address_has_vanished_and_every_new_one_is_held() -> None:
    there, held = now(), published()
    assert len(there) == len(set(there))
    if os.environ.get(REWRITE):
        LIST.write_text("\n".join(dict.fromkeys((*held, *there))) + "\n", encoding="utf-8")
        held = published()
    vanished = [address for address in held if address not in set(there)]
    assert vanished == [], "these addresses may be cited somewhere: the converter has to keep them"
    new = [address for address in there if address not in set(held)]
    assert new == [], f"new addresses: hold them with {REWRITE}=1 pytest tests/test_published.py"


def test_the_list_is_not_being_rewritten() -> None:
    assert not os.environ.get(REWRITE), "addresses were added: read the difference, then run without the flag"


def change(path: str, before: list[str], after: list[str]) -> Change:
    told = (written(typed(report_with(preface=preface(names)))) for names in (before, after))
    return Change(path, "updated", *told, None, None)


def preface(names: list[str]) -> dict[str, Any]:
    return {"paragraphs": [{"id": name, "text": "一", "start": 0, "end": 1} for name in names]}


def test_a_build_names_the_places_it_takes_away() -> None:
    few, many = ["c0-p1", "c0-p2"], [f"c0-p{number}" for number in range(1, 9)]
    assert list(vanishing([change("data/x.json", few, many), change("zh/x/c1.md", many, few)])) == []
    (said,) = vanishing([change("data/x.json", many, few)])
    assert "docs/data/x.json" in said
    assert "index.html#c0-p3 index.html#c0-p4" in said
    assert " …" in said
    assert "index.html#c0-p8" not in said


def test_data_that_people_broke_have_no_places() -> None:
    broken = Change("data/x.json", "updated", "{", "[]", None, None)
    assert list(vanishing([broken])) == []
