"""Wholes and their parts (其中), lists with 分别, and what a later figure may lean on."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from converter.figures.alternatives import either
from converter.figures.deeds import is_deed
from converter.figures.frame import Frame
from converter.figures.quantity import Quantity
from converter.figures.vocabulary import first_verb, members, thing, trimmed, without_change
from converter.figures.wording import NAMING

_AMONG = re.compile(r"其中|涉及(?=[^,]{1,4}$)")
_COMPARED = re.compile(r"(?:同比|环比|较.*|(?<![占同环对])比(?![重例率]).*)$")
_KNOWN = NAMING.load()
_ASPECT = re.compile(rf"(?:{either([*_KNOWN.aspects, *_KNOWN.shared_ends])})$")
_AMOUNTS = tuple("量率额值数比度")  # what ends so names an amount already
_LONGEST_PART = 10  # characters; more is a name of its own
LONGEST = 12  # figures; longer lists with 分别 nobody reads


class NamedBefore(NamedTuple):
    """What later figures may lean on, by name and unit.

    ``base`` is the last figure that named its own subject, ``counted`` the last of things that something may be said of or
    done to, ``counted_here`` true where it stands in the same sentence; ``listed`` the names of the list that the last figure stands in; ``whole`` the one that 其中 or brackets divide;
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


def list_subjects(around: Sequence[Frame], memory: NamedBefore) -> tuple[str, ...]:
    """The subjects of a list ``A、B分别增长1%、2%`` that are still to be given to figures, one for each."""
    if around[0].is_bare:
        return memory.shared[1:]
    count = 1 + next((n for n, frame in enumerate(around[1:]) if not frame.is_bare), len(around) - 1)
    return tuple(_dealt_out(around[0].left, count, memory)) if count > 1 else ()


def _dealt_out(left: str, count: int, memory: NamedBefore) -> list[str]:
    """A name for each of ``count`` figures behind ``left``; none where ``left`` does not name as many."""
    subjects, found, rest = left.partition("分别")
    said = trimmed(rest) if found else trimmed(left).removeprefix(without_change(trimmed(left)))
    named = trimmed(_COMPARED.sub("", subjects)) if found else without_change(trimmed(left))
    each = members(named) if named else []
    if len(each) >= count and (found or len(each) == count):
        return [name + said for name in _with_aspect(each[-count:])]
    before = [without_change(name) for name in memory.names[-count:]]
    if not (found or not named) or len(before) < count or len(each) > 1:
        return []
    # 办理建议3件、提案5件,满意率分别达98%和99%: each of those before.
    return [(thing(name) if named else name) + named + said for name in before]


def _with_aspect(names: list[str]) -> list[str]:
    """``国内游客、入境游客数量``: what the last of a list ends with is said of all."""
    shared = _ASPECT.search(names[-1])
    if not shared or any(_ASPECT.search(name) for name in names[:-1]):
        return names
    return [*(name if name[-1:] in _AMOUNTS else name + shared[0] for name in names[:-1]), names[-1]]


def divided(quantity: Quantity, frame: Frame, phrase: str, memory: NamedBefore) -> NamedBefore:
    """The memory with the whole noted that this figure is a part of, or with a whole closed by its bracket."""
    if memory.inside and not frame.inside:
        memory = memory._replace(base=memory.whole, last=memory.whole, whole="", inside=False)
    if memory.whole and quantity.unit == memory.whole_unit and not is_part(frame, phrase):
        memory = memory._replace(whole="")
    opens = _AMONG.search(frame.gap) or frame.tail == "中" or (frame.inside and not memory.inside)
    if not opens or quantity.unit != memory.unit:
        return memory
    phrase = phrase.removeprefix("涉及")
    if verb := "" if frame.inside or is_deed(phrase) else first_verb(phrase):
        # 其中审查规范性文件9件 has a name of its own, and what follows shares its verb.
        return memory._replace(verb=verb, whole="")
    return memory._replace(whole=memory.base, whole_unit=memory.unit, inside=frame.inside, verb="")


def is_part(frame: Frame, phrase: str) -> bool:
    """True where the words before a number tell a part of a whole and have no verb of their own."""
    deed = is_deed(phrase)
    if without_change(phrase) != phrase and not deed:
        return False
    own = first_verb(phrase) and not deed and not phrase.startswith("涉及")
    return not own and (frame.inside or len(phrase) <= _LONGEST_PART)
