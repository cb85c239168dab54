"""What the program says to people, in the language of their terminal.  Texts: ``messages.toml``."""

import locale
import os
import re
import tomllib
from pathlib import Path

from converter.caching import kept_latest

# A file's name may hold anything: halves of characters, and commands to the terminal.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def language() -> str:
    """``zh`` or ``en``: as GONGKAI_LANG says, else ``messages`` of the site's ``publisher.toml``, else as the terminal
    speaks (LC_ALL, LC_MESSAGES, LANG, in this order), else as the system does where no terminal says it (Windows)."""
    setting = os.environ.get("GONGKAI_LANG") or _of_site(Path.cwd())
    spoken = (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name))
    setting = setting or next(spoken, "") or (locale.getlocale()[0] or "" if os.name == "nt" else "")
    return "zh" if setting.lower().startswith(("zh", "chinese")) else "en"


def _of_site(folder: Path) -> str:
    try:
        state = (folder / "publisher.toml").stat()
    except OSError:
        return ""
    return _said_in(folder / "publisher.toml", state.st_mtime_ns)


@kept_latest(1)
def _said_in(file: Path, _changed: int) -> str:
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8-sig")).get("messages", "")
    except (OSError, ValueError):  # what is wrong with the file is told by who reads it all
        return ""
    return told if isinstance(told, str) else ""


def say(key: str, **details: object) -> str:
    """The message ``key`` in the reader's language with ``details`` filled in; what no terminal can print is escaped."""
    from converter.cli.texts import MESSAGES

    text = MESSAGES.load()[key][language()].format(**details)
    return _UNPRINTABLE.sub(lambda char: char[0].encode("unicode_escape").decode(), text)
