"""The national five-year plans (十一五 to 十六五), by the years they cover: the 15th from 2026 to 2030."""

import re

_FIRST, _BEGINS = 6, 1981  # the sixth, from which on each began five years after the one before
_TENS = "一二三四五六"


def plan_of_year(year: int) -> str:
    """The short name of the plan that covers a year (``十五五``), empty where its name would be another word (``十五``)."""
    number = _FIRST + (year - _BEGINS) // 5
    return f"十{_TENS[number - 11]}五" if 11 <= number < 11 + len(_TENS) else ""


def plan_ahead(year: int | None) -> str:
    """A pattern for the plan that covers the year after ``year``, short or long; one that nothing fits where none is known."""
    name = plan_of_year(year + 1) if year else ""
    return rf"(?:“?{name}”?|第{name[:2]}个五年)" if name else "(?!)"


def last_year_of_plan(words: str) -> int | None:
    """The year in which the plan that words name ends (``“十四五”末``), None where they name none."""
    found = re.search(f"十([{_TENS}])五", words)
    return _BEGINS + 5 * (5 + _TENS.index(found[1])) + 4 if found else None
