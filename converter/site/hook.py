"""What MkDocs calls while it builds the site.  Each function only connects MkDocs to a module beside it."""

import gc
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from converter import search
from converter.site import downloads, publishing, raw, whole
from converter.site.again import Again
from converter.site.crew import First, Other, cores, muster
from converter.site.edits import unreadable
from converter.site.generated import add_pages, below_title
from converter.site.indexed import Index
from converter.site.joined import join_scripts, join_sheets
from converter.site.language import speak
from converter.site.menu import about_pages, addresses_of, arrange, is_whole, menu_of, twin_page
from converter.site.observations import Stated
from converter.site.parallel import beside
from converter.site.policy import with_policy
from converter.site.shares import Later, Shared, make_own
from converter.site.twins import stated_on, units_of
from converter.site.words import language_of, table, words


@dataclass
class _Run:
    """What one call leaves for a later one: MkDocs says some of it only once."""

    command: str = "build"
    dirty: bool = False
    again: Again = field(default_factory=Again)
    index: Index = field(default_factory=Index)
    crew: First | Other = field(default_factory=First)
    files: Files = field(default_factory=lambda: Files([]))
    later: list[Later] = field(default_factory=list)
    years: dict[str, str] = field(default_factory=dict)


_run = _Run()
# The table needs the room, and its own tools lead to the chapters; the home is a menu itself.
_HIDDEN = {"figures": ["toc"], "home": ["navigation", "toc"]}
_UNUSED = re.compile(r"assets/javascripts/(lunr|workers)/|assets/.*\.map$")


def on_pre_build(config: MkDocsConfig) -> None:
    """What a preview made before is put aside: some of it may stay as it is."""
    if _keeps():
        _run.again.begin(Path(config.site_dir))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what Material ships for its own search and for its developers; add each report's data."""
    try:
        _run.later = list(_add_all(files, config))
    except UnicodeDecodeError as error:
        # Only now is it worth looking which page it was.
        raise unreadable(files) or error from None
    return Shared(files)


def _add_all(files: Files, config: MkDocsConfig) -> Iterator[Later]:
    for file in list(files):
        if _UNUSED.match(file.src_uri):
            files.remove(file)
    join_sheets(files, config)
    join_scripts(files, config)
    yield from downloads.add_downloads(files, config)
    yield from publishing.add_published(files, config)
    _run.years = dict(add_pages(files, config))
    yield from raw.add_raw(files, config)
    yield from whole.add_whole(files, config)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Each report is a small book of its own: order, previous and next stay inside it; all cores make them.

    A preview that serves already has threads, so it is made by one process: of what changed.
    """
    arrange(nav.pages)
    _run.files = files
    gc.disable()
    if _keeps() and isinstance(files, Shared):
        _run.again.keep(files, config, _run.years)
    _run.crew = muster(files, config, cores() if threading.active_count() == 1 else 1)
    make_own(_run.later, files)
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the other language beside the text, and tell the anchors extension which page comes next."""
    report, path, docs = page.meta.get("report"), page.file.src_uri, Path(config.docs_dir)
    language, units = language_of(path), units_of(docs, path)
    said = whole.all_units(files, docs, path) if is_whole(path) else units
    config.mdx_configs["converter.site.anchors"] = {
        "stated": stated_on(docs, path, report) if report else Stated(),
        "page": path.removesuffix(".md"),
        "addresses": addresses_of(page, files, config.site_url),
        "chinese": {} if language == "zh" else {unit.key: unit.zh for unit in said},
    }
    page.meta["translated"] = bool(units)
    told = beside(markdown, units, language, words(language)["translation"])
    return below_title(told, _run.years[path]) if path in _run.years else told


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """The search finds what stands on the page, not what the theme puts around it; ``search: false`` hides a page."""
    _forget()
    return html if page.meta.get("search") is False else search.marked(html)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Templates may ask for a page's data and for the words of the search."""
    env.globals |= downloads.for_templates(files, config) | {"search_words": table("search").get}
    env.globals |= publishing.for_templates(files, config)
    return env


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """The page speaks the language of its folder and shows the menu of its own report."""
    language = language_of(page.file.src_uri)
    speak(config, language)
    if page.meta.get("page") in _HIDDEN:
        page.meta.setdefault("hide", _HIDDEN[page.meta["page"]])
    return context | {
        "nav": menu_of(page, nav),
        "words": words(language),
        "twin": twin_page(page, nav),
        "about_pages": about_pages(page, nav),
    }


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this run previews or publishes, and all or only what changed: MkDocs says it only here."""
    _run.command, _run.dirty = command, dirty


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001
    """Every published page carries its policy; a preview cannot, as its live reload is an inline script."""
    _forget()
    return output if _run.command == "serve" else with_policy(output)


def on_post_build(config: MkDocsConfig) -> None:
    """All pages are written now: write the search index beside them, each process of its own pages."""
    site = Path(config.site_dir)
    # A dirty preview is for quick looks: the index of the first build stays.
    if not (_run.dirty and (site / search.FOLDER).exists()):
        own = _run.index.collect(site, _run.files, _run.again.aside(site) if _keeps() else None)
        _run.index.write(site, _run.crew.written(own, _run.files, config), _keeps())
    if _keeps():
        _run.again.end(site)
    gc.enable()


def _forget() -> None:
    """Let go of what making a page left behind, without looking again and again at all that is kept."""
    gc.collect(1)


def _keeps() -> bool:
    # MkDocs has a way of its own with `--dirty`.
    return _run.command == "serve" and not _run.dirty


def on_build_error(error: Exception) -> None:
    """No process goes on for itself."""
    gc.enable()
    _run.crew.failed(error)
