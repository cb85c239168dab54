"""What a change says, in the words of who looks through today's list."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping

from converter.build.answering import told_of
from converter.site.editing.journal import Noted, entry_of
from converter.site.editing.render import words
from converter.sources.corrections import ENTRIES, SIGNED, TELLING

_NAMES_THE_PLACE = ("note", "doubt")
"""Kinds of entries whose own words are an id: what they are about is quoted instead."""


def told(one: Noted, language: str) -> str:
    """What an entry puts right and how, the facts that a sidecar states now, or the words of the report that came in."""
    if one.kind == "sidecar":
        return _listed(_new_facts(one.before, one.after), language)
    if one.entry is None:
        return one.about
    entry = entry_of(one)
    if not ENTRIES.load().kind.keys() & entry.keys():  # only told to readers
        return one.about
    kind = next(iter(entry))
    if kind == "fact":
        return _listed([(one.about, entry.get("value", ""))], language)
    quoted = [("words", entry["in"])] if kind in _NAMES_THE_PLACE and "in" in entry else []
    said = [(key, value) for key, value in entry.items() if key not in {kind, "in", *SIGNED, *TELLING}]
    head = told_of(entry)["what" if language == "zh" else "what_en"]
    return _joined((head, *_each([*quoted, *said], language)), language)


def _new_facts(before: str, after: str) -> Iterator[tuple[str, object]]:
    """The facts that differ in the two texts of a sidecar, each with what it is now; empty where it is gone."""
    old, new = (tomllib.loads(text) | {"corrections": None} for text in (before, after))
    for key in (*new, *(key for key in old if key not in new)):
        said = new.get(key, "")
        if old.get(key) != said:
            yield key, said.get("value", "") if isinstance(said, Mapping) else said


def _listed(said: Iterable[tuple[str, object]], language: str) -> str:
    return _joined(_each(said, language), language)


def _joined(told: Iterable[str], language: str) -> str:
    return str(words(language)["told"]["between"].join(told))


def _each(said: Iterable[tuple[str, object]], language: str) -> Iterator[str]:
    known = words(language)
    for key, value in said:
        choice = known["choice"].get(f"{key}.{value}".lower())
        if isinstance(value, bool):
            yield choice or key
        else:
            shown = choice or value or known["unknown"]
            yield known["told"]["one"].format(name=known["field"].get(key, key), value=shown)
