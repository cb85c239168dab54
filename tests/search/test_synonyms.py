"""What people say for what reports say."""

from collections import Counter

import pytest

from converter.site.search.fold import Fold
from converter.site.search.synonyms import SYNONYMS, asked_in
from converter.site.search.variants import variants
from converter.site.words import table


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_people_say_is_in_one_row(language: str) -> None:
    said = Counter(ask for row in SYNONYMS.load()[language].synonym for ask in row.ask)
    assert [ask for ask, count in said.items() if count > 1] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_offered_to_who_finds_nothing_has_an_answer(language: str) -> None:
    answered = {ask: row.role for row in SYNONYMS.load()[language].synonym for ask in row.ask}
    assert [answered.get(door) for door in table("search")[language]["doors"]] == ["problems", "plan"]


def test_whoever_says_something_of_the_table_loads_it() -> None:
    files = dict(asked_in("zh"))
    begins = files["asked/zh"]["begins"]  # type: ignore[index]
    for number, of in enumerate(begins):
        for asks, *_ in files[f"said/zh/{number}"]:  # type: ignore[misc,attr-defined]
            for ask in asks:
                said = Fold(variants())(f"请问{ask}吗")
                assert any(
                    {*begin} <= {*said} for begin in map("".join, zip(of[::2], of[1::2], strict=True))
                ), ask
    assert len(begins) > 1


def test_english_has_too_many_forms_to_be_told_by_how_it_begins() -> None:
    assert [name for name, _ in asked_in("en")] == ["asked/en"]
