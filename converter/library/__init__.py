"""Many reports side by side: which there are, what of the same each states, what each took over from the year before.

Made of the data files under ``docs/data/`` whenever the site is built, so there is nothing to merge.
"""

from converter.library.carried import Carried
from converter.library.coverage import coverage_blocks
from converter.library.pages import library_pages, years_line
from converter.library.shelf import Entry, entry_of

__all__ = ["Carried", "Entry", "coverage_blocks", "entry_of", "library_pages", "years_line"]
