"""What became of many files, on one small table."""

from collections import Counter
from collections.abc import Iterator, Sequence

from converter.cli.failing import reason
from converter.cli.messages import say


def tally(built: int, refused: Sequence[Exception]) -> Iterator[str]:
    """How many files were converted, and how many were not, by reason, the commonest first."""
    yield _row(built, say("tally_converted"))
    for words, count in Counter(map(reason, refused)).most_common():
        yield _row(count, say("tally_refused", why=words))


def _row(count: int, words: str) -> str:
    return f"{count:6}  {words}"
