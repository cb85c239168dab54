"""The files of the index.  Each is a script that hands its data over by name, as a page opened from a folder may load
scripts but fetch nothing.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from converter.search.keys import home_of

_SIZE = 6_000
"""Characters of a file of keys, on average: about 3 KB as a reader downloads it."""


def write(folder: Path, name: str, data: object) -> None:
    """Write one file; ``name`` is its path below ``folder`` and what it calls its data."""
    file = folder / f"{name}.js"
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    file.write_text(f'gongkai.receive("{name}",{text});\n', encoding="utf-8", newline="\n")


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
