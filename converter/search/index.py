"""The index of a built site, written beside its pages: from what a reader types to the pages that say it.

    search/index.js                what there is, and where
    search/<version>/keys/<n>.js   which pages hold a key (``keys``, ``postings``), dealt out by the key
    search/<version>/pages/<n>.js  the text of one page, in which the browser makes sure and finds what to show
    search/<version>/variants.js   traditional characters to ask with; loaded when a query finds nothing without it
    search/<version>/terms.js      terms in both languages

A browser loads only what a query needs.  The folder is named after what it holds, so that files of two builds never
mix in a browser's memory.
"""

import hashlib
import shutil
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from converter.search.files import shards, write
from converter.search.fold import Fold
from converter.search.keys import keys_of
from converter.search.pages import Page, pages_of
from converter.search.postings import Postings, Worth
from converter.search.variants import asked, paired, printed, variants

FOLDER = "search"


def write_index(site: Path, terms: Iterable[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    """Write the index of the pages below ``site``; ``terms`` are Chinese and English names of the same things."""
    new = site / FOLDER / "new"
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    postings, languages, characters = Postings(), [], set[str]()
    fold = Fold(variants())
    for number, page in enumerate(pages_of(site)):
        write(new, f"pages/{number}", [page.address, page.title, page.report, page.entries])
        postings.add(number, _worths(page, fold))
        languages.append(page.language)
        characters.update(*_texts(page))
    files = 0
    for files, lists in enumerate(shards(postings), start=1):
        write(new, f"keys/{files - 1}", lists)
    known = printed(characters)
    write(new, "variants", paired(asked(fold("".join(characters)), known)))
    write(new, "terms", list(terms))
    spans = [[language, len(list(same))] for language, same in groupby(languages)]
    version = _version(new)
    new.rename(new.with_name(version))
    about = {"version": version, "keys": files, "languages": spans, "variants": paired(known)}
    write(site / FOLDER, "index", about)


def _texts(page: Page) -> Iterable[str]:
    return page.report, *(f"{entry.heading}{entry.text}" for entry in page.entries)


def _worths(page: Page, fold: Fold) -> dict[str, Worth]:
    """Each key of the page with what it is worth at its best place."""
    first, *others = page.entries
    sections = [first, *(entry for entry in others if entry.heading)]
    rows = [entry.text for entry in others if not entry.heading]
    worths = dict.fromkeys(keys_of(fold(page.report)), Worth.REPORT)
    worths |= dict.fromkeys(keys_of(fold("\n".join(rows))), Worth.ROW)
    body = keys_of(fold("\n".join(entry.text for entry in sections)))
    worths |= {key: _often(count) for key, count in body.items()}
    worths |= dict.fromkeys(keys_of(fold("\n".join(entry.heading for entry in sections[1:]))), Worth.HEADING)
    return worths | dict.fromkeys(keys_of(fold(page.title)), Worth.TITLE)


_BY_LENGTH = (Worth.ONCE, Worth.ONCE, Worth.TWICE, Worth.OFTEN)


def _often(count: int) -> Worth:
    """Once, 2 or 3 times, 4 to 7 times, more often."""
    return _BY_LENGTH[length] if (length := count.bit_length()) < len(_BY_LENGTH) else Worth.VERY_OFTEN


def _version(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.js")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
