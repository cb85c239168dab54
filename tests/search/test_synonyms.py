"""What people say for what reports say."""

from collections import Counter

import pytest

from converter.site.search.synonyms import SYNONYMS, asked_in
from converter.site.words import table


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_people_say_is_in_one_row(language: str) -> None:
    said = Counter(ask for row in SYNONYMS.load()[language].synonym for ask in row.ask)
    assert [ask for ask, count in said.items() if count > 1] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_offered_to_who_finds_nothing_has_an_answer(language: str) -> None:
    answered = {ask: role for asks, _, role in asked_in(language)["synonyms"] for ask in asks}
    assert [answered.get(door) for door in table("search")[language]["doors"]] == ["problems", "plan"]
