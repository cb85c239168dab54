"""Titles and names of bodies in English, where these reports always say them in the same words."""

import re
from collections.abc import Callable, Mapping
from typing import Literal

from converter.caching import kept
from converter.knowledge import Record, Table
from converter.text.fold import fold
from converter.text.numerals import Regex

Place = Callable[[str], str | None]


class _Title(Record, frozen=True):
    zh: Regex
    en: str
    of: Literal["in", "of"]


class _Phrases(Record, frozen=True):
    title: tuple[_Title, ...]
    body: Mapping[Regex, str]
    national: Mapping[str, str]


PHRASES = Table(__package__, "phrases.toml", _Phrases)
# A span (2022年以来) is no year that a part is about.
_YEAR = re.compile(r"(?P<year>(?:19|20)\d{2})(?:年度?)?的?(?!以来|年|至|[-—])")


def title_in_english(title: str, place: Place) -> str | None:
    """A report's title by its kind, place or body, and year; None where it says more than that."""
    rest, year = without_year(fold("".join(title.split())))
    for kind in PHRASES.load().title:
        found = re.search(f"(?:{kind.zh})$", rest)
        said = found and _entitled(kind, rest[: found.start()], place)
        if said:
            return f"{said}, {year}" if year else said
    return None


def _entitled(kind: _Title, whose: str, place: Place) -> str | None:
    """The title of a report of a kind, by the place it is about or the body whose it is."""
    whose = whose.removeprefix("关于")  # 关于金鹿街道的…报告
    if not whose:
        return kind.en
    if where := place(whose):
        return f"{kind.en} {kind.of} {where}"
    body = body_in_english(whose, place)
    return body and kind.en.replace("Report", f"Report of the {body}", 1)


def body_in_english(words: str, place: Place) -> str | None:
    """A body by what it is and the place it is of (``兰山区司法局`` → ``Justice Bureau of Lanshan District``)."""
    if known := PHRASES.load().national.get(words):
        return known
    for start in range(len(words) - 1, 1, -1):
        said = next((en for pattern, en in _bodies() if pattern.fullmatch(words[start:])), None)
        if said and (where := place(words[:start])):
            return f"{said} of {where}"
    return None


def without_year(words: str) -> tuple[str, str]:
    """Words without the year they are about, and that year; with none or several years as they stand."""
    years = list(_YEAR.finditer(words))
    if len(years) != 1:
        return words, ""
    return words[: years[0].start()] + words[years[0].end() :], years[0]["year"]


@kept
def _bodies() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(zh), en) for zh, en in PHRASES.load().body.items())
