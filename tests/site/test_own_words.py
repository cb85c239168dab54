"""What people ask in words of their own (``own-words.tsv``): the right answer is the first one found."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.site.conftest import ROOT, Visit
from tests.site.test_search import ask

FILE = Path(__file__).with_name("own-words.tsv")
SECTION = re.compile(r"(/c\d+#c\d+-s\d+)-.*$")


@dataclass(frozen=True)
class Question:
    """``expected`` are addresses without ``.html``; any place in an expected section is right, none at all if it is ``-``."""

    language: str
    kind: str
    query: str
    expected: tuple[str, ...]

    def answered_by(self, link: str) -> bool:
        chapter = link.partition("#")[0]
        return bool({link, SECTION.sub(r"\1", link), chapter} & set(self.expected))


def questions(language: str) -> list[Question]:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["language"] == language]
    return [
        Question(
            row["language"],
            row["kind"],
            row["query"],
            tuple(one for one in row["expected"].split() if one != "-"),
        )
        for row in rows
    ]


def places(links: list[str]) -> list[str]:
    """The links without those that only head the places of their page."""
    return [
        link
        for at, link in enumerate(links)
        if "#" in link or at + 1 == len(links) or links[at + 1].partition("#")[0] != link
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_first_answer_is_right(visit: Visit, address: str, language: str) -> None:
    if not (ROOT / "docs" / language / "lanshan-2020").exists():
        pytest.skip("the pages asked for are not there")
    visit.page.goto(f"{address}{language}/index.html" if language == "en" else f"{address}index.html")
    wrong = []
    asked = questions(language)
    for question in asked:
        links = [link.removeprefix(address).replace(".html", "") for link in ask(visit, question.query)]
        found = places(links)
        if question.expected and not any(map(question.answered_by, found[:1])):
            wrong.append((question.query, found[:2]))
        if not question.expected and found:
            wrong.append((question.query, found[:2]))
    assert len(wrong) <= 0.08 * len(asked), wrong
    assert not visit.complaints
    assert all(request.startswith(address) for request in visit.requests)
