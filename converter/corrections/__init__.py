"""What people put right, done to a report and its figures after the program read them; what fits no place is told."""

from converter.corrections.answers import answered
from converter.corrections.edits import NewWords, amended, own_edits
from converter.corrections.figures import coded_by_hand, with_figures
from converter.corrections.outline import with_outline
from converter.corrections.places import Words, quote_of
from converter.corrections.unmatched import unmatched
from converter.corrections.writing import Value, Written, entries_in, with_entries, without_entry

__all__ = [
    "NewWords",
    "Value",
    "Words",
    "Written",
    "amended",
    "answered",
    "coded_by_hand",
    "entries_in",
    "own_edits",
    "quote_of",
    "unmatched",
    "with_entries",
    "with_figures",
    "with_outline",
    "without_entry",
]
