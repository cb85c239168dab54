"""Material's own sheet without the parts of it that a site as it is set up has no use for: every reader waits for it."""

import re
from collections.abc import Container, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from converter.knowledge import Record, Table

_SHEET = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")
_RULE = re.compile(r"([^{}]+)\{[^{}]*\}")
_EMPTY = re.compile(r"@[^{};]+\{\}")
_LIST = re.compile(r",(?![^()]*\))")
_WITHIN = re.compile(r"\([^()]*\)")
_CLASS = re.compile(r"\.(-?[a-z][\w-]*)")


class _Part(Record, frozen=True):
    classes: tuple[str, ...]
    asked_by: tuple[str, ...]


class _Parts(Record, frozen=True):
    parts: tuple[_Part, ...]


PARTS = Table(__package__, "unused.toml", _Parts)


def leave_out_unused(files: Files, config: MkDocsConfig) -> None:
    """Put Material's sheet without what ``config`` asks nothing of in its place."""
    for file in list(files):
        if _SHEET.fullmatch(file.src_uri):
            files.remove(file)
            text = without(file.content_string, set(_asked(config)))
            files.append(File.generated(config, file.src_uri, content=text))


def without(sheet: str, asked: Container[str]) -> str:
    """A minified sheet without the rules for elements that come only with what is not ``asked`` for."""
    gone = [
        name
        for part in PARTS.load().parts
        if not any(map(asked.__contains__, part.asked_by))
        for name in part.classes
    ]
    unused = re.compile("|".join(f"(?:{name})" for name in gone))

    def used(selector: str) -> bool:
        bare = selector
        while _WITHIN.search(bare):
            bare = _WITHIN.sub("", bare)
        return "(" in bare or not any(map(unused.match, _CLASS.findall(bare)))

    def rule(found: re.Match[str]) -> str:
        selectors = _LIST.split(found[1])
        kept = [selector for selector in selectors if used(selector)]
        return "" if not kept else ",".join(kept) + found[0][len(found[1]) :]

    return _EMPTY.sub("", _RULE.sub(rule, sheet))


def _asked(config: MkDocsConfig) -> Iterator[str]:
    yield from config.markdown_extensions
    yield from config.theme.get("features") or ()
    yield from config.plugins
    yield from (name for name, value in config.items() if value)
    yield from (f"extra.{name}" for name, value in config.extra.items() if value)
