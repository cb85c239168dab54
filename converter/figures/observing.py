"""All figures of a report, in the order of its text: prose first, then tables."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import count

from msgspec.structs import replace

from converter.figures.cells import cell_observations
from converter.figures.links import linked
from converter.figures.locations import locations, table_locations
from converter.figures.report_time import told_by
from converter.figures.sentence import paragraph_observations, read_sentences
from converter.figures.squashed import is_row
from converter.model import Observation, Report


def observe(report: Report) -> tuple[Observation, ...]:
    """The figures of a report, in the order of its text.

    After it: spans are not empty and do not overlap, each lies in a sentence of its paragraph or in a cell, and no
    two ids are equal.
    """
    of = told_by(report)
    prose = (place for place in locations(report) if not is_row(place.paragraph.span.of(report.folded)))
    # All numbers are found before any is named: the patterns of one step are fast while they stay in the processor's cache.
    sentences = [(place, read_sentences(report, place)) for place in prose]
    found = (
        observation
        for place, read in sentences
        for observation in paragraph_observations(report, place, read, of)
    )
    told = linked(report.folded, tuple(_numbered(found)))
    in_tables = (o for place in table_locations(report) for o in cell_observations(report, place))
    return tuple(sorted((*told, *in_tables), key=lambda one: one.span))


def _numbered(observations: Iterable[Observation]) -> Iterator[Observation]:
    """A second figure with the same place and value gets ``-2`` behind its id, the next ``-3``."""
    used: set[str] = set()
    # Where the numbers of each id go on, so that the thousandth figure of one value need not try them all.
    numbers: dict[str, Iterator[int]] = defaultdict(lambda: count(2))
    for observation in observations:
        if observation.id in used:
            names = (f"{observation.id}-{number}" for number in numbers[observation.id])
            numbered = replace(observation, id=next(name for name in names if name not in used))
        else:
            numbered = observation
        used.add(numbered.id)
        yield numbered
