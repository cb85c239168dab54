"""Pages that something broke (a full disk, a torn copy, an unfinished merge): which they are, and what of them is sure.

What can be told from a person's edit without doubt is restored: an empty page, and one that ends in the middle of a
line just as the page of the last build went on there.  Nothing in it is lost by that.  One that ends where a line or a
sentence does may be cut or shortened on purpose, so it is asked about.  What may hold a person's work and cannot be
read is left as it is and named.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from converter.errors import InputError
from converter.text.conflict_marks import conflict_marks

_NO_TEXT = re.compile("[\0\ud800-\udfff]")
"""A byte that is no text, as ``read`` has it."""
_ENDS_A_SENTENCE = tuple("。！？；.!?;:：”’\"'）)】》]}|>")


def no_text(text: str) -> int | None:
    """The number of the first line that is no text in UTF-8, None where all is."""
    found = _NO_TEXT.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else None


def refuse_unfinished(files: Iterable[tuple[Path, str | None]]) -> None:
    """Raise InputError ``conflict_marks`` or ``not_text``, with every place, where any of ``files`` cannot be used."""
    texts = [(file, text) for file, text in files if text is not None]
    marks = [(file, lines[0]) for file, text in texts if (lines := conflict_marks(text))]
    broken = [(file, line) for file, text in texts if (line := no_text(text))]
    for key, found in (("conflict_marks", marks), ("not_text", broken)):
        if found:
            places = " ".join(f"{file}:{line}" for file, line in found)
            raise InputError(key, places=places, pages=" ".join(str(file) for file, _ in found))


def is_sound(path: str, text: str | None) -> bool:
    """True for a text that a build can have written to ``path``; not for a torn or half merged one."""
    if text is None or no_text(text) or conflict_marks(text):
        return False
    return not path.endswith(".json") or _json(text) is not None


def holds_report(text: str) -> bool:
    """True for the JSON of a report, whatever is wrong inside it."""
    value = _json(text)
    return isinstance(value, dict) and {"source", "chapters", "observations"} <= value.keys()


def _json(text: str) -> object | None:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value


def whole_again(file: Path, text: str, wholes: Iterable[str | None]) -> str | None:
    """The page that ``text``, read from ``file``, is an emptied or torn copy of, one of ``wholes``; None where it is neither."""
    known = [whole for whole in wholes if whole and whole.strip()]
    if not text.strip():
        return next(iter(known), None)
    if text.rstrip("\n").endswith(_ENDS_A_SENTENCE) or file.read_bytes().endswith(b"\n"):
        return None
    return next((whole for whole in known if _goes_on(text.rstrip("\n"), whole)), None)


def missing_lines(file: Path, text: str, last: str) -> tuple[int, int] | None:
    """The first and the last line of ``last``, the page as it was left, that are gone where ``text``, read from
    ``file``, begins as it does and ends early; None where it does not, or where what is left tells whose work that is."""
    start, end = text.rstrip("\n"), last.rstrip("\n")
    if not start.strip() or start == end or not end.startswith(start):
        return None
    within = _goes_on(start, last)
    if within and (file.read_bytes().endswith(b"\n") or not start.endswith(_ENDS_A_SENTENCE)):
        return None  # a person shortened the line, or it is torn and restored
    missing = end.removeprefix(start)
    first = start.count("\n") + 1 + len(missing) - len(missing.lstrip("\n"))
    return first, end.count("\n") + 1


def _goes_on(start: str, whole: str) -> bool:
    """True where ``whole`` begins with ``start`` and goes on in the same line."""
    return whole.startswith(start) and not whole.startswith(f"{start}\n")
