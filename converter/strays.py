"""Files that stand in a folder without being meant for anyone: what editors, systems and merges leave behind.

They are no reports where they lie in ``seeds/`` and no pages where they lie in ``docs/``.
"""

import re
import tomllib
from collections.abc import Sequence
from fnmatch import translate
from functools import cache
from importlib import resources
from pathlib import PurePath


def is_left_behind(name: str) -> bool:
    """True for the name of a file that a program left and no person means: a copy, a lock, a thumbnail."""
    return bool(_left_behind().match(name.lower()))


def is_publishable(name: str) -> bool:
    """True for the name of a file that a site may hand to its readers: of a known kind, and not left behind."""
    known = PurePath(name).suffix.lower() in _names("published") or name.lower() in _names("asked_for")
    return known and not is_left_behind(name)


@cache
def _left_behind() -> re.Pattern[str]:
    return re.compile("|".join(map(translate, _names("left_behind"))))


@cache
def _names(key: str) -> Sequence[str]:
    text = resources.files(__package__).joinpath("strays.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)[key])
