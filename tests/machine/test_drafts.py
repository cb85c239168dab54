"""What becomes of a machine's answers: a draft where the numbers agree, and plain text whatever it says."""

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import markdown

from converter.text.markdown import plain, prose
from converter.translation import numbers as gate
from converter.translation.drafts import (
    AnswerError,
    Draft,
    Refusal,
    Translator,
    batches,
    drafts,
    entered,
    for_machines,
)
from converter.translation.memory import Block, Memory, Unit, blocks_of, read_memory, state_of, write_memory
from tests.conftest import ROOT

ATTACKS = (ROOT / "tests/cases/attacks.txt").read_text(encoding="utf-8").splitlines()


def unit(zh: str, key: str = "c1-p1") -> Unit:
    return Unit("c1", key, zh, "", zh)


def one(zh: str, *answers: str, year: int | None = None) -> Draft | Refusal:
    """What becomes of a text whose translator gives ``answers``, one after the other."""
    left = list(answers)
    [found] = drafts(
        [unit(zh)],
        Translator(lambda texts: [left.pop(0) for _ in texts], lambda *_: left.pop(0) if left else ""),
        year,
    )
    return found


def test_an_answer_that_says_almost_nothing_is_refused() -> None:
    found = one("坚持以人民为中心，不断完善公共法律服务体系，提升群众的获得感。", "We did it.")
    assert isinstance(found, Refusal)
    assert found.why == "short"


def test_an_answer_that_misses_the_terms_is_refused() -> None:
    zh = "推进依法行政，加强行政复议、行政应诉、行政执法监督和合法性审查，完善法治政府建设督察制度。"
    found = one(
        zh,
        "The government went on with its work in all of these fields and made things better for everybody in them.",
    )
    assert isinstance(found, Refusal)
    assert found.why == "terms"
    assert len(found.breaches) > 3


@pytest.mark.parametrize(
    "answer", ["Better Services", "I. Better Services", "1. Better Services", "First, Better Services"]
)
def test_a_heading_has_its_number_from_us(answer: str) -> None:
    [found] = drafts([unit("一、提升服务水平", "c1")], Translator(lambda _: [answer], None), None)
    assert isinstance(found, Draft)
    assert found.unit.en == "I. Better Services"


def test_what_has_english_by_rule_or_in_the_dictionary_is_no_work_for_a_machine() -> None:
    memory = Memory(
        (
            unit("三、存在的问题", "c3"),
            Unit("region", "", "云河区"),
            Unit("indicator", "", "受理案件"),
            Unit("indicator", "", "甲乙丙走访"),
            unit("开展培训。"),
        )
    )
    asked, _ = for_machines(memory, {"受理案件"})
    assert [one.zh for one in asked] == ["甲乙丙走访", "开展培训。"]


def test_an_answer_with_the_same_numbers_becomes_a_draft() -> None:
    found = one("办理案件8万余件。", "More than 80,000 cases were handled.")
    assert isinstance(found, Draft)
    assert (found.unit.en, state_of(found.unit)) == ("More than 80,000 cases were handled.", "draft")


@pytest.mark.parametrize(
    "english",
    [
        "More than 8,000 cases were handled.",  # another number
        "About 80,000 cases were handled.",  # another bound
        "Many cases were handled.",  # none
        "In 12 districts, more than 80,000 cases were handled.",  # an invented one
    ],
)
def test_another_number_is_refused_and_named(english: str) -> None:
    found = one("办理案件8万余件。", english, english)
    assert isinstance(found, Refusal)
    assert found.why == "number"
    assert found.differences


def test_a_wrong_number_is_told_once() -> None:
    told = []

    def mend(text: str, answer: str, wrong: str) -> str:
        told.append((text, answer, wrong))
        return "5 cases."

    [found] = drafts([unit("办理5件。")], Translator(lambda _: ["6 cases."], mend), None)
    assert isinstance(found, Draft)
    [(text, answer, wrong)] = told
    assert (text, answer) == ("办理5件。", "6 cases.")
    assert "5" in wrong


def test_the_report_s_year_is_the_year_of_last_year() -> None:
    english = "Up 5 percent from 2019."
    assert isinstance(one("比去年增长5%。", english, year=2020), Draft)
    assert isinstance(one("比去年增长5%。", "Up 5 percent from 1987.", year=2020), Refusal)


@pytest.mark.parametrize("answer", ["全区办理5件。", "Handled 5 件.", "５ cases", "5 cases in ② towns"])
def test_chinese_and_foreign_digits_are_refused(answer: str) -> None:
    found = one("办理5件。", answer)
    assert isinstance(found, Refusal)
    assert found.why == "foreign"


@pytest.mark.parametrize("answer", ["", "  \n", "\u200b\u202e"])
def test_nothing_is_no_answer(answer: str) -> None:
    found = one("甲", answer)
    assert isinstance(found, Refusal)
    assert found.why == "answer"


def test_a_term_that_differs_is_kept_and_named() -> None:
    found = one("开展行政复议。", "Reviews were made.")
    assert isinstance(found, Draft)
    assert [breach.term.zh for breach in found.breaches] == ["行政复议"]


@example("text { #evil onclick=attacked(1) }")
@example("text\n{: #evil onclick=attacked(1) }")
@example("# heading\n\n- list\n\n<script>attacked(1)</script>")
@example("![x](javascript:attacked(1)) [x]: http://a")
@example("---\ntitle: x\n---")
@given(st.text(max_size=60) | st.sampled_from(ATTACKS))
def test_an_answer_is_one_block_that_shows_exactly_what_it_says(answer: str) -> None:
    for key, marks in (("c1-p1", ""), ("c1-s1", "##")):
        [found] = drafts([unit("甲", key)], Translator(lambda _: [answer]), None)
        if isinstance(found, Refusal):
            continue
        page = Block(key, "甲", marks, f"#{key}").markdown(found.unit.en)
        [block] = blocks_of(page)
        assert (block.key, block.text) == (key, found.unit.en)
        html = markdown(page, extensions=["attr_list", "tables", "toc"])
        tag = "h2" if marks else "p"
        shown = html.removeprefix(f'<{tag} id="{key}">').removesuffix(f"</{tag}>")
        assert "<" not in shown
        assert ">" not in shown
        memory = Memory((found.unit,))
        assert read_memory(write_memory(memory, "r"), "r.po") == memory
        assert gate.differences("甲", found.unit.en) == ()


@given(st.text(max_size=60))
def test_plain_is_the_other_way_of_prose(text: str) -> None:
    shown = plain(prose(text))
    assert shown is not None
    assert prose(shown) == prose(text)


@pytest.mark.parametrize(
    "block", ["| a | b |\n|---|---|\n| 1 | 2 |", "见[注](c5.md)", "*强调*", "<br>", "- 甲"]
)
def test_what_holds_marks_is_for_a_person(block: str) -> None:
    assert for_machines(Memory((unit(block),))) == ([], [unit(block)])


def test_a_heading_may_start_like_a_list() -> None:
    heading = unit("1. 甲", "c1-s1")
    assert for_machines(Memory((heading,))) == ([heading], [])


def test_only_what_is_missing_is_drafted_and_only_if_it_still_is() -> None:
    states = (
        Unit("c1", "c1-p1", "甲", "reviewed", "甲"),
        Unit("c1", "c1-p2", "乙", "draft", "乙", draft=True),
        Unit("c1", "c1-p3", "丙二", "stale", "丙"),
        unit("丁", "c1-p4"),
        Unit("indicator", "", "戊 *", "", "戊 *"),
    )
    units, others = for_machines(Memory(states))
    assert ([one.zh for one in units], others) == (["丁", "戊 *"], [])
    made = [one for one in drafts(units, Translator(lambda _: ["A", "B *"]), None) if isinstance(one, Draft)]
    assert [u.en for u in entered(Memory(states), made).units] == ["reviewed", "draft", "stale", "A", "B *"]
    changed = Memory((Unit("c1", "c1-p4", "丁", "By hand", "丁"), unit("丁二", "c1-p4")))
    assert entered(changed, made) == changed


def test_one_bad_text_does_not_spoil_the_others() -> None:
    def translate(texts: Sequence[str]) -> Sequence[str]:
        if "坏" in texts:
            raise AnswerError("broken")
        return [f"text {'abc'['甲乙丙'.index(text)]}" for text in texts]

    found = list(drafts([unit(zh) for zh in "甲坏乙"], Translator(translate), None))
    assert [isinstance(one, Draft) for one in found] == [True, False, True]


@pytest.mark.parametrize("answers", [[], ["a"], ["a", "b", "c"]])
def test_the_number_of_answers_is_checked(answers: list[str]) -> None:
    found = list(
        drafts(
            [unit("甲"), unit("乙")],
            Translator(lambda texts: answers if len(texts) > 1 else ["x", "y"]),
            None,
        )
    )
    assert [one.why for one in found if isinstance(one, Refusal)] == ["answer", "answer"]


@given(st.lists(st.text("字", min_size=1, max_size=900)))
def test_batches_hold_every_text_once_in_order(texts: list[str]) -> None:
    units = [unit(text) for text in texts]
    assert [one for batch in batches(units) for one in batch] == units
