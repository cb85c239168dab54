"""JSON that people can read, written fast: the compiled encoder knows no indents, but takes any separator."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from json import JSONEncoder
from typing import Any

_CONTAINERS = frozenset((dict, list))


def indented(value: Any, indent: int = 1, depth: int = 0) -> str:
    """``value`` byte for byte as ``json.dumps(value, ensure_ascii=False, indent=indent)`` gives it; keys are strings."""
    encoder = _encoder(indent * (depth + 1))
    if not value or not isinstance(value, dict | list):
        return encoder.encode(value)
    if isinstance(value, list):
        body = encoder.item_separator.join(_items(value, indent, depth + 1))
    elif _is_flat(value):
        body = encoder.encode(value)[1:-1]
    else:
        texts = (f"{encoder.encode(key)}: {indented(one, indent, depth + 1)}" for key, one in value.items())
        body = encoder.item_separator.join(texts)
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}\n{' ' * indent * (depth + 1)}{body}\n{' ' * indent * depth}{closing}"


def _items(values: Sequence[Any], indent: int, depth: int) -> Iterator[str]:
    for flat, run in groupby(values, key=_is_flat):
        if flat:
            yield _rows(list(run), indent, depth)
        else:
            yield from (indented(one, indent, depth) for one in run)


def _rows(rows: Sequence[Any], indent: int, depth: int) -> str:
    """Objects without objects inside, all at once; a line feed in a text is written ``\\n``, so what stands between them is unlike any text."""
    encoder = _encoder(indent * (depth + 1))
    inside, between = encoder.item_separator, _encoder(indent * depth).item_separator
    opening, closing = f"{{{inside[1:]}", f"{between[1:]}}}"
    body = encoder.encode(rows)[2:-2].replace(f"}}{inside}{{", f"{closing}{between}{opening}")
    return f"{opening}{body}{closing}"


def _is_flat(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and _CONTAINERS.isdisjoint(map(type, value.values()))


@cache
def _encoder(spaces: int) -> JSONEncoder:
    return JSONEncoder(ensure_ascii=False, separators=(f",\n{' ' * spaces}", ": "))
