"""Pages on disk: nothing a person wrote is ever lost (three-way merge against what was written last time)."""

from converter.build.keep.damage import holds_report, refuse_unfinished
from converter.build.keep.marks import LOST, places_with_conflict_marks
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
    read_edited,
    retire,
    written_anew,
)
from converter.build.keep.settle import settle
from converter.build.keep.shortened import cut_lines, refuse_shortened, shortened_on_purpose
from converter.build.keep.store import (
    carry_out,
    clear_leftovers,
    lay_out,
    move,
    withdraw,
    write_file,
    write_sidecar,
)

__all__ = [
    "EDITED",
    "LOST",
    "Action",
    "Change",
    "Conflict",
    "Side",
    "carry_out",
    "clear_leftovers",
    "cut_lines",
    "holds_report",
    "lay_out",
    "move",
    "page_as_left",
    "place_aside",
    "places_with_conflict_marks",
    "plan",
    "read",
    "read_base",
    "read_edited",
    "refuse_shortened",
    "refuse_unfinished",
    "retire",
    "settle",
    "shortened_on_purpose",
    "withdraw",
    "write_file",
    "write_sidecar",
    "written_anew",
]
