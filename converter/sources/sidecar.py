"""The optional file beside a raw report (``name.toml``): facts its text does not carry, notes an editor set aside,
corrections after publication.
"""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from converter.entries import Entry
from converter.errors import InputError, read_toml
from converter.model import Correction, Fact
from converter.sources.corrections import example, read_corrections

# What can be said of a report, each with an example of how it is written.
KEYS: Mapping[str, str] = {
    "title": "清河县2023年法治政府建设情况报告",
    "kind": "law",
    "issuer": "清河县人民政府",
    "region": "清河县",
    "region_code": "…",
    "report_year": "2023",
    "published": "2024-03-28",
    "written": "2024-03-15",
    "delivered": "2024-01-16",
    "original": "https://…",
    "title_en": "…",
    "key_figures": "FG.6.3-02 c6-s4-v27",
}
KINDS = ("law", "disclosure", "work", "enforcement", "other")
SIDECAR = ".toml"
"""How the name of a sidecar ends."""
_YEAR = re.compile(r"(?:19|20)\d\d")


class Sidecar(NamedTuple):
    """Facts by key, each with where it comes from; ids of dismissed notes, each with the reason; what is put right, and
    what is told of it."""

    facts: Mapping[str, Fact] = MappingProxyType({})
    dismissed: Mapping[str, str] = MappingProxyType({})
    corrections: tuple[Correction, ...] = ()
    entries: tuple[Entry, ...] = ()


def sidecar_of(report: Path) -> Path:
    """Where the sidecar of the raw report ``report`` is, if it has one."""
    return report.with_suffix(SIDECAR)


def parse_sidecar(data: bytes | None, path: Path) -> Sidecar:
    """What the sidecar of these bytes says, nothing where there is none; ``path`` is its name in messages.

    Raises InputError ``not_toml`` or ``not_utf8`` where the file is no TOML, ``sidecar_unknown`` for an unknown fact,
    ``sidecar_fact`` for one without ``value`` and ``source`` or a year or day that is none, ``sidecar_kind`` for a kind
    that there is not, ``sidecar_dismissed`` where a note is dismissed without a reason, ``correction_no_such_fact`` and
    ``correction_fact`` where a correction says such a thing, and those of ``read_corrections``: what cannot say why is
    not published.
    """
    if data is None:
        return Sidecar()
    table = read_toml(data, path)
    dismissed = _dismissed(path, table.pop("dismissed", {}))
    text = data.decode("utf-8-sig")
    corrections = read_corrections(path, table.pop("corrections", []), text)
    facts = {key: _fact(path, key, entry) for key, entry in table.items()}
    facts |= {entry.words: _fact_of(path, entry) for entry in corrections.entries if entry.kind == "fact"}
    return Sidecar(facts, dismissed, corrections.told, corrections.entries)


def _fact(path: Path, key: str, entry: object) -> Fact:
    if key not in KEYS:
        raise InputError("sidecar_unknown", path=path, fact=key)
    match entry:
        case {"value": str(value), "source": str(source)} if value and source:
            if _fits(key, value):
                return Fact(value, source)
    if key == "kind":
        raise InputError("sidecar_kind", path=path)
    raise InputError("sidecar_fact", path=path, fact=key, example=KEYS[key])


def _fact_of(path: Path, entry: Entry) -> Fact:
    """What a correction says of the report; the messages show how it is written as one."""
    key, value = entry.words, entry.said["value"]
    told = {"path": path, "number": entry.number, "fact": key, "value": value}
    if key not in KEYS:
        shown = example("fact", fact="issuer", value=KEYS["issuer"])
        raise InputError("correction_no_such_fact", **told, known=", ".join(KEYS), example=shown)
    if not _fits(key, value):
        known = ", ".join(KINDS) if key == "kind" else KEYS[key]
        shown = example("fact", fact=key, value=KEYS[key])
        raise InputError("correction_fact", **told, known=known, example=shown)
    return Fact(value, entry.why)


def _fits(key: str, value: str) -> bool:
    match key:
        case "report_year":
            return _YEAR.fullmatch(value) is not None
        case "published" | "written" | "delivered":
            return _is_day(value)
        case "kind":
            return value in KINDS
        case _:
            return bool(value.strip())


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _dismissed(path: Path, entry: object) -> Mapping[str, str]:
    if not isinstance(entry, dict):
        raise InputError("sidecar_dismissed", path=path, note="rate-of-few-c1-v0.5")
    for note, reason in entry.items():
        # A bare key with a dot (rate-of-few-c1-v0.5 = …) is a table to TOML and must be quoted.
        if not isinstance(reason, str) or not reason.strip():
            raise InputError("sidecar_dismissed", path=path, note=note)
    return entry
