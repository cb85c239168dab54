"""The tables of a text: those its reader saw, and those that only the text shows."""

from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from converter.model import Source, Span
from converter.structure.tables.captions import captioned
from converter.structure.tables.hiding import without_tables
from converter.structure.tables.run_in import run_in
from converter.structure.tables.separated import separated
from converter.structure.tables.squashed import squashed
from converter.structure.tables.stacked import stacked

# The surest first: what one has found no other looks at.
_FINDERS = (separated, run_in, squashed, stacked)


def tables_apart(source: Source) -> Source:
    """The source with all its tables set apart from its prose."""
    return without_tables(find_tables(source))


def find_tables(source: Source) -> Source:
    """The source with all its tables."""
    found = [*source.tables]
    for find in _FINDERS:
        taken = sorted(table.span for table in found)
        found += [table for table in find(source.text) if not _overlaps(table.span, taken)]
    return captioned(replace(source, tables=tuple(sorted(found, key=lambda table: table.span))))


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a span meets one of others that are in order and apart."""
    after = bisect_left(taken, Span(span.end, 0))
    return after > 0 and taken[after - 1].end > span.start
