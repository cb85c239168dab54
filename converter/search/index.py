"""The index of a built site, written beside its pages: from what a reader types to the pages that say it.

    search/index.js                what there is, and where
    search/<version>/keys/<n>.js   which pages hold a key (``keys``, ``postings``), dealt out by the key
    search/<version>/pages/<n>.js  the text of one page, in which the browser makes sure and finds what to show
    search/<version>/variants.js   traditional characters to ask with; loaded when a query finds nothing without it
    search/<version>/terms.js      terms in both languages

A browser loads only what a query needs.  The folder is named after what it holds, so that files of two builds never
mix in a browser's memory.
"""

import shutil
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from converter.search.files import Folder, shards, write
from converter.search.fold import Fold
from converter.search.keys import keys_of
from converter.search.pages import Page, pages_of
from converter.search.postings import Postings, Worth
from converter.search.variants import asked, paired, printed, variants

FOLDER = "search"
_MANY = 8
_OFTEN = (Worth.ONCE,) * 2 + (Worth.TWICE,) * 2 + (Worth.OFTEN,) * 4
"""By how often a key occurs in the text, up to ``_MANY`` times."""


def write_index(site: Path, terms: Iterable[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    """Write the index of the pages below ``site``; ``terms`` are Chinese and English names of the same things."""
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    folder = Folder(site / FOLDER / "new")
    postings, languages, fold = Postings(), [], Fold(variants())
    for number, page in enumerate(pages_of(site)):
        folder.write(f"pages/{number}", [page.address, page.title, page.report, page.entries])
        postings.add(number, _worths(page, fold))
        languages.append(page.language)
    files = 0
    for files, lists in enumerate(shards(postings), start=1):
        folder.write(f"keys/{files - 1}", lists)
    known = printed(fold.seen)
    folder.write("variants", paired(asked(fold("".join(fold.seen)), known)))
    folder.write("terms", list(terms))
    spans = [[language, len(list(same))] for language, same in groupby(languages)]
    about = {"keys": files, "languages": spans, "variants": paired(known)}
    write(site / FOLDER, "index", {"version": folder.close(), **about})


def _worths(page: Page, fold: Fold) -> dict[str, Worth]:
    """Each key of the page with what it is worth at its best place."""
    first, *others = page.entries
    sections = [first, *(entry for entry in others if entry.heading)]
    rows = [entry.text for entry in others if not entry.heading]
    worths = dict.fromkeys(keys_of(fold(page.report)), Worth.REPORT)
    worths |= dict.fromkeys(keys_of(fold("\n".join(rows))), Worth.ROW)
    body = keys_of(fold("\n".join(entry.text for entry in sections)))
    worths |= {key: _OFTEN[count] if count < _MANY else Worth.VERY_OFTEN for key, count in body.items()}
    worths |= dict.fromkeys(keys_of(fold("\n".join(entry.heading for entry in sections[1:]))), Worth.HEADING)
    return worths | dict.fromkeys(keys_of(fold(page.title)), Worth.TITLE)
