"""Templates escape: what a page says of itself is text in every template, the theme's own as well, unless it is known to be HTML.

Material's templates take titles as HTML and put descriptions as they are; with Jinja's escaping in force each value is
text, and what MkDocs made as HTML (a page's content, its title, its contents) is told apart here.
"""

import html
from collections.abc import Iterable
from contextlib import suppress

from jinja2 import Environment, TemplateNotFound
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.meta import find_referenced_templates
from markupsafe import Markup, escape
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from converter.site.mkdocs.spacing import Outdented


class _Compiled(BytecodeCache):
    """Templates as they were compiled, by their names and their text; a preview makes an environment for each build."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._code.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key, bucket.checksum] = bucket.bytecode_to_string()

    @property
    def is_empty(self) -> bool:
        return not self._code


_COMPILED = _Compiled()
_PAGE = "main.html"


def set_up(env: Environment) -> None:
    """Make every template of ``env`` escape, and keep what is compiled of it."""
    env.autoescape, env.bytecode_cache = True, _COMPILED
    env.add_extension(Outdented)


def compile_templates(env: Environment) -> None:
    """Have the templates of a page compiled before several processes need them, each for itself."""
    if not _COMPILED.is_empty or env.loader is None:
        return
    set_up(env)
    known = [_PAGE]
    for name in known:
        with suppress(TemplateNotFound):
            named = find_referenced_templates(env.parse(env.loader.get_source(env, name)[0]))
            known += dict.fromkeys(other for other in named if other and other not in known)
            env.get_template(name)


def escape_in(env: Environment, files: Files) -> None:
    """Set ``env`` up, and tell it the titles of all pages, which menus show."""
    set_up(env)
    for page in (file.page for file in files if file.page):
        # A page that another process makes has no title here, and no menu here names it.
        if page.title is not None:
            page.title = title_of(page)


def title_of(page: Page) -> Markup:
    """The title of a page as HTML that shows just the title.

    MkDocs gives that of a heading as HTML, and of all else (front matter, a file's name) as text.
    """
    title = str(page.title)
    is_html = isinstance(page.title, Markup) or (
        "title" not in page.meta and getattr(page, "_title_from_render", None) == title
    )
    return escape(html.unescape(title) if is_html else title)


def mark_content(page: Page) -> None:
    """What MkDocs made of the page itself is HTML already."""
    page.content = Markup(page.content or "")
    _mark_toc(page.toc)


def _mark_toc(entries: Iterable[AnchorLink]) -> None:
    for entry in entries:
        entry.title = escape(html.unescape(entry.title))
        _mark_toc(entry.children)
