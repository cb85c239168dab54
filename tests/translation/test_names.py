"""Names of figures put into English from their words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.text.fold import fold
from converter.translation.english import by_rule
from converter.translation.names import name_in_english
from converter.translation.names.lexicon import (
    ADJECTIVES,
    ADVERBS,
    GRAMMAR,
    NOUNS,
    PLACES,
    VERBS,
    known_words,
)
from converter.translation.names.phrase import single
from converter.translation.terms import terms
from converter.translation.terms.english import prose
from converter.translation.wording import slips
from tests.casefile import cases

HAN = re.compile("[\u3007\u3400-\u9fff]")
WORDS = sorted(known_words())


@cases("names-english")
def test_a_name_in_english(given: str, expected: str) -> None:
    assert [name_in_english(name) or "-" for name in given.splitlines()] == expected.splitlines()


def test_a_name_of_a_form_stays_as_the_form_has_it() -> None:
    assert by_rule("indicator", "行政复议") == "Administrative reconsideration"


names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map("".join)


@given(names | st.text(alphabet="新增受理案件率的、和（）“”占居增长·A5", max_size=12))
def test_nothing_is_translated_by_half(name: str) -> None:
    told = name_in_english(name)
    if told is not None:
        assert not HAN.search(told)
        assert "+" not in told.replace("+", "", name.count("+"))
        assert told == " ".join(told.split())
        assert told[0] == told[0].upper()


@given(names)
def test_an_unknown_word_makes_the_whole_unknown(name: str) -> None:
    assert name_in_english(f"{name}龘龘") is None
    assert name_in_english(f"龘龘{name}") is None


@pytest.mark.parametrize(
    "table", [NOUNS, ADJECTIVES, ADVERBS, VERBS, PLACES], ids=lambda table: str(table.file)
)
def test_words_stand_in_order(table) -> None:  # type: ignore[no-untyped-def]
    """What stands in order is found, and changed in one place by each who changes it."""
    words = list(table.load())
    assert words == sorted(words)


@pytest.mark.parametrize("table", [NOUNS, ADJECTIVES], ids=lambda table: table.file)
def test_one_word_for_one_thing(table) -> None:  # type: ignore[no-untyped-def]
    """A term of the termbase is in the words of the termbase here too."""
    rendered = {fold(form): term for term in terms() for form in term.forms if term.checked}
    other = {
        zh: (en, rendered[zh].renderings)
        for zh, en in table.load().items()
        if zh in rendered
        and not any(prose(form).stems == prose(single(en)).stems for form in rendered[zh].whole_renderings)
    }
    assert other == {}


def test_the_words_of_the_tables_are_clean() -> None:
    verbs = [part for done in VERBS.load().values() for part in (done.done, done.noun, done.doing)]
    grammar = GRAMMAR.load()
    all_words = [*NOUNS.load().values(), *ADJECTIVES.load().values(), *verbs, *grammar.after.values()]
    assert all(done.done for done in VERBS.load().values())
    assert [word for word in all_words if HAN.search(word) or word != " ".join(word.split())] == []
    assert [word for word in all_words if word and slips("", single(word))] == []
    # Lists name words that are in a table of their own.
    assert [word for word in grammar.events if word not in VERBS.load()] == []
    assert [word for word in (*grammar.purposes, *grammar.agents) if word not in NOUNS.load()] == []
