"""Questions in SQL to the tables of the dataset: answered in memory, without files, network or settings to change."""

import sys
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
from msgspec import Struct

from converter.errors import InputError
from converter.exports.dataset.database import database
from converter.exports.dataset.rows import all_rows

if sys.platform == "linux":
    import resource

# In this order: after the last one nothing can be set any more.
_MEMORY = 1 << 30  # bytes
_CLOSED = ("enable_external_access", "autoinstall_known_extensions", "autoload_known_extensions")

MOST = 100_000
"""Rows of an answer: more would fill the memory, and no one reads them."""
SECONDS = 60.0
"""How long an answer may take; the largest library answers in a few."""
RESERVED = ("end",)
"""Columns whose name is a word of SQL: written ``"end"`` there."""


class Answer(Struct, frozen=True):
    """What a question found: columns, no two of one name, and rows, both in order; numbers as the database has them."""

    names: tuple[str, ...]
    rows: Sequence[tuple[object, ...]]


def ask(docs: Path, sql: str) -> Answer:
    """Answer ``sql`` from the reports of ``docs``; nothing can be changed or reached by it.

    Raises InputError ``wrong_sql`` for what DuckDB cannot run, ``wrong_text`` for what is no text, ``only_select`` for
    anything but one question, ``slow_query`` and ``large_query`` for one that takes more than ``SECONDS`` or too much
    memory, ``many_rows`` for an answer of more than ``MOST``, and those of ``all_rows``.
    """
    _refuse_all_but_one_select(sql)
    with database(all_rows(docs)) as connection:
        for setting in _CLOSED:
            connection.execute(f"SET {setting} = false")
        connection.execute(f"SET memory_limit = '{_MEMORY >> 20}MiB'")
        connection.execute("SET lock_configuration = true")
        try:
            with _bounded(connection):
                found = connection.execute(sql)
                names = _told_apart(str(column[0]) for column in found.description or ())
                rows = found.fetchmany(MOST + 1)
        except duckdb.InterruptException as error:
            raise InputError("slow_query", seconds=f"{SECONDS:g}") from error
        except (duckdb.OutOfMemoryException, MemoryError) as error:
            raise InputError("large_query") from error
        except duckdb.Error as error:
            raise InputError("wrong_sql", why=_plainly(error)) from error
    if len(rows) > MOST:
        raise InputError("many_rows", most=MOST)
    return Answer(tuple(names), rows)


@contextmanager
def _bounded(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """End what takes more than ``SECONDS``; let it have ``_MEMORY`` and not more."""
    timer = threading.Timer(SECONDS, connection.interrupt)
    timer.daemon = True
    timer.start()
    try:
        with _little_memory():
            yield
    finally:
        timer.cancel()


@contextmanager
def _little_memory() -> Iterator[None]:
    """DuckDB's own limit knows its tables and not the text a function makes (``repeat('x', 3000000000)``), so the system
    keeps this process to what it has and ``_MEMORY``.  Only Linux does."""
    if sys.platform != "linux":
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + 2 * _MEMORY
    if before[0] == resource.RLIM_INFINITY or most < before[0]:
        resource.setrlimit(resource.RLIMIT_AS, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _told_apart(names: Iterable[str]) -> Iterator[str]:
    """``a, a`` as ``a, a_1``, which is how DuckDB names the columns of a subquery."""
    seen: Counter[str] = Counter()
    for name in names:
        yield f"{name}_{seen[name]}" if seen[name] else name
        seen[name] += 1


def _refuse_all_but_one_select(sql: str) -> None:
    try:
        sql.encode()
    except UnicodeEncodeError as error:
        raise InputError("wrong_text") from error
    try:
        statements = duckdb.extract_statements(sql)
    except duckdb.Error as error:
        raise InputError("wrong_sql", why=_plainly(error)) from error
    if [statement.type for statement in statements] != [duckdb.StatementType.SELECT]:
        raise InputError("only_select")


def _plainly(error: duckdb.Error) -> str:
    """DuckDB's own words without the name of the error's class in front."""
    return str(error).partition("Error: ")[2] or str(error)
