"""``gongkai resolve``: a person says whose text stands where both changed the same lines."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from converter.build.convert import convert
from converter.build.home import plan_home
from converter.build.keep import (
    Change,
    Side,
    carry_out,
    cut_lines,
    read,
    refuse_unfinished,
    settle,
    shortened_on_purpose,
    written_anew,
)
from converter.build.seeds import find_seeds
from converter.cli.messages import say
from converter.errors import InputError
from converter.layout import BASE, DOCS, report_name
from converter.lock import alone

_SETTLED: Mapping[Side, str] = {"person": "resolved_person", "program": "resolved_program"}

_DEPTH = 3  # zh/<report>/c1.md


def resolve(pages: Sequence[Path], side: Side) -> int:
    """Settle every conflict of ``pages`` in favour of ``side`` and say so.

    Raises InputError ``no_such_page`` for a page that no report has; pages named before it are settled.
    """
    with alone(DOCS):
        for page in pages:
            for line in _settled(page, side):
                click.echo(line)
    return 0


def _settled(page: Path, side: Side) -> Iterator[str]:
    """Settle one page; return what to say of it."""
    if side == "program" and (anew := _anew(page)):
        carry_out(DOCS, [anew])
        yield say("taken_back", page=f"{DOCS}/{anew.path}")
        if anew.aside:
            yield say("put_aside", page=page, copy=f"{DOCS}/{anew.aside}")
    elif side == "person" and (shorter := shortened_on_purpose(DOCS, _path_of(page).as_posix())):
        carry_out(DOCS, [shorter])
        yield say("resolved_shorter", page=f"{DOCS}/{shorter.path}")
    else:
        change = _change_of(page)
        carry_out(DOCS, [settle(change, side)])
        key = _SETTLED[side] if change.conflicts else "no_conflict"
        yield say(key, page=f"{DOCS}/{change.path}", count=len(change.conflicts))


def _path_of(page: Path) -> Path:
    full, docs = page.resolve(), DOCS.resolve()
    return full.relative_to(docs) if full.is_relative_to(docs) else page


def _anew(page: Path) -> Change | None:
    """The change that brings back a page which is gone, ends early or cannot be read, None for one that is all right."""
    path = _path_of(page)
    found, known = read(DOCS / path), (DOCS / BASE / path).is_file()
    try:
        refuse_unfinished([(page, found)])
    except InputError:
        return written_anew(DOCS, path.as_posix()) if known or len(path.parts) == _DEPTH else None
    lost = found is None or cut_lines(DOCS, path.as_posix())
    return written_anew(DOCS, path.as_posix()) if lost and known else None


def _change_of(page: Path) -> Change:
    path = _path_of(page)
    found = next((c for c in _changes_near(path) if c.path == path.as_posix()), None)
    if found is None:
        raise InputError("no_such_page", page=page)
    return found


def _changes_near(path: Path) -> Iterator[Change]:
    """What a build would do to the pages of the report that ``path`` (under docs/) belongs to, then to the home page."""
    for seed in find_seeds(()).paths:
        if report_name(seed) in (*path.parts, path.stem):
            yield from convert(seed, force=True).changes
    yield from plan_home(DOCS, ()).changes
