"""What the program says to people, in the language of their terminal.  Texts: ``messages.toml``."""

import os
import re

# A file's name may hold anything: halves of characters, and commands to the terminal.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def language() -> str:
    """``zh`` where the environment's language is Chinese, else ``en`` (LC_ALL, LC_MESSAGES, LANG, in this order)."""
    setting = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), ""
    )
    return "zh" if setting.lower().startswith("zh") else "en"


def say(key: str, **details: object) -> str:
    """The message ``key`` in the reader's language with ``details`` filled in; what no terminal can print is escaped."""
    from converter.cli.texts import MESSAGES

    text = MESSAGES.load()[key][language()].format(**details)
    return _UNPRINTABLE.sub(lambda char: char[0].encode("unicode_escape").decode(), text)
