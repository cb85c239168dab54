"""What the plugin brings to a site's configuration; whatever ``mkdocs.yml`` says itself, stays."""

import copy
import logging
import warnings
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from converter.knowledge import Record, Table

THEME = Path(__file__).parents[1] / "theme"
_NAME = "material"


class _Defaults(Record, frozen=True):
    mkdocs: Mapping[str, Any]
    validation: Mapping[str, Mapping[str, str]]
    markdown_extensions: Mapping[str, Mapping[str, Any]]
    extra: Mapping[str, Any]
    theme: Mapping[str, Any]


DEFAULTS = Table(__package__, "defaults.toml", _Defaults)


def apply_settings(config: MkDocsConfig) -> None:
    """Give ``config`` our templates, assets, Markdown extensions, and the settings the site does not make itself.

    Raises PluginError for a theme that our templates do not extend.
    """
    if config.theme.name != _NAME:
        raise PluginError(
            f"gongkai 插件需要 Material 主题：请在 mkdocs.yml 中写 theme: name: {_NAME}。 "
            f"The gongkai plugin needs the theme {_NAME}; mkdocs.yml has {config.theme.name}."
        )
    defaults, said = DEFAULTS.load(), _said(config)
    # What the site has of its own stands above ours, and ours above the theme's.
    config.theme.dirs.insert(bool(config.theme.custom_dir), str(THEME))
    _fill(config.theme, defaults.theme, said.get("theme"))
    _fill(config.data, defaults.mkdocs, said)
    levels = said.get("validation") or {}
    for part, named in defaults.validation.items():
        # What is said of all parts is said of each.
        _fill(config.validation[part], _levels(named), {**levels, **(levels.get(part) or {})})
    for name, options in defaults.markdown_extensions.items():
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
        config.mdx_configs[name] = {**options, **config.mdx_configs.get(name, {})}
    _fill(config.extra, defaults.extra, config.extra)


def root_of(config: MkDocsConfig) -> Path:
    """The folder of the project."""
    return Path(config.config_file_path).resolve().parent


def _said(config: MkDocsConfig) -> Mapping[str, Any]:
    """What ``mkdocs.yml`` and the command line say, as they say it: MkDocs fills in its own defaults."""
    with warnings.catch_warnings():
        # MkDocs has no use for it itself, but nothing else tells a setting from a default.
        warnings.simplefilter("ignore", DeprecationWarning)
        said: dict[str, Any] = {}
        for one in config.user_configs:
            said |= one
    return said


def _fill(target: MutableMapping[str, Any], defaults: Mapping[str, Any], said: object) -> None:
    own = said if isinstance(said, Mapping) else {}
    for name, value in defaults.items():
        if name not in own:
            # Each page sets words in it, and the table of defaults is read once.
            target[name] = copy.deepcopy(value)


def _levels(named: Mapping[str, str]) -> Mapping[str, int]:
    """The levels as MkDocs keeps them once it has read its own."""
    numbers = logging.getLevelNamesMapping()
    return {name: numbers[level.upper()] for name, level in named.items()}
