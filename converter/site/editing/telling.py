"""What a change says, in the words of who looks through today's list."""

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from converter.build.answering import told_of
from converter.site.editing.journal import Noted, entry_of
from converter.site.editing.render import words
from converter.sources.corrections import ENTRIES, SIGNED, TELLING
from converter.translation.memory import page_blocks

_NEAR = 12

_NAMES_THE_PLACE = ("note", "doubt")
"""Kinds of entries whose own words are an id: what they are about is quoted instead."""


def told(one: Noted, language: str) -> str:
    """What an entry puts right and how, the facts that a sidecar states now, or the words of the report that came in."""
    if one.kind == "sidecar":
        return _listed(_new_facts(one.before, one.after), language)
    if one.kind == "page":
        return changed_words(one.before, one.after, language) or one.about
    if one.entry is None:
        return one.about
    entry = entry_of(one)
    if not ENTRIES.load().kind.keys() & entry.keys():  # only told to readers
        return one.about
    kind = next(iter(entry))
    if kind == "fact":
        return _listed([(one.about, entry.get("value", ""))], language, _was(one))
    quoted = [("words", entry["in"])] if kind in _NAMES_THE_PLACE and "in" in entry else []
    said = [(key, value) for key, value in entry.items() if key not in {kind, "in", *SIGNED, *TELLING}]
    head = told_of(entry)["what" if language == "zh" else "what_en"]
    return _joined((head, *_each([*quoted, *said], language, _was(one))), language)


def changed_words(before: str, after: str, language: str) -> str:
    """What of a page was other words, and which; what both share is left out but for a little around it."""
    known = words(language)["work"]
    old, new = ([block.text for block in page_blocks(text).blocks] for text in (before, after))
    gone, come = ([text for text in one if text not in other] for one, other in ((old, new), (new, old)))
    if not gone or not come:
        return str(known["removed"].format(text=gone[0])) if gone else "".join(come[:1])
    was, now = _around(gone[0], come[0])
    return str(known["change"].format(was=was, now=now))


def _around(was: str, now: str) -> tuple[str, str]:
    """Both texts without what they begin and end with alike, but for some characters."""
    begun = _shared(was, now)
    ended = min(_shared(was[::-1], now[::-1]), len(was) - begun, len(now) - begun)
    start, rest = max(0, begun - _NEAR), max(0, ended - _NEAR)
    told = (text[start : len(text) - rest] for text in (was, now))
    first, second = (f"{'…' if start else ''}{text}{'…' if rest else ''}" for text in told)
    return first, second


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    differing = (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differing, min(len(one), len(other)))


def _was(one: Noted) -> Mapping[str, str]:
    """What stood in the fields of a form before."""
    try:
        return dict(json.loads(one.before)) if one.before else {}
    except ValueError:
        return {}


def _new_facts(before: str, after: str) -> Iterator[tuple[str, object]]:
    """The facts that differ in the two texts of a sidecar, each with what it is now; empty where it is gone."""
    old, new = (tomllib.loads(text) | {"corrections": None} for text in (before, after))
    for key in (*new, *(key for key in old if key not in new)):
        said = new.get(key, "")
        if old.get(key) != said:
            yield key, said.get("value", "") if isinstance(said, Mapping) else said


def _listed(
    said: Iterable[tuple[str, object]], language: str, was: Mapping[str, str] = MappingProxyType({})
) -> str:
    return _joined(_each(said, language, was), language)


def _joined(told: Iterable[str], language: str) -> str:
    return str(words(language)["told"]["between"].join(told))


def _each(said: Iterable[tuple[str, object]], language: str, was: Mapping[str, str]) -> Iterator[str]:
    known = words(language)
    for key, value in said:
        choice = known["choice"].get(f"{key}.{value}".lower())
        if isinstance(value, bool):
            yield choice or key
        else:
            shown = choice or value or known["unknown"]
            if key in was:
                former = known["choice"].get(f"{key}.{was[key]}".lower()) or was[key] or known["unknown"]
                shown = known["work"]["change"].format(was=former, now=shown)
            yield known["told"]["one"].format(name=known["field"].get(key, key), value=shown)
