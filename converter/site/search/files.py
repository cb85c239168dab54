"""The files of the index.  Each is a script that hands its data over by name, as a page opened from a folder may load
scripts but fetch nothing.
"""

import hashlib
import json
import pickle
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from converter.site.search.keys import home_of

_SIZE = 3_000
"""Characters of a file of keys, on average: about 3 KB as a reader downloads them."""


class Folder:
    """A folder of the index while it is being written."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def write(self, name: str, data: object) -> bytes:
        """Write one file, and return its digest; ``name`` is its path below the folder and what it calls its data."""
        return hashlib.sha256(write(self._path, name, data)).digest()

    def close(self, digests: Iterable[bytes]) -> str:
        """All is written: the folder is named after the digests of what it holds, and that is its version."""
        version = hashlib.sha256(b"".join(digests)).hexdigest()[:12]
        self._path.rename(self._path.with_name(version))
        return version


def put_aside(file: Path, part: Any) -> Path:
    """Write what this or another process takes up again (``taken_up``)."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(pickle.dumps(part, pickle.HIGHEST_PROTOCOL))
    return file


def taken_up(file: Path) -> Any:
    """What was put aside in ``file``."""
    return pickle.loads(file.read_bytes())


def write(folder: Path, name: str, data: object) -> bytes:
    """Write one file, of which ``name`` is the path below ``folder``, and return what it holds."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    content = f'gongkai.receive("{name}",{text});\n'.encode()
    file = folder / f"{name}.js"
    try:
        file.write_bytes(content)
    except FileNotFoundError:
        file.parent.mkdir(parents=True)
        file.write_bytes(content)
    return content


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
