"""The front matter of a page, as far as the site uses it: each field in its form, all else left out."""

import logging
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple

from mkdocs.utils.meta import get_data

from converter.knowledge import Bilingual, Record, Table
from converter.layout import base_path
from converter.site.words import EDITS

# Warnings count for `mkdocs build --strict` only below MkDocs' own logger.
_LOG = logging.getLogger("mkdocs.gongkai")
# Material's own fields that name another template or a file to put in.
_OF_THE_THEME = ("template", "icon", "location")
# The table needs the room, and its own tools lead to the chapters; the home is a menu itself.
_GIVEN = ("report", "page")
_HIDDEN = {"figures": ["toc"], "home": ["navigation", "toc"]}


Shape = Literal["text", "switch", "list"]


class _Front(Record, frozen=True):
    shape: Bilingual
    template: Bilingual
    shapes: Mapping[str, Bilingual]
    fields: Mapping[str, Shape]


FRONT = Table(__package__, "front.toml", _Front)


class Problem(NamedTuple):
    """A field that cannot be used: of another ``shape`` than it should be, or (if empty) not to be used at all."""

    key: str
    shape: str


def read(path: str, written: Mapping[str, Any]) -> dict[str, Any]:
    """The front matter of the page ``path`` as the site uses it; what it cannot use is told."""
    warn(path, written)
    found = used(written)
    hidden = _HIDDEN.get(found.get("page", ""))
    return {"hide": hidden, **found} if hidden else found


def used(written: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of ``written`` that the site uses, as it uses them."""
    fields = FRONT.load().fields
    found = {key: _read(shape, written[key]) for key, shape in fields.items() if key in written}
    return {key: value for key, value in found.items() if value is not None}


def problems(written: Mapping[str, Any]) -> Iterator[Problem]:
    """What of ``written`` somebody meant to have an effect that it does not have."""
    for key, shape in FRONT.load().fields.items():
        # An empty field says nothing.
        if written.get(key) is not None and _read(shape, written[key]) is None:
            yield Problem(key, shape)
    yield from (Problem(key, "") for key in _OF_THE_THEME if key in written)


def warn(path: str, written: Mapping[str, Any]) -> None:
    """Name each problem of the page ``path``."""
    told = FRONT.load()
    for problem in problems(written):
        shape = told.shapes.get(problem.shape, Bilingual("", ""))
        texts = told.shape if problem.shape else told.template
        said = (texts[one].format(key=problem.key, shape=shape[one]) for one in ("zh", "en"))
        _LOG.warning("%s：%s。 %s", path, *said)


def warn_of_lost(path: str, written: Mapping[str, Any], docs: Path) -> None:
    """Warn of a page (by its path below ``docs``) that was given a report and a kind, and by a slip says others or none."""
    # Somebody's own page has none, and needs none; one with both, unquoted, is as it was.
    told = [str(written.get(key, "")) for key in _GIVEN]
    if all(told) and not any(value.startswith('"') for value in told):
        return
    base = docs / base_path(path)
    given = get_data(base.read_text(encoding="utf-8"))[1] if base.is_file() else {}
    if lost := [key for key in _GIVEN if key in given and written.get(key) != given[key]]:
        texts = EDITS.load()["half_front"]
        said = (texts[one].format(keys=", ".join(lost), path=path) for one in ("zh", "en"))
        _LOG.warning("%s：%s。 %s", path, *said)


def _read(shape: str, value: object) -> object:
    if shape == "text":
        plain = isinstance(value, str | int | float | date) and not isinstance(value, bool)
        return " ".join(str(value).split()) if plain else None
    if shape == "switch":
        return value if isinstance(value, bool) else None
    words = [value] if isinstance(value, str) else value
    return words if isinstance(words, list) and all(isinstance(word, str) for word in words) else None
