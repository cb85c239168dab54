"""What MkDocs calls while it builds the site.  Each function only connects MkDocs to a module beside it."""

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from converter.site import search_index
from converter.site.menu import arrange, language_of, menu_of
from converter.site.observations import Stated, stated_in

_UNUSED = re.compile(r"assets/javascripts/(lunr|workers)/|assets/.*\.map$")


def on_files(files: Files, config: MkDocsConfig) -> Files:  # noqa: ARG001
    """Leave out what Material ships for its own search and for its developers."""
    for file in list(files):
        if _UNUSED.match(file.src_uri):
            files.remove(file)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001
    """Each report is a small book of its own: order, previous and next stay inside it."""
    arrange(nav.pages)
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Tell the anchors extension which page comes next and what its report states."""
    report = page.meta.get("report")
    config.mdx_configs["converter.site.anchors"] = {
        "stated": stated_in(Path(config.docs_dir, "data", f"{report}.json")) if report else Stated(),
        "page": page.file.src_uri.removesuffix(".md"),
    }
    return markdown


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """All pages are rendered now, so the search index can be written beside them."""
    pages = [file.page for file in files.documentation_pages() if file.page]
    # A dirty build renders only what changed: then the index of the last whole build stays.
    if all(page.content is not None for page in pages):
        script = search_index.index_script(pages)
        files.append(File.generated(config, search_index.ADDRESS, content=script))
    return env


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """The page speaks the language of its folder and shows the menu of its own report."""
    config.theme["language"] = language_of(page.file.src_uri)
    return context | {"nav": menu_of(page, nav)}
