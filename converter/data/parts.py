"""The parts of a published report and its text: preface, chapters, sections, paragraphs, tables."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta, Struct

from converter.model import Role

Offset = Annotated[int, Meta(ge=0)]
"""A place in the text as it came, in characters."""


class Paragraph(Struct, frozen=True, kw_only=True):
    """A paragraph; ``text`` is what stands from ``start`` to ``end`` less what ``dropped`` lists there."""

    id: str
    text: str
    start: Offset
    end: Offset


class Table(Struct, frozen=True, kw_only=True):
    """A table; a merged cell's text stands in its first cell, the cells it covers are null."""

    id: str
    start: Offset
    end: Offset
    caption: str | None
    unit: Annotated[str | None, Meta(description="the line that says what it counts, as printed")] = None
    rows: tuple[tuple[str | None, ...], ...]
    unread: Annotated[
        bool, Meta(description="true for what was a table and cannot be read again; rows hold its text")
    ] = False


class Preface(Struct, frozen=True, kw_only=True):
    """What stands before the first chapter."""

    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...] = ()


class Section(Struct, frozen=True, kw_only=True):
    """A part of a chapter; ``lead_end`` is where its label and heading end."""

    id: str
    label: str | None
    heading: str | None
    start: Offset
    end: Offset
    lead_end: Offset
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...] = ()
    sections: tuple["Section", ...]


class Chapter(Struct, frozen=True, kw_only=True):
    """A part at the top; ``title`` is what its page is called, ``editorial`` where the report prints no heading."""

    id: str
    number: str | None
    heading: str | None
    title: str
    editorial: bool
    role: Role
    start: Offset
    end: Offset
    lead_end: Offset
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...] = ()
    sections: tuple[Section, ...]


def all_paragraphs(part: Preface | Chapter | Section) -> Iterator[Paragraph]:
    """Its own paragraphs and those of the sections in it, in order."""
    yield from part.paragraphs
    for section in () if isinstance(part, Preface) else part.sections:
        yield from all_paragraphs(section)


def all_tables(part: Preface | Chapter | Section) -> Iterator[Table]:
    """Its own tables and those of the sections in it, in order."""
    yield from part.tables
    for section in () if isinstance(part, Preface) else part.sections:
        yield from all_tables(section)
