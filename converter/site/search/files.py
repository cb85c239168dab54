"""The files of the index.  Each is a script that hands its data over by name, as a page opened from a folder may load
scripts but fetch nothing.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from converter.site.search.keys import home_of

_SIZE = 3_000
"""Characters of a file of keys, on average: about 3 KB as a reader downloads them."""


class Folder:
    """A folder of the index while it is being written."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def write(self, name: str, data: object) -> bytes:
        """Write one file, and return what it holds; ``name`` is its path below the folder and what it calls its data."""
        return write(self._path, name, data)

    def put(self, name: str, content: bytes) -> None:
        """Write what a file held before."""
        _put(self._path / f"{name}.js", content)

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
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    content = f'gongkai.receive("{name}",{text});\n'.encode()
    _put(folder / f"{name}.js", content)
    return content


def _put(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def shards(lists: Iterable[tuple[str, str]]) -> Iterator[Mapping[str, str]]:
    """Lists by key, dealt out over as many files as keep them small; the order of the keys stays."""
    dealt = list(lists)
    count = 1 + sum(len(key) + len(places) for key, places in dealt) // _SIZE
    files: list[dict[str, str]] = [{} for _ in range(count)]
    for key, places in dealt:
        files[_hash(home_of(key)) % count][key] = places
    yield from files


def _hash(text: str) -> int:
    """FNV-1a, 32 bits, over code points; ``store.js`` computes the same."""
    value = 0x811C9DC5
    for character in text:
        value = (value ^ ord(character)) * 0x01000193 & 0xFFFFFFFF
    return value
