"""Whose figures a report gives: those of a whole place, or of one body in it (``reporting_body.toml``)."""

import re

from converter.caching import kept, kept_latest
from converter.knowledge import Record, Table
from converter.text.fold import fold
from converter.text.numerals import Regex


class _Whose(Record, frozen=True):
    before: Regex
    others: Regex
    ends: tuple[Regex, ...]


WHOSE = Table(__package__, "reporting_body.toml", _Whose)


@kept_latest(1024)  # each value of a report asks
def body_of(issuer: str, region: str) -> str:
    """The body that reports on itself; empty where the government of ``region`` reports on all of it, or nobody is named.

    A bureau and a court are such bodies, and a town in a report that is said to be of its county.
    """
    found, whole = _governments().fullmatch(fold(issuer)), fold(region)
    place = found["place"] if found else fold(issuer)
    # 县人民政府 does not say of which county.
    if len(place) < 2 or whole.endswith(place) or (found and place.endswith(whole)):
        return ""
    # 甲州 is 甲族自治州: a government is of the level that its name says.
    return "" if found and place[-1] == whole[-1] else issuer


@kept
def _governments() -> re.Pattern[str]:
    known = WHOSE.load()
    return re.compile(rf"{known.before}(?P<place>(?!{known.others}).*?)(?:{'|'.join(known.ends)})")
