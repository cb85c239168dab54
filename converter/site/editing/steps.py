"""What is to be done for an act, before anything is done."""

from msgspec import Struct

from converter.build.keep import Change, Side
from converter.corrections import Written


class PageStep(Struct, frozen=True):
    """The text of the page at ``path`` from ``before`` to ``after``; ``was`` and ``now`` are what the one block says that changes."""

    path: str
    before: str
    after: str
    was: str
    now: str


class EntryStep(Struct, frozen=True):
    """An entry into the sidecar, without who and when; ``why`` is the reason given."""

    entry: Written
    why: str


class MemoryStep(Struct, frozen=True):
    """A translation is true to the Chinese as it stands; with a ``reason``, it is right whatever the checks say of it."""

    page: str
    key: str
    reason: str | None = None


class SettleStep(Struct, frozen=True):
    """In the lines of a page that both changed one side's stand."""

    change: Change
    side: Side


Step = PageStep | EntryStep | MemoryStep | SettleStep
