"""Translations in and out: what comes back from a translator's tool as PO, what other tools read as TMX."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from converter.translation.memory.following import harmless
from converter.translation.memory.po import Memory, Unit, state_of, with_acceptance

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Taken:
    """The memory after an import: how many translations were new, replaced an older one, or found no text."""

    memory: Memory
    new: int
    replaced: int
    homeless: int


def take(memory: Memory, other: Memory) -> Taken:
    """``memory`` with the translations of ``other``, a PO file that came back.

    A text that has changed since the file went out takes its translation only where it has none, as a stale one;
    what is replaced and what finds no text is kept among the former ones.  A file brings no mark-up: it is shown as written.
    """
    other = Memory(tuple(map(harmless, other.units)), tuple(map(harmless, other.former)))
    places = {(unit.page, unit.key, unit.zh): at for at, unit in enumerate(memory.units)}
    by_key = {(unit.page, unit.key): at for at, unit in enumerate(memory.units) if unit.key}
    units, former, counts = list(memory.units), [*memory.former, *other.former], [0, 0, 0]
    for unit in (unit for unit in other.units if unit.en):
        at = places.get((unit.page, unit.key, unit.zh))
        old = by_key.get((unit.page, unit.key)) if at is None else at
        if old is not None and at is None and units[old].en == unit.en:
            continue  # taken before
        if old is None or (at is None and units[old].en):
            former.append(unit)
            counts[2] += 1
        elif _differs(units[old], unit):
            counts[bool(units[old].en)] += 1
            former += [units[old]] if units[old].en not in ("", unit.en) else []
            comment = unit.comment or units[old].comment
            units[old] = replace(
                units[old], en=unit.en, source=unit.source, draft=unit.draft, comment=comment
            )
    return Taken(Memory(tuple(units), tuple(dict.fromkeys(former))), *counts)


def _differs(old: Unit, new: Unit) -> bool:
    return (old.en, old.source, old.draft) != (new.en, new.source, new.draft) or new.comment not in (
        "",
        old.comment,
    )


def reviewed(memory: Memory, page: str, key: str = "") -> tuple[Memory, int]:
    """The memory with the translations of a page (or of one block of it) said to be true to the text as it stands."""
    due = [
        unit.page == page and (not key or unit.key == key) and state_of(unit) in ("draft", "stale")
        for unit in memory.units
    ]
    units = tuple(
        replace(unit, source=unit.zh, draft=False) if own else unit
        for unit, own in zip(memory.units, due, strict=True)
    )
    return replace(memory, units=units), sum(due)


def accept(memory: Memory, page: str, key: str, reason: str) -> tuple[Memory, int]:
    """The memory with the reason why what the checks say of one block is right as it stands; and how many blocks that are."""
    own = [unit.page == page and unit.key == key and bool(unit.en) for unit in memory.units]
    units = tuple(
        with_acceptance(unit, reason) if mine else unit for unit, mine in zip(memory.units, own, strict=True)
    )
    return replace(memory, units=units), sum(own)


def tmx(memories: Iterable[tuple[str, Memory]], version: str) -> bytes:
    """All reviewed translations as TMX 1.4, the exchange format of translation memories; no date, so same bytes."""
    root = Element("tmx", {"version": "1.4"})
    header = {
        "creationtool": "Gongkai",
        "creationtoolversion": version,
        "segtype": "paragraph",
        "o-tmf": "PO",
        "adminlang": "en",
        "srclang": "zh-Hans",
        "datatype": "plaintext",
    }
    SubElement(root, "header", header)
    body = SubElement(root, "body")
    for report, memory in memories:
        for unit in memory.units:
            if state_of(unit) == "reviewed":
                _unit(body, report, unit)
    indent(root)
    head = b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
    return head + bytes(tostring(root, encoding="utf-8")) + b"\n"


def _unit(body: Element, report: str, unit: Unit) -> None:
    entry = SubElement(body, "tu")
    SubElement(entry, "prop", {"type": "x-context"}).text = f"{report}/{unit.page}#{unit.key}"
    for language, text in (("zh-Hans", unit.zh), ("en", unit.en)):
        variant = SubElement(entry, "tuv", {_LANG: language})
        SubElement(variant, "seg").text = text
