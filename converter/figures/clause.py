"""What the clause of a figure says, taken apart: who did what to which things, which of them, by which channel.

Read from the name and the words around the number, so that whoever compares figures need not take names apart again.
"""

import re

from converter.figures.alternatives import either, ends
from converter.figures.vocabulary import ACTION, VERB, who_did_what, without_change
from converter.figures.wording import NAMING
from converter.model import Clause

_KNOWN = NAMING.load()
_LIMIT = re.compile(r"（([^（）]+)）")
_CHANNEL = re.compile(rf"(?:{either(_KNOWN.channels)})(?P<by>[^,的]{{2,20}}?)(?=[共累已]?计?{ACTION})")
_HOW = rf"(?:{VERB}|{either(_KNOWN.qualities)})"
_ENDS = re.compile(
    rf"(?<=..)(?P<aspect>(?:{_HOW}+|(?<=..)..(?=率))?(?:{either([*_KNOWN.rates, *_KNOWN.aspects, *_KNOWN.amounts])}))$"
)
_BY = re.compile(either(_KNOWN.channels))
_LAST = ends([*_KNOWN.rates, *_KNOWN.aspects, *_KNOWN.amounts])
_ATTRIBUTE = re.compile(r"(?P<which>.{2,}?)的(?P<thing>[^的]{2,})")


def clause_of(name: str, words: str) -> Clause:
    """The clause of a figure called ``name`` that stands behind ``words``."""
    limits = tuple(_LIMIT.findall(name))
    bare = _LIMIT.sub("", name)
    rest, aspect = _without_aspect(bare)
    subject, verb, object_ = who_did_what(rest)
    if attribute := _ATTRIBUTE.fullmatch(object_):
        limits, object_ = (attribute["which"], *limits), attribute["thing"]
    channel = found["by"] if _BY.search(words) and (found := _CHANNEL.search(words)) else ""
    return Clause("" if subject == channel else subject, verb, object_, aspect, limits, channel)


def _without_aspect(name: str) -> tuple[str, str]:
    """``name`` in two: the thing, and what of it is told (``同比增长``, ``办结率``)."""
    rest = without_change(name)
    if len(name) - len(rest) > 1 and rest:
        return rest, name[len(rest) :]
    found = _ENDS.search(name) if name[-1:] in _LAST else None
    return (name[: found.start("aspect")], found["aspect"]) if found else (name, "")
