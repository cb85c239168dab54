"""What a save changed besides the page where it was asked for, in one line."""

from collections import Counter
from collections.abc import Iterable

from converter.layout import LANGUAGES, is_data, is_memory, language_of, page_path
from converter.site.editing import render
from converter.site.editing.forms import Ask

_KINDS = (*LANGUAGES, "data", "memory")


def also_changed(changed: Iterable[str], ask: Ask) -> str:
    """The files below ``docs/`` that became others too, in the person's language; empty where there are none."""
    own = page_path(ask.report, ask.page, ask.edition) if ask.page else ""
    kinds = Counter(_kind(path) for path in changed if path != own)
    known = render.words(ask.language)["also"]
    said = [_counted(known[kind], kinds[kind]) for kind in _KINDS if kinds[kind]]
    return known["line"].format(what=known["between"].join(said)) if said else ""


def _kind(path: str) -> str:
    """What of a report a file is: its data, its memory, or a page in one of the languages; empty for all else."""
    if is_data(path):
        return "data"
    if is_memory(path):
        return "memory"
    return language_of(path) if path.endswith(".md") else ""


def _counted(forms: list[str], count: int) -> str:
    """``forms`` is what is said of one, and of several."""
    return forms[count > 1].format(count=count)
