"""Where the pages of a site stay between two builds: a preview puts them aside, a publication keeps them (``cached_site``)."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

import msgspec

from converter.site.rendering.page_shares import Anchors
from converter.site.search import FOLDER as SEARCH

FORM = 1
"""Another number for another form of what is kept."""


class Group(msgspec.Struct, frozen=True):
    """The files of a group by their address in the site, with their checksums, and what its pages link to."""

    rests_on: str
    files: Mapping[str, str]
    anchors: tuple[Anchors, ...] = ()


class Record(msgspec.Struct, frozen=True):
    """What the last build made: of what (``shared``), and of which groups."""

    shared: str
    groups: Mapping[str, Group]
    form: int = FORM


class Place(Protocol):
    """Where the files of the last build are while the next one begins; ``parts`` is the folder for those of the search, ``known`` the
    one for what was worked out of reports, if there is one."""

    @property
    def parts(self) -> Path: ...

    @property
    def known(self) -> Path | None: ...

    @property
    def keeps(self) -> bool: ...

    def last_index(self) -> Path | None:
        """The folder of the last index of the search, if it is there; its files are not changed."""

    def begin(self) -> Record | None:
        """The next build begins: what there is of the last one."""

    def bring_back(self, name: str, group: Group) -> bool:
        """Put the files of a group where they were in the site; False where they are not as they were."""

    def end(self, record: Record, new: Iterable[str]) -> None:
        """The build is done; ``new`` are the groups that it made."""

    def give_up(self) -> None:
        """The build failed, or could not begin."""


class Aside:
    """Where a preview, whose site nobody else writes, puts the last one: beside the next, in a folder MkDocs passes over."""

    def __init__(self, site: Path) -> None:
        self._site, self._folder = site, site / ".before"
        self.parts, self.known, self.keeps = site / ".parts", site / ".known", True
        self._record: Record | None = None
        self._back: list[str] = []

    def begin(self) -> Record | None:
        # The build after one that fails rests on none.
        record, self._record, self._back = self._record, None, []
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir()
        for entry in _own(self._site):
            entry.rename(self._folder / entry.name)
        return record

    def bring_back(self, name: str, group: Group) -> bool:  # noqa: ARG002
        for address in group.files:
            was = self._folder / address
            try:
                was.rename(self._site / address)
            except FileNotFoundError:  # the first of its folder
                was.rename(_at(self._site, address))
            self._back.append(address)
        return True

    def end(self, record: Record, new: Iterable[str]) -> None:  # noqa: ARG002
        shutil.rmtree(self._folder, ignore_errors=True)
        self._record = record

    def last_index(self) -> Path | None:
        return folder_in(self._folder / SEARCH)

    def give_up(self) -> None:
        if not self._folder.is_dir():  # no build has begun since the last one ended
            return
        for address in self._back:
            (self._site / address).rename(_at(self._folder, address))
        for entry in _own(self._site):
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        for entry in _own(self._folder):
            entry.rename(self._site / entry.name)
        shutil.rmtree(self._folder)


class Nowhere:
    """For a site whose pages rest on what nobody here knows."""

    def __init__(self, site: Path) -> None:
        self.parts, self.known, self.keeps = site / ".parts", None, False

    def begin(self) -> Record | None:
        return None

    def last_index(self) -> Path | None:
        return None

    def bring_back(self, name: str, group: Group) -> bool:  # noqa: ARG002
        return False

    def end(self, record: Record, new: Iterable[str]) -> None:
        pass

    def give_up(self) -> None:
        pass


def folder_in(folder: Path) -> Path | None:
    """A folder in this one, if there are any."""
    return next((entry for entry in folder.glob("*") if entry.is_dir()), None)


def _own(folder: Path) -> list[Path]:
    """What MkDocs would clean away in the folder of a site."""
    return [entry for entry in folder.iterdir() if not entry.name.startswith(".")]


def _at(folder: Path, address: str) -> Path:
    file = folder / address
    file.parent.mkdir(parents=True, exist_ok=True)
    return file
