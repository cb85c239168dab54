"""What each page says of who publishes it: that this is an independent copy, or what the foot of an official site names."""

import re
from typing import NamedTuple

from converter.layout import LANGUAGES
from converter.site.head.about import About, plain
from converter.site.publisher import Publisher, fields
from converter.site.words import table


class Item(NamedTuple):
    """One entry of the foot; ``link`` may be empty."""

    label: str
    text: str
    link: str


class Notice(NamedTuple):
    """``told`` are sentences with their language, that of the page first; ``short`` is for its head.

    ``original`` is the address of the page's report where it was first published, with the words of its link;
    ``no_original`` says that it is not known.  All are empty on an official site.
    """

    short: str
    told: tuple[tuple[str, str], ...]
    original: tuple[str, str]
    no_original: str
    foot: tuple[Item, ...]
    named: bool
    """Whether a publisher is named."""
    contact: str
    """How to reach them, empty where they do not say."""


def notice(page: About | None, publisher: Publisher) -> Notice:
    """The notice for ``page``; None is a page of no language, such as that of an address that leads nowhere."""
    language = page.language if page else LANGUAGES[0]
    foot = tuple(_foot(publisher, language))
    if publisher.profile == "official":
        return Notice("", (), ("", ""), "", foot, *_publisher(publisher))
    words = table("publishing")
    told = [(one, words[one]["independent"]) for one in sorted(LANGUAGES, key=lambda one: one != language)]
    if language != LANGUAGES[0]:
        told.insert(1, (language, words[language]["translation"]))
    address = original_of(page)
    return Notice(
        words[language]["short"],
        tuple(told),
        (address, words[language]["original"]) if address else ("", ""),
        words[language]["original_unknown"] if page and page.report and not address else "",
        foot,
        *_publisher(publisher),
    )


def _publisher(publisher: Publisher) -> tuple[bool, str]:
    """Whether one is named, and how to reach them."""
    official = publisher.profile == "official"
    name, contact = ("organiser", "telephone") if official else ("operator", "contact")
    return name in publisher.says, publisher.says.get(contact, "")


def original_of(page: About | None) -> str:
    """The address at which the page's report was first published, empty where it is not known to be one."""
    address = plain(page.report.fact("original")) if page and page.report else ""
    return address if re.fullmatch(r"https?://[^\s/?#@]+(/[^\s]*)?", address) else ""


def _foot(publisher: Publisher, language: str) -> list[Item]:
    told = ((field, publisher.says.get(field.key)) for field in fields(publisher.profile) if field.foot)
    return [
        Item(field.zh if language == "zh" else field.en, text, field.link) for field, text in told if text
    ]
