"""Many reports side by side: which there are, what of the same each states, what each took over from the year before.

Made of the data files under ``docs/data/`` whenever the site is built, so there is nothing to merge.
"""

from converter.pages.library.coverage import copied_names, coverage_blocks
from converter.pages.library.entries import LibraryReport, covered_report, library_report
from converter.pages.library.pages import library_pages, lines_of
from converter.pages.library.repeated_text import RepeatedText

__all__ = [
    "LibraryReport",
    "RepeatedText",
    "copied_names",
    "coverage_blocks",
    "covered_report",
    "library_pages",
    "library_report",
    "lines_of",
]
