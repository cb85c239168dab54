"""The exceptions a user may meet: they carry a message key, so that the words exist in both languages."""

import re
import tomllib
from pathlib import Path
from typing import Any

_LINE = re.compile(r"\(at line (\d+), column \d+\)")


class InputError(Exception):
    """Something given to the program cannot be used.  ``key`` names the message in ``cli/messages.toml``."""

    def __init__(self, key: str, **details: object) -> None:
        super().__init__(key, details)
        self.key = key
        self.details = details

    def __str__(self) -> str:
        # Where no messages are at hand: in MkDocs, or where their own table has the slip.
        details = {**self.details}
        place = details.pop("place", details.pop("path", ""))
        told = "".join(f", {name} `{detail}`" for name, detail in details.items())
        return f"{place}: {self.key}{told}".removeprefix(": ")

    def __reduce__(self) -> tuple[object, ...]:
        # An error comes back from another process with its details in words, whatever they were made of.
        return _remade, (type(self), self.key, {name: str(detail) for name, detail in self.details.items()})


def _remade(kind: type[InputError], key: str, details: dict[str, str]) -> InputError:
    return kind(key, **details)


class TableError(InputError):
    """A table has a slip; ``details`` name the file, the row, the field."""

    def __str__(self) -> str:
        return f"{super().__str__()} (gongkai check --tables)"


class SlipError(ValueError):
    """What a record finds wrong with itself: a key of ``cli/messages.toml`` and its details."""

    def __init__(self, key: str, **details: object) -> None:
        super().__init__(key)
        self.key = key
        self.details = details


def read_toml(data: bytes, path: Path) -> dict[str, Any]:
    """The table in a TOML file that a person wrote; editors on Windows put a mark of their own before it.

    Raises InputError ``not_utf8``, or ``not_toml`` with the line.
    """
    try:
        text = data.decode("utf-8-sig")
        return tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise InputError("not_utf8", path=path) from error
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        line = int(found[1]) if found else len(text.splitlines())
        raise InputError("not_toml", path=path, line=line) from error
