"""The words that MkDocs and its theme take from the configuration, in the language of the page being made."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from converter.layout import LANGUAGES
from converter.site.words import words

_FIELDS = ("site_name", "site_description", "copyright")


def said(config: MkDocsConfig, language: str, field: str) -> str:
    """A field of the configuration (``site_name``, …) in ``language``, empty where it says nothing."""
    return str(
        config.extra.get(language, {}).get(field) or config.extra.get(LANGUAGES[0], config)[field] or ""
    )


def speak(config: MkDocsConfig, language: str) -> None:
    """Set the theme's language, the site's name and the labels of the palette for the next page.

    ``mkdocs.yml`` gives them in the site's first language, the plugin's option ``english`` in the other one.
    """
    config.theme["language"] = language
    first = config.extra.setdefault(LANGUAGES[0], {field: config[field] for field in _FIELDS})
    own: dict[str, Any] = config.extra.get(language, first)
    for field in _FIELDS:
        config[field] = own.get(field, first[field])
    palette, labels = config.theme.get("palette"), words(language)["palette"]
    # A site may have a palette of its own: one of another size has other toggles.
    if isinstance(palette, list) and len(palette) == len(labels):
        for option, label in zip(palette, labels, strict=True):
            option.setdefault("toggle", {})["name"] = label
