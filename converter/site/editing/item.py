"""One thing to do, as it is listed."""

from collections.abc import Mapping

from msgspec import Struct


class Item(Struct, frozen=True):
    """One thing to do: what is said of it, where it is, what it is about, and what may be asked for (``forms.Ask``)."""

    key: str
    said: str
    report: str
    title: str
    link: str
    quote: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    """The first rows where the quote is a table."""
    marked: str = ""
    """The words of the quote that it is about."""
    guess: tuple[tuple[str, str], ...] = ()
    """What the program made of it: names of fields, and what stands in them."""
    ask: Mapping[str, str] | None = None
    accept: Mapping[str, str] | None = None
    """Done at once, without a form."""
    choices: tuple[tuple[str, Mapping[str, str]], ...] = ()
    """Where there is a choice of several: the name of a button, and what it does."""
