"""The index of a built site, written beside its pages: from what a reader types to the pages that say it.

    search/index.js                what there is, and where
    search/<version>/keys/<n>.js   which pages hold a key (``keys``, ``postings``), dealt out by the key
    search/<version>/pages/<n>.js  the text of one page, in which the browser makes sure and finds what to show
    search/<version>/asked/<l>.js  how readers of a language ask in words of their own; said/<l>/<n>.js what these mean (``synonyms``)

and, loaded when a query finds nothing without it, or after what it found:

    search/<version>/variants.js   traditional characters to ask with
    search/<version>/terms.js      terms in both languages; meanings/<l>.js explains them in the same order
    search/<version>/names.js      what headings and tables name, to be asked for by its sounds (``names``)
    search/<version>/sounds.js     how characters sound
    search/<version>/words.js      Latin words, for whoever mistypes one

A browser loads only what a query needs.  The folder is named after what it holds, so that files of two builds never
mix in a browser's memory.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from converter.layout import ABOUT
from converter.site.search.files import Folder, digest
from converter.site.search.fold import Fold
from converter.site.search.keys import ROLE, keys_of
from converter.site.search.names import names_in
from converter.site.search.pages import BuiltPage, pages_of
from converter.site.search.postings import Packed, Postings, Worth
from converter.site.search.variants import variants

FOLDER = "search"
NEW = "new"
"""The folder of an index while it is being written."""
_MANY = 8
_OFTEN = [int(worth) for worth in (*(Worth.ONCE,) * 2, *(Worth.TWICE,) * 2, *(Worth.OFTEN,) * 4)]
"""By how often a key occurs in the text, up to ``_MANY`` times."""
_KINDS = {
    **{"chapter": "c", "figures": "f", "report": "r", "notes": "n", "home": "l"},
    **dict.fromkeys(ABOUT, "a"),
}
"""What a page is to the search; a page of a library or one that a person added is ``l``."""


class Part(NamedTuple):
    """What was collected of some pages, but for what lies in its ``file``; ``digests`` and ``kinds`` are by a page's number."""

    file: Path
    checksum: str
    """Of the file."""
    digests: dict[int, bytes]
    kinds: dict[int, str]
    seen: str
    names: dict[str, int]


class Collected(msgspec.Struct):
    """What is in the file of a part: texts and kinds of pages by number, their keys, characters, and names."""

    texts: dict[int, bytes]
    kinds: dict[int, str]
    postings: tuple[Packed, ...]
    seen: str
    names: dict[str, int]


class _Reused(msgspec.Struct):
    """As ``Collected``; the keys are read by who joins the parts."""

    texts: dict[int, bytes]
    kinds: dict[int, str]
    seen: str
    names: dict[str, int]


def index_part(site: Path, numbers: Mapping[str, int], file: Path, last: Path | None = None) -> Part:
    """Write the texts of the pages at these addresses, and into ``file`` what they can be found by; ``numbers`` are theirs.

    ``last`` is the folder of an index of the same site, if there is one.
    """
    folder, fold = Folder(site / FOLDER / NEW, last), Fold(variants())
    postings, names = Postings(), Counter[str]()
    texts, kinds = {}, {}
    for page in pages_of(site, numbers):
        number = numbers[page.address]
        entries = [entry if entry.paragraphs else entry[:3] for entry in page.entries]
        told = [page.address, page.title, page.report, entries, page.role]
        texts[number] = folder.write(_text(number), told)
        kinds[number] = _KINDS.get(page.kind, "l")
        names.update(names_in(page))
        postings.add(number, _worths(page, fold))
    seen = "".join(sorted(fold.seen))
    collected = Collected(texts, kinds, postings.packed(), seen, dict(names))
    content = msgspec.msgpack.encode(collected)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return _part(file, content, collected)


def reuse_part(site: Path, file: Path, content: bytes, last: Path | None = None) -> Part | None:
    """The same part for a further index, its pages being as they were; None where the ``content`` of its file is none."""
    try:
        collected = msgspec.msgpack.decode(content, type=_Reused)
    except msgspec.MsgspecError:
        return None
    folder = Folder(site / FOLDER / NEW, last)
    for number, text in collected.texts.items():
        folder.put(_text(number), text)
    return _part(file, content, collected)


def _part(file: Path, content: bytes, collected: Collected | _Reused) -> Part:
    digests = {number: digest(text) for number, text in collected.texts.items()}
    checksum = hashlib.sha256(content).hexdigest()
    return Part(file, checksum, digests, collected.kinds, collected.seen, collected.names)


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
    worths |= {ROLE + page.role: int(Worth.TITLE)} if page.role else {}
    return worths | dict.fromkeys(keys_of(fold(page.title)), int(Worth.TITLE))
