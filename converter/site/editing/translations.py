"""Translations that somebody read: true to the Chinese as it stands, or right whatever the checks say of them."""

from collections.abc import Iterator

from converter.build.english import current_memory
from converter.layout import DOCS
from converter.site.editing.forms import Ask, EditingError, Form
from converter.site.editing.seen import Seen
from converter.site.editing.steps import MemoryStep, Step
from converter.translation.memory import Unit


def version(unit: Unit) -> str:
    """Changes when either language does."""
    return Form("review", (), state=_state(unit)).version


def form(seen: Seen, ask: Ask) -> Form:
    """What was read; there is nothing to fill in."""
    return Form("review", (), state=_state(_unit(seen, ask)))


def steps(seen: Seen, ask: Ask) -> Iterator[Step]:
    """It is true to the Chinese as it stands."""
    unit = _unit(seen, ask)
    yield MemoryStep(unit.page, unit.key)


def right_steps(seen: Seen, ask: Ask) -> Iterator[Step]:
    """What the checks find in it is right as it stands, for a reason."""
    unit = _unit(seen, ask)
    yield MemoryStep(unit.page, unit.key, ask.said.get("why", ""))


def _unit(seen: Seen, ask: Ask) -> Unit:
    for unit in current_memory(DOCS, seen.name).of_page(ask.page):
        if unit.key and unit.key == ask.id:
            return unit
    raise EditingError("no_block")


def _state(unit: Unit) -> str:
    return "\0".join((unit.page, unit.key, unit.zh, unit.source, unit.en))
