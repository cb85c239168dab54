"""What the program says to people, in the language of their terminal.  Texts: ``messages.toml``."""

import os
import tomllib
from functools import cache
from importlib import resources


@cache
def _texts() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.files(__package__).joinpath("messages.toml").read_text(encoding="utf-8"))


def language() -> str:
    """``zh`` where the environment's language is Chinese, else ``en`` (LC_ALL, LC_MESSAGES, LANG, in this order)."""
    setting = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), ""
    )
    return "zh" if setting.lower().startswith("zh") else "en"


def say(key: str, **details: object) -> str:
    """The message ``key`` in the reader's language with ``details`` filled in."""
    return _texts()[key][language()].format(**details)
