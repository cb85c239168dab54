"""``publisher.toml``: its profile and what it says for each."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

from msgspec import Struct, field

from converter.errors import InputError, read_toml
from converter.knowledge import Record, Table, only_once
from converter.text.numerals import Regex

FILE = "publisher.toml"
Profile = Literal["official", "independent"]
PROFILES: tuple[Profile, ...] = get_args(Profile)
One = TypeVar("One", bound=str)
Html = Literal["cleaned", "kept"]
HTML: tuple[Html, ...] = get_args(Html)
Messages = Literal["", "zh", "en"]
Doubts = Literal["named", "stop"]
Told = Literal["silent", "told"]


class Field(Record, frozen=True):
    """One thing a publisher may say of itself (``fields.toml``)."""

    key: str
    zh: str
    en: str
    required: bool = False
    foot: bool = False
    tag: str = ""
    link: str = ""
    shape: Regex = Regex()
    shape_zh: str = ""
    shape_en: str = ""


class Publisher(Struct, frozen=True):
    """``written`` holds what the file says for each profile, by key, empty values left out.

    ``html`` is what becomes of HTML that people write into pages.
    """

    profile: Profile = "independent"
    written: Mapping[Profile, Mapping[str, str]] = field(default_factory=dict)
    html: Html = "cleaned"
    messages: Messages = ""
    """The language of what the program says in this site; empty: that of the terminal."""
    doubts: Doubts = "named"
    """Whether doubts that nobody answered stop a release, or are only named."""
    corrections: Told = "silent"
    """Whether ``gongkai correct`` tells readers of each correction without being asked to."""

    @property
    def says(self) -> Mapping[str, str]:
        """What it says for the profile in force: the only thing a page may show."""
        return self.written.get(self.profile, {})


class _Fields(Record, frozen=True):
    official: tuple[Field, ...]
    independent: tuple[Field, ...]

    def __post_init__(self) -> None:
        for profile in (self.official, self.independent):
            only_once((field.key for field in profile), "key")


FIELDS = Table(__package__, "fields.toml", _Fields)


def fields(profile: Profile) -> tuple[Field, ...]:
    """What a publisher of this profile may say, in order."""
    known = FIELDS.load()
    return known.official if profile == "official" else known.independent


def read_publisher(project: Path) -> Publisher:
    """The publisher of the site in ``project``.

    Raises InputError ``publisher`` for a file that cannot be understood, and those of ``read_toml``.
    """
    path = project / FILE
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Publisher()
    except OSError as error:
        raise InputError("publisher", path=FILE, why=error.strerror or str(error)) from error
    return _publisher(path, read_toml(data, Path(FILE)))


def _publisher(path: Path, said: Mapping[str, Any]) -> Publisher:
    known = {"profile", "html", "messages", "doubts", "corrections", *PROFILES}
    if strange := [key for key in said if key not in known]:
        raise InputError("publisher_unknown", path=path.name, what=strange[0], known=", ".join(sorted(known)))
    profile = _one_of(path, said, "profile", PROFILES, "independent")
    html = _one_of(path, said, "html", HTML, "cleaned")
    return Publisher(
        profile,
        {name: _said(path, name, said.get(name, {})) for name in PROFILES},
        html,
        _one_of(path, said, "messages", get_args(Messages), ""),
        _one_of(path, said, "doubts", get_args(Doubts), "named"),
        _one_of(path, said, "corrections", get_args(Told), "silent"),
    )


def _one_of(path: Path, said: Mapping[str, Any], key: str, known: tuple[One, ...], usual: One) -> One:
    value = said.get(key, usual)
    if value not in known:
        raise InputError(
            "publisher_unknown", path=path.name, what=f'{key} = "{value}"', known=", ".join(known)
        )
    return known[known.index(value)]


def _said(path: Path, profile: Profile, said: object) -> Mapping[str, str]:
    keys = [field.key for field in fields(profile)]
    if not isinstance(said, dict):
        raise InputError("publisher", path=path.name, why=f"[{profile}]")
    for key, value in said.items():
        if key not in keys:
            raise InputError(
                "publisher_unknown", path=path.name, what=f"[{profile}] {key}", known=", ".join(keys)
            )
        if not isinstance(value, str):
            raise InputError("publisher", path=path.name, why=f'[{profile}] {key} = "…"')
    return {key: " ".join(value.split()) for key, value in said.items() if value.strip()}
