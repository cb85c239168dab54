"""What every stage speaks about: frozen, plain, without behaviour beyond reading its own text.

Structure is named as in Akoma Ntoso, figures as in SDMX; positions are half-open ranges of characters of ``Source.text``.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from msgspec import Struct, field

from converter.entries import Entry
from converter.spans import Cell as Cell
from converter.spans import Cut as Cut
from converter.spans import Doubt as Doubt
from converter.spans import Dropped as Dropped
from converter.spans import Edit as Edit
from converter.spans import Span as Span
from converter.spans import Table as Table

Role = Literal["results", "problems", "plan", "other"]
Bound = Literal["exact", "about", "near", "over", "under", "at_least", "at_most"]
Measure = Literal["level", "change", "rate", "rank", "duration", "ratio"]
Status = Literal["result", "norm", "target", "base"]
Relation = Literal["change_of", "share_of", "part_of"]
Severity = Literal["question", "remark"]


class Fact(Struct, frozen=True):
    """A fact from the sidecar file, with the words that say where it comes from."""

    value: str
    source: str


class Correction(Struct, frozen=True):
    """Something put right after the report was published; ``before`` and ``after`` quote the page."""

    day: date
    what: str
    what_en: str | None = None
    why: str | None = None
    before: str | None = None
    after: str | None = None


class Source(Struct, frozen=True):
    """One raw report, read: ``text`` is what all spans count in, ``sha256`` is of the file's bytes."""

    path: str
    format: str
    text: str
    sha256: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    hints: Mapping[str, str] = field(default_factory=dict)
    """What the document's mark-up says of itself: title, published and written (ISO dates), issuer, source, index, original."""
    furniture: tuple["Dropped", ...] = ()
    """What the layout shows to be none of the report: page numbers, running heads, a table of contents."""
    warnings: tuple[str, ...] = ()
    """What a person should know about the reading: keys of ``cli/messages.toml``."""
    cuts: tuple["Cut", ...] = ()
    """What stood in the middle of words and was none of them; ``structure/clean/cuts.py`` puts it back."""
    dismissed: Mapping[str, str] = field(default_factory=dict)
    """Ids of notes an editor has looked into, each with the reason to set it aside."""
    corrections: tuple[Correction, ...] = ()  # oldest first
    entries: tuple[Entry, ...] = ()  # in the order of the sidecar
    edits: tuple["Edit", ...] = ()  # by their places in ``text``
    tables: tuple[Table, ...] = ()  # in order, none inside another
    whole: "Source | None" = None
    """The source with its tables in its text, while they are set apart."""


class Clean(Struct, frozen=True):
    """A source's text folded one to one (``len(folded) == len(source.text)``), its noise marked."""

    source: Source
    folded: str
    dropped: tuple[Dropped, ...]


class Paragraph(Struct, frozen=True):
    """A paragraph, covered by its sentences; ``closes_parent``: it follows the last of several points but speaks of all."""

    id: str
    span: Span
    sentences: tuple[Span, ...]
    closes_parent: bool = False


class Section(Struct, frozen=True):
    """A part below a chapter; ``num`` and ``heading`` as printed, ``lead`` all before the first paragraph, its marks too."""

    id: str
    span: Span
    lead: Span
    num: Span | None
    heading: Span | None
    paragraphs: tuple[Paragraph, ...]
    sections: tuple["Section", ...] = ()
    tables: tuple[Table, ...] = ()


class Chapter(Struct, frozen=True):
    """A part at the top.  ``editorial_title`` is ours, set exactly where the report prints no heading."""

    id: str
    span: Span
    lead: Span
    num: Span | None
    heading: Span | None
    role: Role
    editorial_title: str | None
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    tables: tuple[Table, ...] = ()


class Report(Struct, frozen=True):
    """The whole report.  Each character is in a lead, a paragraph, a table, ``dropped``, or is white space."""

    source: Source
    folded: str
    title: str | None
    issuer: str | None
    region: str | None
    report_year: int | None
    published: date | None
    preface: tuple[Paragraph, ...]
    chapters: tuple[Chapter, ...]
    dropped: tuple[Dropped, ...]
    doubts: tuple[Doubt, ...] = ()
    tables: tuple[Table, ...] = ()
    """Those that stand before the first chapter."""
    written: date | None = None  # the day of the signature, or what the page calls 成文日期
    delivered: date | None = None  # before a meeting
    region_path: tuple[str, ...] | None = None  # with those it is part of, the largest first; None: not sure


class CellPlace(NamedTuple):
    """A cell of a table: the table's id, and the row and column the cell begins in, from 0."""

    table: str
    row: int
    column: int


class Link(NamedTuple):
    """What an observation is to another of its report (``to`` is its id): its change, its share, or a part of it."""

    relation: Relation
    to: str


class Observation(Struct, frozen=True):
    """One value of one indicator, as the text states it.

    ``span`` covers the number with its unit (``8万余件``); ``value`` is after 万, 亿 and Chinese numerals (80000), ``upper``
    the upper end of a range (``3-5个``).  ``chapter`` and ``section`` count from 1, 0 is the preface or no section.
    ``id`` is made of the place and the value, so that it stays when other figures are found.  ``code`` is the dictionary's.
    """

    id: str
    span: Span
    value: Decimal
    upper: Decimal | None
    unit: str
    bound: Bound
    measure: Measure
    status: Status
    indicator: str
    period: str | None
    chapter: int
    section: int
    paragraph: str
    sentence: Span
    link: Link | None = None
    code: str | None = None
    cell: CellPlace | None = None
    """Where in a table it stands; ``paragraph`` is then the table's id, ``sentence`` the row."""
    doubts: tuple[str, ...] = ()  # why a person should look at it: keys of data/doubts.toml
    indicator_en: str | None = None  # as a person put it; translations are in the memory


class Note(Struct, frozen=True):
    """Something a careful reviewer would ask about figures of one report.

    ``id`` is the rule's key with the id of the first observation; ``observations`` are the ids of all it speaks of, ``details``
    fill the rule's words in ``checks/rules.toml``, ``sentences`` are what it rests on, ``dismissed`` is an editor's reason.
    """

    id: str
    rule: str
    severity: Severity
    observations: tuple[str, ...]
    details: Mapping[str, str]
    sentences: tuple[Span, ...]
    dismissed: str | None = None


class Reading(Struct, frozen=True):
    """All that was understood of one report: what its pages, its data and every view of it are made from."""

    report: Report
    observations: tuple[Observation, ...]
    notes: tuple[Note, ...]
