"""Names that are the same for the same unit get the subjects back that tell them apart."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from converter.figures.frame import Frame
from converter.figures.quantity import Quantity
from converter.figures.subject import in_full

_LONGEST = 40  # characters of a name that only its subject tells from another


def _some_alike(names: list[str]) -> bool:
    """True where a name is another one, or its end."""
    if len(names) < 2:
        return False
    by_end = sorted(name[::-1] for name in names)
    return any(longer.startswith(name) for name, longer in pairwise(by_end))


def _ends(name: str) -> list[str]:
    """The name, all that it ends in, and nothing."""
    return [name[at:] for at in range(len(name) + 1)]


def distinct(names: list[str], quantities: Sequence[Quantity], around: Sequence[Frame]) -> list[str]:
    """Names that are the same for the same unit get their subjects back, where these tell them apart."""
    if not _some_alike(names):
        return names
    full = [in_full(frame.left) for frame in around]
    units = [quantity.unit for quantity in quantities]
    # By unit and name, and by unit and what a name ends in: the subjects there.
    named, ending = defaultdict[tuple[str, str], set[str]](set), defaultdict[tuple[str, str], set[str]](set)
    for name, unit, subject in zip(names, units, full, strict=True):
        for found, keys in ((named, [name]), (ending, _ends(name))):
            for key in keys:
                if len(found[unit, key]) < 3:  # of three one is another's, and not empty
                    found[unit, key].add(subject)

    def same(at: int) -> bool:
        unit, name = units[at], names[at]
        subjects = (ending[unit, name], *(named[unit, end] for end in _ends(name) if (unit, end) in named))
        return any(found - {full[at], ""} for found in subjects) and full[at] != ""

    def longer(at: int) -> bool:
        return len(names[at]) < len(full[at]) <= _LONGEST and full[at].endswith(names[at])

    return [full[at] if longer(at) and same(at) else name for at, name in enumerate(names)]
