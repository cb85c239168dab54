"""A figure of the text: its name, unit, period and so on, that it is none, or that one was missed."""

from collections.abc import Iterator, Mapping, Sequence

from converter.figures.added_by_hand import figure_at
from converter.model import Observation, Span
from converter.site.editing.cells import is_cell, marked_in_cell
from converter.site.editing.entries import marked_span, place
from converter.site.editing.forms import Ask, EditingError, Field, Form
from converter.site.editing.seen import Seen
from converter.site.editing.steps import EntryStep, Step
from converter.site.editing.values import ask_of_value, shown_value, value_of
from converter.sources.corrections import ENTRIES
from converter.text.markdown import one_line

_CHOICES = ("bound", "measure", "status")
_SHARED = ("name", "name_en", "unit", "status", "code")
_KEYS = ("name", "name_en", "value", "unit", "bound", "measure", "period", "status", "code")


def form(seen: Seen, ask: Ask) -> Form:
    """The form about the figure with the id that was pointed at."""
    one, report = seen.figure(ask.id), seen.reading.report
    surface = _surface(seen, one)
    fields = list(_fields(_shown(_as_it_is(seen, one), ask)))
    if one.cell:
        # What a cell says is put right in the cell; its value follows.
        fields = [Field("cell", surface), *(field for field in fields if field.name != "value")]
    if same := len(_namesakes(seen, one)):
        fields.append(Field("also", "", "choice", (("", "also.one"), ("same", "also.same")), count=same))
    return Form(
        title="figure",
        quote=one.sentence.of(report.source.text),
        marked=(one.span.start - one.sentence.start, one.span.end - one.sentence.start),
        fields=_with_reason(fields),
        acts=("save", "none"),
        state=surface,
        link=f"figures.html#{one.id}",
    )


def steps(seen: Seen, ask: Ask) -> Iterator[Step]:
    """An entry with what was changed."""
    one, report = seen.figure(ask.id), seen.reading.report
    why = ask.said.get("why", "")
    others = _namesakes(seen, one) if ask.said.get("also") == "same" else ()
    if ask.act == "none":
        for each in (one, *others):
            yield EntryStep({**place("figure", report, each.span), "not_a_figure": True}, why)
        return
    said = ask.said.get("cell", "").strip()
    if one.cell and said and said != _surface(seen, one):
        yield EntryStep({**place("cell", report, one.span), "now": said}, why)
    was = _as_it_is(seen, one)
    changed = _changed(ask, was, _surface(seen, one))
    if not changed.get("name", one.indicator):
        raise EditingError("name_needed")
    if changed.get("name_en") == "":
        raise EditingError("english_needed")
    if changed:
        yield EntryStep({**place("figure", report, one.span), **changed}, why)
    # Values and bounds are each figure's own.
    shared = {key: value for key, value in changed.items() if key in _SHARED}
    if shared:
        yield from (EntryStep({**place("figure", report, each.span), **shared}, why) for each in others)


def _shown(values: Mapping[str, str], ask: Ask) -> Mapping[str, str]:
    return {**values, "value": shown_value(values["value"], ask.language)}


def _changed(ask: Ask, was: Mapping[str, str], words: str) -> dict[str, str]:
    """What was typed that is not so yet; a value in digits."""
    shown = _shown(was, ask)
    typed = {key: ask.said.get(key, shown[key]).strip() for key in _KEYS}
    changed = {key: said for key, said in typed.items() if said != shown[key]}
    if "value" in changed:
        changed["value"] = value_of(changed["value"])
        ask_of_value(ask, changed["value"], words)
    return {key: said for key, said in changed.items() if said != was[key]}


def _with_reason(fields: Sequence[Field]) -> tuple[Field, ...]:
    """The reason behind what is most often put right: what follows can stay as it is."""
    at = next(n for n, one in enumerate(fields, 1) if one.name == "unit")
    return (*fields[:at], Field("why", ""), *fields[at:])


def _surface(seen: Seen, one: Observation) -> str:
    return " ".join(one.span.of(seen.reading.report.source.text).split())


def _namesakes(seen: Seen, one: Observation) -> tuple[Observation, ...]:
    """The other figures with the same name."""
    return tuple(
        each for each in seen.reading.observations if each.indicator == one.indicator and each != one
    )


def missed_form(seen: Seen, ask: Ask) -> Form:
    """The form about a figure that the program did not see, at the words that were marked, with what they tell of it."""
    fields = [one for one in _fields(_as_words_tell(seen, ask)) if one.name not in ("value", "code")]
    return Form("missed", (Field("words", ask.words), *_with_reason(fields)), state=ask.id)


def missed_steps(seen: Seen, ask: Ask) -> Iterator[Step]:
    """An entry for a figure of its own."""
    report = seen.reading.report
    span = _marked(seen, ask, ask.said.get("words", "") or ask.words)
    said = {key: value.strip() for key in _KEYS if (value := ask.said.get(key, "")).strip()}
    if "name" not in said:
        raise EditingError("name_needed")
    yield EntryStep({**place("figure", report, span), **said}, ask.said.get("why", ""))


def _marked(seen: Seen, ask: Ask, words: str) -> Span:
    if is_cell(ask.id):
        return marked_in_cell(seen, ask, words)
    return marked_span(seen.reading.report, ask.id, words, ask.before if words == ask.words else "")


def _as_words_tell(seen: Seen, ask: Ask) -> Mapping[str, str]:
    """What the program reads where words were marked; its name for it is not offered, as that was found wanting."""
    empty = dict.fromkeys(_KEYS, "") | {"bound": "exact", "measure": "level", "status": "result"}
    try:
        read = figure_at(seen.reading.report, _marked(seen, ask, ask.words), None)
    except EditingError:
        read = None
    told = ("unit", "bound", "measure", "period", "status")
    return empty | {key: getattr(read, key) or "" for key in told} if read else empty


def _as_it_is(seen: Seen, one: Observation) -> Mapping[str, str]:
    return {
        "name": one.indicator,
        "name_en": one.indicator_en or seen.memory.strings.get(("indicator", one_line(one.indicator)), ""),
        "value": str(one.value),
        "unit": one.unit,
        "bound": one.bound,
        "measure": one.measure,
        "period": one.period or "",
        "status": one.status,
        "code": one.code or "",
    }


def _fields(values: Mapping[str, str]) -> Iterator[Field]:
    for key in _KEYS:
        if key in _CHOICES:
            yield Field(key, values[key], "choice", _options(key))
        else:
            yield Field(key, values[key], "code" if key == "code" else "line")


def _options(key: str) -> tuple[tuple[str, str], ...]:
    """The values of a choice; their names are words of the program."""
    return tuple((value, f"{key}.{value}") for value in ENTRIES.load().values[key])
