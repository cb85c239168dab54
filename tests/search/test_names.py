"""Pages in, what readers may call things by out."""

import os
import subprocess
import sys
from collections import Counter

from converter.site.search.names import names_in, names_of, sounds
from converter.site.search.page import SearchEntry
from converter.site.search.pages import BuiltPage


def test_names_are_headings_without_their_count_and_first_cells() -> None:
    entries = (
        SearchEntry("", "二、行政复议", ""),
        SearchEntry("s", "一是受理案件", "很多字"),
        SearchEntry("v", "", "办结率\n98%"),
        SearchEntry("w", "", "98%"),
    )
    assert names_in(BuiltPage("a", "zh", "", entries)) == Counter(["行政复议", "受理案件", "办结率"])


def test_known_names_come_first_then_the_most_frequent() -> None:
    assert names_of(["信访"], Counter({"甲": 1, "乙": 3, "信访": 9})) == ["信访", "乙", "甲"]


def test_a_sound_has_the_characters_of_the_site_first() -> None:
    told = sounds({"议": 5, "衣": 9, "龘": 1})
    own, other = told["yi"].split("|")
    assert own == "衣议"
    assert "仪" in other
    assert "龘" in told["da"]
    assert {"xing", "hang"} <= {syllable for syllable, all_ in told.items() if "行" in all_}


def test_what_is_asked_of_a_library_is_not_handed_on_to_other_programs() -> None:
    # An index once said through the environment how it wants readings, and the next build sorted by it.
    asked = "import os; from converter.site.search.names import sounds; before = dict(os.environ); sounds({'重': 1})"
    # A fresh environment: another test of this process may have left something in ours.
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PYPINYIN")}
    command = [sys.executable, "-c", f"{asked}; assert os.environ == before"]
    done = subprocess.run(command, env=ours, check=False)
    assert done.returncode == 0
