"""The words of the pages that are ours.  Texts: ``words.toml``."""

import tomllib
from functools import cache
from importlib import resources

LANGUAGE = "zh"


@cache
def _texts() -> dict[str, dict[str, str | dict[str, str]]]:
    return tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


def word(key: str, **details: object) -> str:
    """The phrase ``key`` with ``details`` filled in."""
    return str(_texts()[LANGUAGE][key]).format(**details)


def term(group: str, key: str) -> str:
    """The word for one value of a closed list, such as ``term("bound", "over")``."""
    words = _texts()[LANGUAGE][group]
    assert isinstance(words, dict)
    return words[key]
