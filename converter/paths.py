"""Where the files of a report and of the site are, under ``docs/`` and in the built site."""

LANGUAGES = ("zh", "en")

# What the site has for itself beside the reports: files and folders below each language, and at its root.
LIBRARY = ("regions", "indicators")
OWN_PAGES = ("how-to-read", "data", "about")
GLOSSARY, PROGRESS = "glossary", "translation"
_OF_A_LANGUAGE = ("index", "feed", *LIBRARY, *OWN_PAGES, GLOSSARY, PROGRESS)
_AT_THE_ROOT = (*LANGUAGES, "404", "assets", "dev", "llms", "manifest", "robots", "search", "sitemap")
# Windows opens devices by these names, so a clone there could not hold such a folder.
_DEVICES = (
    "aux",
    "con",
    "nul",
    "prn",
    *(f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10)),
)

RESERVED = frozenset((*_OF_A_LANGUAGE, *_AT_THE_ROOT, *_DEVICES))
"""Names that no report may have: its pages would share a folder or an address with the site's own."""

LONGEST_NAME = 180
"""Bytes of a report's name: with an ending, and while it is written, its files still have names every disk takes."""


def report_folder(name: str, language: str = "zh") -> str:
    """Where the pages of the report called ``name`` are."""
    return f"{language}/{name}"


def data_path(name: str) -> str:
    """Where its data are."""
    return f"data/{name}.json"


def home_path(language: str) -> str:
    """Where the home page of a language is: the Chinese one is the site's."""
    return "index.md" if language == "zh" else f"{language}/index.md"
