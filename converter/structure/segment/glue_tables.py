"""What was learnt of headings that run into their text (``bench/heading_ends.py``): pairs of characters, weights of features."""

from collections.abc import Mapping

from converter.caching import kept
from converter.knowledge import Record, Table


class _Pair(Record, frozen=True):
    ends: str
    starts: str
    bond: str
    pairs: str


class _Weight(Record, frozen=True):
    feature: str
    weight: str


class _Pairs(Record, frozen=True):
    row: tuple[_Pair, ...]


class _Weights(Record, frozen=True):
    row: tuple[_Weight, ...]


PAIRS = Table(__package__, "glue_pairs.csv", _Pairs)
WEIGHTS = Table(__package__, "glue_weights.csv", _Weights)


@kept
def pairs() -> Mapping[str, tuple[str, str, str]]:
    """Of two characters: how much more often than others they end a sentence, start one, stand together."""
    return {
        row.pairs[at : at + 2]: (row.ends, row.starts, row.bond)
        for row in PAIRS.load().row
        for at in range(0, len(row.pairs), 2)
    }


@kept
def weights() -> Mapping[str, float]:
    return {row.feature: int(row.weight) / 100 for row in WEIGHTS.load().row}
