"""Names of figures in English, put together from the words they are made of; nothing where one word is not known."""

import re

from converter.kept import kept_latest
from converter.text.fold import fold
from converter.translation.names.grammar import told
from converter.translation.names.tokens import words_of

_BETWEEN = " · "
_BRACKETS = re.compile("(?P<outer>[^()]+)\\((?P<inner>[^()]+)\\)")


@kept_latest(4096)  # a page asks for a name as often as it shows it
def name_in_english(name: str) -> str | None:
    """A figure's name in English (``受理行政复议案件`` → ``Administrative reconsideration cases accepted``), or None."""
    parts = [_part(part) for part in fold(name).split(_BETWEEN)]
    said = [part for part in parts if part]
    return _capital(_BETWEEN.join(said)) if len(said) == len(parts) else None


def _part(words: str) -> str | None:
    if found := _BRACKETS.fullmatch(words):
        outer, inner = _part(found["outer"]), _part(found["inner"])
        return f"{outer} ({inner})" if outer and inner else None
    known = words_of(words)
    said = told(known) if known else None
    return said.several if said else None


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
