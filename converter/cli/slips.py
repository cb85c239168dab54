"""Every slip in the tables that come with the program, found by loading and trying all of them."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import converter
from converter.errors import TableError
from converter.knowledge import Table, files_of, try_table

_OF_SITES = "site/starter/"  # what a new site begins with: files of its editors


def all_slips() -> Iterator[TableError]:
    """Every slip in a table.  Where one keeps a module from being loaded, tables of others may not come up before it is mended."""
    kept_out = list(_import_all())
    yield from kept_out
    read = list(_declared())
    for table in read:
        try:
            try_table(table)
        except TableError as error:
            yield error
    if not kept_out:
        known = {file for table in read for file in files_of(table)}
        yield from (TableError("table_unread", place=file) for file in table_files() if file not in known)


def table_files() -> list[str]:
    """The TOML and CSV files of the program, as ``files_of`` tells them."""
    tables = (name for name in _names() if name.endswith((".toml", ".csv")))
    return [name for name in tables if not name.startswith(_OF_SITES)]


def _import_all() -> Iterator[TableError]:
    """Load every module, so that each has declared its tables; the slips that kept modules from it."""
    for name in _names():
        module = name.removesuffix("/__init__.py").removesuffix(".py").replace("/", ".")
        if name.endswith(".py") and not name.startswith("__"):
            try:
                import_module(f"{converter.__name__}.{module}")
            except TableError as error:
                yield error


def _names() -> list[str]:
    """The files of the program, by their paths below its folder."""
    folder = Path(converter.__path__[0])
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _declared() -> Iterator[Table[object]]:
    """The tables that the loaded modules declare, each once."""
    found: dict[Table[object], None] = {}
    for name, module in sorted(sys.modules.items()):
        for value in vars(module).values() if name.startswith(f"{converter.__name__}.") else ():
            tables = value.values() if isinstance(value, dict) else (value,)
            found |= {table: None for table in tables if isinstance(table, Table)}
    yield from found
