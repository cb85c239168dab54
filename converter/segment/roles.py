"""What a part is about: results, problems, plan or other.  Patterns: ``roles.toml``."""

import re
import tomllib
from functools import cache
from importlib import resources

from converter.model import Role

_ROLES: tuple[Role, ...] = ("problems", "plan", "other")


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.files(__package__).joinpath("roles.toml").read_text(encoding="utf-8"))


def _fits(role: str, kind: str, words: str, year: int | None) -> bool:
    pattern = _table()[role].get(kind)
    following = str(year + 1) if year else r"20\d{2}"
    return bool(pattern and re.search(pattern.replace("{next}", following), words))


def role_of_heading(heading: str, year: int | None) -> Role:
    """The role a heading (folded) tells; ``results`` where it tells none.  ``year`` is the one reported on."""
    return next((role for role in _ROLES if _fits(role, "heading", heading, year)), "results")


def role_of_opening(opening: str, year: int | None) -> Role | None:
    """The role that the opening words (folded) of a part without a heading tell, None where they tell none."""
    return next((role for role in _ROLES if _fits(role, "opening", opening, year)), None)


def editorial_title(role: str) -> str:
    """What we call a part that the report gives no heading (the page says that the title is ours)."""
    return _table()[role]["title_zh"] if role in _table() else "正文"
