"""What the templates are told of each page."""

from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from converter.layout import data_path, language_of, name_in
from converter.site.content.report_data import data_in
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
        "counterpart": menus.counterpart(page),
        "about_pages": menus.about_pages(page),
        "progress_link": menus.progress_page(page) if page.meta.get("page") == "about" else None,
    }


def told_to_search(page: Page, config: MkDocsConfig) -> tuple[str, str]:
    """What kind of page the search gets, and what the chapter on it is about."""
    path, kind = page.file.src_uri, str(page.meta.get("page") or "")
    file = Path(config.docs_dir, data_path(name_in(path)))
    if kind != "chapter" or not file.exists():
        return kind, ""
    chapters = data_in(file).chapters
    return kind, next((c.role for c in chapters if c.id == Path(path).stem), "")
