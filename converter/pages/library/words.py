"""The words of a library's pages, and the words of its reports in the language of the page."""

from collections.abc import Mapping
from typing import Any

from converter.knowledge import Phrases, Table
from converter.text.markdown import escape, in_cell, one_line, written
from converter.translation.english import by_rule

WORDS = Table(__package__, "words.toml", Phrases)


def words(language: str) -> Mapping[str, Any]:
    """All words in one language; groups are tables of their own."""
    return WORDS.load().by_language[language]


def shown(strings: Mapping[tuple[str, str], str], kind: str, chinese: str, language: str) -> str:
    """A text of a report for a cell, in English as its translators or our tables (units, periods, regions) give it."""
    english = None if language == "zh" else strings.get((kind, one_line(chinese)))
    if english is None and language != "zh":
        english = by_rule(kind, chinese)
    return in_cell(escape(chinese) if english is None else written(english))
