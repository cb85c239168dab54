"""``gongkai check``: the plan of a build, compared with what is there."""

import difflib
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import click

from converter.build.alike import Alike
from converter.build.convert import translations
from converter.build.home import Home, plan_home
from converter.build.keep import Change
from converter.build.parallel import local, outcomes
from converter.build.renamed import Renamed, find_renamed
from converter.build.seeds import Converted, Refused
from converter.build.withdrawn import Withdrawn, find_withdrawn
from converter.cli.building import notices, refusals, renamings
from converter.cli.failing import code_of_many
from converter.cli.folder import seeds_here
from converter.cli.markup import markup_of_pages
from converter.cli.messages import say
from converter.cli.publishing import wrong_with_publisher
from converter.cli.putting_right import remarks, told_alike
from converter.cli.translating import proof
from converter.cli.vanishing import farewells, out_of_use, vanishing
from converter.errors import InputError
from converter.layout import DOCS


def check(named: Sequence[Path], edits: bool = False) -> int:
    """Print what a build would change, what is wrong with the publisher, and what numbers and terms of the
    translations do not agree with the Chinese; return 1 where there is any, else 0.

    With ``edits`` also print where people's pages say something else than the program does.
    """
    planned = planned_build(named, recalling=not edits)
    converted, changes = planned.converted, planned.changes
    different, in_conflict = planned.different, planned.in_conflict
    refused = refusals(len(converted), planned.refused)
    for line in (*renamings(planned.renamed), *refused, *told_alike(planned.alike)):
        click.echo(line, err=True)
    if not converted:
        return planned.code
    for change in different:
        _echo_difference(change.path, change.before, change.text)
    for change in changes if edits else ():
        if change.text is not None and change.program is not None:
            _echo_difference(
                change.path, change.program, change.text, say("side_program"), say("side_person")
            )
    told = _put_right(converted)
    for line in (
        *told,
        *notices(in_conflict),
        *vanishing(changes),
        *out_of_use(changes),
        *farewells(planned.withdrawn),
    ):
        click.echo(line)
    wrong = wrong_with_publisher({one.told.source: one.told.published for one in converted})
    doubtful = [
        line for one in converted for line in proof(one.name, translations(DOCS, one), one.told.report_year)
    ]
    markup = list(markup_of_pages(DOCS))
    for line in (*wrong, *doubtful, *(found.line for found in markup)):
        click.echo(line)
    if doubtful:
        click.echo(say("proof_count", count=len(doubtful)), err=True)
        click.echo(say("proof_accept"), err=True)
    if different:
        click.echo(say("would_change", count=len(different)), err=True)
    if in_conflict:
        click.echo(say("settle", count=len(in_conflict)), err=True)
    if not different and not in_conflict:
        click.echo(say("up_to_date", count=len(converted)))
    found = different or in_conflict or told or wrong or doubtful or any(one.is_wrong for one in markup)
    return planned.code or int(bool(found))


def _put_right(converted: Sequence[Converted]) -> list[str]:
    """What is to be said of what people put right; what their sidecars would get is printed."""
    for sidecar in (one.sidecar for one in converted if one.sidecar):
        before = (sidecar.before or b"").decode("utf-8-sig")
        _echo_lines(str(sidecar.path), before, sidecar.after.decode())
    return [line for one in converted for line in remarks(one)]


@dataclass(frozen=True, slots=True)
class Planned:
    """What a build would do, and the files it would refuse."""

    converted: Sequence[Converted]
    refused: Sequence[Refused]
    renamed: Sequence[Renamed]
    withdrawn: Sequence[Withdrawn]
    changes: Sequence[Change]
    alike: Sequence[Alike] = ()

    @property
    def different(self) -> list[Change]:
        """The changes that change a file."""
        return [c for c in self.changes if c.text != c.before and c.action not in ("deleted", "retired_kept")]

    @property
    def in_conflict(self) -> list[Change]:
        """The pages that a person has to settle."""
        return [change for change in self.changes if change.conflicts]

    @property
    def code(self) -> int:
        """The exit code of such a build."""
        return code_of_many(len(self.converted), [one.error for one in self.refused])


def planned_build(named: Sequence[Path], recalling: bool = True) -> Planned:
    """Plan a build of ``named``, or of all, and write nothing.  Raises InputError of ``find_seeds`` and of the home."""
    seeds = seeds_here(named)
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
    withdrawn = [] if named else find_withdrawn(DOCS, seeds.names)
    home = plan_home(DOCS, converted, [one.name for one in withdrawn]) if converted else Home()
    refused += home.refused
    planned = [*(one.changes for one in converted), *(one.changes for one in withdrawn), home.changes]
    changes = [change for each in planned for change in each]
    return Planned(converted, refused, find_renamed(DOCS, seeds.paths), withdrawn, changes, home.alike)


def _echo_difference(
    path: str, before: str | None, after: str | None, was: str = "", will_be: str = ""
) -> None:
    """Print how ``after`` differs from ``before``; ``was`` and ``will_be`` say whose text each is."""
    _echo_lines(f"{DOCS}/{path}", before, after, was, will_be)


def _echo_lines(page: str, before: str | None, after: str | None, was: str = "", will_be: str = "") -> None:
    old, new = ((text or "").splitlines(keepends=True) for text in (before, after))
    click.echo("".join(difflib.unified_diff(old, new, page, page, was, will_be)), nl=False)
