"""Wrong usage in the reader's language: click itself speaks English only."""

from typing import IO, Any

import click
from click.exceptions import NoArgsIsHelpError

from converter.cli.messages import say


class WrongUsage(click.UsageError):
    """A usage error whose message is in the reader's language, with how to write it and where the help is."""

    def show(self, file: IO[Any] | None = None) -> None:
        if self.ctx is None:
            super().show(file)
            return
        command = self.ctx.command_path
        usage = " ".join([command, *self.ctx.command.collect_usage_pieces(self.ctx)])
        click.echo(say("wrong_usage", why=self.message, usage=usage, command=command), file, err=True)


def in_words(error: click.UsageError) -> click.UsageError:
    """The same error in the reader's language; help that was asked for stays as it is."""
    if isinstance(error, WrongUsage | NoArgsIsHelpError):
        return error
    return WrongUsage(_what(error), error.ctx)


def no_such_command(context: click.Context, group: click.Group, name: str) -> WrongUsage:
    """``name`` is no command of ``group``; which there are is said."""
    return WrongUsage(
        say("no_such_command", name=name, known=" ".join(group.list_commands(context))), context
    )


def _what(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            return say("no_such_option", name=error.option_name)
        case click.MissingParameter(param=click.Parameter() as param):
            return say("missing_parameter", name=param.get_error_hint(error.ctx))
        case click.BadParameter(param=click.Parameter() as param):
            return say("bad_parameter", name=param.get_error_hint(error.ctx), why=error.message)
    return error.format_message()
