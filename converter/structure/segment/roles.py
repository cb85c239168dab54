"""What a part is about: results, problems, plan or other.  Patterns: ``roles.toml``."""

import re
from collections.abc import Iterable
from typing import Literal

from converter.caching import kept
from converter.knowledge import Record, Table
from converter.model import Role
from converter.text.five_years import plan_ahead
from converter.text.numerals import Regex, with_digit_years

_ROLES: tuple[Role, ...] = ("problems", "plan", "other")
_BACK: Role = "results"
_Place = Literal["both", "heading", "opening"]


class _Part(Record, frozen=True):
    title_zh: str
    title_en: str
    both: Regex | None = None
    heading: Regex | None = None
    opening: Regex | None = None


ROLES = Table(__package__, "roles.toml", dict[str, _Part])


@kept
def _pattern(role: str, kind: _Place, year: int | None) -> re.Pattern[str] | None:
    pattern: Regex | None = getattr(ROLES.load()[role], kind)
    if pattern is None:
        return None
    following = str(year + 1) if year else r"20\d{2}"
    return re.compile(pattern.replace("{next}", following).replace("{plan}", plan_ahead(year)))


def _told(roles: Iterable[Role], kind: _Place, words: str, year: int | None) -> Role | None:
    """The first of some roles that words tell."""
    words = with_digit_years(words)
    fitting = (role for role in roles if (pattern := _pattern(role, kind, year)) and pattern.search(words))
    return next(fitting, None)


def role_told(heading: str, year: int | None) -> Role | None:
    """The role a heading (folded) tells, None where it tells none.  ``year`` is the one reported on."""
    return _told((_BACK,), "both", heading, year) or _told((*_ROLES, _BACK), "heading", heading, year)


def role_of_heading(heading: str, year: int | None) -> Role:
    """The role a heading (folded) tells; ``results`` where it tells none."""
    return role_told(heading, year) or _BACK


def role_of_opening(opening: str, year: int | None) -> Role | None:
    """The role that the opening words (folded) of a part without a heading tell, None where they tell none."""
    return _told(_ROLES, "opening", opening, year)


def opens_plan(opening: str, year: int | None) -> bool:
    """Whether words open what is planned."""
    return _told(("plan",), "opening", opening, year) is not None


def editorial_title(role: str) -> str:
    """What we call a part that the report gives no heading (the page says that the title is ours)."""
    return ROLES.load()[role].title_zh
