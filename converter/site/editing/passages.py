"""Words that were marked in the text: they are a heading, or they are none of the report."""

from collections.abc import Iterator

from converter.site.editing.entries import marked_span, place
from converter.site.editing.forms import Ask, Field, Form
from converter.site.editing.seen import Seen
from converter.site.editing.steps import EntryStep, Step

LEVELS = tuple((str(level), f"level.{level}") for level in range(7))


def form(seen: Seen, ask: Ask) -> Form:  # noqa: ARG001
    """The form about the words that were marked."""
    fields = (Field("words", ask.words, "words"), Field("level", "2", "choice", LEVELS[1:]), Field("why", ""))
    return Form("passage", fields, acts=("heading", "drop"), state=ask.id)


def steps(seen: Seen, ask: Ask) -> Iterator[Step]:
    """An entry that the words are a heading of a level, or are to go."""
    report = seen.reading.report
    words = ask.said.get("words", "") or ask.words
    span = marked_span(report, ask.id, words, ask.before if words == ask.words else "")
    why = ask.said.get("why", "")
    if ask.act == "drop":
        yield EntryStep({**place("text", report, span), "keep": False}, why)
    else:
        level = ask.said.get("level", "")
        known = dict(LEVELS[1:])
        yield EntryStep({**place("heading", report, span), "level": int(level) if level in known else 2}, why)
