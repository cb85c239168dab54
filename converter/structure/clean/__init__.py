"""Source text → folded text with its noise marked; no position of what is kept gets lost."""

from converter.model import Clean, Source
from converter.structure.clean.contents import contents
from converter.structure.clean.cuts import (
    OriginalPlaces,
    as_it_came,
    as_read,
    cuts_as_dropped,
    unwrapped,
    without_cuts,
)
from converter.structure.clean.line_ends import holds_several, with_line_ends
from converter.structure.clean.noise import find_noise, reasons, walls, with_walls
from converter.structure.clean.repeated import repeated
from converter.structure.clean.tail import tail
from converter.text.fold import fold

__all__ = [
    "OriginalPlaces",
    "as_it_came",
    "as_read",
    "clean",
    "cuts_as_dropped",
    "fold",
    "holds_several",
    "reasons",
    "unwrapped",
]


def clean(source: Source) -> Clean:
    """Take inner noise out of the text, fold it one to one, find its lines and mark its noise.

    After it: ``len(result.folded) == len(result.source.text)``, and ``as_it_came(result.source)`` is the text given.
    """
    cut = without_cuts(source)
    folded = fold(cut.text)
    ended = walls(folded)
    folded = with_line_ends(with_walls(folded, ended))
    known = [*cut.furniture, *ended, *contents(folded), *repeated(folded), *tail(folded)]
    return Clean(cut, folded, find_noise(folded, known))
