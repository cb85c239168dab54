"""The termbase itself, terms found in Chinese, their renderings looked for in English."""

import pytest
from hypothesis import given as for_any
from hypothesis import settings
from hypothesis import strategies as some

from converter.errors import InputError
from converter.text.fold import fold
from converter.translation.terms import (
    Term,
    breaches,
    explain,
    rendered,
    terms,
    terms_in,
)
from converter.translation.terms.english import places, prose, stem
from converter.translation.terms.table import GAP, read
from tests.casefile import cases

TERMS = terms()
each_term = pytest.mark.parametrize("term", TERMS, ids=lambda term: term.zh)


def _stems(rendering: str) -> tuple[str, ...]:
    return tuple(prose(part).stems for part in rendering.split(GAP))


@cases("terms")
def test_breaches(given: str, expected: str) -> None:
    zh, en = given.splitlines()
    found = [" ".join(filter(None, (b.kind, b.term.zh, b.words))) for b in breaches(zh, en)]
    assert (found or ["none"]) == expected.splitlines()


def test_each_form_belongs_to_one_term() -> None:
    forms = [fold(form) for term in TERMS for form in term.forms]
    assert sorted({form for form in forms if forms.count(form) > 1}) == []


@each_term
def test_a_term_is_whole(term: Term) -> None:
    """It can be printed, forbids nothing it allows, is explained in both languages or none, and names a source."""
    assert term.renderings
    assert GAP not in term.en
    allowed = {_stems(rendering) for rendering in term.renderings}
    assert allowed.isdisjoint(map(_stems, term.forbidden))
    assert len(allowed) == len(term.renderings), "two renderings differ by inflection only"
    assert bool(term.explain_zh) == bool(term.explain_en)
    assert term.source


HEAD = "zh,not_in,en,forbidden,explain_zh,explain_en,glossary_only,note,source"


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("调解,,mediation,,,,,", "table_columns"),
        ("调解,,mediation, settlement,,,,,,", "table_columns"),
        (",,mediation,,,,,,", "termbase_empty"),
        ("调解,,,,,,,,", "termbase_empty"),
        ("调解,,settle … dispute,,,,,,", "termbase_empty"),
        ("调解,,mediation,,居中劝解。,,,,", "termbase_one_language"),
    ],
)
def test_a_wrong_row_is_named(row: str, key: str) -> None:
    with pytest.raises(InputError) as told:
        read(f"{HEAD}\n公证,,notarial,,,,,,\n{row}\n")
    assert (told.value.key, told.value.details["place"]) == (key, "termbase.csv, line 3")


@each_term
def test_a_term_agrees_with_its_own_rendering(term: Term) -> None:
    for rendering in term.renderings:
        assert breaches(term.zh, rendering.replace(GAP, "and")) == ()


@each_term
def test_a_term_is_missed_and_said_to_be(term: Term) -> None:
    found = breaches(term.zh, "Nothing of the kind.")
    assert [breach.kind for breach in found] == ["missing"] * term.checked
    for breach in found:
        assert term.zh in explain(breach, "zh")
        assert term.en in explain(breach, "en")


@each_term
def test_forbidden_words_are_found_where_they_stand(term: Term) -> None:
    for words in term.forbidden:
        text = f"They spoke of {words} today."
        found = [b for b in breaches(term.zh, text) if b.kind == "forbidden"]
        assert words in [b.words for b in found]
        assert all(b.en and b.en.of(text) == b.words for b in found)


@settings(deadline=None)  # the first example also reads the termbase
@for_any(some.lists(some.sampled_from([f for t in TERMS for f in t.forms] + ["，", "的", "推进", "3件"])))
def test_hits_are_terms_in_order_and_apart(pieces: list[str]) -> None:
    text = "".join(pieces)
    end = 0
    for term, span in terms_in(text):
        assert span.start >= end
        assert fold(span.of(text)) in [fold(form) for form in term.forms]
        end = span.end


@settings(deadline=None)  # the first example also reads the termbase
@for_any(some.text(), some.text())
def test_any_two_texts_can_be_compared(zh: str, en: str) -> None:
    for breach in breaches(zh, en):
        assert breach.zh.of(zh)


@settings(deadline=None)  # the first example also reads the termbase
@for_any(some.text(alphabet=some.sampled_from("ab cdeghinosty’'-.,;*")))
def test_a_text_stands_in_itself(text: str) -> None:
    read = prose(text)
    assert len(read.places) == read.stems.count(" ") - 1
    if read.places and GAP not in text:
        first = next(places(text, read))
        assert (first.start, first.end) == (read.places[0].start, read.places[-1].end)


@pytest.mark.parametrize(
    "forms",
    ["policy policies", "handle handles handled handling", "dispute disputes disputed", "stop stopped stopping",
     "box boxes", "build builds built building", "process processes processing", "law laws", "penalty penalties",
     "supervise supervised supervising", "enforce enforcing", "petition petitions petitioning"],
)  # fmt: skip
def test_forms_of_a_word_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "pair", ["law lawyer", "official office", "notary notice", "process procession", "bus business"]
)
def test_other_words_do_not(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


def test_renderings_are_found_where_they_stand() -> None:
    zh = "综合行政执法和行政复议"
    en = "Integrated administrative law enforcement, and administrative reconsiderations"
    found = [(hit.term.zh, hit.span.of(en)) for hit in rendered(zh, en)]
    assert found == [
        ("综合行政执法", "Integrated administrative law enforcement"),
        ("行政复议", "administrative reconsiderations"),
    ]


@settings(deadline=None)  # the first example also reads the termbase
@for_any(some.lists(some.sampled_from([r for t in TERMS for r in t.renderings] + ["of", "and", ".", "the"])))
def test_renderings_are_in_order_and_apart(pieces: list[str]) -> None:
    en, zh = " ".join(pieces), "，".join(term.zh for term in TERMS)
    end = 0
    for term, span in rendered(zh, en):
        assert span.start >= end
        assert breaches(term.zh, span.of(en), [term]) == ()
        end = span.end
