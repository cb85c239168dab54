"""``gongkai check --tables``: every table that comes with the program, tried out."""

import click

from converter.cli.failing import EXIT, explain
from converter.cli.messages import say
from converter.cli.slips import all_slips, table_files


def check_tables() -> int:
    """Print every slip in a table, and each table that no code reads; return the exit code of slips where there is any."""
    slips = list(dict.fromkeys(map(explain, all_slips())))
    for line in slips:
        click.echo(line)
    if not slips:
        click.echo(say("tables_fine", count=len(table_files())))
    return EXIT["table"] if slips else 0
