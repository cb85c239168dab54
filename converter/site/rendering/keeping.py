"""Where the site of one build is kept for the next, and whether a build wants what is kept."""

from pathlib import Path

import click
from click.core import ParameterSource
from mkdocs.config.defaults import MkDocsConfig

from converter.site.rendering.cached_site import Cache
from converter.site.rendering.kept_site import Aside, Nowhere, Place

FOLDER = ".cache/gongkai-site"
"""Below the folder of ``mkdocs.yml``."""
_PLUGIN = "gongkai"
# What can be told of a page by the page and the settings alone.
_OWN = ("converter.", "markdown.extensions.")
_PURE = {
    *("abbr", "admonition", "attr_list", "def_list", "extra", "fenced_code", "footnotes", "md_in_html"),
    *("meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"),
}


def place_for(config: MkDocsConfig, command: str, dirty: bool) -> Place:
    """Where what ``command`` makes is kept: nowhere if a plugin or an extension of others has a part in it.

    ``dirty`` is MkDocs' own way of making less.
    """
    site = Path(config.site_dir)
    if dirty:
        return Nowhere(site)
    if command == "serve":
        return Aside(site)
    # Hooks are among the plugins.
    plugins = set(config.plugins) - {_PLUGIN}
    extensions = (name for name in config.markdown_extensions if name not in _PURE)
    if plugins or not all(name.startswith(_OWN) for name in extensions):
        return Nowhere(site)
    return Cache(site, Path(config.config_file_path).resolve().parent / FOLDER)


def wants_all() -> bool:
    """Whether the command that runs says ``--clean``: what is kept may stay, but is not used."""
    context = click.get_current_context(silent=True)
    return context is not None and context.get_parameter_source("clean") is ParameterSource.COMMANDLINE
