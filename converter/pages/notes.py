"""The page of notes: what a careful reviewer would ask, with the sentences it rests on."""

import json
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import resources
from pathlib import PurePath
from typing import Any

from converter.checks import words
from converter.figures.places import places
from converter.model import Note, Observation, Report, Span
from converter.pages.figures import link
from converter.pages.frame import heading, page
from converter.pages.markdown import escape
from converter.pages.words import LANGUAGE, word


def notes_page(report: Report, observations: Sequence[Observation], notes: Sequence[Note], name: str) -> str:
    """The Markdown of the page of notes on the figures of the report called ``name``."""
    shown = report.title or word("untitled")
    fields = {
        "report": name,
        "page": "notes",
        "description": _said("description", report=shown, count=len(notes)),
    }
    open_ = [note for note in notes if note.dismissed is None]
    settled = [note for note in notes if note.dismissed is not None]
    blocks = [heading(1, _said("title"), "notes"), _intro(notes, open_)]
    blocks += _notes(report, observations, open_, 2)
    if settled:
        blocks += [heading(2, _said("dismissed"), "dismissed"), _said("dismissed_intro")]
        blocks += _notes(report, observations, settled, 3)
    return page(fields, [*blocks, *(_answer(report, open_[0]) if open_ else ())])


def _intro(notes: Sequence[Note], open_: Sequence[Note]) -> str:
    if open_:
        return _said("intro", count=len(open_))
    return _said("all_dismissed" if notes else "none")


def _answer(report: Report, note: Note) -> Iterator[str]:
    """How an editor answers a note: the very lines to write, as a block of code."""
    yield heading(2, _said("answer"), "answer")
    yield _said("how", sidecar=PurePath(report.source.path).with_suffix(".toml").as_posix())
    yield f"    [dismissed]\n    {json.dumps(note.id)} = {json.dumps(_said('how_example'), ensure_ascii=False)}"


def _notes(
    report: Report, observations: Sequence[Observation], notes: Iterable[Note], level: int
) -> Iterator[str]:
    for note in notes:
        yield heading(level, escape(words(note, "title", LANGUAGE)), note.id)
        if note.dismissed is not None:
            yield _said("reason", reason=escape(note.dismissed))
        yield escape(words(note, "seen", LANGUAGE) + words(note, "why", LANGUAGE))
        concerned = [o for o in observations if o.id in note.observations]
        yield from (f"> {_quoted(report, concerned, sentence)}" for sentence in note.sentences)
        yield f"{_terms('severity')[note.severity]}{_said('id', id=note.id)}"


def _quoted(report: Report, observations: Sequence[Observation], sentence: Span) -> str:
    """A sentence of the report as Markdown, the figures a note speaks of linked to their place in the text."""
    text = report.source.text
    quoted = escape(sentence.of(text))
    inside = [o for o in observations if o.sentence == sentence]
    for o in reversed(inside):
        # Escaping moves characters, so a figure is found again by how often its words stand before it.
        printed = o.span.of(text)
        pieces = quoted.split(escape(printed))
        before = text.count(printed, sentence.start, o.span.start)
        if before + 1 < len(pieces):
            start, end = (escape(printed).join(part) for part in (pieces[: before + 1], pieces[before + 1 :]))
            quoted = start + link(o, printed) + end
    return quoted if inside else quoted + _where(report, sentence)


def _where(report: Report, sentence: Span) -> str:
    """A link to the part of the report that a sentence without a linked figure stands in."""
    part = next((place.part for place in places(report) if sentence in place.paragraph.sentences), "c0")
    chapter = part.partition("-")[0]
    return _said("where", page="index.md" if chapter == "c0" else f"{chapter}.md", part=part)


@cache
def _texts() -> dict[str, Any]:
    return dict(
        tomllib.loads(resources.files(__package__).joinpath("notes.toml").read_text(encoding="utf-8"))
    )


def _terms(group: str) -> dict[str, str]:
    return dict(_texts()[LANGUAGE][group])


def _said(key: str, **details: object) -> str:
    return str(_texts()[LANGUAGE][key]).format(**details)
