"""Where a heading ends that runs into its text without any mark: ``（二）规范性文件管理2019年和2020年……``.

Each place it may end at is scored by what stands there: how often the two characters before it end a sentence, the two
behind it start one, how firmly the two around it hang together (``glue_pairs.csv``), how long the heading would be and
how its clauses would be balanced.  The weights (``glue_weights.csv``) are learnt from reports that give their headings
lines of their own (``bench/heading_ends.py``).  Headings of one run are alike, so a run is decided together.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from converter.structure.segment import glue_tables
from converter.structure.segment.heading import ends_known, prescribed_end, starts_known

_STOPS = "。;!?"
_STOP = re.compile(f"[{_STOPS}]")
_MARK = re.compile("[,。;:、]")
_DIGIT = re.compile("[0-9]")
_YEAR = re.compile("[0-9]{4}年")
_SIGNS = frozenset("。;!?,、:.")
_OPENING, _CLOSED = "(《“‘「『【", ")》”’」』】"
LONGEST = 60  # characters of a heading
_SHORTEST = 2
_AHEAD = 24  # characters of the text that are looked at
_UNKNOWN = "?"
_PRESCRIBED = 5.0  # for a heading the rules prescribe
_SAME_KIND, _SAME_CLAUSES, _SAME_LENGTH = (
    2.0,
    1.0,
    0.125,
)  # how much the headings of a run speak for one another


NO_HEADING = 0
"""The place that says: no heading is glued here, the marks of the text tell."""


class Glued(NamedTuple):
    """What follows an item mark, folded and without blanks, and the rank of the mark's style."""

    words: str
    rank: int


def ends(run: Sequence[Glued], all_glued: bool = False) -> list[tuple[int, float]]:
    """For the parts of a run: where the heading of each ends, ``NO_HEADING`` where no end is hidden, and how sure that is (0 to 1).

    Where ``all_glued``, each has a hidden end if it can.
    """
    tried = [(places(part.words), part) for part in run]
    if all_glued:
        tried = [(found[1:] or found, part) for found, part in tried]
    scored = [[_score(part, place) for place in found] for found, part in tried]
    chances = [_chances(scores) for scores in scored]
    joint = [
        _with_siblings(n, tried, scored, chances) if len(run) > 1 else scored[n] for n in range(len(run))
    ]
    best = [max(range(len(scores)), key=scores.__getitem__) for scores in joint]
    return [(tried[n][0][at], _chances(joint[n])[at]) for n, at in enumerate(best)]


def chances(part: Glued) -> Iterator[tuple[int, float]]:
    """Each place where the heading of a part that stands alone may end, and how likely it is."""
    found = places(part.words)
    yield from zip(found, _chances([_score(part, place) for place in found]), strict=True)


def places(words: str) -> list[int]:
    """Where a heading at the start of ``words`` may end without a mark, and ``NO_HEADING``."""
    found, depth = [NO_HEADING], 0
    for at in range(1, min(LONGEST, len(words) - 1) + 1):
        before, after = words[at - 1], words[at]
        if depth == 0 and before in _STOPS:
            break
        depth += (before in _OPENING) - (before in _CLOSED and depth > 0)
        inside = depth or before in _SIGNS or after in _SIGNS or after in _CLOSED or after == "%"
        if at >= _SHORTEST and not inside and not (before.isdecimal() and after.isdecimal()):
            found.append(at)
    return found


def features(part: Glued, place: int) -> Iterator[str]:
    """What speaks for or against the heading of ``part`` ending at ``place``: keys of ``glue_weights.csv``."""
    words, rank = part.words, str(part.rank)
    return _of_none(words, rank) if place == NO_HEADING else _of_end(words, place, rank)


def _of_none(words: str, rank: str) -> Iterator[str]:
    sentence = _STOP.split(words, maxsplit=1)[0]
    yield "none rank " + rank
    yield f"none length {rank} {_length(len(sentence))}"
    yield f"none clauses {min(sentence.count(','), 5)}"
    # What could be a heading by its length is none with a figure in it.
    yield f"none digits {bool(_DIGIT.search(sentence, 2))} {min(len(sentence) // 10, 5)}"
    yield f"none year {bool(_YEAR.search(sentence, 2))} {min(len(sentence) // 10, 5)}"
    yield f"none first clause {min(len(sentence.split(',')[0]) // 4, 8)}"
    yield f"none ends {_pair(sentence[-2:])[0]}"
    yield f"none goes on {len(words) - len(sentence) > 12}"


def _of_end(words: str, place: int, rank: str) -> Iterator[str]:
    clauses = words[:place].split(",")
    ahead = _MARK.search(words, place, place + _AHEAD)
    ends, starts, bond = (
        _pair(words[place - 2 : place])[0],
        _pair(words[place : place + 2])[1],
        _bond(words, place),
    )
    yield "rank " + rank
    yield f"length {rank} {_length(place)}"
    yield f"clauses {rank} {min(len(clauses) - 1, 4)}"
    yield f"digits {bool(_DIGIT.search(words, 4, place))}"
    yield f"text's first clause {min((ahead.start() - place if ahead else _AHEAD) // 2, 8)}"
    yield f"ends {ends}"
    yield f"starts {starts}"
    yield f"bond {bond}"
    yield f"ends and starts {_sum(ends, starts)}"
    yield f"all {_sum(ends, starts, _UNKNOWN if bond == _UNKNOWN else str(-int(bond)))}"
    yield f"bond before {_bond(words, place - 1)}"
    yield f"bond behind {_bond(words, place + 1)}"
    year = words[place : place + 4].isdecimal() and words[place + 4 : place + 5] == "年"
    known_end, known_start = (
        ends_known(words[max(0, place - 2) : place]),
        starts_known(words[place : place + 8]),
    )
    yield f"known end {known_end} {ends}"
    yield f"known start {known_start}"
    yield f"year {year}"
    yield f"known end and year {known_end and year}"
    yield f"known end and start {known_end and known_start}"
    yield "last " + words[place - 2 : place]
    yield "first " + words[place : place + 2]
    yield "last one " + words[place - 1]
    yield "first one " + words[place]
    yield "around " + words[place - 1 : place + 1]
    if len(clauses) > 1:
        yield f"balance {max(-4, min(6, len(clauses[-1]) - len(clauses[-2])))}"
        yield f"same start {clauses[-1][:1] == clauses[0][:1]}"
        yield f"same end {clauses[-1][-1:] == clauses[0][-1:]}"


def _length(length: int) -> int:
    return length if length < 16 else 16 + (length - 16) // 3 if length < 34 else 22 + (length - 34) // 6


def _sum(*values: str) -> str:
    known = [int(value) for value in values if value != _UNKNOWN]
    return str(max(-6, min(6, sum(known) // 2))) if len(known) == len(values) else _UNKNOWN


def _bond(words: str, place: int) -> str:
    return _pair(words[place - 1 : place + 1])[2]


def _pair(pair: str) -> tuple[str, str, str]:
    return glue_tables.pairs().get(pair, (_UNKNOWN,) * 3)


def _score(part: Glued, place: int) -> float:
    weights = glue_tables.weights()
    prescribed = _PRESCRIBED if place != NO_HEADING and place == prescribed_end(part.words) else 0.0
    return prescribed + sum(weights.get(key, 0.0) for key in features(part, place))


def _chances(scores: Sequence[float]) -> list[float]:
    most = max(scores)
    powers = [math.exp(score - most) for score in scores]
    whole = sum(powers)
    return [power / whole for power in powers]


def _with_siblings(
    n: int,
    tried: Sequence[tuple[list[int], Glued]],
    scored: Sequence[list[float]],
    chances: Sequence[list[float]],
) -> list[float]:
    """The scores of a part's places, with what the other parts of its run say: glued or not, of how many clauses, how long."""
    glued, length, others = 0.0, 0.0, len(tried) - 1
    clauses: defaultdict[int, float] = defaultdict(float)
    for m, (found, part) in enumerate(tried):
        for place, chance in zip(found, chances[m], strict=True) if m != n else ():
            if place != NO_HEADING:
                glued += chance
                clauses[part.words.count(",", 0, place)] += chance
                length += chance * place
    found, part = tried[n]
    scores = []
    for place, alone in zip(found, scored[n], strict=True):
        count = others - glued if place == NO_HEADING else glued
        score = alone + _SAME_KIND * math.log((count + 0.3) / (others + 0.6))
        if place != NO_HEADING:
            same = clauses[part.words.count(",", 0, place)]
            score += _SAME_CLAUSES * math.log((same + 0.2) / (glued + 0.8))
            score -= _SAME_LENGTH * abs(place - length / glued) if glued > 0.5 else 0.0
        scores.append(score)
    return scores
