"""Which text of a list became which of another after people edited, moved, added and removed some."""

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

# More pairs than this are not all compared; texts then go in order.
_MOST = 10_000
Pair = tuple[int | None, int | None]
Near = Callable[[int, int], bool]
"""Whether the texts at two places, one in each list, stand in the same part."""


def _anywhere(_: int, __: int) -> bool:
    return False


def pair(old: Sequence[str], new: Sequence[str], alike: float, near: Near = _anywhere) -> list[Pair]:
    """Pairs of places (old, new) in the order of both; None on one side for what came or went.

    Equal texts are the same text; between them those pair that are most alike, but none whose likeness (0 to 1)
    is below ``alike``; those that are ``near`` each other come first.  A text that moved past others is found too if it stayed as it was.
    """
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    pairs: list[Pair] = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            pairs += zip(range(i1, i2), range(j1, j2), strict=True)
        else:
            pairs += _changed(old, new, (i1, i2, j1, j2), alike, near)
    return _moved(old, new, pairs)


def _changed(
    old: Sequence[str], new: Sequence[str], part: tuple[int, int, int, int], alike: float, near: Near
) -> Iterator[Pair]:
    i1, i2, j1, j2 = part
    chosen = dict(_best(old[i1:i2], new[j1:j2], alike, lambda i, j: near(i1 + i, j1 + j)))
    taken = set(chosen.values())
    at = j1
    for i in range(i1, i2):
        if i - i1 not in chosen:
            yield i, None
            continue
        j = chosen[i - i1] + j1
        yield from ((None, k) for k in range(at, j) if k - j1 not in taken)
        yield i, j
        at = j + 1
    yield from ((None, k) for k in range(at, j2))


def _best(old: Sequence[str], new: Sequence[str], alike: float, near: Near) -> list[tuple[int, int]]:
    """The pairs, in order on both sides, whose likenesses add up to the most."""
    if len(old) == len(new) or len(old) * len(new) > _MOST:
        return [(i, i) for i in range(min(len(old), len(new))) if likeness(old[i], new[i]) >= alike]
    likes = [[likeness(a, b) for b in new] for a in old]
    # best[i][j]: the most that old[i:] and new[j:] can give.
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            here = likes[i][j] + _ORDER + near(i, j)
            both = here + best[i + 1][j + 1] if likes[i][j] >= alike else 0.0
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    return list(_walk(best))


# Of pairings equally alike the one with more pairs.
_ORDER = 1e-6


def _walk(best: Sequence[Sequence[float]]) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(best) - 1 and j < len(best[0]) - 1:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield i, j
            i, j = i + 1, j + 1


def _moved(old: Sequence[str], new: Sequence[str], pairs: list[Pair]) -> list[Pair]:
    left = {old[i]: i for i, j in pairs if j is None and i is not None}
    found = {j: left.pop(new[j]) for i, j in pairs if i is None and j is not None and new[j] in left}
    former = set(found.values())
    return [
        (found.get(j), j) if i is None and j is not None else (i, j)
        for i, j in pairs
        if not (j is None and i in former)
    ]


def likeness(one: str, other: str) -> float:
    """How many characters two texts share, from 0 (none) to 1 (all)."""
    return SequenceMatcher(None, one, other, autojunk=False).quick_ratio()
