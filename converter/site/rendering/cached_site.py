"""The folder ``.cache``, in which a publication finds what the one before it made.

Nothing is believed of it: it may come from another machine, be half written, or be changed by hand.  What it says is
read with its types, and what it holds is taken only if it has the checksum it should have, or the content.
"""

import logging
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

from converter.site.rendering.kept_site import FORM, Group, Record, folder_in
from converter.site.rendering.unchanged import checksum
from converter.site.search import FOLDER as SEARCH
from converter.site.search.files import link

_LOG = logging.getLogger("mkdocs.gongkai")
_RECORD = "site.msgpack"


class Cache:
    """The folder in which a publication finds what the one before it made, on this machine or another."""

    def __init__(self, site: Path, folder: Path) -> None:
        self._site, self._folder, self._index = site, folder, folder / "index"
        self.parts, self.known, self.keeps = folder / "search", folder / "known", True

    def begin(self) -> Record | None:
        self._put_index_aside()
        try:
            content = (self._folder / _RECORD).read_bytes()
            record = msgspec.msgpack.decode(content, type=Record)
        except FileNotFoundError:
            return None
        except (OSError, msgspec.MsgspecError):
            _LOG.info("%s 不能用，全部重做。 It is of no use: everything is made anew.", self._folder)
            return None
        return record if record.form == FORM else None

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
            _put(folder / address, self._site / address)
        return True

    def end(self, record: Record, new: Iterable[str]) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for name in new:
                folder = self._of(record.groups[name])
                shutil.rmtree(folder, ignore_errors=True)
                for address in record.groups[name].files:
                    _put(self._site / address, folder / address)
            written = self._folder / f"{_RECORD}.{os.getpid()}"
            written.write_bytes(msgspec.msgpack.encode(record))
            written.replace(self._folder / _RECORD)
            used = {self._of(group) for group in record.groups.values()} | {self.parts, self.known}
            for entry in self._folder.iterdir():
                if entry.is_dir() and entry not in used:
                    shutil.rmtree(entry, ignore_errors=True)
        except OSError as error:
            _LOG.info("未能写入 %s：%s Nothing is kept for the next build.", self._folder, error)

    def last_index(self) -> Path | None:
        return folder_in(self._index)

    def give_up(self) -> None:
        pass

    def _put_index_aside(self) -> None:
        """MkDocs would clean it away."""
        index = self._site / SEARCH
        if index.is_dir():
            shutil.rmtree(self._index, ignore_errors=True)
            with suppress(OSError):  # on another disk
                self._folder.mkdir(parents=True, exist_ok=True)
                index.rename(self._index)

    def _of(self, group: Group) -> Path:
        # One that is changed is another folder: a build that is ended half way damages nothing.
        return self._folder / group.rests_on[:32]


def _put(file: Path, there: Path) -> None:
    """The same file in a second place, or its copy where a file has but one."""
    try:
        link(file, there)
    except OSError:
        there.parent.mkdir(parents=True, exist_ok=True)
        there.unlink(missing_ok=True)
        shutil.copyfile(file, there)
