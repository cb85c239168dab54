"""Where a command runs: in a site's folder, or near one; and what lies in ``seeds/`` that nothing looks at."""

from collections.abc import Sequence
from pathlib import Path

import click

from converter.build.renamed import find_renamed
from converter.build.seeds import Seeds, find_overlooked, find_seeds
from converter.cli.messages import say
from converter.errors import InputError
from converter.layout import DOCS, SEEDS
from converter.sources import SUFFIXES
from converter.sources.sidecar import sidecar_of

SETTINGS = Path("mkdocs.yml")


def need_site() -> None:
    """Raises InputError ``no_site`` where this is no site's folder, ``site_elsewhere`` where one is near."""
    if SETTINGS.is_file():
        return
    if near := _site_near(Path.cwd()):
        raise InputError("site_elsewhere", path=SETTINGS, folder=in_shell(near))
    raise InputError("no_site", path=SETTINGS)


def seeds_here(named: Sequence[Path]) -> Seeds:
    """The raw reports to build: those named, or all in ``seeds/``; what is passed over there is said.

    Raises InputError of ``find_seeds``, and of ``need_site`` where there is neither ``seeds/`` nor ``docs/``.
    """
    if not named:
        if not SEEDS.is_dir() and not DOCS.is_dir():
            need_site()
        for line in _overlooked():
            click.echo(line, err=True)
    return find_seeds(named)


def in_shell(folder: Path) -> str:
    """The folder as it is typed after ``cd``: in quotes where its name has blanks or brackets."""
    name = str(folder)
    return f'"{name}"' if any(char in name for char in " ()&;'") else name


def _site_near(here: Path) -> Path | None:
    """The nearest site's folder above, else the only one directly below; None where nobody can tell."""
    if above := next((folder for folder in here.parents if (folder / SETTINGS).is_file()), None):
        return above
    below = [file.parent.relative_to(here) for file in here.glob(f"*/{SETTINGS}")]
    return below[0] if len(below) == 1 else None


def _overlooked() -> list[str]:
    found = find_overlooked()
    return [
        *(
            say("overlooked_folder", path=folder, count=count, seeds=SEEDS)
            for folder, count in found.folders.items()
        ),
        *(say("overlooked_file", path=path, known=" ".join(SUFFIXES)) for path in found.files),
        *(say("overlooked_sidecar", path=path) for path in _stay(found.sidecars)),
    ]


def _stay(sidecars: Sequence[Path]) -> list[Path]:
    """Those that do not get another name along with their report."""
    moving = {sidecar_of(one.was) for one in find_renamed(DOCS, find_seeds(()).paths)} if sidecars else set()
    return [path for path in sidecars if path not in moving]
