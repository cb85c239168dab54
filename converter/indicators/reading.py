"""Reads the data files beside this module."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def toml(name: str) -> dict[str, Any]:
    """The content of ``NAME.toml`` of this package."""
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text("utf-8"))


@cache
def entries() -> dict[str, dict[str, Any]]:
    """The rows of all files in ``entries/`` by code.  Raises ValueError where two files have one code."""
    folder = sorted((files(__package__) / "entries").iterdir(), key=lambda file: file.name)
    rows = [row for file in folder for row in tomllib.loads(file.read_text("utf-8")).items()]
    if twice := {code for code, _ in rows if sum(code == other for other, _ in rows) > 1}:
        raise ValueError(f"codes given twice: {sorted(twice)}")
    return dict(sorted(rows))
