"""What was corrected in a report after it was published: ``[[corrections]]`` of its sidecar."""

from datetime import date, datetime
from pathlib import Path

from converter.errors import InputError
from converter.model import Correction

_OPTIONAL = ("what_en", "why", "before", "after")
_FORM = '[[corrections]] date = 2022-03-01, what = "…", what_en / why / before / after = "…"'


def read_corrections(path: Path, entries: object) -> tuple[Correction, ...]:
    """The entries of ``[[corrections]]`` in the sidecar ``path``, oldest first.

    Raises InputError ``sidecar`` where an entry has no date or does not say what was corrected, or has a key that
    is not known: a correction that nobody can read is none.
    """
    if not isinstance(entries, list):
        raise _wrong(path, "[corrections]")
    return tuple(sorted((_correction(path, entry) for entry in entries), key=lambda one: one.day))


def _correction(path: Path, entry: object) -> Correction:
    if not isinstance(entry, dict):
        raise _wrong(path, repr(entry))
    day, what = entry.get("date"), entry.get("what")
    # A date with a time of day is a date to Python, but not what the page can show.
    if not isinstance(day, date) or isinstance(day, datetime):
        raise _wrong(path, "date")
    texts = {key: value for key, value in entry.items() if key != "date"}
    for key, value in texts.items():
        if key not in ("what", *_OPTIONAL) or not isinstance(value, str) or not value.strip():
            raise _wrong(path, key)
    if not isinstance(what, str):
        raise _wrong(path, "what")
    return Correction(day, what, *(entry.get(key) for key in _OPTIONAL))


def _wrong(path: Path, where: str) -> InputError:
    return InputError("sidecar", path=path, why=f"{where} → {_FORM}")
