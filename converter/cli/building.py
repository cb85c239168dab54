"""``gongkai build``: the plan for every report, carried out."""

from collections import Counter
from collections.abc import Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import click

from converter.build.keep import Action, Change, carry_out, clear_leftovers, withdraw, write_sidecar
from converter.build.parallel import (
    CACHE,
    Executors,
    Outcome,
    actions_of,
    cluster,
    is_current,
    local,
    outcomes,
    remember,
    remember_home,
    remember_refused,
)
from converter.build.renamed import find_renamed, move_along
from converter.build.seeds import Converted, Refused, Seeds
from converter.build.withdrawn import Withdrawn, find_withdrawn
from converter.cli.failing import code_of_many, is_of_the_disk
from converter.cli.folder import seeds_here
from converter.cli.messages import say
from converter.cli.notices import page_notices, refusals, renamings, report_notices, summary
from converter.cli.progress import progress
from converter.cli.putting_right import told_alike
from converter.cli.vanishing import farewells
from converter.errors import InputError
from converter.layout import DOCS
from converter.lock import alone


def build(named: Sequence[Path], force: bool, scheduler: str | None = None) -> int:
    """Build the reports and say what was done; return the exit code.  One bad file does not stop the others.

    ``scheduler`` is the address of a Dask cluster to convert on; without one it is all cores of this machine.
    """
    seeds = seeds_here(named)
    with alone(DOCS), _executors(seeds.paths, scheduler) as executors:
        clear_leftovers((CACHE,))
        _follow_renamed(seeds.paths)
        done = _build_each(seeds, force, executors)
        # A disk that takes no report takes no home either: the next run does the rest.
        stopped = any(is_of_the_disk(one.error) for one in done.refused)
        withdrawn = [] if named or stopped else find_withdrawn(DOCS, seeds.names)
        home, broken = (
            ((), ()) if stopped or (not withdrawn and is_current(DOCS, done.states)) else _home(withdrawn)
        )
        done.refused += broken
        # The home first: it must not name what is not there.
        carry_out(DOCS, (*home, *(change for one in withdrawn for change in one.changes)))
        remember_home(DOCS, done.states, home)
    if done.unchanged:
        click.echo(say("unchanged", count=done.unchanged))
    for line in (*page_notices(home), *farewells(withdrawn)):
        click.echo(line, err=True)
    if done.in_conflict:
        click.echo(say("settle", count=done.in_conflict), err=True)
    for line in refusals(done.built, done.refused):
        click.echo(line, err=True)
    return code_of_many(done.built, [one.error for one in done.refused])


def _follow_renamed(paths: Sequence[Path]) -> None:
    for one in find_renamed(DOCS, paths):
        move_along(DOCS, one)
        for line in renamings([one]):
            click.echo(line, err=True)


def _home(withdrawn: Sequence[Withdrawn]) -> tuple[tuple[Change, ...], tuple[Refused, ...]]:
    from converter.build.home import plan_home

    home = plan_home(DOCS, (), [one.name for one in withdrawn])
    for line in told_alike(home.alike):
        click.echo(line, err=True)
    return home.changes, home.refused


def _executors(paths: Sequence[Path], scheduler: str | None) -> AbstractContextManager[Executors]:
    return cluster(scheduler) if scheduler else nullcontext(local(len(paths)))


@dataclass(slots=True)
class _Done:
    """What is left to say when every file has had its turn."""

    built: int = 0
    unchanged: int = 0
    """Those of which no page was written; they are counted and not named."""
    in_conflict: int = 0
    states: dict[str, str | None] = field(default_factory=dict)
    """By the name of each report the checksum of its files, None where the next build will not recall it."""
    refused: list[Refused] = field(default_factory=list)


def _build_each(seeds: Seeds, force: bool, executors: Executors) -> _Done:
    done = _Done(refused=list(seeds.refused))
    count = len(seeds.paths)
    # Nothing of a report stays in memory once it is written: there may be thousands.
    with (
        progress(count, say("converting")) as told,
        closing(outcomes(seeds.paths, DOCS, force, executors)) as found,
    ):
        for number, outcome in enumerate(found, 1):
            try:
                one, actions, state = _built(outcome, force)
            except Exception as error:
                if outcome.task and outcome.known is None:
                    remember_refused(outcome.task, force, error)
                done.refused.append(Refused(outcome.path, error))
                told.step()
                continue
            done.built += 1
            done.in_conflict += actions["conflict"]
            done.states[one.name] = state
            many = f"[{number}/{count}] " if count > 1 else ""
            if many and set(+actions) <= {"same"}:
                done.unchanged += 1
            else:
                told.say(many + summary(outcome.path, one, actions))
            for line in report_notices(outcome.path, one):
                told.say(line, err=True)
            told.step()
    return done


def _built(outcome: Outcome, force: bool) -> tuple[Converted, Counter[Action], str | None]:
    """Write what became of one file; return it with what was done to its pages and the checksum of its files where
    the next build will recall it.  Raises its error, and those of writing."""
    one = outcome.result()
    if outcome.known:
        return one, Counter(outcome.known), outcome.state
    if one.sidecar:  # before the pages: what they say is then told there, whatever happens
        write_sidecar(*one.sidecar)
    try:
        carry_out(DOCS, one.changes)
    except InputError:
        withdraw(DOCS, one.changes)
        raise
    state = remember(DOCS, outcome.task, force, one) if outcome.task else None
    return one, actions_of(one), state
