"""Titles, headings and names of bodies in English, where these reports always say them in the same words."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from converter.kept import kept, kept_latest
from converter.knowledge import Record, Table
from converter.text.fold import fold
from converter.text.numerals import Regex, ordinal, spelled
from converter.translation.names import thing_in_english

Place = Callable[[str], str | None]


class _Title(Record, frozen=True):
    zh: Regex
    en: str
    of: Literal["in", "of"]


class _Weight(Record, frozen=True):
    words: tuple[str, ...]


class _Phrases(Record, frozen=True):
    heading: Mapping[Regex, str]
    weight: _Weight
    duty: Mapping[str, str]
    title: tuple[_Title, ...]
    body: Mapping[Regex, str]
    national: Mapping[str, str]


PHRASES = Table(__package__, "phrases.toml", _Phrases)
_LEAD = re.compile(
    spelled(
        r"(?:(?P<outer>[{chinese}]{1,3})、|[（(](?P<inner>[{chinese}]{1,3})[）)]、?|(?P<item>\d{1,2})\\?[.、．](?!\d)|第(?P<part>[{chinese}]{1,3})部分[：:、]?|(?P<one>[{chinese}]{1,3})是)?\s*(?P<said>.+)"
    )
)
# Building itself is the duty: 推进法治政府建设 is no advancing of building.
_GERUND = ("building a ", "building the ")
_WITH_ARTICLE = re.compile(
    r"[a-z-]+(?: [a-z-]+)? (?:of|to|for) |(?:[\w-]+ )*(?:environment|system|atmosphere|order|economy)$"
)
# A span (2022年以来) is no year that a part is about.
_YEAR = re.compile(r"(?P<year>(?:19|20)\d{2})(?:年度?)?的?(?!以来|年|至|[-—])")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@kept_latest(4096)
def heading_in_english(heading: str) -> str | None:
    """A heading that reports of a kind all have (``三、存在的问题`` → ``III. Problems``), None for any other."""
    lead = _LEAD.fullmatch(heading.strip())
    if lead is None:
        return None
    rest, year = _without_year(fold(lead["said"]))
    said = next((en for pattern, en in _patterns("heading") if pattern.fullmatch(rest)), None) or _duties(
        rest
    )
    return said and f"{_number(lead)}{said}{f', {year}' if year else ''}"


def _duties(words: str) -> str | None:
    """What a heading calls for (``加强组织领导，完善制度`` → ``Strengthening Organization …``), None where a part is not known."""
    said = [_duty(part) for part in re.split("[,，;；]", words)]
    told = [part for part in said if part]
    return (
        "; ".join([told[0], *(part[:1].lower() + part[1:] for part in told[1:])])
        if len(told) == len(said)
        else None
    )


def _duty(words: str) -> str | None:
    found = _duty_pattern().fullmatch(words)
    what = found and thing_in_english(found["what"])
    if not found or not what:
        return None
    if what.startswith(_GERUND):
        return what[0].upper() + what[1:]
    article = "the " if _WITH_ARTICLE.match(what) else ""
    return f"{PHRASES.load().duty[found['deed']]} {article}{what}"


@kept
def _duty_pattern() -> re.Pattern[str]:
    deeds, weights = (
        "|".join(sorted(words, key=len, reverse=True))
        for words in (PHRASES.load().duty, PHRASES.load().weight.words)
    )
    # A word of two characters (提升服务) says too little to know what it stands for.
    return re.compile(f"(?:{weights})*(?P<deed>{deeds})(?P<what>.{{3,}})")


def title_in_english(title: str, place: Place) -> str | None:
    """A report's title by its kind, place or body, and year; None where it says more than that."""
    rest, year = _without_year(fold("".join(title.split())))
    for kind in PHRASES.load().title:
        found = re.search(f"(?:{kind.zh})$", rest)
        said = found and _entitled(kind, rest[: found.start()], place)
        if said:
            return f"{said}, {year}" if year else said
    return None


def _entitled(kind: _Title, whose: str, place: Place) -> str | None:
    """The title of a report of a kind, by the place it is about or the body whose it is."""
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
        said = next((en for pattern, en in _patterns("body") if pattern.fullmatch(words[start:])), None)
        if said and (where := place(words[:start])):
            return f"{said} of {where}"
    return None


def _without_year(words: str) -> tuple[str, str]:
    """Words without the year they are about, and that year; with none or several years as they stand."""
    years = list(_YEAR.finditer(words))
    if len(years) != 1:
        return words, ""
    return words[: years[0].start()] + words[years[0].end() :], years[0]["year"]


def _number(lead: re.Match[str]) -> str:
    if lead["outer"]:
        return f"{_roman(ordinal(lead['outer']))}. "
    if lead["part"]:
        return f"Part {ordinal(lead['part'])}: "
    if lead["inner"]:
        return f"({ordinal(lead['inner'])}) "
    if lead["one"]:
        return f"{ordinal(lead['one'])}\\. "
    return f"{lead['item']}\\. " if lead["item"] else ""


@kept_latest(256)
def parted(heading: str) -> tuple[str, str]:
    """The number before a heading in English (``三、`` → ``III.``), empty where it has none, and the heading without it."""
    lead = _LEAD.fullmatch(heading.strip())
    return (_number(lead), lead["said"]) if lead else ("", heading)


def _roman(number: int) -> str:
    return "".join(_numerals(number))


def _numerals(number: int) -> Iterator[str]:
    for value, letter in _ROMAN:
        while number >= value:
            yield letter
            number -= value


@kept
def _patterns(kind: Literal["heading", "body"]) -> tuple[tuple[re.Pattern[str], str], ...]:
    phrases: Mapping[str, str] = getattr(PHRASES.load(), kind)
    return tuple((re.compile(zh), en) for zh, en in phrases.items())
