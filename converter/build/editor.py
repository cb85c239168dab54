"""Who puts things right at this machine: the name that entries of a sidecar are signed with."""

import getpass
import os
import re
from pathlib import Path

_NAME = re.compile(r"^\s*name\s*=\s*(.+?)\s*$", re.M)
_USER = re.compile(r"^\s*\[user\][^\[]*", re.M)


def editor() -> str:
    """The name in GONGKAI_EDITOR, else that of git's settings, else that of the account; empty where there is none."""
    if told := os.environ.get("GONGKAI_EDITOR") or os.environ.get("GIT_AUTHOR_NAME"):
        return told
    for file in (Path(".git/config"), Path("~/.gitconfig").expanduser()):
        try:
            user = _USER.search(file.read_text(encoding="utf-8"))
        except (OSError, UnicodeError, RuntimeError):
            continue
        if user and (name := _NAME.search(user[0])):
            return name[1].strip('"')
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
