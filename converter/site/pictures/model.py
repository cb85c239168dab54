"""What a picture shows, before anybody draws it: bars on one axis, each with its name and what the report says."""

from collections.abc import Callable
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from converter.site.content.observations import Figure

Kind = Literal["now", "about", "rest"]
"""``about`` is a number that is no exact one or is derived, ``rest`` what a report leaves unsaid."""


def kind_of(figure: Figure) -> Kind:
    """How the bar of a figure of this year is drawn."""
    return "now" if figure.bound == "exact" else "about"


class Bar(Struct, frozen=True):
    """A bar from ``start`` to ``end`` of an axis that goes from 0 to 1; ``figure`` states it, ``page`` is a page it leads to."""

    label: str
    said: str
    end: Decimal
    start: Decimal = Decimal(0)
    kind: Kind = "now"
    figure: Figure | None = None
    page: str = ""


class Group(Struct, frozen=True):
    """Bars that are to be compared with each other, with a ``note`` of what follows from them and what does not."""

    bars: tuple[Bar, ...]
    note: str = ""


class Picture(Struct, frozen=True):
    """One picture: its name in addresses, its title, its groups, which share an axis where it has ``ticks``."""

    key: str
    title: str
    about: str
    groups: tuple[Group, ...]
    ticks: tuple[str, ...] = ()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """All bars, in order."""
        return tuple(bar for group in self.groups for bar in group.bars)


Says = Callable[[Figure], str]
"""How a figure is told to a reader: bound, number, unit."""
