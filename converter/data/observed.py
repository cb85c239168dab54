"""What a published report states: its figures, the notes on them, and what a person should look at."""

from decimal import Decimal
from typing import Annotated

from msgspec import Meta, Struct

from converter.data.parts import Offset
from converter.data.values import ends_of
from converter.layout import page_of_chapter
from converter.model import Bound, Measure, Relation, Severity, Status

Number = Annotated[int, Meta(ge=0)]


class Words(Struct, frozen=True):
    """A text of the program in both languages."""

    zh: str
    en: str


class Span(Struct, frozen=True):
    """A stretch of the text."""

    start: Offset
    end: Offset


class Link(Struct, frozen=True):
    """What a figure is to another of the same sentence: its change, its share or rate, a part of it."""

    relation: Relation
    to: Annotated[str, Meta(description="id of the other observation")]


class Cell(Struct, frozen=True):
    """The cell of a table that a figure was read from, counted from 0."""

    table: str
    row: Number
    column: Number


class Observation(Struct, frozen=True, kw_only=True):
    """One value of one indicator, as the text states it.  ``chapter`` and ``section`` count from 1; 0 is the preface, or none."""

    id: str
    surface: Annotated[str, Meta(min_length=1, description="number and unit as printed")]
    start: Offset
    end: Offset
    value: Annotated[
        str,
        Meta(
            pattern=r"^-?\d+(\.\d+)?(-\d+(\.\d+)?)?$",
            description="decimal string after 万, 亿 and Chinese numerals; a range as low-high",
        ),
    ]
    unit: str
    bound: Bound
    measure: Measure
    status: Status
    indicator: str
    period: str | None
    chapter: Number
    section: Number
    paragraph: Annotated[str, Meta(description="where it stands: of a cell the table")]
    quote: Annotated[
        str,
        Meta(
            description="the sentence it stands in; of one of more than 1,000 characters the 500 on either side"
        ),
    ]
    sentence: Annotated[Span | None, Meta(description="where the quote stands")] = None
    link: Link | None = None
    code: Annotated[
        str | None, Meta(description="the indicator's code in the dictionary, null where it has no entry")
    ] = None
    cell: Cell | None = None
    indicator_en: Annotated[
        str | None, Meta(description="the English name where a person gave one; else it is in the memory")
    ] = None

    @property
    def ends(self) -> tuple[Decimal, Decimal | None]:
        """The value, and the upper end where it is a range."""
        return ends_of(self.value)

    @property
    def page(self) -> str:
        """The name of the page that it stands on."""
        return page_of_chapter(self.chapter)


class Quote(Struct, frozen=True):
    """A sentence that a note rests on."""

    text: str
    start: Offset
    end: Offset


class Note(Struct, frozen=True, kw_only=True):
    """What a careful reviewer would ask about figures."""

    id: Annotated[str, Meta(pattern="^[a-z0-9._-]+$")]
    rule: str
    severity: Severity
    observations: Annotated[tuple[str, ...], Meta(min_length=1)]
    text: Words
    quotes: Annotated[tuple[Quote, ...], Meta(min_length=1)]
    dismissed: Annotated[str | None, Meta(description="an editor's reason to set the note aside")]


class Doubt(Struct, frozen=True, kw_only=True):
    """Something a person should look at."""

    about: Annotated[str, Meta(description="issuer, title, heading, table, observation, …")]
    id: Annotated[str | None, Meta(description="of what it is about, null where that has none")]
    why: Annotated[str, Meta(description="the reason, as a key")]
    start: Offset
    end: Offset
    answer: Annotated[str | None, Meta(description="what somebody said who looked into it")] = None
