"""A Content-Security-Policy for each page: scripts of the site itself, and the few inline ones it holds by their hash.

The hashes are those of the scripts in the program's and Material's own templates, never of what a page happens to hold,
and a page with any other script is not published.
"""

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from converter.knowledge import Bilingual, Record, Table

_MATERIAL = "partials/javascripts/"
_CODE = re.compile(r"<script>(.*?)</script>", re.S)
# Anywhere in a page: text and attributes have no "<".
_BEGIN = re.compile(r"<script", re.I)
_SCRIPT = re.compile(r"<script(?P<attributes>(?: [a-z]+(?:=\"[^\"<>]*\")?)*)>(?P<code>.*?)</script>", re.S)
_SOURCE = re.compile(r' src="([^"]*)"')
_DATA = re.compile(r' type="application/(?:ld\+)?json"')
_HEAD = re.compile(r"<head>")
_MOST = 60
# A page opened from a folder has no origin, so 'self' does not cover the files beside it; file: does, and means
# nothing on a server.
_RULES = (
    "default-src 'none'",
    "script-src 'self' file: {hashes}",
    "style-src 'self' file:",
    "img-src 'self' file: data:",
    "font-src 'self' file:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)


class _Words(Record, frozen=True):
    own: tuple[str, ...]
    folders: tuple[str, ...]
    unknown: Bilingual


POLICY = Table(__package__, "policy.toml", _Words)


class Policy:
    """The policy of a site whose templates are in ``env``."""

    def __init__(self, env: Environment, config: MkDocsConfig) -> None:
        self._env, self._config = env, config
        self._sources = frozenset(str(script) for script in config.extra_javascript)
        # One for each depth of pages, as Material's scripts name the way to the site's root.
        self.known = lru_cache(maxsize=16)(self._known)

    def on_page(self, html: str, page: Page) -> str:
        """``html``, what was made of ``page``, with its policy as the first thing in its head, before any script can run.

        Raises PluginError for a script that is not known.
        """
        root = get_relative_url(".", page.url)
        known = self.known(root)
        for script in self.unknown(html, root, known):
            told, what = POLICY.load().unknown, " ".join(script.split())[:_MOST]
            said = (told[language].format(what=what) for language in ("zh", "en"))
            raise PluginError("{}：{}。 {}".format(page.file.src_uri, *said))
        own = [code for code in known if f"<script>{code}</script>" in html]
        content = "; ".join(_RULES).format(hashes=" ".join(map(hash_of, own)))
        meta = f'<head>\n<meta http-equiv="Content-Security-Policy" content="{content}">'
        return _HEAD.sub(lambda _: meta, html, count=1)

    def unknown(self, html: str, root: str, known: tuple[str, ...]) -> Iterator[str]:
        """Each script of a page that is none of the site's: neither a file of its own, nor data, nor in ``known``."""
        for begin in _BEGIN.finditer(html):
            script = _SCRIPT.match(html, begin.start())
            if script is None or not self._is_own(script, root, known):
                yield html[begin.start() : begin.start() + 200]

    def _is_own(self, script: re.Match[str], root: str, known: tuple[str, ...]) -> bool:
        attributes, code = script["attributes"], script["code"]
        if source := _SOURCE.search(attributes):
            address = source[1].removeprefix(f"{root}/")
            own = address.startswith(POLICY.load().folders) and ".." not in address
            return not code and (own or address in self._sources)
        if _DATA.search(attributes):
            return "<" not in code
        return not attributes and code in known

    @cached_property
    def _of_material(self) -> list[str]:
        # Of the folder alone: the loader would walk through every icon of the theme.
        found = (
            file.relative_to(folder).as_posix()
            for folder in self._config.theme.dirs
            for file in Path(folder, _MATERIAL).rglob("*")
            if file.is_file()
        )
        return sorted(set(found))

    def _known(self, root: str) -> tuple[str, ...]:
        features = self._config.theme.get("features", [])
        found: dict[str, None] = {}
        for name in (*self._of_material, *POLICY.load().own):
            template = self._env.get_template(name)
            for translated in (True, False):
                page = SimpleNamespace(meta={"translated": translated}, url="")
                made = template.render(config=self._config, base_url=root, features=features, page=page)
                found |= dict.fromkeys(_CODE.findall(made))
        return tuple(found)


def hash_of(code: str) -> str:
    """What a policy calls a script or a sheet that stands in a page."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode('utf-8')).digest()).decode('ascii')}'"
