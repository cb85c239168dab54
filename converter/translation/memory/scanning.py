"""Whether a text is a whole PO file, told line by line: what a cut, an unfinished merge or ``msgcat`` leaves in one.

Libraries read over such places, and half a sentence would be published.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from msgspec import Struct

from converter.errors import InputError

Why = Literal["po_line", "po_cut", "po_merged", "po_twice"]
LAST = "X-Gongkai-Last"
"""The header field that names the last text of a file (``last_of``); where that text is lacking, the file was cut."""
_STRING = r'"(?:[^"\\]|\\.)*"'
_LINE = re.compile(
    rf"(?P<before>#~? ?\| ?)?(?P<obsolete>#~ ?)?(?:(?P<word>msgctxt|msgid_plural|msgid|msgstr)(?:\[\d+\])?\s+)?(?P<text>{_STRING})\s*"
)
_NO_ENTRY = re.compile(r"\s*|#(?![~|]).*|#~?\s*")
_FOLLOWS = {"": "msgctxt msgid", "msgctxt": "msgid", "msgid": "msgid_plural msgstr", "msgid_plural": "msgstr"}
_MERGED = "#-#-#-#-#"
_NAMED = re.compile(rf"^{LAST}: (.*)$", re.M)
_ESCAPED = re.compile(r"\\(.)")
_PLAIN = {"n": "\n", "t": "\t", "r": "\r"}


class Flaw(Struct, frozen=True):
    """What is wrong with a PO file, and in which line (from 1)."""

    why: Why
    line: int


def flaw_of(text: str) -> Flaw | None:
    """The first line that no whole PO file has; None where every entry has its text and its translation."""
    word, number, began = "", 0, 1
    for number, line in enumerate(text.split("\n"), 1):
        found = _LINE.fullmatch(line)
        if found is None:
            if not _NO_ENTRY.fullmatch(line):
                return Flaw("po_line", number)
        elif _MERGED in line:
            return Flaw("po_merged", number)
        elif not found["before"] and (new := found["word"]):
            if new not in _FOLLOWS.get(word, "msgctxt msgid msgstr"):
                return Flaw("po_cut", began)
            word, began = new, number
        elif not found["word"] and not word:
            return Flaw("po_line", number)
    return Flaw("po_cut", began) if word not in ("", "msgstr") else None


def refuse_flawed(text: str, path: str) -> None:
    """Raise InputError ``po_line``, ``po_cut``, ``po_merged`` or ``po_twice`` (``line`` is the place) where a file that
    came back is not whole, or has one text twice."""
    flaw = flaw_of(text) or _repeated(text) or ended_early(text)
    if flaw:
        raise InputError(flaw.why, path=path, line=flaw.line)


def last_of(context: str, zh: str) -> str:
    """How ``LAST`` names a text: a block by its key, which an edit leaves as it is, a string by its kind and words."""
    return context if "#" in context else f"{context} {sha256(zh.encode()).hexdigest()[:12]}"


@dataclass(slots=True)
class _Entry:
    """Line, context and texts of one entry; ``before`` is the wording it was translated from."""

    line: int
    live: bool
    context: str = ""
    zh: str = ""
    en: str = ""
    before: str = ""


def _entries(text: str) -> Iterator[_Entry]:
    entry, word = _Entry(0, live=True), "msgstr"
    for number, line in enumerate(text.split("\n"), 1):
        if (found := _LINE.fullmatch(line)) is None:
            continue
        said = _ESCAPED.sub(lambda mark: _PLAIN.get(mark[1], mark[1]), found["text"][1:-1])
        new = found["word"] or word
        if new in ("msgctxt", "msgid") and word == "msgstr" and found["word"]:
            if entry.line:
                yield entry
            entry = _Entry(number, live=True)
        word = new
        if found["before"]:
            entry.before += said if new == "msgid" else ""
            continue
        entry.live = not found["obsolete"]
        entry.context += said if new == "msgctxt" else ""
        entry.zh += said if new == "msgid" else ""
        entry.en += said if new == "msgstr" else ""
    if entry.line:
        yield entry


def _repeated(text: str) -> Flaw | None:
    seen = set[tuple[str, str]]()
    for entry in _entries(text):
        if entry.live and (entry.context, entry.zh) in seen:
            return Flaw("po_twice", entry.line)
        seen |= {(entry.context, entry.zh)} if entry.live else set()
    return None


def ended_early(text: str) -> Flaw | None:
    """A file that lacks the text which its head names as the last one; tools keep that line, and the text with it."""
    entries = list(_entries(text))
    named = _NAMED.search(entries[0].en) if entries else None
    if named is None:
        return None
    there = {last_of(entry.context, zh) for entry in entries for zh in (entry.zh, entry.before)}
    return None if named[1] in there else Flaw("po_cut", text.rstrip("\n").count("\n") + 1)
