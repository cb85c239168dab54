"""Pages on disk: nothing a person wrote is ever lost (three-way merge against what was written last time)."""

from converter.keep.lock import alone
from converter.keep.marks import conflict_marks, places_with_conflict_marks
from converter.keep.merge import Conflict, Side
from converter.keep.plan import BASE, Action, Change, plan, read, retire
from converter.keep.settle import settle
from converter.keep.store import carry_out, lay_out, move, withdraw, write_file
from converter.keep.unlink import without_links

__all__ = [
    "BASE",
    "Action",
    "Change",
    "Conflict",
    "Side",
    "alone",
    "carry_out",
    "conflict_marks",
    "lay_out",
    "move",
    "places_with_conflict_marks",
    "plan",
    "read",
    "retire",
    "settle",
    "withdraw",
    "without_links",
    "write_file",
]
