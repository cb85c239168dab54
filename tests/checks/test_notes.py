"""What a careful reviewer asks: ``tests/cases/notes.md``, the seed, and what every note is made of."""

import re
from string import Formatter

import pytest
from msgspec.structs import replace

from converter.checks import notes_on, words
from converter.checks.tables import RULE_WORDS
from converter.figures.observing import observe
from converter.indicators.coding import coded
from converter.indicators.setting import setting_of
from converter.model import Note, Report
from tests.casefile import cases
from tests.conftest import data_of, report_of

PARTS = ("title", "seen", "why")


def noted(given: str) -> tuple[Note, ...]:
    body = given if given.startswith("一、") else f"一、主要工作\n{given}"
    report = report_of(f"南湖区2020年度法治政府建设情况报告\n{body}")
    return notes_on(report, coded(observe(report), setting_of(report)))


@cases("notes")
def test_notes(given: str, expected: str) -> None:
    assert "".join(f"{note.severity} | {words(note, 'title', 'zh')}\n" for note in noted(given)) == expected


def test_the_seed_is_asked_what_a_careful_reader_asks(seed_report: Report) -> None:
    found = notes_on(seed_report, observe(seed_report))
    said = {note.id: words(note, "seen", "zh") for note in found}
    assert list(said) == [
        "rate-of-few-c2-s5-v95",
        "rate-too-high-c6-s3-v90",
        "duty-not-met-c6-s4-v81",
        "outcomes-below-intake-c6-s5-v2735",
    ]
    assert "3/4（75%）和 4/4（100%）" in said["rate-of-few-c2-s5-v95"]
    assert "最多 89.3%" in said["rate-too-high-c6-s3-v90"]
    assert "行政机关负责人必须出庭" in said["duty-not-met-c6-s4-v81"]
    assert "合计 2,500，相差 235" in said["outcomes-below-intake-c6-s5-v2735"]


def test_a_note_rests_on_the_sentences_of_its_figures(seed_report: Report) -> None:
    observations = {o.id: o for o in observe(seed_report)}
    for note in notes_on(seed_report, list(observations.values())):
        assert {observations[id_].sentence for id_ in note.observations} <= {*note.sentences}
        assert re.fullmatch(r"[a-z0-9.-]+", note.id)


def test_a_dismissed_note_keeps_its_reason(seed_report: Report) -> None:
    source = replace(seed_report.source, dismissed={"rate-too-high-c6-s3-v90": "按已办结的计算"})
    report = replace(seed_report, source=source)
    reasons = {note.id: note.dismissed for note in notes_on(report, observe(report))}
    assert {id_: why for id_, why in reasons.items() if why} == dict(source.dismissed)
    assert len(reasons) == 4
    data = {note["id"]: note["dismissed"] for note in data_of(report)["notes"]}
    assert data == reasons


@pytest.mark.parametrize("key", RULE_WORDS.load())
def test_a_rule_says_the_same_in_both_languages(key: str) -> None:
    rule = RULE_WORDS.load()[key]
    for part in PARTS:
        blanks = [
            {name for _, name, *_ in Formatter().parse(rule.said(part, lang)) if name}
            for lang in ("zh", "en")
        ]
        assert part == "title" or blanks[0] == blanks[1]
        assert rule.said(part, "zh") and rule.said(part, "en")


def test_every_rule_can_speak() -> None:
    """Each rule is raised by a case, and its words can be filled in both languages."""
    raised = [note for case in cases("notes").args[1] for note in noted(case.values[0])]
    assert {note.rule for note in raised} == {*RULE_WORDS.load()}
    for note in raised:
        assert all(words(note, part, language) for part in PARTS for language in ("zh", "en"))
