"""A page where a person and the program changed the same lines: whose stand."""

import hashlib
from collections.abc import Iterator

from converter.build.convert import convert
from converter.build.keep import Change, Side
from converter.layout import page_path
from converter.site.editing.forms import Ask, EditingError, Form
from converter.site.editing.seen import Seen
from converter.site.editing.steps import SettleStep, Step

_SIDES: tuple[Side, ...] = ("person", "program")


def version(change: Change) -> str:
    """Changes when what is in conflict does."""
    return Form("conflict", (), state=_state(change)).version


def form(seen: Seen, ask: Ask) -> Form:
    """What is in conflict on a page; there is nothing to fill in."""
    return Form("conflict", (), state=_state(_change(seen, ask)), acts=_SIDES)


def steps(seen: Seen, ask: Ask) -> Iterator[Step]:
    """The page with the lines of one side."""
    for side in _SIDES:
        if side == ask.act:
            yield SettleStep(_change(seen, ask), side)


def _change(seen: Seen, ask: Ask) -> Change:
    path = page_path(seen.name, ask.page, ask.edition)
    for change in convert(seen.seed).changes:
        if change.path == path and change.conflicts:
            return change
    raise EditingError("no_conflict")


def _state(change: Change) -> str:
    told = "\0".join((change.path, change.text or "", change.program or ""))
    return hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()
