"""The raw reports of a project: where they lie, what each is called, and what a build says of one.

Nothing here needs to understand a report, so that a build that has nothing to do starts at once.
"""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from converter.build.editor import editor
from converter.build.keep import Change
from converter.errors import InputError
from converter.layout import LONGEST_NAME, RESERVED, SEEDS, report_name
from converter.sources import SUFFIXES, Raw, read_raw
from converter.sources.recognise import OTHER_SUFFIXES
from converter.sources.sidecar import SIDECAR, sidecar_of
from converter.strays import is_left_behind


class Remark(NamedTuple):
    """Something a person should know about what was put right: a key of ``cli/messages.toml``, what it speaks of."""

    key: str
    details: Mapping[str, str]


class SidecarChange(NamedTuple):
    """The sidecar of a report as its build leaves it; ``before`` is None where there was none."""

    path: Path
    before: bytes | None
    after: bytes


class Summary(Struct, frozen=True):
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
    remarks: tuple[Remark, ...] = ()


class Converted(Struct, frozen=True):
    """One report as its build would leave it; nothing is written yet."""

    name: str
    told: Summary
    changes: tuple[Change, ...]
    sidecar: SidecarChange | None = None


class Refused(Struct, frozen=True):
    """A raw report that is not converted, and why."""

    path: Path
    error: Exception

    def __post_init__(self) -> None:
        # What the program has words for is told by them; a traceback would keep all that its functions had in hand.
        if isinstance(self.error, InputError):
            _without_traceback(self.error)


class Seeds(Struct, frozen=True):
    """The raw reports of a build, in order: those to convert, and those whose name alone forbids it."""

    paths: tuple[Path, ...]
    refused: tuple[Refused, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """The names of all of them, also of those refused: what was published of one stays while its file is there."""
        return frozenset(map(report_name, (*self.paths, *(one.path for one in self.refused))))


def _without_traceback(error: BaseException | None) -> None:
    while error:
        error.__traceback__ = None
        error = error.__cause__ or error.__context__


def find_seeds(named: Sequence[Path]) -> Seeds:
    """The raw reports to build: those named, or all in ``seeds/``; what programs left there is none.

    Each stands alone: one whose name cannot be an address, or is that of another, is among the refused.
    Raises InputError ``no_seeds``.
    """
    given = list(dict.fromkeys(named)) or sorted(filter(is_report, SEEDS.glob("*")))
    paths = [path for path in given if not _is_nobodys(path)]
    if not paths:
        raise InputError("no_seeds", path=f"{SEEDS}/", known=" ".join(SUFFIXES))
    refused = tuple(_refused(paths))
    forbidden = {one.path for one in refused}
    return Seeds(tuple(path for path in paths if path not in forbidden), refused)


class Overlooked(Struct, frozen=True):
    """What lies in ``seeds/`` and no build looks at, though a person may think so."""

    folders: Mapping[Path, int]
    """Folders, with how many reports are in each."""
    files: tuple[Path, ...]
    """Files of no kind that is known."""
    sidecars: tuple[Path, ...]
    """Sidecars that no report has the name of."""


def find_overlooked() -> Overlooked:
    """What lies in ``seeds/`` without being a report, a report's sidecar or a note in Markdown."""
    there = sorted(path for path in SEEDS.glob("*") if not _is_nobodys(path))
    folders = {path: len(_reports_below(path)) for path in there if path.is_dir()}
    files = [path for path in there if path.is_file() and not is_report(path)]
    owned = {sidecar_of(path) for path in there if is_report(path)}
    return Overlooked(
        {folder: count for folder, count in folders.items() if count},
        tuple(path for path in files if path.suffix.lower() not in (".md", SIDECAR)),
        tuple(path for path in files if path.suffix == SIDECAR and path not in owned),
    )


def _reports_below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and is_report(path)]


def is_report(path: Path) -> bool:
    """True for the name of a file that somebody may have put into ``seeds/`` as a raw report."""
    return path.suffix.lower() in (*SUFFIXES, *OTHER_SUFFIXES) and not _is_nobodys(path)


def _is_nobodys(path: Path) -> bool:
    return path.name.startswith(".") or is_left_behind(path.name)


def _refused(paths: Iterable[Path]) -> Iterator[Refused]:
    by_name: dict[str, list[Path]] = {}
    for path in paths:
        # Disks that tell capitals apart are checked out on disks that do not.
        by_name.setdefault(report_name(path).casefold(), []).append(path)
    for name, same in by_name.items():
        for at, path in enumerate(same):
            if fault := _fault_of_name(path):
                yield Refused(path, fault)
            elif len(same) > 1:
                yield Refused(path, InputError("same_name", first=path, second=same[at - 1], name=name))


def _fault_of_name(path: Path) -> InputError | None:
    """Why a report of this file's name could not be published, whatever is in it."""
    name = report_name(path)
    if any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in path.name):
        return InputError("name_characters", path=path)
    if len(name.encode()) > LONGEST_NAME:
        return InputError("name_long", path=path, most=LONGEST_NAME // 3)
    return InputError("name_reserved", path=path, name=name) if name in RESERVED else None


def take(path: Path) -> Raw:
    """The raw report at ``path``, named in pages as the project knows it.  Raises InputError of ``read_raw``."""
    return replace(read_raw(path, shown_as=_shown(path)), editor=editor())


def _shown(path: Path) -> str:
    # Pages are public: they name a file as the project knows it, not where it lies on somebody's machine.
    full = Path(os.path.realpath(path.parent), path.name)
    here = Path.cwd().resolve()
    return full.relative_to(here).as_posix() if full.is_relative_to(here) else path.name
