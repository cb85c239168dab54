"""What the figures before have said, for those that lean on it."""

from msgspec import Struct

from converter.figures.vocabulary import without_change
from converter.figures.wording import NAMING

_AMOUNTS = tuple(NAMING.load().alone)


class NamedBefore(Struct, frozen=True):
    """What later figures may lean on, by name and unit.

    ``base`` is the last figure that named its own subject, ``counted`` the last of things that something may be said of or
    done to, ``counted_here`` true where it stands in the same sentence; ``listed`` the names of the list that the last figure stands in, ``alike`` those of the figures of one unit up to the
    last; ``whole`` the one that 其中 or brackets divide;
    ``verb`` what a list after 其中 shares; ``shared`` names kept ready for a list with 分别; ``topic`` what the
    sentence says it is about; ``names`` those of the figures before, for 分别 without subjects of its own.
    """

    base: str = ""
    unit: str = ""
    whole: str = ""
    whole_unit: str = ""
    inside: bool = False
    verb: str = ""
    last: str = ""
    shared: tuple[str, ...] = ()
    topic: str = ""
    names: tuple[str, ...] = ()
    counted: str = ""
    counted_unit: str = ""
    counted_here: bool = False
    listed: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()


def carried_on(memory: NamedBefore) -> NamedBefore:
    """What the next sentence of a paragraph may still lean on: the things counted last, unless an amount of them was told since."""
    if without_change(memory.last).endswith(_AMOUNTS):
        return NamedBefore()
    return NamedBefore(counted=memory.counted, counted_unit=memory.counted_unit)
