"""One page of each kind, in both languages, and the ways a reader may see it."""

from itertools import product

_OF_THE_SITE = ("how-to-read", "data", "about", "glossary", "translation")
KINDS = ("report", "chapter", "pictures", "figures", "notes", "whole", "home", *_OF_THE_SITE)
_NAMES = {"report": "index", "chapter": "c2"}


def page_of(kind: str, language: str) -> str:
    """The address of a page of this kind, from the site's root."""
    if kind == "home":
        return "index.html" if language == "zh" else "en/index.html"
    folder = "" if kind in _OF_THE_SITE else "lanshan-2020/"
    return f"{language}/{folder}{_NAMES.get(kind, kind)}.html"


PAGES = [page_of(kind, language) for kind in KINDS for language in ("zh", "en")]
LOST = "404.html"
"""What a server answers for an address that leads nowhere: one page for both languages."""
LIBRARY_KINDS = (
    "index",
    "indicators/index",
    "indicators/fg-6-3-02",
    "regions/index",
    "regions/jiaxian",
    "jia-2021/index",
    "jia-2021/change",
    "data",
)


def library_page_of(kind: str, language: str) -> str:
    """The address of a page of a site of several reports, from its root."""
    return page_of("home", language) if kind == "index" else f"{language}/{kind}.html"


LIBRARY_PAGES = [library_page_of(kind, language) for kind in LIBRARY_KINDS for language in ("zh", "en")]
WAYS = list(product(("light", "dark"), (390, 1280), (False, True)))
"""Colour scheme, width of the window, large type."""
