"""What people changed in the table of all figures, as entries for the sidecar: so that it reaches everything else."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import NamedTuple

from converter.build.keep import Change, read_base
from converter.build.word_changes import cells_of
from converter.corrections import Written, quote_of
from converter.layout import FIGURES, page_path
from converter.model import Observation, Reading
from converter.pages.edition import CHINESE
from converter.pages.report import COLUMNS
from converter.sources.corrections import values_of
from converter.text.markdown import read_again

_ROW = re.compile(r"\]\((?:c\d+|index)\.md#([\w.-]+)\)")
_MOST_GONE = 0.5  # of the rows; more were not taken out one by one


class FigureEdits(NamedTuple):
    """Entries for the sidecar without who and when, and the cells that nobody can understand."""

    entries: tuple[Written, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()


def figure_edits(docs: Path, name: str, reading: Reading, changes: Mapping[str, Change]) -> FigureEdits:
    """What the pages of figures say otherwise than the program and than it said last time."""
    entries: dict[str, dict[str, str | bool]] = {}
    unread: list[tuple[str, str]] = []
    for language in ("zh", "en"):
        path = page_path(name, FIGURES, language)
        change, base = changes.get(path), read_base(docs, path)
        if change is None or not (change.text and change.program and base) or change.text == change.program:
            continue
        sides = (_rows(change.text), _rows(base), _rows(change.program))
        for o in reading.observations:
            for key, value in _changed(o.id, *sides, language):
                if value is None:
                    unread.append((path, key))
                else:
                    entries.setdefault(o.id, {})[key] = value
    known = {o.id: o for o in reading.observations}
    return FigureEdits(
        tuple(_entry(reading, known[id_], said) for id_, said in entries.items()), tuple(unread)
    )


def _entry(reading: Reading, o: Observation, said: Mapping[str, str | bool]) -> Written:
    report = reading.report
    if said.get("not_a_figure"):
        said = {"not_a_figure": True}
    return {
        "figure": " ".join(o.span.of(report.source.text).split()),
        "in": quote_of(report, o.span),
        **said,
    }


def _rows(text: str) -> dict[str, list[str]]:
    found = ((_ROW.search(line), line) for line in text.split("\n") if line.startswith("|"))
    rows = ((match[1], cells_of(line)) for match, line in found if match)
    return {id_: cells for id_, cells in rows if len(cells) == len(COLUMNS)}


def _changed(
    id_: str,
    theirs: Mapping[str, list[str]],
    base: Mapping[str, list[str]],
    ours: Mapping[str, list[str]],
    language: str,
) -> Iterator[tuple[str, str | bool | None]]:
    if id_ not in ours or id_ not in base:
        return
    if id_ not in theirs:
        gone = base.keys() - theirs.keys()
        if language == "zh" and len(gone) <= _MOST_GONE * len(base):
            yield "not_a_figure", True
        return
    for column, cell, was, now in zip(COLUMNS, theirs[id_], base[id_], ours[id_], strict=True):
        if cell not in (was, now):
            told = read_again(cell).strip()
            yield from _english(column, told) if language == "en" else _field(column, told)


def _english(column: str, told: str) -> Iterator[tuple[str, str | bool | None]]:
    if column == "indicator" and told:
        yield "name_en", told


def _field(column: str, told: str) -> Iterator[tuple[str, str | bool | None]]:
    match column:
        case "indicator":
            yield ("name", told) if told else (told, None)
        case "value":
            number = told.replace(",", "")
            yield ("value", number) if _is_number(number) else (told, None)
        case "limit":
            bound = values_of("bound", told) if told else "exact"
            yield ("bound", bound) if bound else (told, None)
        case "unit":
            yield "unit", told
        case "period":
            yield "period", told
        case "kind":
            found = list(_kind(told))
            yield from found or [(told, None)]
        case _:
            yield told, None


def _kind(told: str) -> Iterator[tuple[str, str | bool | None]]:
    for measure in ("level", "change", "rate", "rank", "duration", "ratio"):
        for status in ("result", "norm", "target", "base"):
            if told == CHINESE.term("measure", measure) + CHINESE.term("status", status):
                yield from (("measure", measure), ("status", status))


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False
