"""Pages on disk: nothing a person wrote is ever lost (three-way merge against what was written last time)."""

from converter.build.keep.damage import refuse_unfinished
from converter.build.keep.marks import LOST, conflict_marks, places_with_conflict_marks
from converter.build.keep.merge import Conflict, Side
from converter.build.keep.plan import (
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
from converter.build.keep.settle import settle
from converter.build.keep.store import carry_out, clear_leftovers, lay_out, move, withdraw, write_file
from converter.build.keep.unlink import without_links

__all__ = [
    "EDITED",
    "LOST",
    "Action",
    "Change",
    "Conflict",
    "Side",
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
