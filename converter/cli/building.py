"""``gongkai build`` and ``gongkai check``: the same plan, carried out or compared."""

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import click

from converter.build import DOCS, SEEDS, Converted, find_seeds, plan_home, translations
from converter.cli.excerpt import excerpts
from converter.cli.failing import code_of, explain_one
from converter.cli.messages import say
from converter.cli.publishing import wrong_with_publisher
from converter.cli.tally import tally
from converter.cli.translating import proof
from converter.cli.vanishing import vanishing
from converter.corpus import Executors, Outcome, actions_of, cluster, local, outcomes, remember
from converter.errors import InputError
from converter.gone import Gone, find_gone
from converter.keep import BASE, Action, Change, alone, carry_out
from converter.pages import report_folder

_COUNTED: tuple[Action, ...] = ("written", "updated", "merged", "kept", "conflict", "same")


def build(named: Sequence[Path], force: bool, scheduler: str | None = None) -> int:
    """Build the reports and say what was done; return the exit code.  One bad file does not stop the others.

    ``scheduler`` is the address of a Dask cluster to convert on; without one it is all cores of this machine.
    """
    paths = find_seeds(named)
    with alone(DOCS), _crew(paths, scheduler) as executors:
        done = _build_each(paths, force, executors)
        # A disk that takes no report takes no home either: the next run does the rest.
        stopped = any(_is_unwritten(error) for error in done.refused)
        gone = [] if named or stopped else find_gone(DOCS, paths)
        home = () if stopped else plan_home(DOCS, (), [one.name for one in gone])
        # The home first: it must not name what is not there.
        carry_out(DOCS, (*home, *(change for one in gone for change in one.changes)))
    for line in (*_notices(home), *_farewells(gone)):
        click.echo(line, err=True)
    if done.in_conflict:
        click.echo(say("settle", count=done.in_conflict), err=True)
    if done.refused and len(paths) > 1:
        click.echo(say("refused", count=len(paths), refused=len(done.refused)), err=True)
        for line in tally(done.built, done.refused):
            click.echo(line, err=True)
    return max([0, *map(code_of, done.refused)])


def _is_unwritten(error: Exception) -> bool:
    return isinstance(error, InputError) and error.key == "unwritable"


def _crew(paths: Sequence[Path], scheduler: str | None) -> AbstractContextManager[Executors]:
    return cluster(scheduler) if scheduler else nullcontext(local(len(paths)))


@dataclass(slots=True)
class _Done:
    """What is left to say when every file has had its turn."""

    built: int = 0
    in_conflict: int = 0
    refused: list[Exception] = field(default_factory=list)


def _build_each(paths: Sequence[Path], force: bool, executors: Executors) -> _Done:
    done = _Done()
    # Nothing of a report stays in memory once it is written: there may be thousands.
    with closing(outcomes(paths, DOCS, force, executors)) as found:
        for number, outcome in enumerate(found, 1):
            many = f"[{number}/{len(paths)}] " if len(paths) > 1 else ""
            try:
                one, actions = _built(outcome, force)
            except Exception as error:
                click.echo(many + explain_one(outcome.path, error), err=True)
                done.refused.append(error)
                continue
            done.built += 1
            done.in_conflict += actions["conflict"]
            click.echo(many + _summary(outcome.path, one, actions))
            for line in _remarks(outcome.path, one):
                click.echo(line, err=True)
    return done


def _built(outcome: Outcome, force: bool) -> tuple[Converted, Counter[Action]]:
    """Write what became of one file; return it with what was done to its pages.  Raises its error, and those of writing."""
    one = _converted(outcome)
    if outcome.known:
        return one, Counter(outcome.known)
    carry_out(DOCS, one.changes)
    if outcome.task:
        remember(DOCS, outcome.task, force, one)
    return one, actions_of(one)


def _converted(outcome: Outcome) -> Converted:
    if outcome.error or not outcome.converted:
        raise outcome.error or InputError("missing", path=outcome.path)
    return outcome.converted


def _remarks(path: Path, one: Converted) -> Iterator[str]:
    yield from (say(key, path=one.told.source) for key in one.told.warnings)
    sidecar = path.with_suffix(".toml")
    yield from (say("note_gone", path=sidecar, note=note) for note in one.told.notes_gone)
    yield from _notices(one.changes)
    yield from vanishing(one.changes)


def check(named: Sequence[Path], edits: bool = False) -> int:
    """Print what a build would change, what is wrong with the publisher, and what numbers and terms of the
    translations do not agree with the Chinese; return 1 where there is any, else 0.

    With ``edits`` also print where people's pages say something else than the program does.
    """
    paths = find_seeds(named)
    # What people changed is only in the texts, which are not made where nothing would be written.
    with closing(outcomes(paths, DOCS, False, local(len(paths)), recalling=not edits)) as found:
        converted = [_converted(outcome) for outcome in found]
    gone = [] if named else find_gone(DOCS, paths)
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
    for line in (*_notices(in_conflict), *vanishing(changes), *_farewells(gone)):
        click.echo(line)
    wrong = wrong_with_publisher({one.told.source: one.told.published for one in converted})
    doubtful = [
        line for one in converted for line in proof(one.name, translations(DOCS, one), one.told.report_year)
    ]
    for line in (*wrong, *doubtful):
        click.echo(line)
    if doubtful:
        click.echo(say("proof_count", count=len(doubtful)), err=True)
    if different:
        click.echo(say("would_change", count=len(different)), err=True)
    if in_conflict:
        click.echo(say("settle", count=len(in_conflict)), err=True)
    if not different and not in_conflict:
        click.echo(say("up_to_date", count=len(paths)))
    return int(bool(different or in_conflict or wrong or doubtful))


def _summary(path: Path, one: Converted, actions: Mapping[Action, int]) -> str:
    comma = "，" if say("pages_same", n=0).startswith("未") else ", "
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


def _notices(changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        page = f"{DOCS}/{change.path}"
        if change.action == "deleted":
            yield say("deleted_kept", page=page, base=f"{DOCS}/{BASE}/{change.path}")
        if change.action in ("retired", "retired_kept") and change.before is not None:
            yield say(change.action, page=page)
        for conflict in change.conflicts:
            shown = excerpts(conflict.theirs, conflict.ours)
            theirs, ours = (text or say("removed_line") for text in shown)
            yield say("conflict", page=page, line=conflict.line, theirs=theirs, ours=ours)


def _farewells(gone: Iterable[Gone]) -> Iterator[str]:
    for one in gone:
        told = Counter(change.action for change in one.changes if change.before is not None)
        yield say("gone", name=one.name, retired=told["retired"], seeds=SEEDS)
        stay = [c.path for c in one.changes if c.action == "retired_kept"]
        yield from (say("gone_kept", page=f"{DOCS}/{path}") for path in (*stay, *one.kept))
        if one.memory:
            yield say("gone_memory", path=f"{DOCS}/{one.memory}")


def _echo_difference(
    path: str, before: str | None, after: str | None, was: str = "", will_be: str = ""
) -> None:
    """Print how ``after`` differs from ``before``; ``was`` and ``will_be`` say whose text each is."""
    old, new = ((text or "").splitlines(keepends=True) for text in (before, after))
    page = f"{DOCS}/{path}"
    click.echo("".join(difflib.unified_diff(old, new, page, page, was, will_be)), nl=False)
