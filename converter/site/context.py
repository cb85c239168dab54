"""What the templates are told of each page."""

from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from converter.site.language import speak
from converter.site.menu import about_pages, menu_of, twin_page
from converter.site.words import language_of, words


def page_context(page: Page, config: MkDocsConfig, nav: Navigation) -> Mapping[str, object]:
    """The page speaks the language of its folder and shows the menu of its own report."""
    language = language_of(page.file.src_uri)
    speak(config, language)
    return {
        "nav": menu_of(page, nav),
        "words": words(language),
        "twin": twin_page(page, nav),
        "about_pages": about_pages(page, nav),
    }
