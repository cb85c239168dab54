"""What the program says to people, in the language of their terminal.  Texts: ``messages.toml``."""

import os

from converter.knowledge import Bilingual, Table

MESSAGES = Table(__package__, "messages.toml", dict[str, Bilingual])


def language() -> str:
    """``zh`` where the environment's language is Chinese, else ``en`` (LC_ALL, LC_MESSAGES, LANG, in this order)."""
    setting = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), ""
    )
    return "zh" if setting.lower().startswith("zh") else "en"


def say(key: str, **details: object) -> str:
    """The message ``key`` in the reader's language with ``details`` filled in."""
    return MESSAGES.load()[key].said(language()).format(**details)
