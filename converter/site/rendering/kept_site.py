"""Where the pages of a site stay between two builds: a preview puts them aside, a publication keeps them in ``.cache``.

Nothing is believed of the folder in ``.cache``: it may come from another machine, be half written, or be changed by
hand.  What it says is read with its types, and what it holds is taken only if it has the checksum it should have.
"""

import logging
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

import msgspec

from converter.site.rendering.page_shares import Anchors
from converter.site.rendering.unchanged import checksum

_LOG = logging.getLogger("mkdocs.gongkai")
_FORM = 1
"""Another number for another form of what is kept."""
_RECORD = "site.msgpack"


class Group(msgspec.Struct, frozen=True):
    """The files of a group by their address in the site, with their checksums, and what its pages link to."""

    rests_on: str
    files: Mapping[str, str]
    anchors: tuple[Anchors, ...] = ()


class Record(msgspec.Struct, frozen=True):
    """What the last build made: of what (``shared``), and of which groups."""

    shared: str
    groups: Mapping[str, Group]
    form: int = _FORM


class Place(Protocol):
    """Where the files of the last build are while the next one begins; ``parts`` is the folder for those of the search, ``known`` the
    one for what was worked out of reports, if there is one."""

    @property
    def parts(self) -> Path: ...

    @property
    def known(self) -> Path | None: ...

    @property
    def keeps(self) -> bool: ...

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

    def bring_back(self, name: str, group: Group) -> bool:  # noqa: ARG002
        return False

    def end(self, record: Record, new: Iterable[str]) -> None:
        pass

    def give_up(self) -> None:
        pass


class Cache:
    """The folder in which a publication finds what the one before it made, on this machine or another."""

    def __init__(self, site: Path, folder: Path) -> None:
        self._site, self._folder = site, folder
        self.parts, self.known, self.keeps = folder / "search", folder / "known", True

    def begin(self) -> Record | None:
        try:
            content = (self._folder / _RECORD).read_bytes()
            record = msgspec.msgpack.decode(content, type=Record)
        except FileNotFoundError:
            return None
        except (OSError, msgspec.MsgspecError):
            _LOG.info("%s 不能用，全部重做。 It is of no use: everything is made anew.", self._folder)
            return None
        return record if record.form == _FORM else None

    def bring_back(self, name: str, group: Group) -> bool:
        folder = self._of(group)
        try:
            contents = {address: (folder / address).read_bytes() for address in group.files}
        except OSError:
            contents = {}
        if any(checksum(contents.get(address, b"")) != told for address, told in group.files.items()):
            _LOG.info("%s 的缓存已损坏，重做。 What was kept of it is damaged: it is made anew.", name)
            return False
        for address in group.files:
            _put(folder / address, _at(self._site, address))
        return True

    def end(self, record: Record, new: Iterable[str]) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for name in new:
                folder = self._of(record.groups[name])
                shutil.rmtree(folder, ignore_errors=True)
                for address in record.groups[name].files:
                    _put(self._site / address, _at(folder, address))
            written = self._folder / f"{_RECORD}.{os.getpid()}"
            written.write_bytes(msgspec.msgpack.encode(record))
            written.replace(self._folder / _RECORD)
            used = {self._of(group) for group in record.groups.values()} | {self.parts, self.known}
            for entry in self._folder.iterdir():
                if entry.is_dir() and entry not in used:
                    shutil.rmtree(entry, ignore_errors=True)
        except OSError as error:
            _LOG.info("未能写入 %s：%s Nothing is kept for the next build.", self._folder, error)

    def give_up(self) -> None:
        pass

    def _of(self, group: Group) -> Path:
        # One that is changed is another folder: a build that is ended half way damages nothing.
        return self._folder / group.rests_on[:32]


def _own(folder: Path) -> list[Path]:
    """What MkDocs would clean away in the folder of a site."""
    return [entry for entry in folder.iterdir() if not entry.name.startswith(".")]


def _at(folder: Path, address: str) -> Path:
    file = folder / address
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def _put(file: Path, there: Path) -> None:
    """The same file in a second place, or its copy where a file has but one."""
    there.unlink(missing_ok=True)
    try:
        os.link(file, there)
    except OSError:
        shutil.copyfile(file, there)
