"""The published file of a report, ``docs/data/NAME.json``: what stands in it, in the order it is written.

A key without a default is in every file.  One with a default came later: a file that an earlier program wrote has it
not, and is read as if it stood there empty.  The JSON Schema is made of these types and what they say of themselves.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from converter.data.observed import Doubt, Note, Observation, Words
from converter.data.parts import Chapter, Offset, Paragraph, Preface, Table, all_paragraphs, all_tables

Kind = Literal["law", "disclosure", "work", "enforcement", "other"]


class Source(Struct, frozen=True, kw_only=True):
    """The raw file that the report was read from."""

    path: Annotated[str, Meta(description="where it is in the project")]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$", description="of the bytes of the file")]
    format: str
    characters: Annotated[int, Meta(ge=0, description="the length of its text, which all offsets count in")]


class Fact(Struct, frozen=True):
    """Something the text does not say, from the sidecar file, with where it comes from."""

    value: str
    source: str


class Correction(Struct, frozen=True, kw_only=True):
    """Something put right after publication; ``before`` and ``after`` quote the page."""

    day: date = field(name="date")
    what: Annotated[str, Meta(min_length=1)]
    what_en: str | None
    why: str | None
    before: str | None
    after: str | None


class Edit(Struct, frozen=True, kw_only=True):
    """Words of the text that people replaced: ``was`` stands from ``start`` to ``end`` in the text as it came."""

    start: Offset
    end: Offset
    was: Annotated[str, Meta(min_length=1)]
    now: str


class Dropped(Struct, frozen=True, kw_only=True):
    """A stretch of the text that is none of the report, with the reason."""

    start: Offset
    end: Offset
    text: str
    reason: str
    reason_in_words: Words


class ReportFile(Struct, frozen=True, kw_only=True):
    """One government report as data.  Offsets are half-open ranges of characters of the source's text; keys may be added, those here keep their meaning."""

    title: str | None
    issuer: Annotated[str | None, Meta(description="the issuer, as the text or the sidecar file names it")]
    region: Annotated[str | None, Meta(description="as printed")]
    region_path: Annotated[
        tuple[str, ...] | None,
        Meta(
            description="the region with those it is part of, the largest first; null where that is not sure"
        ),
    ] = None
    kind: Annotated[
        Kind | None, Meta(description="what sort of report it is, null where that is not said")
    ] = None
    report_year: int | None
    published: Annotated[
        date | None,
        Meta(description="the day of publication, or where only they are known, of writing or of the speech"),
    ]
    written: Annotated[date | None, Meta(description="the day of the signature or of writing")] = None
    delivered: Annotated[date | None, Meta(description="the day it was given before a meeting")] = None
    source: Source
    facts: Annotated[
        Mapping[str, Fact], Meta(description="facts from the sidecar file, each with where it comes from")
    ]
    corrections: Annotated[
        tuple[Correction, ...], Meta(description="what was put right after publication, oldest first")
    ] = ()
    edits: Annotated[
        tuple[Edit, ...], Meta(description="where the published words are not those of the raw file")
    ] = ()
    preface: Preface
    chapters: tuple[Chapter, ...]
    observations: tuple[Observation, ...]
    notes: Annotated[
        tuple[Note, ...], Meta(description="what a careful reviewer would ask about the figures")
    ] = ()
    doubts: Annotated[tuple[Doubt, ...], Meta(description="what a person should look at")] = ()
    dropped: tuple[Dropped, ...]

    def fact(self, key: str) -> str:
        """What the sidecar file says of ``key``, empty where it says nothing."""
        fact = self.facts.get(key)
        return fact.value if fact else ""

    @property
    def stated_issuer(self) -> str | None:
        """The body that reports where the text says so itself, None where only the sidecar file does."""
        return None if "issuer" in self.facts else self.issuer

    @property
    def parts(self) -> tuple[Preface | Chapter, ...]:
        """The preface and the chapters."""
        return (self.preface, *self.chapters)

    @property
    def paragraphs(self) -> Mapping[str, Paragraph]:
        """All paragraphs by id, in order."""
        return {paragraph.id: paragraph for part in self.parts for paragraph in all_paragraphs(part)}

    @property
    def tables(self) -> Mapping[str, Table]:
        """All tables by id, in order."""
        return {table.id: table for part in self.parts for table in all_tables(part)}

    def offset_in(self, paragraph: Paragraph, place: int) -> int:
        """How many characters of the paragraph's text stand before ``place``."""
        ahead = place - paragraph.start
        edits = [e for e in self.edits if paragraph.start <= e.start and e.end <= place]
        ahead += sum(len(e.now) - len(e.was) for e in edits)
        if not self.edits and paragraph.end - paragraph.start == len(paragraph.text):
            return ahead
        # What was cut out of the words is counted by offsets, and is not in the text.
        cut = (d.end - d.start for d in self.dropped if paragraph.start <= d.start and d.end <= place)
        return ahead - sum(cut)
