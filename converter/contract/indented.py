"""JSON that people can read, written fast: the compiled encoder knows no indents, but takes any separator."""

from functools import cache
from json import JSONEncoder
from typing import Any


def indented(value: Any, indent: int = 1, depth: int = 0) -> str:
    """``value`` byte for byte as ``json.dumps(value, ensure_ascii=False, indent=indent)`` gives it; keys are strings."""
    encoder = _encoder(indent * (depth + 1))
    inner = _inner(value)
    if not inner:
        return encoder.encode(value)
    if any(isinstance(one, dict | list) for one in inner):
        texts = [indented(one, indent, depth + 1) for one in inner]
        if isinstance(value, dict):
            texts = [f"{encoder.encode(key)}: {text}" for key, text in zip(value, texts, strict=True)]
        body = encoder.item_separator.join(texts)
    else:
        body = encoder.encode(value)[1:-1]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}\n{' ' * indent * (depth + 1)}{body}\n{' ' * indent * depth}{closing}"


def _inner(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


@cache
def _encoder(spaces: int) -> JSONEncoder:
    return JSONEncoder(ensure_ascii=False, separators=(f",\n{' ' * spaces}", ": "))
