"""What can be done, by name: each with its form, and the steps that follow from what was filled in."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from converter.site.editing import answers, blocks, conflicts, facts, figures, passages, rows, translations
from converter.site.editing.forms import Ask, EditingError, Form, What
from converter.site.editing.seen import Seen
from converter.site.editing.steps import Step


class Act(NamedTuple):
    """A form about something, and what is to be done once it is filled in; both only read."""

    form: Callable[[Seen, Ask], Form]
    steps: Callable[[Seen, Ask], Iterable[Step]]


ACTS: Mapping[What, Act] = {
    "block": Act(blocks.form, blocks.steps),
    "figure": Act(figures.form, figures.steps),
    "missed": Act(figures.missed_form, figures.missed_steps),
    "passage": Act(passages.form, passages.steps),
    "row": Act(rows.form, rows.steps),
    "facts": Act(facts.form, facts.steps),
    "answer": Act(answers.form, answers.steps),
    "conflict": Act(conflicts.form, conflicts.steps),
    "review": Act(translations.form, translations.steps),
    "right": Act(translations.form, translations.right_steps),
}


def act_of(ask: Ask) -> Act:
    """The act that is asked for.  Raises EditingError ``no_such_act``."""
    for name, act in ACTS.items():
        if name == ask.what:
            return act
    raise EditingError("no_such_act")
