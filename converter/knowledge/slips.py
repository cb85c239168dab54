"""What does not fit the type of a table, told by file, row and field."""

import re
from typing import Any

from msgspec import ValidationError, convert

from converter.errors import SlipError, TableError
from converter.knowledge.records import Notation

# What msgspec says, and the message that says it in the reader's language.
_TOLD = (
    ("table_unknown", re.compile(r"Object contains unknown field `(?P<field>.*)`")),
    ("table_missing", re.compile(r"Object missing required field `(?P<field>.*)`")),
    ("table_type", re.compile(r"Expected `(?P<expected>.*)`, got `(?P<got>.*)`")),
    ("table_value", re.compile(r"Invalid enum value (?P<value>.*)")),
)
_AT = re.compile(r"(?s)(?P<what>.*?)(?: - at (?:`key` in )?`\$(?P<path>.*)`)?")
_STEP = re.compile(r"\.(?P<name>[^.\[]+)|\[(?P<index>\d+)\]|(?P<some>\[\.\.\.\])")


def slip_of(
    error: ValidationError, file: str, content: dict[str, Any], lines: list[int], shape: type
) -> TableError:
    """The slip that kept ``content`` of ``file`` from being a ``shape``; ``content`` is used up, ``lines`` are a CSV file's."""
    found = _AT.fullmatch(str(error))
    what, path = (found["what"], found["path"] or "") if found else (str(error), "")
    place = ", ".join((file, *_places(path, content, lines, shape, str(error))))
    if isinstance(error.__cause__, SlipError):
        return TableError(error.__cause__.key, place=place, **error.__cause__.details)
    for key, pattern in _TOLD:
        if match := pattern.fullmatch(what):
            return TableError(key, place=place, **match.groupdict())
    return TableError("table_wrong", place=place, why=what)


def _places(path: str, node: Any, lines: list[int], shape: type, said: str) -> list[str]:
    """The names on the way to a slip (``style 3``, ``headline``); ``node`` is what was read and is used up."""
    whole = node
    places: list[str] = []
    for step in _STEP.finditer(path):
        if step["index"]:
            at = int(step["index"])
            places[-1:] = [f"line {lines[at]}" if lines else f"{places[-1] if places else ''} {at + 1}"]
            node = node[at]
            continue
        key = step["name"] or _key(whole, node, shape, said)
        if key is None or key not in node:
            break
        places.append(key)
        node = node[key]
    return places


def _key(whole: Any, node: dict[str, Any], shape: type, said: str) -> str | None:
    """The key under which a slip is, which msgspec leaves out: the one that alone makes it say the same."""
    rows = dict(node)
    for key, row in rows.items():
        node.clear()
        node[key] = row
        try:
            convert(whole, shape, dec_hook=tried)
        except ValidationError as error:
            if str(error) == said:
                return key
    return None


def taken(shape: type, value: object) -> object:
    """The value of a type that msgspec does not know."""
    if issubclass(shape, Notation) and isinstance(value, str):
        return shape.taken(value)
    raise SlipError("table_type", expected="str", got=type(value).__name__)


def tried(shape: type, value: object) -> object:
    """The same, tried out."""
    value = taken(shape, value)
    if isinstance(value, Notation):
        value.try_out()
    return value
