"""``gongkai build`` and ``gongkai check``: the same plan, carried out or compared."""

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from converter.build import DOCS, SEEDS, Converted, convert, find_seeds, plan_home
from converter.cli.excerpt import excerpts
from converter.cli.failing import EXIT, explain
from converter.cli.messages import say
from converter.cli.publishing import wrong_with_publisher
from converter.cli.show import warnings
from converter.cli.tally import tally
from converter.cli.translating import proof
from converter.cli.vanishing import vanishing
from converter.errors import InputError
from converter.gone import Gone, find_gone
from converter.keep import BASE, Action, Change, alone, carry_out
from converter.model import Section
from converter.pages import report_folder

_COUNTED: tuple[Action, ...] = ("written", "updated", "merged", "kept", "conflict", "same")


def build(named: Sequence[Path], force: bool) -> int:
    """Build the reports and say what was done; return the exit code.  One bad file does not stop the others."""
    paths = find_seeds(named)
    with alone(DOCS):
        built, refused = _build_each(paths, force)
        gone = [] if named else find_gone(DOCS, paths)
        home = plan_home(DOCS, built, [one.name for one in gone])
        # The home first: it must not name what is not there.
        carry_out(DOCS, (*home, *(change for one in gone for change in one.changes)))
    for line in (*_notices(home), *_farewells(gone)):
        click.echo(line, err=True)
    in_conflict = sum(change.action == "conflict" for one in built for change in one.changes)
    if in_conflict:
        click.echo(say("settle", count=in_conflict), err=True)
    if refused and len(paths) > 1:
        click.echo(say("refused", count=len(paths), refused=len(refused)), err=True)
        for line in tally(built, refused):
            click.echo(line, err=True)
    return max([0, *(EXIT.get(error.key, EXIT[""]) for error in refused)])


def _build_each(paths: Sequence[Path], force: bool) -> tuple[list[Converted], list[InputError]]:
    built: list[Converted] = []
    refused: list[InputError] = []
    for number, path in enumerate(paths, 1):
        many = f"[{number}/{len(paths)}] " if len(paths) > 1 else ""
        try:
            one = convert(path, force=force)
            carry_out(DOCS, one.changes)
        except InputError as error:
            click.echo(many + explain(error), err=True)
            refused.append(error)
            continue
        built.append(one)
        click.echo(many + _summary(path, one))
        for line in (
            *warnings(one.reading.report.source),
            *_notes_gone(path, one),
            *_notices(one.changes),
            *vanishing(one.changes),
        ):
            click.echo(line, err=True)
    return built, refused


def check(named: Sequence[Path], edits: bool = False) -> int:
    """Print what a build would change, what is wrong with the publisher, and what numbers and terms of the
    translations do not agree with the Chinese; return 1 where there is any, else 0.

    With ``edits`` also print where people's pages say something else than the program does.
    """
    paths = find_seeds(named)
    converted = [convert(path) for path in paths]
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
    wrong = wrong_with_publisher(one.reading.report for one in converted)
    doubtful = [
        line for one in converted for line in proof(one.name, one.memory, one.reading.report.report_year)
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


def _summary(path: Path, one: Converted) -> str:
    counts = Counter(change.action for change in one.changes)
    comma = "，" if say("pages_same", n=0).startswith("未") else ", "
    return say(
        "built",
        path=path,
        out=f"{DOCS}/{report_folder(one.name)}/",
        chapters=len(one.reading.report.chapters),
        sections=sum(_size(chapter.sections) for chapter in one.reading.report.chapters),
        figures=len(one.reading.observations),
        dropped=sum(drop.end - drop.start for drop in one.reading.report.dropped),
        pages=comma.join(say(f"pages_{action}", n=counts[action]) for action in _COUNTED if counts[action]),
    )


def _size(sections: Iterable[Section]) -> int:
    return sum(1 + _size(section.sections) for section in sections)


def _notes_gone(path: Path, one: Converted) -> Iterator[str]:
    sidecar = path.with_suffix(".toml")
    return (say("note_gone", path=sidecar, note=note) for note in one.notes_gone)


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
