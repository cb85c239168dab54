"""Our own invented reports and their right answers: which share of them the program gives.

``reports/NAME.txt`` is a report, ``reports/NAME.answers.toml`` what a careful reader says of it: facts, the outline (``num |
heading | role``, sections indented), and each figure in order.  ``*`` in a field is not asked.  ``floor.toml`` holds what was reached.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.conftest import data_of, report_of

HERE = Path(__file__).parent
FACTS = ("title", "issuer", "region", "report_year", "published")
FIELDS = ("value", "unit", "bound", "measure", "status", "period", "indicator")
NOT_ASKED = "*"
Row = tuple[str, ...]


@dataclass(frozen=True)
class Answers:
    """What is said of a report, by a person or by the program."""

    facts: Mapping[str, str]
    outline: tuple[Row, ...]
    figures: tuple[Row, ...]
    """Each figure's text and its ``FIELDS``."""


def reports() -> list[str]:
    """The names of the reports."""
    return sorted(file.stem for file in HERE.glob("reports/*.txt"))


def expected(name: str) -> Answers:
    """What a careful reader says of the report."""
    told = tomllib.loads((HERE / "reports" / f"{name}.answers.toml").read_text(encoding="utf-8"))
    facts = {key: str(told[key]) for key in FACTS if key in told}
    return Answers(
        facts, tuple(_outline_rows(told["outline"])), tuple(map(_row, told["figures"].strip().splitlines()))
    )


def _row(line: str) -> Row:
    return tuple("" if field.strip() == "-" else field.strip() for field in line.split("|"))


def _outline_rows(text: str) -> Iterator[Row]:
    for line in text.splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        yield (str(depth), *_row(line))


def said(name: str) -> Answers:
    """What the program says of the report."""
    text = (HERE / "reports" / f"{name}.txt").read_text(encoding="utf-8")
    told = data_of(report_of(text))
    figures = tuple(
        (one["surface"], *(str(one[field] or "") for field in FIELDS)) for one in told["observations"]
    )
    return Answers({key: str(told[key]) for key in FACTS}, tuple(_parts(told["chapters"])), figures)


def _parts(parts: list[dict[str, Any]], depth: int = 0) -> Iterator[Row]:
    for part in parts:
        role = (part["role"],) if depth == 0 else ()
        yield (str(depth), part.get("number") or part.get("label") or "", part["heading"] or "", *role)
        yield from _parts(part["sections"], depth + 1)


@dataclass
class Tally:
    """How many there are and how many are right, by what was asked."""

    right: dict[str, int]
    asked: dict[str, int]

    def add(self, what: str, right: int, asked: int = 1) -> None:
        self.right[what] = self.right.get(what, 0) + right
        self.asked[what] = self.asked.get(what, 0) + asked

    def shares(self) -> dict[str, Fraction]:
        return {what: Fraction(self.right[what], asked) for what, asked in self.asked.items() if asked}


def score(pairs: Mapping[str, tuple[Answers, Answers]]) -> dict[str, Fraction]:
    """The share that is right of each thing asked, over all reports: a pair is what is right and what was said."""
    tally = Tally({}, {})
    for right, told in pairs.values():
        for key, value in right.facts.items():
            tally.add("facts", told.facts.get(key) == value)
        same = _matching(right.outline, told.outline)
        tally.add("parts found", len(same), len(right.outline))
        tally.add("parts that are", len(same), len(told.outline))
        _add_figures(tally, right.figures, told.figures)
    return tally.shares()


def _add_figures(tally: Tally, right: tuple[Row, ...], told: tuple[Row, ...]) -> None:
    pairs = _matching([row[:1] for row in right], [row[:1] for row in told])
    tally.add("figures found", len(pairs), len(right))
    tally.add("figures that are", len(pairs), len(told))
    for at, other in pairs:
        for field, want, given in zip(FIELDS, right[at][1:], told[other][1:], strict=True):
            if want != NOT_ASKED:
                tally.add(field, want == given)


def _matching(one: Any, other: Any) -> list[tuple[int, int]]:
    """The places of what is the same in both, in the order of both."""
    blocks = SequenceMatcher(None, list(one), list(other), autojunk=False).get_matching_blocks()
    return [(block.a + step, block.b + step) for block in blocks for step in range(block.size)]


def measured() -> dict[str, Fraction]:
    """The shares reached today."""
    return score({name: (expected(name), said(name)) for name in reports()})
