"""The dictionary's own order: codes, names in both languages, framework, and that no two entries are one."""

import re
from collections import Counter

import pytest

from converter.indicators import Indicator, entry, indicators, level1, topics
from converter.indicators.changes import kinds
from converter.indicators.coding import coded
from converter.indicators.pattern_index import IndicatorPattern, matches_of_what_changed, patterns
from converter.indicators.setting import Setting
from converter.indicators.tables import FORMER, UNITS
from tests.indicators.figure import figure

CODE = re.compile(r"(FG\.([1-9]\.[1-9]|X)|(EC|SO|UR)\.[1-9])-\d\d")
# In the order of the dictionary, each once: tests have one order in every process that runs some of them.
WAYS = patterns()


def test_there_are_three_hundred_and_half_are_of_law_based_government() -> None:
    law = [one for one in indicators() if one.code.startswith("FG.")]
    assert len(indicators()) >= 300
    assert len(law) * 2 >= len(indicators())


def test_codes_stand_below_a_topic_and_topics_have_entries() -> None:
    assert [one.code for one in indicators() if not CODE.fullmatch(one.code)] == []
    assert {one.topic for one in indicators()} == {topic.code for topic in topics()}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_two_entries_have_one_name(language: str) -> None:
    names = Counter(getattr(one, language) for one in [*indicators(), *topics()])
    assert [name for name, times in names.items() if times > 1 or not name.strip()] == []


def test_english_names_are_english_and_notes_come_in_both_languages() -> None:
    chinese = re.compile("[\u4e00-\u9fff]")
    assert [one.code for one in indicators() if chinese.search(one.en + (one.means_en or ""))] == []
    assert [one.code for one in indicators() if bool(one.means_zh) != bool(one.means_en)] == []


def test_only_confirmed_wording_of_the_framework_is_given() -> None:
    assert {number for number, row in level1().items() if row.zh} == {1, 2, 3, 4}
    assert [n for n, row in level1().items() if bool(row.zh) != (row.status == "confirmed")] == []
    assert {topic.level1 for topic in topics() if topic.level1} <= set(level1())


def test_no_entry_is_taken_for_a_change() -> None:
    assert [one.code for one in indicators() if entry(one.code) is not one] == []


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.suffix)
def test_a_change_is_an_indicator_of_its_own(kind: object) -> None:
    suffix = getattr(kind, "suffix", "")
    fewer = entry(f"FG.7.1-01-{suffix}")
    assert (fewer.measure, fewer.topic) == ("change", "FG.7.1")
    assert fewer.better == ("up" if suffix.startswith("down") else "down")
    assert fewer.zh != entry("FG.7.1-01").zh


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(KeyError):
        entry("FG.1.1-99")


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way.indicator.code}-{''.join(way.pattern.anchor)}")
def test_each_pattern_finds_its_own_entry(way: IndicatorPattern) -> None:
    """Where a name made of a pattern's own words has no code, or another, two entries overlap."""
    name = "".join(group[0] for group in way.pattern.needed)
    before = "".join(group[0] for group in way.pattern.around)
    one: Indicator = way.indicator
    found, folded = figure(name, one.units[0], one.measure, f"{before},")
    assert coded((found,), Setting(folded))[0].code == one.code


@pytest.mark.parametrize(("old", "now"), FORMER.load().items())
def test_a_code_given_up_is_told_as_what_stands_for_it(old: str, now: str) -> None:
    assert entry(old).code == entry(now).code == now
    assert old not in {one.code for one in indicators()}


def test_no_entry_states_the_change_of_another() -> None:
    """One thing has one code: the fall of what an entry counts is that entry's change, and no entry of its own."""
    names = {"".join(group[0] for group in way.pattern.needed): way.indicator for way in WAYS}
    changes = {name: one.code for name, one in names.items() if one.measure == "change"}
    assert changes
    for name, code in changes.items():
        assert {match.way.indicator.code for match in matches_of_what_changed(name)} <= {code}


def test_every_set_of_units_is_used() -> None:
    used = {(one.units, one.measure) for one in indicators()}
    assert [key for key, row in UNITS.load().items() if (row.words, row.measure) not in used] == []
