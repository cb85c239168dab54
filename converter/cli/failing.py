"""How a failure is told: one plain line, an exit code, no traceback."""

import errno
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence

import click

from converter.cli.messages import language, say
from converter.cli.usage import in_words, no_such_command
from converter.errors import InputError, SlipError, TableError

# The exit codes by the failure's key; "" is any input that cannot be used.
EXIT = {
    "no_cluster": 2,
    "no_scheduler": 2,
    "no_such_host": 2,
    "no_workers": 2,
    "other_program": 2,
    "port_taken": 2,
    "scheduler_lost": 2,
    "": 3,
    "wrong_sql": 2,
    "wrong_text": 2,
    "slow_query": 2,
    "large_query": 2,
    "wrong_date": 2,
    "only_select": 2,
    "many_rows": 2,
    "not_a_report": 4,
    "text_lost": 4,
    "unwritable": 5,
    "system_refused": 5,
    "busy": 5,
    "meanwhile": 5,
    "table": 6,  # any slip in a table of knowledge
}
_DEFECT = 70
SOME_REFUSED = 7
_TYPES = ("int", "str", "bool", "array", "object")
SITE_ALL_THE_SAME = (0, SOME_REFUSED, _DEFECT)
"""The exit codes of a build after which there is a site to make: of the other reports, or of all."""
_SYSTEM = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EROFS: "disk_read_only",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
}
_OF_DISK = {*_SYSTEM, errno.EIO}


def explain(error: InputError) -> str:
    """The failure in the reader's language."""
    try:
        return say(error.key, **_details(error))
    except TableError as slip:  # in the table of the messages themselves
        return str(slip)


def _details(error: InputError) -> Mapping[str, object]:
    details = dict(error.details)
    if "kind" in details:
        details["why"] = _kind(details.pop("kind"))
    if "why" in details:
        details["why"] = _in_words(str(details["why"]))
    for key in ("expected", "got"):
        if key in details:
            details[key] = _type(str(details[key]))
    return details


def _type(name: str) -> str:
    """A type of TOML in words; a field that may be left out has no other name for it."""
    name = name.removesuffix(" | null")
    return say(f"type_{name}") if name in _TYPES else name


def _kind(kind: object) -> str:
    """What a text is that is no report."""
    from converter.structure.segment import kinds

    return kinds()[str(kind)][language()]


def _in_words(why: str) -> str:
    """What the system said, in the reader's language where it is one of the usual reasons."""
    for code, key in _SYSTEM.items():
        if why == os.strerror(code):
            return say(key)
    return why


def reason(error: Exception) -> str:
    """Why, in a few words and without the file's name: to count how often."""
    if not isinstance(error, InputError):
        return type(error).__name__
    if "kind" in error.details:
        return _kind(error.details["kind"])
    words = explain(error)
    told = words.removeprefix(str(error.details.get("path", ""))).lstrip("：: ")
    return told.partition("。" if language() == "zh" else ". ")[0]


def cause_of(error: Exception) -> Exception:
    """What a failure comes from, where it is no defect: a slip in a table (the patterns that code brings itself
    compile), a disk that refuses."""
    if isinstance(error, OSError) and error.errno in _OF_DISK:
        return InputError("system_refused", path=error.filename or "stdout", why=error.strerror)
    if not isinstance(error, re.error | SlipError):
        return error
    from converter.cli.slips import all_slips

    return next(all_slips(), error)


def code_of(error: Exception) -> int:
    """The exit code for a failure; anything but an InputError is a defect of ours."""
    error = cause_of(error)
    if isinstance(error, TableError):
        return EXIT["table"]
    return EXIT.get(error.key, EXIT[""]) if isinstance(error, InputError) else _DEFECT


def is_of_the_disk(error: Exception) -> bool:
    """True where nothing can be written at all, which is no file's fault: the next one would fail as well."""
    reasons = {os.strerror(code) for code in _OF_DISK}
    cause = cause_of(error)
    if not isinstance(cause, InputError) or cause.key not in ("unwritable", "system_refused"):
        return False
    return cause.details.get("why") in reasons


def code_of_many(built: int, errors: Sequence[Exception]) -> int:
    """The exit code for many files: ``SOME_REFUSED`` where some were refused and the others are built.

    A disk that takes no more, and a defect of ours, are not for the files to mend: they keep their own.
    """
    worst = max(map(code_of, errors), default=0)
    partly = built and worst and worst != _DEFECT and not any(map(is_of_the_disk, errors))
    return SOME_REFUSED if partly else worst


def explain_one(path: object, error: Exception) -> str:
    """Why one file of many failed, or all where ``path`` is empty.  A defect is raised again where its details are wanted."""
    error = cause_of(error)
    if isinstance(error, InputError):
        return explain(error)
    if os.environ.get("GONGKAI_DEBUG"):
        raise error
    why = f"{type(error).__name__}: {error}"
    return say("crash", why=f"{path}: {why}" if path else why)


def run(command: Callable[[], int]) -> None:
    """Run a command and leave with its exit code, whatever happens."""
    try:
        code = command()
    except (BrokenPipeError, click.ClickException):
        raise  # click ends quietly when a pager or `head` has read enough, and tells wrong usage itself
    except (KeyboardInterrupt, click.Abort):  # an answer that was not given is an Abort
        click.echo(say("interrupted"), err=True)
        code = 130
    except Exception as error:
        click.echo(explain_one("", error), err=True)
        code = code_of(error)
    sys.exit(code)


class Commands(click.Group):
    """A group that tells wrong usage in the reader's language, and what goes wrong while a command is only being
    loaded: a slip in a table."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not self.get_command(ctx, args[0]):
            raise no_such_command(ctx, self, args[0])
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            raise in_words(error) from error

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise in_words(error) from error
        except (InputError, re.error, SlipError) as error:
            click.echo(explain_one("", error), err=True)
            sys.exit(code_of(error))
