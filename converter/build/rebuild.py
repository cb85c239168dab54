"""All of a site's pages brought up to date, without a word; ``gongkai build`` does the same on all cores and tells of it."""

from collections.abc import Sequence
from contextlib import chdir
from pathlib import Path

from converter.build.convert import convert
from converter.build.home import plan_home
from converter.build.keep import Change, carry_out, write_sidecar
from converter.build.renamed import find_renamed, move_along
from converter.build.seeds import find_seeds
from converter.build.withdrawn import find_withdrawn
from converter.errors import InputError
from converter.layout import DOCS
from converter.lock import alone


def rebuild(site: Path) -> tuple[str, ...]:
    """Convert every raw report of the site, and write its pages and the site's own; return the paths of the files written.

    Raises an ExceptionGroup of what was wrong with raw reports, all others being written, and InputError of
    ``find_seeds`` and of writing.
    """
    written: list[str] = []
    with chdir(site), alone(DOCS):
        seeds = find_seeds(())
        wrong: list[Exception] = [one.error for one in seeds.refused]
        for renamed in find_renamed(DOCS, seeds.paths):
            move_along(DOCS, renamed)
        for seed in seeds.paths:
            try:
                one = convert(seed)
            except InputError as error:
                wrong.append(error)
            else:
                if one.sidecar:
                    write_sidecar(*one.sidecar)
                written += _carry_out(one.changes)
        withdrawn = find_withdrawn(DOCS, seeds.names)
        # The home first: it must not name what is not there.
        home = plan_home(DOCS, (), [one.name for one in withdrawn])
        wrong += [one.error for one in home.refused]
        written += _carry_out(home.changes)
        written += _carry_out([change for one in withdrawn for change in one.changes])
    if wrong:
        raise ExceptionGroup("raw reports that could not be converted", wrong)
    return tuple(written)


def _carry_out(changes: Sequence[Change]) -> list[str]:
    carry_out(DOCS, changes)
    return [change.path for change in changes if change.text != change.before]
