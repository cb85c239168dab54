"""What a build works out of a report's files before it knows what to make, from one build to the next.

Each answer lies under a checksum of all it rests on, with one of its own: it is found only where nothing changed, and
taken only if it is whole.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from converter.site.rendering.unchanged import Checksums, checksum

T = TypeVar("T")
_LENGTH = len(checksum(b""))


class Remembered:
    """The answers in ``folder``, or none without one; ``program`` stands for all that is no file of a report."""

    def __init__(self, folder: Path | None, program: str, sums: Checksums) -> None:
        self._folder, self._program, self._sums = folder, program, sums
        self._used: set[Path] = set()

    def of(self, what: str, files: Iterable[Path], kind: type[T], make: Callable[[], T]) -> T:
        """What ``make`` makes of ``files``, which is of a ``kind`` and called ``what``."""
        if self._folder is None:
            return make()
        rests_on = [("/".join(file.parts[-3:]), self._sums.of(file)) for file in files if file.is_file()]
        file = self._folder / checksum(repr((self._program, what, rests_on)).encode())[:32]
        self._used.add(file)
        found = _read(file)
        if found is not None:
            try:
                return msgspec.msgpack.decode(found, type=kind)
            except msgspec.MsgspecError:
                pass
        made = make()
        _write(file, msgspec.msgpack.encode(made))
        return made

    def close(self) -> None:
        """What nobody asked for any more is let go."""
        if self._folder is not None and self._folder.is_dir():
            for file in set(self._folder.iterdir()) - self._used:
                file.unlink()


def _read(file: Path) -> bytes | None:
    try:
        content = file.read_bytes()
    except OSError:
        return None
    told, content = content[:_LENGTH], content[_LENGTH:]
    return content if checksum(content).encode() == told else None


def _write(file: Path, content: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        written = file.with_name(f"{file.name}.{os.getpid()}")
        written.write_bytes(checksum(content).encode() + content)
        written.replace(file)
    except OSError:
        # It is worked out again the next time.
        return
