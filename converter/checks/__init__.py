"""Report and figures → notes: what a careful reviewer would ask, each rule a small function, its words in ``rules.toml``."""

from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from converter.checks.balance import balances_told
from converter.checks.changes import amounts_and_rates, changes_and_levels
from converter.checks.closed_lists import lists_of_kinds
from converter.checks.codes import parts_of_codes, shares_of_codes
from converter.checks.compositions import percentages, shares_of_named
from converter.checks.duties import due_and_done, duties_and_rates
from converter.checks.grids import sums_in_grids
from converter.checks.intake import closed_and_come_in, outcomes_and_intake
from converter.checks.limits import limited
from converter.checks.misprints import misprints
from converter.checks.parts import parts_and_wholes
from converter.checks.rates import rates_ahead, rates_behind_some, rates_by_name, rates_of_all
from converter.checks.relations import growths, listed, means
from converter.checks.repeats import told_twice
from converter.checks.rule import ObservedReport, words
from converter.checks.shares import rates_and_parts, rates_of_few
from converter.checks.sums import prose_and_tables, sums_in_tables
from converter.checks.totals import totals
from converter.model import Note, Observation, Report

__all__ = ["RULES", "TABLE_RULES", "notes_on", "words"]

RULES: tuple[Callable[[ObservedReport], Iterable[Note]], ...] = (
    rates_and_parts,
    rates_by_name,
    rates_ahead,
    rates_behind_some,
    rates_of_all,
    rates_of_few,
    shares_of_codes,
    parts_of_codes,
    parts_and_wholes,
    lists_of_kinds,
    totals,
    closed_and_come_in,
    outcomes_and_intake,
    duties_and_rates,
    due_and_done,
    changes_and_levels,
    amounts_and_rates,
    growths,
    means,
    listed,
    shares_of_named,
    percentages,
    balances_told,
    limited,
    told_twice,
    misprints,
)
"""What is asked of the prose of every report: a row more is a rule more, its words stand in ``rules.toml``."""
TABLE_RULES: tuple[Callable[[ObservedReport], Iterable[Note]], ...] = (
    sums_in_grids,
    sums_in_tables,
    prose_and_tables,
)
"""What is asked of its tables, and of both."""


def notes_on(report: Report, observations: Sequence[Observation]) -> tuple[Note, ...]:
    """What the figures of a report say about each other, in the order of its text.

    No two notes have one id.  One that an editor set aside (``Source.dismissed``) carries the reason.
    """
    told = ObservedReport(report, observations)
    prose = ObservedReport(report, [one for one in observations if one.cell is None])
    noted = [
        *(note for rule in RULES for note in rule(prose)),
        *(n for rule in TABLE_RULES for n in rule(told)),
    ]
    found = {note.id: note for note in noted}
    dismissed = report.source.dismissed
    marked = (replace(note, dismissed=dismissed.get(note.id)) for note in found.values())
    return tuple(sorted(marked, key=lambda note: (told.places[note.observations[0]], note.id)))
