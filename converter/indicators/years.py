"""Where a text tells of several years at once, so that what it counts there is no value of one year (``doubts.toml``)."""

import re
from collections.abc import Collection, Iterator

from converter.indicators.pattern import any_of
from converter.indicators.tables import DOUBTS
from converter.kept import kept
from converter.model import Observation, Span

_CLAUSE = re.compile("[,;:。!?、\n]")
_REACH = 60  # characters; no clause is longer
_LEADING = 12  # characters before a year that a sentence may begin with
_BEGUN = re.compile(r"(?:^|[。!?;\n]|各位代表,)(?:[一二三四五六七八九十]、)?[^,、。!?;\n]{0,8}$|过去的$")
_SINCE = re.compile(r"(?:自|从)?(?P<year>20\d\d)年(?:\d{1,2}月)?以来")
_COMPARED = 12  # characters behind a figure in which it is compared with the year before


def told_of_several_years(folded: str, parts: Collection[int]) -> Iterator[Span]:
    """The places where a text tells of several years: from the words that say so to those that name one year.

    五年来 holds on in the paragraphs behind it, up to the next part of the report (``parts``: where they begin), and a
    heading for all of its part; “十四五”时期 holds to the end of its paragraph.  A year named inside a sentence of the
    former (连跨三个台阶,2025年人均超7万元) is told to the end of that sentence alone.
    """
    first = _several().search(folded)  # most reports have none, which is soon seen
    start, lasting = None, False
    for event in _events().finditer(folded, first.start()) if first else ():
        ends = event.lastgroup == "one" or (event.lastgroup == "end" and not lasting)
        new_part = event.lastgroup == "end" and event.end() in parts
        if start is not None and (ends or new_part):
            if start < event.start():
                yield Span(start, event.start())
            if lasting and event.lastgroup == "one" and not _begins_sentence(event, folded):
                start = min(folded.find(end, event.end()) % (len(folded) + 1) for end in "。\n")
            else:
                start, lasting = None, False
        if event.lastgroup in ("lasting", "several"):
            start, lasting = event.end() if start is None else start, lasting or event.lastgroup == "lasting"
    if start is not None:
        yield Span(start, len(folded))


def _begins_sentence(event: re.Match[str], folded: str) -> bool:
    """True where but a few words that lead to it stand before in its sentence (刚刚过去的2020年)."""
    return _BEGUN.search(folded[max(0, event.start() - _LEADING) : event.start()]) is not None


def adds_years(one: Observation, folded: str, several: Collection[Span], year: int | None) -> bool:
    """True where a count is of several years, and not what there is by then.

    It is told where the text tells of them, or of all since a year before the one reported on (``year``).
    """
    since = _SINCE.fullmatch(one.period or "")
    long = since is not None and year is not None and int(since["year"]) < year
    told = long or any(start <= one.span.start < end for start, end in several)
    if one.measure != "level" or not told:
        return False
    before = _CLAUSE.split(folded[max(0, one.span.start - _REACH) : one.span.start])[-1]
    behind = folded[one.span.end : one.span.end + _COMPARED]
    reached = _reached().search(before + one.indicator) and not _added().search(before + one.indicator)
    return not (reached or _yearly().search(behind))


@kept
def _events() -> re.Pattern[str]:
    known = DOUBTS.load().years
    return re.compile(
        rf"(?P<end>\n)|(?P<lasting>{'|'.join(known.lasting)})|(?P<several>{'|'.join(known.paragraph)})|(?P<one>{'|'.join(known.one)})"
    )


@kept
def _several() -> re.Pattern[str]:
    known = DOUBTS.load().years
    return re.compile("|".join([*known.lasting, *known.paragraph]))


@kept
def _reached() -> re.Pattern[str]:
    return any_of(DOUBTS.load().years.reached)


@kept
def _added() -> re.Pattern[str]:
    return any_of(DOUBTS.load().years.added)


@kept
def _yearly() -> re.Pattern[str]:
    return any_of(DOUBTS.load().years.yearly)
