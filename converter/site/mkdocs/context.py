"""What the templates are told of each page."""

from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from converter.layout import language_of
from converter.site.mkdocs.language import speak
from converter.site.mkdocs.menu import Menus
from converter.site.words import words


def page_context(page: Page, config: MkDocsConfig, menus: Menus) -> Mapping[str, object]:
    """The page speaks the language of its folder and shows the menu of its own report."""
    language = language_of(page.file.src_uri)
    speak(config, language)
    return {
        "nav": menus.menu_of(page),
        "words": words(language),
        "twin": menus.twin_page(page),
        "about_pages": menus.about_pages(page),
    }
