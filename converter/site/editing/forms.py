"""What a person is asked: a form with its fields as they stand now, and the version of what it shows."""

import hashlib
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

What = Literal[
    "block", "figure", "missed", "passage", "row", "facts", "answer", "conflict", "review", "right"
]
Shape = Literal["line", "text", "choice", "code", "words"]


class Ask(Struct, frozen=True):
    """What a page asks for: names that are looked up among those that are known, never paths.

    ``edition`` is the language of the page that is changed, ``language`` that of the person.
    """

    what: str
    report: str
    page: str = ""
    id: str = ""
    edition: str = "zh"
    language: str = "zh"
    version: str = ""
    act: str = "save"
    words: str = ""
    """What was marked on the page."""
    before: str = ""
    """What stands before it in its paragraph."""
    focus: str = ""
    """The field that it is about."""
    said: Mapping[str, str] = field(default_factory=dict)
    sure: str = ""
    """The questions, by their keys, that the person has read and saves in spite of."""


class Field(Struct, frozen=True):
    """One thing to fill in; its label and help are words of the program, by ``name``, where it has no ``label`` itself."""

    name: str
    value: str
    shape: Shape = "line"
    options: tuple[tuple[str, str], ...] = ()
    """Of a choice: values and what each is called."""
    label: str = ""
    language: str = ""
    """Of the text in it, where that is not the page's."""
    count: int = 0
    """How many other things it reaches, where it does."""


class Aside(Struct, frozen=True):
    """Something shown beside the fields: a text in its language, a list of terms, an offer."""

    title: str
    text: str
    language: str = ""
    use: str = ""
    """What a button beside it puts into the first field."""


class Form(Struct, frozen=True):
    """A form about one thing; ``acts`` are its buttons, the first of them the one that Enter means."""

    title: str
    fields: tuple[Field, ...]
    quote: str = ""
    """The sentence of the report that it is about."""
    marked: tuple[int, int] = (0, 0)
    """Where in it the words begin and end that it is about."""
    asides: tuple[Aside, ...] = ()
    acts: tuple[str, ...] = ("save",)
    state: str = ""
    """What of the thing the fields do not show."""
    checks: bool = False
    """Whether what is typed is looked at while it is typed."""
    link: str = ""
    """Where on the site more about it is."""

    @property
    def version(self) -> str:
        """Changes when what the form shows does."""
        seen = "\0".join((self.state, *(f"{one.name}={one.value}" for one in self.fields)))
        return hashlib.sha256(seen.encode("utf-8", "surrogateescape")).hexdigest()[:16]

    def shows(self, said: Mapping[str, str]) -> bool:
        """Whether what was typed is what stands there: a reason stands nowhere."""
        stated = [one for one in self.fields if one.name != "why" and one.name in said]
        return bool(stated) and all(_same(said[one.name], one.value) for one in stated)


def _same(typed: str, value: str) -> bool:
    return typed.replace("\r\n", "\n").strip() == value.strip()


class EditingError(Exception):
    """Why something is not done: a key of ``words.toml`` below ``refused``, and what fills it in."""

    def __init__(self, key: str, **details: str) -> None:
        super().__init__(key)
        self.key = key
        self.details = details


class UnsureError(EditingError):
    """Something odd was typed, which is done once the person saves it again."""


def ask_first(ask: Ask, key: str, **details: str) -> None:
    """Raises UnsureError unless the person has read the question and saves in spite of it."""
    if key not in ask.sure.split():
        raise UnsureError(key, **details)


class MeanwhileError(Exception):
    """What a person saw has changed since; ``form`` is how it is now."""

    def __init__(self, form: Form) -> None:
        super().__init__("meanwhile")
        self.form = form
