"""``gongkai new``: a site of one's own."""

import sys
from pathlib import Path

import click

from converter.build.keep import write_file
from converter.cli.folder import in_shell
from converter.cli.messages import say
from converter.errors import InputError
from converter.site.publisher.profile import Profile
from converter.site.starter import NewSite, starter_files

Names = tuple[str | None, str | None]
"""What the site is called in Chinese and in English, None where that is not said."""
_ANSWERS = dict.fromkeys(("y", "yes", "是"), True) | dict.fromkeys(("n", "no", "否", ""), False)


def start(folder: Path, profile: Profile | None, names: Names, example: bool) -> int:
    """Make a site in ``folder``; ask what is not said where a person can answer.

    Raises InputError ``exists`` where that would overwrite a file; nothing is written then.
    """
    files = starter_files(_site(profile, names, example))
    if there := next((path for path in files if (folder / path).exists()), None):
        raise InputError("exists", path=folder / there, folder=in_shell(folder))
    for path, data in files.items():
        write_file(folder / path, data)
    click.echo(say("started_example" if example else "started", folder=folder, typed=in_shell(folder)))
    return 0


def _site(profile: Profile | None, names: Names, example: bool) -> NewSite:
    plain = NewSite()
    asks = sys.stdin.isatty()
    if asks and not profile:
        official = click.prompt(say("ask_official"), "n", value_proc=_yes, show_default=False)
        profile = "official" if official else "independent"
    name, name_en = (
        told if told is not None else click.prompt(say(key), default) if asks else default
        for told, key, default in zip(
            names, ("ask_name", "ask_name_en"), (plain.name, plain.name_en), strict=True
        )
    )
    return NewSite(name, name_en, profile or plain.profile, example)


def _yes(answer: str) -> bool:
    """True for yes, in either language.  Raises what click asks again for."""
    if (told := answer.strip().lower()) in _ANSWERS:
        return _ANSWERS[told]
    raise click.UsageError(say("answer_yes_or_no"))
