"""``gongkai check``: the plan of a build, compared with what is there."""

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from converter.build.convert import translations
from converter.build.planned import Planned, planned_build
from converter.build.seeds import Converted
from converter.cli.failing import code_of_many
from converter.cli.folder import seeds_here
from converter.cli.markup import markup_of_pages
from converter.cli.messages import say
from converter.cli.notices import page_notices, refusals, renamings
from converter.cli.publishing import wrong_with_publisher
from converter.cli.putting_right import remarks, told_alike
from converter.cli.translating import proof
from converter.cli.vanishing import farewells, out_of_use, vanishing
from converter.layout import DOCS


def check(named: Sequence[Path], edits: bool = False) -> int:
    """Print what a build would change, what is wrong with the publisher, and what numbers and terms of the
    translations do not agree with the Chinese; return 1 where there is any, else 0.

    With ``edits`` also print where people's pages say something else than the program does.
    """
    planned = planned_build(seeds_here(named), DOCS, whole=not named, recalling=not edits)
    converted = planned.converted
    refused = refusals(len(converted), planned.refused)
    for line in (*renamings(planned.renamed), *refused, *told_alike(planned.alike)):
        click.echo(line, err=True)
    code = code_of_many(len(converted), [one.error for one in planned.refused])
    if not converted:
        return code
    _echo_differences(planned, edits)
    told = _put_right(converted)
    wrong = wrong_with_publisher({one.told.source: one.told.published for one in converted})
    doubtful = [line for one in converted for line in _proof(one)]
    markup = list(markup_of_pages(DOCS))
    for line in (*told, *_losses(planned), *wrong, *doubtful, *(found.line for found in markup)):
        click.echo(line)
    for line in _counts(planned, len(doubtful)):
        click.echo(line, err=True)
    open_ = planned.different or planned.in_conflict
    if not open_:
        click.echo(say("up_to_date", count=len(converted)))
    found = open_ or told or wrong or doubtful or any(one.is_wrong for one in markup)
    return code or int(bool(found))


def _echo_differences(planned: Planned, edits: bool) -> None:
    for change in planned.different:
        _echo_difference(change.path, change.before, change.text)
    for change in planned.changes if edits else ():
        if change.text is not None and change.program is not None:
            _echo_difference(
                change.path, change.program, change.text, say("side_program"), say("side_person")
            )


def _losses(planned: Planned) -> Iterator[str]:
    """What a person would have to settle, and what would be there no more."""
    yield from page_notices(planned.in_conflict)
    yield from vanishing(planned.changes)
    yield from out_of_use(planned.changes)
    yield from farewells(planned.withdrawn)


def _proof(one: Converted) -> Iterator[str]:
    yield from proof(one.name, translations(DOCS, one), one.told.report_year)


def _counts(planned: Planned, doubtful: int) -> Iterator[str]:
    if doubtful:
        yield say("proof_count", count=doubtful)
        yield say("proof_accept")
    if planned.different:
        yield say("would_change", count=len(planned.different))
    if planned.in_conflict:
        yield say("settle", count=len(planned.in_conflict))


def _put_right(converted: Sequence[Converted]) -> list[str]:
    """What is to be said of what people put right; what their sidecars would get is printed."""
    for sidecar in (one.sidecar for one in converted if one.sidecar):
        before = (sidecar.before or b"").decode("utf-8-sig")
        _echo_lines(str(sidecar.path), before, sidecar.after.decode())
    return [line for one in converted for line in remarks(one)]


def _echo_difference(
    path: str, before: str | None, after: str | None, was: str = "", will_be: str = ""
) -> None:
    """Print how ``after`` differs from ``before``; ``was`` and ``will_be`` say whose text each is."""
    _echo_lines(f"{DOCS}/{path}", before, after, was, will_be)


def _echo_lines(page: str, before: str | None, after: str | None, was: str = "", will_be: str = "") -> None:
    old, new = ((text or "").splitlines(keepends=True) for text in (before, after))
    click.echo("".join(difflib.unified_diff(old, new, page, page, was, will_be)), nl=False)
