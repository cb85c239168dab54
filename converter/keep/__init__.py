"""Pages on disk: nothing a person wrote is ever lost (three-way merge against what was written last time)."""

from converter.keep.merge import Conflict
from converter.keep.plan import BASE, Action, Change, plan
from converter.keep.store import carry_out

__all__ = ["BASE", "Action", "Change", "Conflict", "carry_out", "plan"]
