"""``gongkai check --pairs``: the number gate over any table of sentences and their translations."""

import csv
from collections.abc import Iterator
from pathlib import Path

import click

from converter.cli.messages import language, say
from converter.errors import InputError
from converter.translation.numbers import differences, explain

_COLUMNS = ("zh", "en")


def check_pairs(path: Path) -> int:
    """Print a line for each pair of the table at ``path``, in order: ``ok``, or what differs; 1 where any does, else 0.

    The table is in UTF-8, its columns are separated by tabs, and its first line names ``zh`` and ``en`` among them.
    """
    code = 0
    for zh, en in _pairs(path):
        told = [
            explain(difference, "zh" if language() == "zh" else "en").partition("\n")[0]
            for difference in differences(zh, en)
        ]
        click.echo(" ".join(told) or say("pair_agrees"))
        code |= bool(told)
    return code


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("not_utf8", path=path) from error
    except FileNotFoundError as error:
        raise InputError("missing", path=path) from error
    except OSError as error:
        raise InputError("unreadable", path=path, why=error.strerror) from error
    rows = csv.DictReader(text.splitlines(keepends=True), delimiter="\t")
    if lacking := [name for name in _COLUMNS if name not in (rows.fieldnames or ())]:
        raise InputError("pairs_columns", path=path, lacking=", ".join(lacking))
    try:
        yield from ((row["zh"] or "", row["en"] or "") for row in rows)
    except csv.Error as error:
        raise InputError("pairs_line", path=path, line=rows.line_num) from error
