"""``gongkai build``: the plan for every report, carried out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from converter.build.renamed import Renamed, find_renamed, move_along
from converter.build.seeds import Converted, Refused, Seeds
from converter.build.withdrawn import Withdrawn, find_withdrawn
from converter.cli.excerpt import excerpts
from converter.cli.failing import code_of_many, explain_one, is_of_the_disk
from converter.cli.folder import seeds_here
from converter.cli.messages import language, say
from converter.cli.progress import progress
from converter.cli.putting_right import put_right, told_alike
from converter.cli.tally import tally
from converter.cli.vanishing import farewells, out_of_use, vanishing
from converter.errors import InputError
from converter.layout import DOCS, report_folder
from converter.lock import alone

_COUNTED: tuple[Action, ...] = ("written", "updated", "merged", "kept", "conflict", "restored", "same")


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
    for line in (*notices(home), *farewells(withdrawn)):
        click.echo(line, err=True)
    if done.in_conflict:
        click.echo(say("settle", count=done.in_conflict), err=True)
    for line in refusals(done.built, done.refused):
        click.echo(line, err=True)
    return code_of_many(done.built, [one.error for one in done.refused])


def refusals(built: int, refused: Sequence[Refused]) -> Iterator[str]:
    """What a build says last: each file that was refused with the reason and the cure, and how many of each."""
    yield from (explain_one(one.path, one.error) for one in refused)
    if refused and built + len(refused) > 1:
        yield from tally(built, [one.error for one in refused])
        yield say("refused", count=built + len(refused), refused=len(refused))


def _follow_renamed(paths: Sequence[Path]) -> None:
    for one in find_renamed(DOCS, paths):
        move_along(DOCS, one)
        for line in renamings([one]):
            click.echo(line, err=True)


def renamings(found: Iterable[Renamed]) -> Iterator[str]:
    """What a build says of raw reports that got another name."""
    for one in found:
        yield say("renamed", was=one.was, path=one.path, old=one.old, new=one.new)


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
                told.say(many + _summary(outcome.path, one, actions))
            for line in _remarks(outcome.path, one):
                told.say(line, err=True)
            told.step()
    return done


def _built(outcome: Outcome, force: bool) -> tuple[Converted, Counter[Action], str | None]:
    """Write what became of one file; return it with what was done to its pages and the checksum of its files where
    the next build will recall it.  Raises its error, and those of writing."""
    one = converted_of(outcome)
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


def converted_of(outcome: Outcome) -> Converted:
    """What a file was converted to.  Raises its error where it was not."""
    if outcome.error or not outcome.converted:
        raise outcome.error or InputError("missing", path=outcome.path)
    return outcome.converted


def _remarks(path: Path, one: Converted) -> Iterator[str]:
    yield from (say(key, path=one.told.source) for key in one.told.warnings)
    sidecar = path.with_suffix(".toml")
    yield from (say("note_gone", path=sidecar, note=note) for note in one.told.notes_gone)
    yield from put_right(one)
    yield from notices(one.changes)
    yield from vanishing(one.changes)
    yield from out_of_use(one.changes)


def _summary(path: Path, one: Converted, actions: Mapping[Action, int]) -> str:
    comma = "，" if language() == "zh" else ", "
    told = one.told
    return say(
        "built",
        path=path,
        out=f"{DOCS}/{report_folder(one.name)}/",
        chapters=told.chapters,
        sections=told.sections,
        figures=told.figures,
        dropped=told.dropped,
        pages=comma.join(say(f"pages_{it}", n=actions[it]) for it in _COUNTED if actions.get(it)),
    )


def notices(changes: Iterable[Change]) -> Iterator[str]:
    """What a person should know about what a build does to pages."""
    for change in changes:
        page = f"{DOCS}/{change.path}"
        if change.action == "deleted":
            yield say("deleted_kept", page=page)
        if change.action in ("retired", "retired_kept") and change.before is not None:
            yield say(change.action, page=page)
        if change.action == "relearned":
            yield say("relearned", path=page)
        elif change.before is not None and (change.action == "restored" or change.aside):
            yield say("restored", page=page)
        if change.aside:
            yield say("put_aside", page=page, copy=f"{DOCS}/{change.aside}")
        for conflict in change.conflicts:
            shown = excerpts(conflict.theirs, conflict.ours)
            theirs, ours = (text or say("removed_line") for text in shown)
            yield say("conflict", page=page, line=conflict.line, theirs=theirs, ours=ours)
