"""The site's own words, in the language of the page.  Texts: ``words.toml``, ``edits.toml``, ``citation.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("zh", "en")
HTML_LANGUAGE = {"zh": "zh-Hans", "en": "en"}
"""The tag of each language in ``lang`` attributes."""


@cache
def table(name: str) -> Mapping[str, Any]:
    """The TOML file ``name`` beside this module."""
    text = resources.files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def language_of(path: str) -> str:
    """The language of a page is its first folder; what lies in none of them is Chinese."""
    first = path.partition("/")[0]
    return first if first in LANGUAGES else LANGUAGES[0]


def words(language: str) -> Mapping[str, Any]:
    """All words in one language; groups (``measures``, ``statuses``, ``chart``) are tables of their own."""
    return dict(table("words")[language])
