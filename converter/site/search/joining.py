"""The index of a site, joined from what was collected of its pages part by part (``index``)."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import msgspec

from converter.layout import LANGUAGES, language_of
from converter.site.search.files import Folder, digest, shards, write
from converter.site.search.fold import Fold
from converter.site.search.index import FOLDER, NEW, Part, index_part
from converter.site.search.keys import WORD
from converter.site.search.names import names_of, sounds
from converter.site.search.pages import addresses_in, numbered
from converter.site.search.ranges import Before, Joined, joined_ranges
from converter.site.search.synonyms import asked_in
from converter.site.search.variants import asked, paired, printed, variants


class KnownTerm(NamedTuple):
    """A term in both languages, the id of its row in the glossary, and what it means, by language."""

    forms: tuple[str, ...]
    renderings: tuple[str, ...]
    anchor: str
    meanings: Mapping[str, str]


Terms = Sequence[KnownTerm]


class Last(NamedTuple):
    """The last index: its folder, and what the next one of the same pages may rest on, as far as they are there."""

    folder: Path | None = None
    before: Before | None = None


_NONE = Last()
_PAIR = re.compile(r"[\u3400-\u9fff]{2}")
_EVERYWHERE, _COMMON = 2_000, 100
"""Pages of a common pair, at least, and how many of these pairs the browser gets, less than half a kilobyte."""
_WORDS = 6_000
_SHORTEST = 4
"""Latin words the browser gets to find a mistyped one, and the letters of the shortest."""


def write_index(site: Path, terms: Terms) -> None:
    """Write the index of all pages below ``site``; ``terms`` are Chinese and English names of the same things."""
    numbers = numbered(addresses_in(site))
    with TemporaryDirectory() as folder:
        join_index(site, [index_part(site, numbers, Path(folder, "part"))], numbers, terms)


def join_index(
    site: Path,
    parts: Sequence[Part],
    numbers: Mapping[str, int],
    terms: Terms,
    last: Last = _NONE,
) -> list[bytes]:
    """Write what the parts make together; ``numbers`` are those of all pages.  An older index goes.

    What is returned are the ranges of its keys, of which the next index of the same pages may be made sooner (``last``).
    """
    ranges = joined_ranges([part.file for part in parts], last.before)
    folder, lists = Folder(site / FOLDER / NEW, last.folder), _lists(ranges)
    digests = [of for _, of in sorted(item for part in parts for item in part.digests.items())]
    common = _common(lists.counts)
    counts, files = shards(lists.written, frozenset(common))
    digests += [digest(folder.write(f"keys/{number}", of)) for number, of in enumerate(files)]
    seen = "".join(sorted(set[str]().union(*(part.seen for part in parts))))
    known = printed(seen)
    digests += [digest(folder.write("variants", paired(asked(Fold(variants())(seen), known))))]
    digests += [digest(folder.write(name, data)) for name, data in _once(lists.counts, _names(parts), terms)]
    languages = groupby(map(language_of, numbers))
    spans = [[language, len(list(same))] for language, same in languages]
    kinds = {number: kind for part in parts for number, kind in part.kinds.items()}
    about = {"keys": counts, "languages": spans, "variants": paired(known), "common": "".join(common)}
    about["kinds"] = "".join(kinds.get(number, "-") for number in range(len(numbers)))
    _let_go(site / FOLDER)
    write(site / FOLDER, "index", {"version": folder.close(digests), **about})
    return ranges


def _let_go(index: Path) -> None:
    """An older index in the same place goes."""
    for old in index.glob("*"):
        if old.name != NEW and old.is_dir():
            shutil.rmtree(old)


class _Lists(NamedTuple):
    """On how many pages each key is, and its list as written, in the order of the keys."""

    counts: dict[str, int]
    written: list[tuple[str, str]]


def _lists(ranges: Sequence[bytes]) -> _Lists:
    found = _Lists({}, [])
    for content in ranges:
        joined = msgspec.msgpack.decode(content, type=Joined)
        found.counts.update(zip(joined.keys, joined.counts, strict=True))
        found.written.extend(zip(joined.keys, joined.lists.split(), strict=True))
    return found


def _names(parts: Sequence[Part]) -> Counter[str]:
    names = Counter[str]()
    for part in parts:
        names.update(part.names)
    return names


def _once(counts: Mapping[str, int], names: Counter[str], terms: Terms) -> Iterator[tuple[str, object]]:
    """The files there is one of, each with its name."""
    yield "terms", [term[:3] for term in terms]
    for language in LANGUAGES:
        yield f"meanings/{language}", [term.meanings[language] for term in terms]
        yield from asked_in(language)
    yield "names", names_of((form for term in terms for form in term.forms), names)
    yield "sounds", sounds({key: count for key, count in counts.items() if len(key) == 1})
    words = [key for key in counts if key[0] == WORD and len(key) > _SHORTEST and key[1:].isalpha()]
    often = sorted(words, key=lambda word: (-counts[word], word))[:_WORDS]
    yield "words", " ".join(word.removeprefix(WORD) for word in often)


def _common(counts: Mapping[str, int]) -> list[str]:
    """Pairs of Chinese characters that so many pages have that their lists are long to load, the most frequent ones."""
    pairs = [key for key, count in counts.items() if count >= _EVERYWHERE and _PAIR.fullmatch(key)]
    return sorted(pairs, key=lambda pair: (-counts[pair], pair))[:_COMMON]
