"""What the site knows of a report: its figures, its parts and its paragraphs, read from its published data file."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from converter.clean.fold import INVISIBLE, fold

_WORDS = 8  # characters in front of a figure: enough to tell it apart, few enough to outlive most edits
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_CLAUSE = re.compile(r"[^,;:。!?、()]*$")
_NUMERAL = re.compile(r"[〇零一二三四五六七八九十百\d]+")


class Tie(NamedTuple):
    """What a figure is to another: ``relation`` (change_of, share_of, part_of) and the other's id."""

    relation: str
    to: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One observation as the site needs it: ``surface`` as printed, ``value`` a decimal string.

    ``part`` is the chapter or section whose text states it (``c2-s1``), ``paragraph`` the id of the paragraph and
    ``at`` the characters before it there, ``before`` the folded words in front of it, which tell apart equal numbers
    of one part, ``clause`` the folded words of its clause before it.
    """

    id: str
    surface: str
    value: str
    part: str
    before: str = ""
    clause: str = ""
    indicator: str = ""
    unit: str = ""
    bound: str = "exact"
    measure: str = "level"
    status: str = "result"
    sentence: str = ""
    tie: Tie | None = None
    paragraph: str = ""
    at: int = 0
    unit_label: str | None = None

    @property
    def counted_in(self) -> str:
        """The unit as the page's language says it."""
        return self.unit if self.unit_label is None else self.unit_label

    @property
    def chapter(self) -> str:
        """The chapter the part belongs to (``c2``); ``c0`` is the preface."""
        return self.part.partition("-")[0]


@dataclass(frozen=True, slots=True)
class Reference:
    """What a citation says of the report as a whole; None where nobody knows it."""

    title: str | None = None
    title_en: str | None = None
    issuer: str | None = None
    issuer_en: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """What one report states: figures in document order, folded paragraphs and printed headings by id."""

    figures: tuple[Figure, ...] = ()
    paragraphs: Mapping[str, str] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)
    reference: Reference = Reference()

    def name(self, part: str) -> str:
        """The headings that lead to a part, from its chapter down (``二、履行职能 / 一是便民``)."""
        names = part.split("-")
        steps = ("-".join(names[: depth + 1]) for depth in range(len(names)))
        return " / ".join(filter(None, (self.headings.get(step) for step in steps)))


def stated_in(data: Path) -> Stated:
    """What the data file of a report holds; nothing where there is no such file."""
    return _read(data, data.stat().st_mtime_ns) if data.is_file() else Stated()


@lru_cache(maxsize=64)
def _read(data: Path, _changed: int) -> Stated:
    # Every page of a report asks for the same file; `mkdocs serve` asks again after it changed.
    report = json.loads(data.read_text(encoding="utf-8"))
    parts = [report["preface"], *report["chapters"]]
    paragraphs = {paragraph["id"]: paragraph for part in parts for paragraph in _paragraphs(part)}
    return Stated(
        tuple(_figure(seen, paragraphs[seen["paragraph"]]) for seen in report["observations"]),
        {name: fold(told["text"]).strip() for name, told in paragraphs.items()},
        dict(_headings(report["chapters"])),
        _reference(report),
    )


def _reference(report: Mapping[str, Any]) -> Reference:
    told = {key: fact["value"] for key, fact in report["facts"].items()}
    told |= {key: _seen(report[key]) for key in ("title", "issuer") if report[key]}
    return Reference(
        told.get("title"),
        told.get("title_en"),
        told.get("issuer"),
        None,
        date.fromisoformat(report["published"]) if report["published"] else None,
    )


def _headings(parts: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for part in parts:
        number = part.get("number") or part.get("label") or ""
        # 一是 and （一） run into their heading; 二 lost its 、 when it was read.
        mark = "、" if _NUMERAL.fullmatch(number) else ""
        yield part["id"], _seen(number + mark + (part.get("title") or part["heading"] or ""))
        yield from _headings(part["sections"])


def _seen(text: str) -> str:
    """A text of the report as a page shows it: one line, nothing that cannot be seen."""
    return " ".join(_UNSEEN.sub("", text).split())


def _paragraphs(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from part["paragraphs"]
    for section in part.get("sections", ()):
        yield from _paragraphs(section)


def _figure(seen: dict[str, Any], paragraph: dict[str, Any]) -> Figure:
    at = seen["start"] - paragraph["start"]
    before = fold(paragraph["text"])[:at]
    link = seen.get("link")
    return Figure(
        seen["id"],
        seen["surface"],
        seen["value"],
        paragraph["id"].rpartition("-p")[0],
        before[-_WORDS:],
        "".join(_CLAUSE.findall(before)),
        _seen(seen["indicator"]),
        seen["unit"],
        seen["bound"],
        seen["measure"],
        seen["status"],
        _seen(seen["quote"]),
        Tie(link["relation"], link["to"]) if link else None,
        paragraph["id"],
        at,
    )
