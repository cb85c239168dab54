"""Files that stand in a folder without being meant for anyone: what editors, systems and merges leave behind.

They are no reports where they lie in ``seeds/`` and no pages where they lie in ``docs/``.
"""

import re
from fnmatch import translate
from pathlib import PurePath

from converter.caching import kept
from converter.knowledge import Record, Table


class _Strays(Record, frozen=True):
    left_behind: tuple[str, ...]
    published: tuple[str, ...]
    asked_for: tuple[str, ...]


STRAYS = Table(__package__, "strays.toml", _Strays)


def is_left_behind(name: str) -> bool:
    """True for the name of a file that a program left and no person means: a copy, a lock, a thumbnail."""
    return bool(_left_behind().match(name.lower()))


def is_publishable(name: str) -> bool:
    """True for the name of a file that a site may hand to its readers: of a known kind, and not left behind."""
    strays = STRAYS.load()
    known = PurePath(name).suffix.lower() in strays.published or name.lower() in strays.asked_for
    return known and not is_left_behind(name)


@kept
def _left_behind() -> re.Pattern[str]:
    return re.compile("|".join(map(translate, STRAYS.load().left_behind)))
