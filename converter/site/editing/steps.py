"""What is to be done for an act, before anything is done."""

from dataclasses import dataclass

from converter.corrections import Written


@dataclass(frozen=True, slots=True)
class PageStep:
    """The text of a page from ``before`` to ``after``; ``block`` is what it says at ``key`` there, now and then."""

    path: str
    before: str
    after: str
    key: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class EntryStep:
    """An entry into the sidecar, without who and when; ``why`` is the reason given."""

    entry: Written
    why: str


Step = PageStep | EntryStep
