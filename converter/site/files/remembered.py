"""What a build works out of a report's files before it knows what to make, from one build to the next.

Each answer lies under a checksum of all it rests on, with one of its own: it is found only where nothing changed, and
taken only if it is whole.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

import msgspec

from converter.side_by_side import side_by_side
from converter.site.rendering.unchanged import Checksums, checksum

T = TypeVar("T")
_LENGTH = len(checksum(b""))


class Question(NamedTuple, Generic[T]):
    """What is asked: what the answer is called, the files it rests on, how it is worked out."""

    what: str
    files: Iterable[Path]
    make: Callable[[], T]


class Remembered:
    """The answers in ``folder``, or none without one; ``program`` stands for all that is no file of a report."""

    def __init__(self, folder: Path | None, program: str, sums: Checksums) -> None:
        self._folder, self._program, self._sums = folder, program, sums
        self._used: set[Path] = set()

    def of(self, questions: Sequence[Question[T]], kind: type[T]) -> list[T]:
        """The answers to all ``questions``, which are of a ``kind``; those that nobody knows are worked out on all cores."""
        places = [self._place(question) for question in questions]
        answers = [_read(place, kind) for place in places]
        asked = [number for number, answer in enumerate(answers) if answer is None]
        tasks = [partial(_work_out, questions[number].make, places[number]) for number in asked]
        # What the first answer takes of the program's tables, each process would read for itself.
        made = [*(task() for task in tasks[:1]), *side_by_side(tasks[1:])]
        for number, content in zip(asked, made, strict=True):
            answers[number] = msgspec.msgpack.decode(content, type=kind)
        return [answer for answer in answers if answer is not None]

    def _place(self, question: Question[T]) -> Path | None:
        if self._folder is None:
            return None
        rests_on = [
            ("/".join(file.parts[-3:]), self._sums.of(file)) for file in question.files if file.is_file()
        ]
        place = self._folder / checksum(repr((self._program, question.what, rests_on)).encode())[:32]
        self._used.add(place)
        return place

    def close(self) -> None:
        """What nobody asked for any more is let go."""
        if self._folder is not None and self._folder.is_dir():
            for file in set(self._folder.iterdir()) - self._used:
                file.unlink()


def _work_out(make: Callable[[], object], place: Path | None) -> bytes:
    content = msgspec.msgpack.encode(make())
    if place:
        _write(place, content)
    return content


def _read(file: Path | None, kind: type[T]) -> T | None:
    try:
        content = file.read_bytes() if file else b""
    except OSError:
        return None
    told, content = content[:_LENGTH], content[_LENGTH:]
    if checksum(content).encode() != told:
        return None
    try:
        return msgspec.msgpack.decode(content, type=kind)
    except msgspec.MsgspecError:
        return None


def _write(file: Path, content: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        written = file.with_name(f"{file.name}.{os.getpid()}")
        written.write_bytes(checksum(content).encode() + content)
        written.replace(file)
    except OSError:
        # It is worked out again the next time.
        return
