"""The year a passage tells of and that in which it speaks, and which periods lie ahead of it or behind."""

from msgspec import Struct

from converter.caching import kept, kept_latest
from converter.figures.period_patterns import A_YEAR
from converter.figures.report_time import Told
from converter.figures.tables import PERIODS
from converter.model import Role
from converter.text.five_years import last_year_of_plan

_KNOWN = PERIODS.load()


class Years(Struct, frozen=True):
    """The year a passage tells of and the year in which it speaks, None where the report's year is unknown."""

    told: int | None
    now: int | None
    concluded: bool = False
    """True where the report's year is said nowhere and was concluded from its text."""
    lent: bool = False
    """True where the text is no report and has no year of its own; that of which it speaks is lent to its figures."""
    part: str = ""
    """The part of the year that the report's title names (上半年), in plans what is left of the year behind it."""
    plan: str = ""
    """The time of the five-year plan that the passage is about, empty where it is about a year."""
    several: str = ""
    """The several years that it is about where it adds up (过去五年)."""

    @property
    def default(self) -> str | None:
        """The period of figures in a sentence that names none."""
        return self.plan or (None if self.told is None else f"{self.told}年{self.part}")

    @property
    def following(self) -> str | None:
        """The year after the one told of."""
        return None if self.told is None else f"{self.told + 1}年"


@kept
def years_of(year: int | None, role: Role, told: Told, concluded: bool, plan: str = "") -> Years:
    """A plan tells of the year after the report's and speaks in it, or of the rest of its year where the report tells of a
    part; what is given after its year always speaks in that."""
    year = year or told.lent
    if year is None:
        return Years(None, None)
    ahead = role == "plan"
    of = year + (ahead and not told.part)
    part = _KNOWN.told.rest.get(told.part, "") if ahead else told.part
    return Years(
        of,
        year + 1 if told.after else year if told.within else of,
        concluded or told.lent is not None,
        told.lent is not None,
        part,
        plan,
    )


@kept_latest(256)  # of the periods of a report
def is_ahead(period: str | None, years: Years) -> bool:
    """True for a period that ends after the year in which it is told."""
    found = A_YEAR.findall(period or "")
    last = (
        int(found[-1]) if found else last_year_of_plan(period) if period and period.endswith("末") else None
    )
    return last is not None and years.now is not None and last > years.now


@kept_latest(256)
def is_behind(period: str | None, years: Years) -> bool:
    """True for a period that ended before the year told of: what a plan says of it is no plan."""
    found = A_YEAR.findall(period or "")
    return bool(found) and years.told is not None and int(found[-1]) < years.told
