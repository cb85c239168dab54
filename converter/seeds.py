"""The raw reports of a project: where they lie, what each is called, and what a build says of one.

Nothing here needs to understand a report, so that a build that has nothing to do starts at once.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from converter.errors import InputError
from converter.keep import Change
from converter.sources import SUFFIXES, Raw, read_raw
from converter.sources.recognise import OTHER_SUFFIXES

SEEDS, DOCS = Path("seeds"), Path("docs")


@dataclass(frozen=True, slots=True)
class Told:
    """What a build says of a report; ``dropped`` counts characters."""

    source: str
    report_year: int | None
    published: date | None
    chapters: int
    sections: int
    figures: int
    dropped: int
    warnings: tuple[str, ...]
    """What a person should know about the reading: keys of ``cli/messages.toml``."""
    notes_gone: tuple[str, ...]
    """Ids of notes the sidecar dismisses that no rule raises any more."""


@dataclass(frozen=True, slots=True)
class Converted:
    """One report as its build would leave it; nothing is written yet."""

    name: str
    told: Told
    changes: tuple[Change, ...]


def find_seeds(named: Sequence[Path]) -> list[Path]:
    """The raw reports to build: those named, or all in ``seeds/``, in order.

    Raises InputError ``no_seeds`` and, for two files that would be one report, ``same_name``.
    """
    paths = list(named) or sorted(
        p for p in SEEDS.glob("*") if p.suffix.lower() in (*SUFFIXES, *OTHER_SUFFIXES)
    )
    if not paths:
        raise InputError("no_seeds", path=f"{SEEDS}/", known=" ".join(SUFFIXES))
    names: dict[str, Path] = {}
    for path in paths:
        if names.setdefault(report_name(path), path) != path:
            raise InputError("same_name", first=names[report_name(path)], second=path, name=report_name(path))
    return paths


def report_name(path: Path) -> str:
    """The name of a report in paths and addresses: its file's name, safe everywhere."""
    return re.sub(r"[^\w-]+", "-", path.stem.lower()).strip("-_") or "report"


def take(path: Path) -> Raw:
    """The raw report at ``path``, named in pages as the project knows it.  Raises InputError of ``read_raw``."""
    return read_raw(path, shown_as=_shown(path))


def _shown(path: Path) -> str:
    # Pages are public: they name a file as the project knows it, not where it lies on somebody's machine.
    full = path.resolve()
    here = Path.cwd().resolve()
    return full.relative_to(here).as_posix() if full.is_relative_to(here) else path.name
