"""``gongkai check``: the plan of a build, compared with what is there."""

import difflib
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import click

from converter.build import plan_home, translations
from converter.cli.building import farewells, notices, refusals, renamings
from converter.cli.failing import code_of_many
from converter.cli.markup import markup_of_pages
from converter.cli.messages import say
from converter.cli.publishing import wrong_with_publisher
from converter.cli.translating import proof
from converter.cli.vanishing import vanishing
from converter.corpus import local, outcomes
from converter.errors import InputError
from converter.gone import find_gone
from converter.renamed import find_renamed
from converter.seeds import DOCS, Converted, Refused, Seeds, find_seeds


def check(named: Sequence[Path], edits: bool = False) -> int:
    """Print what a build would change, what is wrong with the publisher, and what numbers and terms of the
    translations do not agree with the Chinese; return 1 where there is any, else 0.

    With ``edits`` also print where people's pages say something else than the program does.
    """
    seeds = find_seeds(named)
    for line in renamings(find_renamed(DOCS, seeds.paths)):
        click.echo(line)
    converted, refused = _converted(seeds, recalling=not edits)
    for line in refusals(len(converted), refused):
        click.echo(line, err=True)
    if not converted:
        return code_of_many(0, [one.error for one in refused])
    gone = [] if named else find_gone(DOCS, seeds.names)
    planned = [*(one.changes for one in converted), *(one.changes for one in gone)]
    home = plan_home(DOCS, converted, [one.name for one in gone])
    changes = [change for changes in (*planned, home) for change in changes]
    different = [c for c in changes if c.text != c.before and c.action not in ("deleted", "retired_kept")]
    in_conflict = [c for c in changes if c.conflicts]
    for change in different:
        _echo_difference(change.path, change.before, change.text)
    for change in changes if edits else ():
        if change.text is not None and change.program is not None:
            _echo_difference(
                change.path, change.program, change.text, say("side_program"), say("side_person")
            )
    for line in (*notices(in_conflict), *vanishing(changes), *farewells(gone)):
        click.echo(line)
    wrong = wrong_with_publisher({one.told.source: one.told.published for one in converted})
    doubtful = [
        line for one in converted for line in proof(one.name, translations(DOCS, one), one.told.report_year)
    ]
    markup = list(markup_of_pages(DOCS))
    for line in (*wrong, *doubtful, *(told.line for told in markup)):
        click.echo(line)
    if doubtful:
        click.echo(say("proof_count", count=len(doubtful)), err=True)
    if different:
        click.echo(say("would_change", count=len(different)), err=True)
    if in_conflict:
        click.echo(say("settle", count=len(in_conflict)), err=True)
    if not different and not in_conflict:
        click.echo(say("up_to_date", count=len(converted)))
    code = code_of_many(len(converted), [one.error for one in refused])
    return code or int(bool(different or in_conflict or wrong or doubtful or any(told.is_wrong for told in markup)))


def _converted(seeds: Seeds, recalling: bool) -> tuple[list[Converted], list[Refused]]:
    """What a build would do to each report, and the files it would refuse."""
    converted, refused = list[Converted](), list(seeds.refused)
    # What people changed is only in the texts, which are not made where nothing would be written.
    with closing(outcomes(seeds.paths, DOCS, False, local(len(seeds.paths)), recalling)) as found:
        for outcome in found:
            if outcome.converted and not outcome.error:
                converted.append(outcome.converted)
            else:
                refused.append(
                    Refused(outcome.path, outcome.error or InputError("missing", path=outcome.path))
                )
    return converted, refused


def _echo_difference(
    path: str, before: str | None, after: str | None, was: str = "", will_be: str = ""
) -> None:
    """Print how ``after`` differs from ``before``; ``was`` and ``will_be`` say whose text each is."""
    old, new = ((text or "").splitlines(keepends=True) for text in (before, after))
    page = f"{DOCS}/{path}"
    click.echo("".join(difflib.unified_diff(old, new, page, page, was, will_be)), nl=False)
