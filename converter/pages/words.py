"""The words of the pages that are ours, in each language.  Texts: ``words.toml``, ``notes.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

Phrase = str | list[str] | dict[str, Any]
Words = Mapping[str, Phrase]


@cache
def texts(name: str) -> Mapping[str, Words]:
    """The TOML file ``name`` beside this module, by language."""
    return tomllib.loads(resources.files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def said(language: str, key: str) -> Phrase:
    """The phrase, the list of phrases, or the table of words, called ``key``."""
    return texts("words")[language][key]
