"""Pages on disk: nothing a person wrote is ever lost (three-way merge against what was written last time)."""

from converter.keep.damage import refuse_unfinished
from converter.keep.lock import alone
from converter.keep.marks import LOST, conflict_marks, places_with_conflict_marks
from converter.keep.merge import Conflict, Side
from converter.keep.plan import (
    EDITED,
    Action,
    Change,
    page_as_left,
    place_aside,
    plan,
    read,
    read_base,
    retire,
    written_anew,
)
from converter.keep.settle import settle
from converter.keep.store import carry_out, clear_leftovers, lay_out, move, withdraw, write_file
from converter.keep.unlink import without_links

__all__ = [
    "EDITED",
    "LOST",
    "Action",
    "Change",
    "Conflict",
    "Side",
    "alone",
    "carry_out",
    "clear_leftovers",
    "conflict_marks",
    "lay_out",
    "move",
    "page_as_left",
    "place_aside",
    "places_with_conflict_marks",
    "plan",
    "read",
    "read_base",
    "refuse_unfinished",
    "retire",
    "settle",
    "withdraw",
    "without_links",
    "write_file",
    "written_anew",
]
