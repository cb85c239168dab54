"""What the site knows of a report: its figures and its paragraphs, read from its published data file."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from converter.clean.fold import fold

_WORDS = 8  # characters in front of a figure: enough to tell it apart, few enough to outlive most edits


@dataclass(frozen=True, slots=True)
class Figure:
    """One observation as the site needs it: ``surface`` as printed, ``value`` a decimal string.

    ``part`` is the chapter or section whose text states it (``c2-s1``), ``before`` the folded words in front of
    it, which tell apart equal numbers of one part.
    """

    id: str
    surface: str
    value: str
    part: str
    before: str = ""

    @property
    def chapter(self) -> str:
        """The chapter the part belongs to (``c2``); ``c0`` is the preface."""
        return self.part.partition("-")[0]


@dataclass(frozen=True, slots=True)
class Stated:
    """What one report states: figures in document order, folded paragraphs by id (``c2-s1-p1``)."""

    figures: tuple[Figure, ...] = ()
    paragraphs: Mapping[str, str] = field(default_factory=dict)


def stated_in(data: Path) -> Stated:
    """What the data file of a report holds; nothing where there is no such file."""
    return _read(data, data.stat().st_mtime_ns) if data.is_file() else Stated()


@lru_cache(maxsize=64)
def _read(data: Path, _changed: int) -> Stated:
    # Every page of a report asks for the same file; `mkdocs serve` asks again after it changed.
    report = json.loads(data.read_text(encoding="utf-8"))
    parts = [report["preface"], *report["chapters"]]
    paragraphs = {paragraph["id"]: paragraph for part in parts for paragraph in _paragraphs(part)}
    figures = (_figure(seen, paragraphs[seen["paragraph"]]) for seen in report["observations"])
    return Stated(tuple(figures), {name: fold(told["text"]).strip() for name, told in paragraphs.items()})


def _paragraphs(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from part["paragraphs"]
    for section in part.get("sections", ()):
        yield from _paragraphs(section)


def _figure(seen: dict[str, Any], paragraph: dict[str, Any]) -> Figure:
    part = paragraph["id"].rpartition("-p")[0]
    at = seen["start"] - paragraph["start"]
    before = fold(paragraph["text"])[max(0, at - _WORDS) : at]
    return Figure(seen["id"], seen["surface"], seen["value"], part, before)
