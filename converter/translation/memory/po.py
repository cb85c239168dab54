"""The translation memory of one report: what each Chinese text was rendered as, and from which wording.

It is kept as a PO file, the translator's own format, so that Weblate and Poedit read it as it is.  In its words:
``msgctxt`` is the key of a block or the kind of a string, ``fuzzy`` with a previous ``msgid`` is stale, ``fuzzy``
alone is a draft.  Each text has one entry; translations whose Chinese is gone have a file of their own (``former.py``),
none is ever deleted.  A translator's comments stay; one of them may say why what the checks find is right as it stands
(``accepted``).
"""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from hashlib import sha256
from types import MappingProxyType
from typing import Literal

import polib
from msgspec import Struct
from msgspec.structs import replace

from converter.errors import InputError
from converter.layout import page_path
from converter.text.markup import visible
from converter.translation.memory.notes import note_of
from converter.translation.memory.scanning import LAST, last_of

State = Literal["missing", "draft", "reviewed", "stale"]
SOURCE_LANGUAGE = "zh_Hans"
STATES: tuple[State, ...] = ("reviewed", "draft", "stale", "missing")


class Unit(Struct, frozen=True):
    """One text and its translation.  ``source`` is the wording ``en`` was made from; ``en`` may be empty."""

    page: str
    """The page the text stands on, without suffix (``c2``); for other strings their kind (``indicator``)."""
    key: str
    """The block's key on its page; for other strings empty, as their text is their key."""
    zh: str
    en: str = ""
    source: str = ""
    draft: bool = False
    comment: str = ""
    """What translators noted about it, in lines."""
    origin: str = ""
    """Of a draft: where it is from, a place in another report or the name of a machine; empty where nobody said."""


def state_of(unit: Unit) -> State:
    """Whether a translation is there, and whether it is still one of the text as it stands."""
    if not unit.en:
        return "missing"
    if unit.source != unit.zh:
        return "stale"
    return "draft" if unit.draft else "reviewed"


_FROM = "gongkai draft from "
_ACCEPTED = re.compile(r"^gongkai accepted ([0-9a-f]{12}): (.+)$", re.M)


def accepted(unit: Unit) -> str:
    """Why a person finds right what the checks say of the translation; empty once either language has changed."""
    match = _ACCEPTED.search(unit.comment)
    return match[2] if match and match[1] == _fingerprint(unit) else ""


def with_acceptance(unit: Unit, reason: str) -> Unit:
    """``unit`` with the reason why it is right as it stands, in place of an earlier one; an empty reason takes it back."""
    told = " ".join(reason.split())
    others = [line for line in unit.comment.splitlines() if not _ACCEPTED.match(line)]
    ours = [f"gongkai accepted {_fingerprint(unit)}: {told}"] if told else []
    return replace(unit, comment="\n".join([*others, *ours]))


def _fingerprint(unit: Unit) -> str:
    return sha256(f"{unit.zh}\0{unit.en}".encode()).hexdigest()[:12]


class Memory(Struct, frozen=True, dict=True):
    """All of one report, in the order of its pages; ``former`` are former translations, oldest first."""

    units: tuple[Unit, ...] = ()
    former: tuple[Unit, ...] = ()

    def of_page(self, page: str) -> tuple[Unit, ...]:
        """The units of one page, or of one kind of string, in order."""
        return tuple(unit for unit in self.units if unit.page == page)

    @cached_property
    def strings(self) -> Mapping[tuple[str, str], str]:
        """The translations of strings that are no blocks, by kind and Chinese text."""
        return {(unit.page, unit.zh): visible(unit.en) for unit in self.units if not unit.key and unit.en}


_OBSOLETE_BEFORE = re.compile(r"^#~\| ", re.M)


class _Lines(str):
    """A text for polib, which takes one without a line feed for the name of a file to open, and cuts lines also where
    a translation holds a rarer separator (U+2028)."""

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:  # noqa: ARG002
        return self.split("\n")


def read_memory(text: str, path: str) -> Memory:
    """The memory a PO file holds; its obsolete entries are former translations.

    Raises InputError ``broken_po`` (``path`` is the file to name).
    """
    try:
        # polib skips the wording before of an obsolete entry, but only where it is marked as one of these.
        file = polib.pofile(_Lines(_OBSOLETE_BEFORE.sub("#| ", f"{text}\n")), wrapwidth=0)
    except (OSError, ValueError, UnicodeError) as error:
        raise InputError("broken_po", path=path, why=error) from error
    return Memory(
        tuple(_unit(entry) for entry in file if not entry.obsolete),
        tuple(_unit(entry) for entry in file.obsolete_entries()),
    )


def read_strings(text: str, path: str, kinds: Iterable[str]) -> Memory:
    """Of the memory a PO file holds the strings of some ``kinds``: many files are read for a few words of each."""
    wanted = tuple(f'msgctxt "{kind}"\n' for kind in kinds)
    entries = (entry for entry in text.split("\n\n") if any(context in entry for context in wanted))
    return read_memory("\n\n".join(entries), path)


def _unit(entry: polib.POEntry) -> Unit:
    page, _, key = (entry.msgctxt or "").partition("#")
    fuzzy = "fuzzy" in entry.flags
    before = entry.previous_msgid if fuzzy else None
    draft = fuzzy and not before
    lines = entry.tcomment.split("\n")
    origin = next((line.removeprefix(_FROM) for line in lines if line.startswith(_FROM)), "") if draft else ""
    comment = "\n".join(line for line in lines if not line.startswith(_FROM))
    return Unit(page, key, entry.msgid, entry.msgstr, before or entry.msgid, draft, comment, origin)


def write_memory(memory: Memory, report: str, offers: Mapping[Unit, str] = MappingProxyType({})) -> str:
    """The texts in use as PO, which ``msgfmt -c`` finds clean: same memory, same bytes, so there is no date in it.

    ``offers`` are more lines for a translator, below those that every text has.
    """
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": report,
        "PO-Revision-Date": "",
        "Last-Translator": "",
        "Language-Team": "",
        "Language": "en",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Source-Language": SOURCE_LANGUAGE,
    }
    for unit in memory.units[-1:]:
        file.metadata[LAST] = last_of(_context(unit), unit.zh)
    file.extend(_entry(unit, report, offers.get(unit, "")) for unit in memory.units)
    return str(file).rstrip("\n") + "\n"


def _context(unit: Unit) -> str:
    return f"{unit.page}#{unit.key}" if unit.key else unit.page


def _entry(unit: Unit, report: str, offer: str) -> polib.POEntry:
    state = state_of(unit)
    return polib.POEntry(
        msgctxt=_context(unit),
        msgid=unit.zh,
        msgstr=unit.en,
        flags=["fuzzy"] if state in ("stale", "draft") else [],
        previous_msgid=unit.source if state == "stale" else None,
        tcomment="\n".join(
            filter(None, (unit.comment, f"{_FROM}{unit.origin}" * (state == "draft" and bool(unit.origin))))
        ),
        comment="\n".join(filter(None, (note_of(unit.page, unit.key, unit.zh), offer))),
        occurrences=[(f"{page_path(report, unit.page)}#{unit.key}", "")] if unit.key else [],
    )
