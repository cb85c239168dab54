"""A doubt or a note on figures: somebody looked into it, and says what is so."""

from collections.abc import Iterator

from converter.build.answering import answer_to
from converter.data.doubts import ListedDoubt, listed_doubts
from converter.site.editing.forms import Ask, EditingError, Field, Form
from converter.site.editing.seen import Seen
from converter.site.editing.steps import EntryStep, Step


def form(seen: Seen, ask: Ask) -> Form:
    """The form about a doubt or a note, by its id."""
    one = _doubt(seen, ask.id)
    told = one.zh if ask.language == "zh" else one.en
    return Form("answer", (Field("why", ""),), told, state=_state(one), acts=("answer",))


def version(one: ListedDoubt) -> str:
    """Changes when what is doubted does."""
    return Form("answer", (Field("why", ""),), state=_state(one)).version


def _state(one: ListedDoubt) -> str:
    return f"{one.id} {one.zh} {one.words}"


def steps(seen: Seen, ask: Ask) -> Iterator[Step]:
    """An entry that answers it."""
    entry = answer_to(seen.reading, ask.id)
    if entry is None:
        raise EditingError("no_doubt")
    yield EntryStep(entry, ask.said.get("why", ""))


def _doubt(seen: Seen, id_: str) -> ListedDoubt:
    for one in listed_doubts([(seen.name, seen.data)]):
        if one.id == id_:
            return one
    raise EditingError("no_doubt")
