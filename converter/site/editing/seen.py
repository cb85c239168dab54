"""What is known of a report when somebody corrects it; read only as far as it is asked for."""

from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from converter.build.correcting import reading_of
from converter.build.keep import EDITED, read
from converter.build.memory_store import load_memory
from converter.build.seeds import find_seeds
from converter.caching import kept_latest
from converter.data import read_report
from converter.data.file import ReportFile
from converter.layout import (
    BASE,
    DOCS,
    LANGUAGES,
    SEEDS,
    data_path,
    memory_path,
    page_path,
    report_folder,
    report_name,
)
from converter.model import Observation, Reading
from converter.site.editing.forms import EditingError
from converter.sources.sidecar import sidecar_of
from converter.translation.memory import Memory


class Seen(Struct, frozen=True, dict=True):
    """One report of the project in the folder that the program runs in."""

    name: str
    seed: Path

    @cached_property
    def reading(self) -> Reading:
        """The report as a build understands it."""
        return reading_of(self.seed)

    @cached_property
    def data(self) -> ReportFile:
        """The report as it is published."""
        return read_report(DOCS / data_path(self.name))

    @cached_property
    def memory(self) -> Memory:
        """Its translations."""
        return load_memory(DOCS, self.name)

    def page(self, page: str, edition: str) -> tuple[str, str]:
        """The path and the text of a page of the report, by its name.  Raises EditingError ``no_page``."""
        there = {file.stem for file in (DOCS / page_path(self.name, "index", edition)).parent.glob("*.md")}
        if edition not in LANGUAGES or page not in there:
            raise EditingError("no_page")
        path = page_path(self.name, page, edition)
        return path, read(DOCS / path) or ""

    def figure(self, id_: str) -> Observation:
        """The figure with an id.  Raises EditingError ``no_figure``."""
        for one in self.reading.observations:
            if one.id == id_:
                return one
        raise EditingError("no_figure")


def seeds() -> dict[str, Path]:
    """The raw files of the project by the names of their reports."""
    return {report_name(path): path for path in find_seeds(()).paths} if SEEDS.is_dir() else {}


def seen(report: str) -> Seen:
    """The report called so; understood once while none of its files changes.  Raises EditingError ``no_report``."""
    found = seeds().get(report)
    if found is None:
        raise EditingError("no_report")
    return _seen(report, found, tuple(stamps(report, found)))


@kept_latest(4)
def _seen(report: str, seed: Path, _stamps: tuple[object, ...]) -> Seen:
    return Seen(report, seed)


def stamps(report: str, seed: Path) -> Iterator[tuple[Path, int, int]]:
    """All files that a report is understood from, each with when it was changed and its size."""
    own = [seed, sidecar_of(seed), DOCS / data_path(report), DOCS / memory_path(report)]
    for root in (DOCS, DOCS / BASE, DOCS / EDITED):
        for language in LANGUAGES:
            own += sorted((root / report_folder(report, language)).glob("*.md"))
    for file in own:
        with suppress(FileNotFoundError):
            state = file.stat()
            yield file, state.st_mtime_ns, state.st_size
