"""Settle the conflicts of a page once a person has said whose text shall stand."""

from msgspec.structs import replace

from converter.build.keep.merge import Side, merge
from converter.build.keep.plan import Change


def settle(change: Change, side: Side) -> Change:
    """The change that ends the conflicts of ``change``; without conflicts it is ``change`` itself.

    ``person``: the person's lines stay.  ``program``: the program's stand in the lines in conflict, every other
    edit stays.  Either way the program's text has been seen: it is the base from now on, so that later runs are
    silent until the program says something else again.
    """
    if not change.conflicts:
        return change
    text, _ = merge(change.text or "", change.base, change.program or "", change.path, side)
    return replace(change, action="merged", text=text, base=change.program, conflicts=())
