"""``gongkai data`` and ``gongkai query``: the dataset over all reports, as files and as answers."""

import json
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import click

from converter.cli.columns import aligned, shown
from converter.cli.messages import language, say
from converter.exports import csv_lines
from converter.exports.dataset import RESERVED, Answer, ask, tables, write_dataset
from converter.layout import DOCS

Form = Callable[[Answer], Iterator[str]]


def data(folder: Path) -> int:
    """Write the dataset into ``folder`` and say what it holds."""
    counts = write_dataset(DOCS, folder)
    click.echo(say("dataset", folder=folder, **counts))
    return 0


def query(sql: str, form: Form) -> int:
    """Print the answer to ``sql``."""
    with _ended_by_ctrl_c():
        answer = ask(DOCS, sql)
    for text in form(answer):
        click.echo(text, nl=False)
    click.echo(say("rows", count=len(answer.rows)), err=True)
    return 0


@contextmanager
def _ended_by_ctrl_c() -> Iterator[None]:
    """Ctrl-C ends the program at once: DuckDB does not hear it while files are closed to it, and nothing is half written."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def as_table(answer: Answer) -> Iterator[str]:
    return (line + "\n" for line in aligned(answer.names, answer.rows))


def as_csv(answer: Answer) -> Iterator[str]:
    rows = (dict(zip(answer.names, map(_cell, row), strict=True)) for row in answer.rows)
    return (line.decode() for line in csv_lines(answer.names, rows))


def as_json(answer: Answer) -> Iterator[str]:
    found = [dict(zip(answer.names, map(_value, row), strict=True)) for row in answer.rows]
    yield json.dumps(found, ensure_ascii=False, indent=1, default=str) + "\n"


FORMS: dict[str, Form] = {"table": as_table, "csv": as_csv, "json": as_json}


def _cell(value: object) -> str | int | Decimal | None:
    return value if isinstance(value, str | int | Decimal) else shown(value) or None


def _value(value: object) -> object:
    # As in the reports' own JSON a decimal is text: a JSON number is a float to most programs.
    return shown(value) if isinstance(value, Decimal) else value


def list_columns() -> int:
    """Print every table and column with its meaning in the reader's language."""
    chinese = language() == "zh"
    room = 2 + max(len(column.name) for table in tables() for column in table.columns)
    for table in tables():
        click.echo(f"{table.name}: {table.about_zh if chinese else table.about_en}")
        for column in table.columns:
            about = column.about_zh if chinese else column.about_en
            click.echo(f"  {_in_sql(column.name):{room}}{column.type:9}{about}")
    return 0


def _in_sql(name: str) -> str:
    return f'"{name}"' if name in RESERVED else name
