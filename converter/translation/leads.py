"""The number before a heading, in English (``三、`` → ``III.``)."""

import re
from collections.abc import Iterator

from converter.caching import kept_latest
from converter.text.numerals import ordinal, spelled

LEAD = re.compile(
    spelled(
        r"(?:(?P<outer>[{chinese}]{1,3})、|[（(](?P<inner>[{chinese}]{1,3})[）)]、?|(?P<item>\d{1,2})\\?[.、．](?!\d)|第(?P<part>[{chinese}]{1,3})部分[：:、]?|第(?P<chapter>[{chinese}]{1,3})章\s*|(?P<one>[{chinese}]{1,3})[是要]|第(?P<nth>[{chinese}]{1,2})[,，])?\s*(?P<said>.+)"
    )
)
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@kept_latest(256)
def parted(heading: str) -> tuple[str, str]:
    """The number before a heading in English (``三、`` → ``III.``), empty where it has none, and the heading without it."""
    lead = LEAD.fullmatch(heading.strip())
    return (numbered(lead), lead["said"]) if lead else ("", heading)


def numbered(lead: re.Match[str]) -> str:
    """The number that ``LEAD`` found, empty where there is none."""
    if lead["outer"]:
        return f"{_roman(ordinal(lead['outer']))}. "
    if lead["part"]:
        return f"Part {ordinal(lead['part'])}: "
    if lead["chapter"]:
        return f"Chapter {ordinal(lead['chapter'])}: "
    if lead["inner"]:
        return f"({ordinal(lead['inner'])}) "
    if one := lead["one"] or lead["nth"]:
        return f"{ordinal(one)}\\. "
    return f"{lead['item']}\\. " if lead["item"] else ""


def _roman(number: int) -> str:
    return "".join(_numerals(number))


def _numerals(number: int) -> Iterator[str]:
    for value, letter in _ROMAN:
        while number >= value:
            yield letter
            number -= value
