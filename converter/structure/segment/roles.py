"""What a part is about: results, problems, plan or other.  Patterns: ``roles.toml``."""

import re
from typing import Literal

from converter.knowledge import Record, Table
from converter.model import Role
from converter.text.numerals import Regex, with_digit_years

_ROLES: tuple[Role, ...] = ("problems", "plan", "other")
_BACK: Role = "results"


class _Part(Record, frozen=True):
    title_zh: str
    title_en: str
    heading: Regex | None = None
    opening: Regex | None = None


ROLES = Table(__package__, "roles.toml", dict[str, _Part])


def _fits(role: str, kind: Literal["heading", "opening"], words: str, year: int | None) -> bool:
    pattern: Regex | None = getattr(ROLES.load()[role], kind)
    following = str(year + 1) if year else r"20\d{2}"
    return bool(pattern and re.search(pattern.replace("{next}", following), with_digit_years(words)))


def role_told(heading: str, year: int | None) -> Role | None:
    """The role a heading (folded) tells, None where it tells none.  ``year`` is the one reported on."""
    return next((role for role in (*_ROLES, _BACK) if _fits(role, "heading", heading, year)), None)


def role_of_heading(heading: str, year: int | None) -> Role:
    """The role a heading (folded) tells; ``results`` where it tells none."""
    return role_told(heading, year) or _BACK


def role_of_opening(opening: str, year: int | None) -> Role | None:
    """The role that the opening words (folded) of a part without a heading tell, None where they tell none."""
    return next((role for role in _ROLES if _fits(role, "opening", opening, year)), None)


def opens_plan(opening: str, year: int | None) -> bool:
    """Whether words open what is planned."""
    return _fits("plan", "opening", opening, year)


def editorial_title(role: str) -> str:
    """What we call a part that the report gives no heading (the page says that the title is ours)."""
    return ROLES.load()[role].title_zh
