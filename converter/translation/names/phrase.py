"""A thing named in English, its head apart from what stands before and behind it, so that it can go into a longer name."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

# In the tables a plus stands where a word takes its plural: ``head+ of department``.
_COUNTED = re.compile(r"([A-Za-z’-]+)\+")
_SIBILANT = ("s", "x", "z", "ch", "sh")
_IRREGULAR = {
    "child": "children",
    "person": "people",
    "craftsman": "craftsmen",
    "consortium": "consortia",
    "wharf": "wharves",
}
# A word with one of these inside stands behind what it belongs to, as English cannot put it in front.
_INSIDE = re.compile(
    r"^(?:building|reporting|soliciting) | (?:of|in|for|to|with|by|at|on|from|under|over|per|above|against|between) "
)
# New refunds of tax are no refunds of new tax.
_ALWAYS_IN_FRONT = ("new", "newly built")
# What can be counted is told apart itself, but for who is at the head of what is told apart.
_OF = re.compile(
    r"(?P<what>(?:head\+ |(?:(?!(?:and|for|on|the|in) )[\w&’-]+ ){1,3})of) (?P<whose>(?!the ).+)"
)

# A rate or a growth is never new: its things are.
_MEASURED = re.compile(
    r"(?P<what>(?:[\w-]+ ){0,2}(?:(?:rate|share|number) of|(?:growth|rise|increase|decrease) in)) (?P<whose>(?!the ).+)"
)

_FEW = 2
_BEHIND = ("online", "offline", "elsewhere", "throughout", "together")
# A modifier and its noun, and nothing else: no ``persons with severe disabilities``.
_TOLD_APART = re.compile(r"(?:(?!(?:and|of|in|for|to|with|by|at|on|from)\b)[\w’-]+ ?){2,3}")


class Phrase(Struct, frozen=True):
    """``before`` stand in front of ``head``, in their order; ``after`` behind it (``in the city``, ``accepted``)."""

    head: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    @property
    def several(self) -> str:
        """All of it, its head in the plural where it can be counted."""
        return " ".join((*self.before, plural(self.head), *self.after))

    @property
    def bare(self) -> str:
        """What can stand in front of another noun: its head in the singular, nothing behind it."""
        return " ".join((*self.before, single(self.head)))

    def behind(self, *after: str) -> "Phrase":
        """The same with more behind it."""
        return replace(self, after=(*self.after, *after))

    def led_by(self, modifier: "Phrase") -> "Phrase":
        """The same, told apart by ``modifier``, which goes in front of it where English can have it there."""
        if _INSIDE.search(modifier.bare):
            return self.behind(f"of {modifier.several}")
        front, after = (*modifier.before, single(modifier.head)), (*self.after, *modifier.after)
        whole = None if front[0] in _ALWAYS_IN_FRONT else _OF.fullmatch(self.head)
        of = _MEASURED.fullmatch(self.head) or whole
        if of:  # heads of MUNICIPAL administrative organs
            return Phrase(" ".join((of["what"], *front, of["whose"])), self.before, after)
        return Phrase(self.head, (*front, *self.before), after)


def as_well(front: Sequence[str], last: Phrase) -> Phrase | None:
    """``last``, which is told apart by a word of its own, with more before it (``national and industry standards``)."""
    is_told_apart = _TOLD_APART.fullmatch(last.bare) and not last.after
    if not is_told_apart or not 0 < len(front) <= _FEW or not all(front):
        return None
    return Phrase(last.head, (f"{', '.join(front)}{',' if len(front) > 1 else ''} and", *last.before))


def plural(word: str) -> str:
    """A word of the tables in the plural, as it stands where it has none."""
    return _COUNTED.sub(lambda found: _plural(found[1]), word)


def single(word: str) -> str:
    """A word of the tables in the singular."""
    return word.replace("+", "")


def _plural(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_SIBILANT) else f"{word}s"


def done_so(done: str, adverb: str) -> str:
    """What was done and how: ``properly handled``, ``handled online``, ``handled on the spot``."""
    return f"{done} {adverb}" if " " in adverb or adverb in _BEHIND else f"{adverb} {done}"


def listed(words: Sequence[str]) -> str:
    """Words in a list (``schools, hospitals, and parks``)."""
    if len(words) < 3:
        return " and ".join(words)
    return f"{', '.join(words[:-1])}, and {words[-1]}"
