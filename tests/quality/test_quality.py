"""The quality reached on our own reports is pinned, and runs without anything beside the project."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from tests.quality.floor import LoweredError, lower, pinned, write
from tests.quality.score import FACTS, FIELDS, Answers, expected, measured, reports, score


def test_no_share_is_lower_than_pinned() -> None:
    """What is better is pinned with ``python -m tests.quality``; what is lower needs ``--lower`` and a reason."""
    assert lower(measured(), pinned()[-1].shares) == []


@pytest.mark.parametrize("name", reports())
def test_the_answers_are_of_the_report(name: str) -> None:
    """Each figure stands in the text, in the order of the answers, and each heading too."""
    text = (Path(__file__).parent / "reports" / f"{name}.txt").read_text(encoding="utf-8")
    answers, at = expected(name), 0
    for surface, *fields in answers.figures:
        assert len(fields) == len(FIELDS), surface
        at = text.index(surface, at) + len(surface)
    assert all(heading in text for _, _, heading, *_ in answers.outline)
    assert answers.facts.keys() <= set(FACTS)


@pytest.mark.parametrize("name", reports())
def test_right_answers_score_one_and_each_wrong_one_less(name: str) -> None:
    right = expected(name)
    assert set(score({name: (right, right)}).values()) == {Fraction(1)}
    for wrong in spoilt(right):
        assert min(score({name: (right, wrong)}).values()) < 1


def spoilt(right: Answers) -> list[Answers]:
    """The answers with one thing wrong, for each thing there is."""
    figures = [
        (*right.figures[:at], (*row[:field], row[field] + "x", *row[field + 1 :]), *right.figures[at + 1 :])
        for at, row in enumerate(right.figures)
        for field in range(len(row))
        if row[field] != "*"
    ]
    missing = [right.figures[:at] + right.figures[at + 1 :] for at in range(len(right.figures))]
    invented = [(*right.figures, ("9件", *right.figures[0][1:]))]
    return [
        *(replace(right, figures=rows) for rows in (*figures, *missing, *invented)),
        *(replace(right, facts={**right.facts, key: "x"}) for key in right.facts),
        *(
            replace(right, outline=right.outline[:at] + right.outline[at + 1 :])
            for at in range(len(right.outline))
        ),
    ]


def test_a_lower_share_is_pinned_only_with_a_reason(tmp_path: Path) -> None:
    file = tmp_path / "floor.toml"
    high, low = {"facts": Fraction(1)}, {"facts": Fraction(1, 2)}
    write(high, None, file)
    with pytest.raises(LoweredError, match="facts"):
        write(low, None, file)
    write(low, "the annotation was wrong", file)
    assert [(pin.shares, pin.lowered) for pin in pinned(file)] == [
        (high, None),
        (low, "the annotation was wrong"),
    ]
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('lowered = "the annotation was wrong"\n', ""), encoding="utf-8")
    with pytest.raises(LoweredError):
        pinned(file)
