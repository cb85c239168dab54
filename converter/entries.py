"""What people put right, as the sidecar of a report says it: one entry a correction, with who, when and why.

An entry names its place by words of the text and not by an address, so that it holds when the program reads the
report better, or the file gets another name.
"""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from msgspec import Struct, field

EntryKind = Literal["fact", "figure", "heading", "text", "cell", "note", "doubt", "convert"]

Reason = Literal["absent", "several", "no_number", "no_name", "no_such_note", "no_such_doubt", "no_such_code"]


class Entry(Struct, frozen=True):
    """One entry.  ``words`` are what it is about: words as printed, a fact's key, the rule of a note, a doubt's reason.

    ``within`` are words around them that end with them, so that only one place is meant; ``said`` is what is so, by
    key, as ``sources/entries.toml`` has them; ``number`` counts all entries of the file from 1.
    """

    kind: EntryKind
    words: str
    within: str = ""
    said: Mapping[str, str] = field(default_factory=dict)
    by: str = ""
    day: date | None = None
    why: str = ""
    number: int = 0


class Unmatched(Struct, frozen=True):
    """An entry that says nothing of the text any more, with the reason: a key of ``cli/messages.toml``."""

    entry: Entry
    reason: Reason
