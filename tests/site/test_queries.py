"""What readers ask (``queries/*.toml``), asked in a browser: the answer is among the first five pages found."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.site.conftest import ROOT, Visit
from tests.site.test_search import ask

FILES = sorted(Path(__file__).with_name("queries").glob("*.toml"))
FIRST = 5
"""So many pages does a reader look at."""


PARAGRAPH = re.compile(r"-p\d+$")


@dataclass(frozen=True)
class Query:
    text: str
    places: tuple[str, ...]


def read(file: Path) -> tuple[str, list[Query]]:
    """The page to ask from, and what to ask; skips what needs pages that the project has not yet."""
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    if not (ROOT / "docs" / told["pages"]).exists():
        pytest.skip(f"docs/{told['pages']} is not there yet")
    return told["asked_on"], [
        Query(text, tuple(told["pages"] + place for place in places))
        for text, places in told["queries"].items()
    ]


def first_pages(links: list[str]) -> list[str]:
    """Of the links found, those that lead to one of the first pages or a place on it."""
    pages = list(dict.fromkeys(link.partition("#")[0] for link in links))[:FIRST]
    return [link for link in links if link.partition("#")[0] in pages]


def test_the_set_is_large_enough() -> None:
    asked = [tomllib.loads(file.read_text(encoding="utf-8"))["queries"] for file in FILES]
    assert sum(map(len, asked)) >= 120


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_readers_find_what_they_ask_for(visit: Visit, address: str, file: Path) -> None:
    page, queries = read(file)
    visit.page.goto(f"{address}{page}.html")
    missed = []
    for query in queries:
        links = [link.removeprefix(address).replace(".html", "") for link in ask(visit, query.text)]
        found = first_pages(links) if query.places else links
        # Whoever is led to a paragraph is led to its section.
        there = {*found, *(PARAGRAPH.sub("", link) for link in found)}
        missed += [(query.text, place) for place in query.places if place not in there]
        missed += [(query.text, "nothing expected") for _ in found[:1] if not query.places]
    expected = sum(max(1, len(query.places)) for query in queries)
    assert len(missed) <= 0.02 * expected, missed
    assert not visit.complaints
    assert all(request.startswith(address) for request in visit.requests)
