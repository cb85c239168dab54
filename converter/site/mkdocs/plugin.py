"""The MkDocs plugin ``gongkai``: each event only connects MkDocs to a module beside it."""

import gc
import os
from pathlib import Path
from typing import Literal, cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from converter.errors import InputError
from converter.release.commit import date_of_build
from converter.release.gate import leave_out
from converter.release.site import SETTING
from converter.site import search
from converter.site.files import downloads, pictures
from converter.site.files.added import add_all
from converter.site.head import publishing
from converter.site.head.policy import Policy
from converter.site.mkdocs.build_state import Build
from converter.site.mkdocs.builds import Builds
from converter.site.mkdocs.context import page_context, told_to_search
from converter.site.mkdocs.correcting import editing, may_edit, served
from converter.site.mkdocs.escaping import compile_templates, escape_in, mark_content
from converter.site.mkdocs.menu import Menus, arrange
from converter.site.mkdocs.options import Options
from converter.site.mkdocs.prepared import prepared
from converter.site.mkdocs.preview import Live
from converter.site.mkdocs.settings import apply_settings, root_of
from converter.site.mkdocs.spacing import with_read_addresses, without_breaks
from converter.site.mkdocs.stopped import with_reason
from converter.site.mkdocs.unreadable import unreadable
from converter.site.rendering.incremental import Again
from converter.site.rendering.keeping import place_for, wants_all
from converter.site.rendering.kept_site import Nowhere
from converter.site.rendering.page_shares import Shared, make_own, read_title
from converter.site.rendering.workers import workers
from converter.site.words import table

Command = Literal["build", "gh-deploy", "serve"]


class GongkaiPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # MkDocs' own
    """Makes a site of ``docs/``; MkDocs keeps it from the first build of a preview to the last."""

    def __init__(self) -> None:
        super().__init__()
        self._command: Command = "build"
        self._dirty = self._anew = False
        self._live, self._builds = Live(), Builds()
        self._again = Again(Nowhere(Path()))
        self._build = Build()

    def on_startup(self, *, command: Command, dirty: bool) -> None:
        """Remember whether this run previews or publishes, and all or only what changed: MkDocs says it only here."""
        self._command, self._dirty, self._anew = command, dirty, wants_all()

    def on_shutdown(self) -> None:
        """Nothing goes on."""
        self._live.stop()
        # All that is left goes with the process: looking through it once more takes a second for a thousand pages.
        gc.freeze()

    def on_serve(
        self,
        server: LiveReloadServer,
        /,
        *,
        config: MkDocsConfig,
        builder: object,  # noqa: ARG002
    ) -> LiveReloadServer:
        """What a site is made of beside its pages is a reason to build again."""
        if self._converts():
            self._live.watch(server, root_of(config))
        self._builds.on(server, Path(config.docs_dir))
        serve = served(server, self._builds)
        if self._edits(config):
            edited = editing(server, self._live, self._builds, root_of(config), lambda: self._build.files)
            serve = edited.around(serve)
        server.set_app(with_reason(serve, lambda: self._builds.stopped))
        if config.theme.custom_dir:
            server.watch(config.theme.custom_dir)
        return server

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """A build begins: the site gets what the plugin brings, and the date of its commit, however it is built."""
        gc.disable()
        self._build = Build()
        apply_settings(config)
        if english := self.config.english.said():
            config.extra["en"] = english
        os.environ.setdefault("SOURCE_DATE_EPOCH", str(date_of_build(root_of(config))))
        config.extra["pdf"] = bool(os.environ.get(SETTING))
        return config

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """What a preview made before is put aside, as some of it may stay as it is; raw reports that changed are converted."""
        if not self._again.place.keeps:
            self._again = Again(place_for(config, self._command, self._dirty))
        self._again.begin(anew=self._anew)
        if self._converts():
            self._live.catch_up(root_of(config))
        self._builds.begin()

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Leave out what nobody means to publish, and what Material ships for its own; add each report's data."""
        leave_out(files, Path(config.docs_dir))
        # Those who add files that are made later ask these for a report's pages, not the list they were.
        files = Shared(files)
        try:
            self._build.later, self._build.years = add_all(files, config, self._again.remembered(config))
        except UnicodeDecodeError as error:
            # Only now is it worth looking which page it was.
            raise unreadable(files) or error from None
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Each report is a small book of its own: order, previous and next stay inside it; all cores make them."""
        arrange(nav.pages)
        self._build.menus = Menus(nav)
        self._build.files = files
        if isinstance(files, Shared):
            self._again.keep(files, config, self._build.years, self._command)
        for page in self._build.menus.reports_outside():
            read_title(page, files, config)
        pages = len(files.documentation_pages())
        compile_templates(config.theme.get_env())
        self._build.workers = workers(files, config, self._build.complaints)
        if self._build.workers.speak:
            self._build.bar.show(pages)
        make_own(self._build.later, files)
        return nav

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the other language beside the text, and tell the anchors extension which page comes next."""
        self._build.complaints.page = page.file.src_uri
        return prepared(markdown, page, config, files, self._build.years.get(page.file.src_uri, ""))

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """The search finds what stands on the page, not what the theme puts around it; ``search: false`` hides a page."""
        self._build.step()
        self._build.complaints.page = ""
        hidden = page.meta.get("search") is False
        return html if hidden else search.marked(html, *told_to_search(page, config))

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Templates may ask for a page's data and for the words of the search."""
        env.globals |= downloads.for_templates(files, config) | pictures.for_templates(files, config)
        env.globals |= {
            "search_words": table("search").get,
            "traditional": search.traditional,
        }
        env.globals |= publishing.for_templates(files, config)
        escape_in(env, files)
        env.policies["json.dumps_kwargs"] = {
            "sort_keys": True,
            "ensure_ascii": False,
            "separators": (",", ":"),
        }
        self._build.policy = Policy(env, config)
        return env

    def on_page_context(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """Each page gets its own words and its own menu."""
        self._build.complaints.page = page.file.src_uri
        mark_content(page)
        return cast(TemplateContext, {**context, **page_context(page, config, self._build.menus)})

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Every published page carries its policy; MkDocs' own preview cannot, as its live reload is an inline script."""
        self._build.step()
        self._build.complaints.page = ""
        output = with_read_addresses(without_breaks(output))
        policy = None if self._command == "serve" and not self._edits(config) else self._build.policy
        return policy.on_page(output, page) if policy else output

    def on_post_build(self, config: MkDocsConfig) -> None:
        """All pages are written now: write the search index beside them, each process of its own pages."""
        self._builds.written()
        files = self._build.files
        # A dirty preview is for quick looks: the index of the first build stays.
        looks = self._dirty and Path(config.site_dir, search.FOLDER).exists()
        if isinstance(files, Shared) and not looks:
            build = self._build
            self._again.end(files, config, build.workers, build.complaints, build.bar)
        self._build.close()
        if self._converts():
            self._live.make_ready(root_of(config))

    def on_build_error(self, *, error: Exception) -> None:
        """No process goes on for itself; a preview keeps its pages; what an editor wrote wrongly is told in a line."""
        self._build.close()
        self._build.workers.failed(error)
        self._again.give_up()
        if isinstance(error, InputError):
            raise PluginError(str(error)) from None

    def _edits(self, config: MkDocsConfig) -> bool:
        return self._converts() and not self._dirty and may_edit(root_of(config), config.dev_addr.host)

    def _converts(self) -> bool:
        return self._command == "serve" and self.config.convert
