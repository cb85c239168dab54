"""Forms and pages of the editing as HTML; whatever is put into them is text."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from converter.caching import kept
from converter.knowledge import Phrases, Table
from converter.layout import HTML_LANGUAGE
from converter.site.editing.forms import Form

WORDS = Table(__package__, "words.toml", Phrases)


def words(language: str) -> Mapping[str, Any]:
    """The words of the editing in one language."""
    return WORDS.load().by_language["zh" if language == "zh" else "en"]


@kept
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def form_html(form: Form, language: str, yours: Mapping[str, str] | None = None) -> str:
    """A form; with ``yours`` it shows what the person typed, and beside it what is so by now."""
    return _made("form.html", language, form=form, yours=yours)


def page_html(name: str, language: str, **told: object) -> str:
    """A page of the editing."""
    return _made(name, language, **told)


def _made(name: str, language: str, **told: object) -> str:
    known = {"words": words(language), "language": language, "tags": HTML_LANGUAGE}
    return _templates().get_template(name).render({**known, **told})
