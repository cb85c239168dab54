"""Tables, each read when it is first needed, once."""

import csv
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, Generic, TypeVar

from msgspec import ValidationError, convert

from converter.caching import kept
from converter.errors import TableError
from converter.knowledge.slips import slip_of, taken, tried

T = TypeVar("T")


class Table(Generic[T]):
    """One file of a package and the type of what is in it.

    A CSV file is a record with one field, ``row``.  A ``*`` in ``file`` stands for several files of one mapping.
    """

    load: Callable[[], T]
    """What the file says, read once.  Raises TableError."""

    def __init__(self, package: str, file: str, shape: type[T]) -> None:
        self.package, self.file, self.shape = package, file, shape
        self.load = kept(partial(_read, package, file, shape, thorough=False))


def try_table(table: Table[object]) -> None:
    """Read a table as ``load`` does, and try out every pattern in it.  Raises TableError."""
    _read(table.package, table.file, table.shape, thorough=True)


def files_of(table: Table[object]) -> list[str]:
    """The files a table is made of, as they are told: ``structure/lines/styles.toml``."""
    return [_told(table.package, file) for file, _ in _files(table.package, table.file)]


def _read(package: str, file: str, shape: type[T], thorough: bool) -> T:
    read = [
        (_told(package, name), parse(_told(package, name), found.read_bytes(), shape, thorough))
        for name, found in _files(package, file)
    ]
    return read[0][1] if "*" not in file else _merged(read)


def _files(package: str, file: str) -> Iterator[tuple[str, Path]]:
    # Not importlib.resources: half of what a command needs to start would be that.
    folder = Path(import_module(package).__path__[0])
    for path in sorted(folder.glob(file)) if "*" in file else [folder / file]:
        yield path.relative_to(folder).as_posix(), path


def _told(package: str, file: str) -> str:
    return "/".join([*package.split(".")[1:], file])


def _merged(read: list[tuple[str, T]]) -> T:
    merged: dict[object, object] = {}
    for file, rows in read:
        assert isinstance(rows, Mapping)
        for twice in merged.keys() & rows.keys():
            raise TableError("table_twice", place=file, field="", value=twice)
        merged |= rows
    return dict(sorted(merged.items(), key=lambda item: str(item[0])))  # type: ignore[return-value]


def parse(file: str, data: bytes, shape: type[T], thorough: bool = False) -> T:
    """What ``data`` of a file called ``file`` says, as a ``shape``; ``thorough`` tries out its patterns.  Raises TableError."""
    content, lines = _content(file, data)
    hook = tried if thorough else taken
    try:
        return convert(content, shape, dec_hook=hook)
    except ValidationError as error:
        raise slip_of(error, file, content, lines, shape) from error


def _content(file: str, data: bytes) -> tuple[dict[str, Any], list[int]]:
    """What a file says, untyped; for a CSV file also the line on which each row ends."""
    try:
        text = data.decode("utf-8")
        return _rows(file, text) if file.endswith(".csv") else (tomllib.loads(text), [])
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TableError("table_encoding", place=file, line=line) from error
    except tomllib.TOMLDecodeError as error:
        raise TableError("table_syntax", place=file, why=error) from error


def _rows(file: str, text: str) -> tuple[dict[str, Any], list[int]]:
    reader = csv.reader(text.splitlines())
    header = next(reader, [])
    rows, lines = [], []
    for cells in reader:
        if len(cells) != len(header):
            place = f"{file}, line {reader.line_num}"
            raise TableError("table_columns", place=place, count=len(cells), wanted=len(header))
        rows.append(dict(zip(header, cells, strict=True)))
        lines.append(reader.line_num)
    return {"row": rows}, lines
