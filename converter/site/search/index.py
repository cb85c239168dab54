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
import re
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import msgspec

from converter.layout import ABOUT, LANGUAGES, language_of
from converter.site.search.files import Folder, digest, shards, write
from converter.site.search.fold import Fold
from converter.site.search.keys import ROLE, WORD, keys_of
from converter.site.search.names import names_in, names_of, sounds
from converter.site.search.pages import BuiltPage, addresses_in, numbered, pages_of
from converter.site.search.postings import Postings, Worth
from converter.site.search.synonyms import asked_in
from converter.site.search.variants import asked, paired, printed, variants


class KnownTerm(NamedTuple):
    """A term in both languages, the id of its row in the glossary, and what it means, by language."""

    forms: tuple[str, ...]
    renderings: tuple[str, ...]
    anchor: str
    meanings: Mapping[str, str]


Terms = Sequence[KnownTerm]

FOLDER = "search"
_NEW = "new"
_MANY = 8
_OFTEN = [int(worth) for worth in (*(Worth.ONCE,) * 2, *(Worth.TWICE,) * 2, *(Worth.OFTEN,) * 4)]
"""By how often a key occurs in the text, up to ``_MANY`` times."""
_KINDS = {
    **{"chapter": "c", "figures": "f", "report": "r", "notes": "n", "home": "l"},
    **dict.fromkeys(ABOUT, "a"),
}
"""What a page is to the search; a page of a library or one that a person added is ``l``."""
_PAIR = re.compile(r"[\u3400-\u9fff]{2}")
_EVERYWHERE, _COMMON = 2_000, 100
"""Pages of a common pair, at least, and how many of these pairs the browser gets, less than half a kilobyte."""
_WORDS = 6_000
_SHORTEST = 4
"""Latin words the browser gets to find a mistyped one, and the letters of the shortest."""


class Part(NamedTuple):
    """What was collected of some pages, but for what lies in its ``file``; by a page's number, digest and kind of it."""

    file: Path
    digests: dict[int, bytes]
    kinds: dict[int, str]


class Collected(msgspec.Struct):
    """What is in the file of a part: texts and kinds of pages by number, their keys (``Postings``), characters, and names."""

    texts: dict[int, bytes]
    kinds: dict[int, str]
    postings: tuple[list[str], bytes, bytes]
    seen: str
    names: dict[str, int]


def write_index(site: Path, terms: Terms) -> None:
    """Write the index of all pages below ``site``; ``terms`` are Chinese and English names of the same things."""
    numbers = numbered(addresses_in(site))
    with TemporaryDirectory() as folder:
        join_index(site, [index_part(site, numbers, Path(folder, "part"))], numbers, terms)


def index_part(site: Path, numbers: Mapping[str, int], file: Path) -> Part:
    """Write the texts of the pages at these addresses, and into ``file`` what they can be found by; ``numbers`` are theirs."""
    folder, fold = Folder(site / FOLDER / _NEW), Fold(variants())
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
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(msgspec.msgpack.encode(Collected(texts, kinds, postings.packed(), seen, dict(names))))
    return Part(file, {number: digest(text) for number, text in texts.items()}, kinds)


def reuse_part(site: Path, file: Path, content: bytes) -> Part | None:
    """The same part for a further index, its pages being as they were; None where the ``content`` of its file is none."""
    try:
        collected = msgspec.msgpack.decode(content, type=Collected)
    except msgspec.MsgspecError:
        return None
    folder = Folder(site / FOLDER / _NEW)
    for number, text in collected.texts.items():
        folder.put(_text(number), text)
    digests = {number: digest(text) for number, text in collected.texts.items()}
    return Part(file, digests, collected.kinds)


def join_index(site: Path, parts: Sequence[Part], numbers: Mapping[str, int], terms: Terms) -> list[str]:
    """Write what the parts make together; ``numbers`` are those of all pages.  An older index goes.

    Returns the checksums of the files of the parts.
    """
    for old in (site / FOLDER).glob("*"):
        if old.name != _NEW and old.is_dir():
            shutil.rmtree(old)
    folder, all_parts = Folder(site / FOLDER / _NEW), _All()
    sums = [all_parts.join(part.file.read_bytes()) for part in parts]
    digests = [of for _, of in sorted(item for part in parts for item in part.digests.items())]
    common = _common(all_parts.postings.counts)
    counts, lists = shards(all_parts.postings, frozenset(common))
    digests += [digest(folder.write(f"keys/{number}", of)) for number, of in enumerate(lists)]
    known = printed(all_parts.seen)
    digests += [digest(folder.write(name, data)) for name, data in _once(all_parts, known, terms)]
    languages = groupby(map(language_of, numbers))
    spans = [[language, len(list(same))] for language, same in languages]
    kinds = {number: kind for part in parts for number, kind in part.kinds.items()}
    about = {"keys": counts, "languages": spans, "variants": paired(known), "common": "".join(common)}
    about["kinds"] = "".join(kinds.get(number, "-") for number in range(len(numbers)))
    write(site / FOLDER, "index", {"version": folder.close(digests), **about})
    return sums


class _All:
    """What the parts have together."""

    def __init__(self) -> None:
        self.postings, self.seen, self.names = Postings(), set[str](), Counter[str]()

    def join(self, content: bytes) -> str:
        """What a part collected belongs to it; the checksum of its file."""
        collected = msgspec.msgpack.decode(content, type=_Found)
        self.postings.join(collected.postings)
        self.seen.update(collected.seen)
        self.names.update(collected.names)
        return hashlib.sha256(content).hexdigest()


class _Found(msgspec.Struct):
    """As ``Collected``, without the texts."""

    postings: tuple[list[str], bytes, bytes]
    seen: str
    names: dict[str, int]


def _once(joined: _All, known: dict[str, str], terms: Terms) -> Iterator[tuple[str, object]]:
    """The files there is one of, each with its name."""
    yield "variants", paired(asked(Fold(variants())("".join(sorted(joined.seen))), known))
    yield "terms", [term[:3] for term in terms]
    for language in LANGUAGES:
        yield f"meanings/{language}", [term.meanings[language] for term in terms]
        yield from asked_in(language)
    counts = joined.postings.counts
    yield "names", names_of((form for term in terms for form in term.forms), joined.names)
    yield "sounds", sounds({key: count for key, count in counts.items() if len(key) == 1})
    words = [key for key in counts if key[0] == WORD and len(key) > _SHORTEST and key[1:].isalpha()]
    often = sorted(words, key=lambda word: (-counts[word], word))[:_WORDS]
    yield "words", " ".join(word.removeprefix(WORD) for word in often)


def _common(counts: Mapping[str, int]) -> list[str]:
    """Pairs of Chinese characters that so many pages have that their lists are long to load, the most frequent ones."""
    pairs = [key for key, count in counts.items() if count >= _EVERYWHERE and _PAIR.fullmatch(key)]
    return sorted(pairs, key=lambda pair: (-counts[pair], pair))[:_COMMON]


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
