"""Reads the word lists beside this module."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any


@cache
def knowledge(name: str) -> Mapping[str, Any]:
    """The content of ``NAME.toml`` of this room."""
    return tomllib.loads(resources.files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
