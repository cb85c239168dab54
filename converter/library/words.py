"""The words of a library's pages, and the words of its reports in the language of the page."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from converter.pages.markdown import escape, in_cell, one_line, written
from converter.translation.english import by_rule


@cache
def _toml(name: str) -> Mapping[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def words(language: str) -> Mapping[str, Any]:
    """All words in one language; groups are tables of their own."""
    return dict(_toml("words")[language])


def kinds() -> Mapping[str, list[str]]:
    """The kinds of reports, each with words of its titles."""
    return _toml("kinds")


def shown(strings: Mapping[tuple[str, str], str], kind: str, chinese: str, language: str) -> str:
    """A text of a report for a cell, in English as its translators or our tables (units, periods, regions) give it."""
    english = None if language == "zh" else strings.get((kind, one_line(chinese)))
    if english is None and language != "zh":
        english = by_rule(kind, chinese)
    return in_cell(escape(chinese) if english is None else written(english))
