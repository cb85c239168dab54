"""The words of the pages that are ours, in each language.  Texts: ``words.toml``, ``notes.toml``."""

from converter.knowledge import Phrase, Phrases, Table

WORDS = Table(__package__, "words.toml", Phrases)
NOTES = Table(__package__, "notes.toml", Phrases)


def said(language: str, key: str) -> Phrase:
    """The phrase, the list of phrases, or the table of words, called ``key``."""
    return WORDS.load()[language][key]
