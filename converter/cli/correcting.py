"""``gongkai correct`` and ``gongkai undo``: one entry into the sidecar or out of it, and what followed from that."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from converter.build.answering import answer_to, signed, told_of
from converter.build.correcting import Done, correct, place_of_figure, reading_of, seed_of, undo
from converter.build.editor import editor
from converter.cli.messages import say
from converter.corrections import Written, entries_in
from converter.errors import InputError
from converter.layout import DOCS
from converter.site.publisher import read_publisher
from converter.sources.sidecar import sidecar_of

_FIELDS = ("name", "name_en", "value", "unit", "bound", "measure", "period", "status", "code")
_NOT_SAID = ("by", "date", "why", "what", "what_en")


def correct_figure(report: str, figure: str, said: Mapping[str, Any]) -> int:
    """Put a figure right that is given by its id or by its words."""
    seed = seed_of(report)
    place = place_of_figure(reading_of(seed), figure)
    so = {key: said[key] for key in _FIELDS if said.get(key) is not None}
    if said.get("not_a_figure"):
        so = {"not_a_figure": True}
    if not so:
        raise click.UsageError(say("correct_nothing"))
    return _put(seed, {**place, **so}, said)


def correct_with(report: str, entry: Mapping[str, Any], said: Mapping[str, Any]) -> int:
    """Put in an entry that names its place by words."""
    return _put(seed_of(report), entry, said)


def answer(report: str, which: str, said: Mapping[str, Any]) -> int:
    """Answer a note or a doubt by its id.  Raises InputError ``no_such_doubt``."""
    seed = seed_of(report)
    reading = reading_of(seed)
    entry = answer_to(reading, which)
    if entry is None:
        raise InputError("no_such_doubt", id=which, report=report)
    return _put(seed, entry, said)


def _put(seed: Path, entry: Mapping[str, Any], said: Mapping[str, Any]) -> int:
    first, *others = entry.items()
    within = {"in": said["within"]} if said.get("within") else {}
    placed = {first[0]: first[1], **within, **dict(others)}
    told = {"what": said["tell"]} if said.get("tell") else _told(placed)
    _tell(correct(seed, signed(placed, said.get("by") or editor(), said["why"], told)), "corrected")
    return 0


def _told(entry: Written) -> Mapping[str, str]:
    return told_of(entry) if read_publisher(Path()).corrections == "told" else {}


def _tell(done: Done, key: str) -> None:
    click.echo(say(key, path=done.sidecar, entry=_in_a_line(done.entry)))
    pages = [f"{DOCS}/{change.path}" for change in done.changes if change.path.endswith(".md")]
    click.echo(say("corrected_pages", pages=" ".join(pages)) if pages else say("corrected_nothing"))


def take_back(report: str, number: int | None) -> int:
    """Take an entry out of the sidecar."""
    _tell(undo(seed_of(report), number), "undone")
    return 0


def list_entries(report: str) -> int:
    """Print the entries of a report's sidecar with their numbers."""
    sidecar = sidecar_of(seed_of(report))
    entries = entries_in(sidecar.read_text(encoding="utf-8-sig") if sidecar.is_file() else None)
    for number, entry in enumerate(entries, 1):
        click.echo(
            f"{number}\t{entry.get('date', '')}\t{entry.get('by', '')}\t{_in_a_line(entry)}\t{entry.get('why', '')}"
        )
    if not entries:
        click.echo(say("no_entries", path=sidecar))
    return 0


def _in_a_line(entry: Written) -> str:
    return ", ".join(f"{key} = {value}" for key, value in entry.items() if key not in _NOT_SAID)
