"""Paragraphs that people cut in two or joined: their translations are cut and joined along, where nothing is in doubt."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from converter.translation.memory.po import Unit
from converter.translation.numbers import differences

# More paragraphs than this nobody makes of one.
_MOST = 6
_CHINESE_END = re.compile("[。！？][”’」』）]*")
_ENGLISH_END = re.compile(r"[.!?][”’\")*]*\s+(?=[A-Z“‘\"(*\d])")


class Parted(Struct, frozen=True):
    """The units with those cut and joined that the Chinese has cut and joined, and what they were before."""

    units: tuple[Unit, ...]
    former: tuple[Unit, ...]


def parted(known: Sequence[Unit], chinese: Sequence[str]) -> Parted:
    """``known`` as the ``chinese`` paragraphs are cut and joined now.  A cut whose English nobody can tell is left alone."""
    stay, now = {unit.zh for unit in known}, set(chinese)
    cuts = {_bare(chinese[i:j]): tuple(chinese[i:j]) for i, j in _runs(chinese, stay)}
    joins = {_bare([unit.zh for unit in known[i:j]]): (i, j) for i, j in _runs([u.zh for u in known], now)}
    joined = {joins[_bare([text])]: text for text in chinese if text not in stay and _bare([text]) in joins}
    units: list[Unit] = []
    former: list[Unit] = []
    taken = {at: span for span in joined for at in range(*span)}
    for at, unit in enumerate(known):
        span = taken.get(at)
        pieces = cuts.get(_bare([unit.zh]), ()) if unit.zh not in now else ()
        if span and any(one.en for one in known[slice(*span)]):
            if at == span[0]:
                units.append(_join(known[slice(*span)], joined[span]))
            former.append(unit)
        elif pieces and (cut := _cut(unit, pieces)):
            units += cut
            former.append(unit)
        else:
            units.append(unit)
    return Parted(tuple(units), tuple(unit for unit in former if unit.en))


def same_words(english: Sequence[str], known: Sequence[str]) -> set[str]:
    """Of the ``english`` paragraphs those that are ``known`` ones only cut or joined: no word of them is another."""
    whole, pieces = {_words([text]) for text in known}, {_words(known[i:j]) for i, j in _runs(known, ())}
    cut = {
        text for i, j in _runs(english, set(known)) if _words(english[i:j]) in whole for text in english[i:j]
    }
    return cut | {text for text in english if text not in known and _words([text]) in pieces}


def _runs(texts: Sequence[str], without: set[str] | tuple[()]) -> Iterator[tuple[int, int]]:
    """Every run of two paragraphs or more that holds none of ``without``."""
    for i in range(len(texts)):
        for j in range(i + 1, min(len(texts), i + _MOST) + 1):
            if texts[j - 1] in without:
                break
            if j - i > 1:
                yield i, j


def _bare(texts: Sequence[str]) -> str:
    return "".join("".join(text.split()) for text in texts)


def _words(texts: Sequence[str]) -> str:
    return " ".join(" ".join(texts).split())


def _join(units: Sequence[Unit], zh: str) -> Unit:
    """One unit of several; where one of them has no translation or a stale one, so has the whole."""
    translated = [unit for unit in units if unit.en]
    fresh = len(translated) == len(units) and all(unit.source == unit.zh for unit in units)
    source = zh if fresh else "".join(unit.source for unit in translated)
    comments = dict.fromkeys(line for unit in units for line in unit.comment.split("\n") if line)
    return replace(
        translated[0],
        key=units[0].key,
        zh=zh,
        en=_words([unit.en for unit in translated]),
        source=source,
        draft=any(unit.draft for unit in translated),
        comment="\n".join(comments),
    )


def _cut(unit: Unit, pieces: Sequence[str]) -> list[Unit]:
    """The unit in as many as there are ``pieces`` of its Chinese; none where sentences or numbers do not show where to cut."""
    if not unit.en or unit.source != unit.zh:
        return []
    ends = [0, *(end.end() for end in _ENGLISH_END.finditer(unit.en)), len(unit.en)]
    sentences = [unit.en[start:end].strip() for start, end in pairwise(ends)]
    counts = [max(1, len(_CHINESE_END.findall(piece))) for piece in pieces]
    if sum(counts) != len(sentences):
        return []
    places = [sum(counts[:n]) for n in range(len(counts) + 1)]
    english = [" ".join(sentences[start:end]) for start, end in pairwise(places)]
    if any(differences(zh, en) for zh, en in zip(pieces, english, strict=True)):
        return []
    return [replace(unit, zh=zh, en=en, source=zh) for zh, en in zip(pieces, english, strict=True)]
