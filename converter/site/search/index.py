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
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from converter.layout import language_of
from converter.site.search.files import Folder, put_aside, shards, taken_up, write
from converter.site.search.fold import Fold
from converter.site.search.keys import keys_of
from converter.site.search.pages import BuiltPage, addresses_in, numbered, pages_of
from converter.site.search.postings import Postings, Worth
from converter.site.search.variants import asked, paired, printed, variants

Terms = Iterable[tuple[tuple[str, ...], tuple[str, ...]]]

FOLDER = "search"
# A preview keeps them where MkDocs, which clears the folder of a site, passes over what is hidden.
_PARTS = ".parts"
_NEW = "new"
_MANY = 8
_OFTEN = [int(worth) for worth in (*(Worth.ONCE,) * 2, *(Worth.TWICE,) * 2, *(Worth.OFTEN,) * 4)]
"""By how often a key occurs in the text, up to ``_MANY`` times."""


class Part(NamedTuple):
    """What a process collected of the pages it made, and wrote: a file of ``Postings``, the digest of each page's file by its number."""

    postings: Path
    seen: set[str]
    digests: dict[int, bytes]


def write_index(site: Path, terms: Terms) -> None:
    """Write the index of all pages below ``site``; ``terms`` are Chinese and English names of the same things."""
    numbers = numbered(addresses_in(site))
    join_index(site, [index_part(site, numbers)], numbers, terms)
    drop_parts(site)


def index_part(site: Path, numbers: Mapping[str, int]) -> Part:
    """Write the texts of the pages at these addresses, and collect what they can be found by; ``numbers`` are theirs."""
    folder, fold = Folder(site / FOLDER / _NEW), Fold(variants())
    postings, digests = Postings(), {}
    for page in pages_of(site, numbers):
        number = numbers[page.address]
        entries = [entry if entry.paragraphs else entry[:3] for entry in page.entries]
        digests[number] = folder.write(_text(number), [page.address, page.title, page.report, entries])
        postings.add(number, _worths(page, fold))
    file = site / _PARTS / f"{min(numbers.values(), default=0)}"
    return Part(put_aside(file, postings), fold.seen, digests)


def reuse_part(site: Path, part: Part, before: Path) -> Part:
    """The same part for a further index, its pages being as they were; ``before`` is where the site was put with its last one."""
    [folder] = [path for path in (before / FOLDER).iterdir() if path.is_dir()]
    for number in part.digests:
        file = site / FOLDER / _NEW / f"{_text(number)}.js"
        file.parent.mkdir(parents=True, exist_ok=True)
        (folder / f"{_text(number)}.js").rename(file)
    return part


def drop_parts(site: Path) -> None:
    """No further index will be made of the parts."""
    shutil.rmtree(site / _PARTS, ignore_errors=True)


def join_index(site: Path, parts: Sequence[Part], numbers: Mapping[str, int], terms: Terms) -> None:
    """Write what the parts make together; ``numbers`` are those of all pages.  An older index goes."""
    for old in (site / FOLDER).glob("*"):
        if old.name != _NEW and old.is_dir():
            shutil.rmtree(old)
    folder, postings = Folder(site / FOLDER / _NEW), Postings()
    for part in parts:
        postings.join(taken_up(part.postings))
    seen = set().union(*(part.seen for part in parts))
    digests = [digest for _, digest in sorted(item for part in parts for item in part.digests.items())]
    files = 0
    for files, lists in enumerate(shards(postings), start=1):
        digests.append(folder.write(f"keys/{files - 1}", lists))
    known = printed(seen)
    digests.append(folder.write("variants", paired(asked(Fold(variants())("".join(seen)), known))))
    digests.append(folder.write("terms", list(terms)))
    languages = groupby(map(language_of, numbers))
    spans = [[language, len(list(same))] for language, same in languages]
    about = {"keys": files, "languages": spans, "variants": paired(known)}
    write(site / FOLDER, "index", {"version": folder.close(digests), **about})


def _text(number: int) -> str:
    return f"pages/{number}"


def _worths(page: BuiltPage, fold: Fold) -> dict[str, int]:
    """Each key of the page with what it is worth at its best place."""
    first, *others = page.entries
    sections = [first, *(entry for entry in others if entry.heading)]
    rows = [entry.text for entry in others if not entry.heading]
    worths = dict.fromkeys(keys_of(fold(page.report)), int(Worth.REPORT))
    worths |= dict.fromkeys(keys_of(fold("\n".join(rows))), int(Worth.ROW))
    body = keys_of(fold("\n".join(entry.text for entry in sections)))
    worths |= {key: _OFTEN[count] if count < _MANY else int(Worth.VERY_OFTEN) for key, count in body.items()}
    worths |= dict.fromkeys(
        keys_of(fold("\n".join(entry.heading for entry in sections[1:]))), int(Worth.HEADING)
    )
    return worths | dict.fromkeys(keys_of(fold(page.title)), int(Worth.TITLE))
