"""The files of the index.  Each is a script that hands its data over by name, as a page opened from a folder may load
scripts but fetch nothing.
"""

import hashlib
import json
import os
from collections.abc import Container, Iterable, Sequence
from pathlib import Path

from converter.site.search.keys import home_of

_SIZE = 3_000
"""Characters of a file of keys, on average: about 3 KB as a reader downloads them."""


class Folder:
    """A folder of the index while it is being written; a file that is the same in the ``last`` one is no second file."""

    def __init__(self, path: Path, last: Path | None = None) -> None:
        self._path, self._last = path, last

    def write(self, name: str, data: object) -> bytes:
        """Write one file, and return what it holds; ``name`` is its path below the folder and what it calls its data."""
        content = _written(name, data)
        self.put(name, content)
        return content

    def put(self, name: str, content: bytes) -> None:
        """Write what a file held before."""
        file = self._path / f"{name}.js"
        if not self._last or not _linked(self._last / f"{name}.js", file, content):
            _put(file, content)

    def close(self, digests: Iterable[bytes]) -> str:
        """All is written: the folder is named after the digests of what it holds, and that is its version."""
        version = hashlib.sha256(b"".join(digests)).hexdigest()[:12]
        self._path.rename(self._path.with_name(version))
        return version


def digest(content: bytes) -> bytes:
    """What tells one content of a file from another."""
    return hashlib.sha256(content).digest()


def write(folder: Path, name: str, data: object) -> bytes:
    """Write one file, of which ``name`` is the path below ``folder``, and return what it holds."""
    content = _written(name, data)
    _put(folder / f"{name}.js", content)
    return content


def _written(name: str, data: object) -> bytes:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f'gongkai.receive("{name}",{text});\n'.encode()


def _linked(last: Path, file: Path, content: bytes) -> bool:
    """True if ``last`` holds the ``content`` and is ``file`` now as well, which takes a tenth of writing it."""
    try:
        if last.read_bytes() != content:
            return False
        link(last, file)
    except OSError:
        return False
    return True


def link(file: Path, there: Path) -> None:
    """``file`` is in a second place as well, instead of what was there.  Raises OSError where a file has but one."""
    try:
        os.link(file, there)
    except FileExistsError:
        there.unlink()
        os.link(file, there)
    except FileNotFoundError:  # the first of its folder
        there.parent.mkdir(parents=True, exist_ok=True)
        os.link(file, there)


def _put(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def shards(lists: Iterable[tuple[str, str]], common: Container[str]) -> tuple[list[int], list[str]]:
    """Lists by key, dealt out over as many files as keep them small; the order of the keys stays.

    Files of three kinds, whose counts come first: who looks for words loads no lists of single characters, which are
    long, nor those of ``common`` pairs beside the one that is asked for.
    """
    kinds: list[list[tuple[str, str]]] = [[], [], []]
    for key, places in lists:
        kinds[1 if len(key) == 1 else 2 if key in common else 0].append((key, places))
    files = [_dealt(own) for own in kinds]
    return list(map(len, files)), [file for own in files for file in own]


def _dealt(lists: Sequence[tuple[str, str]]) -> list[str]:
    count = 1 + sum(len(key) + len(places) for key, places in lists) // _SIZE
    files: list[list[str]] = [[] for _ in range(count)]
    for pair in lists:
        files[_hash(home_of(pair[0])) % count] += pair
    # No key and no list has a blank in it.
    return list(map(" ".join, files))


def _hash(text: str) -> int:
    """FNV-1a, 32 bits, over code points; ``store.js`` computes the same."""
    value = 0x811C9DC5
    for character in text:
        value = (value ^ ord(character)) * 0x01000193 & 0xFFFFFFFF
    return value
