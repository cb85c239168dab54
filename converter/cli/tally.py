"""What became of many files, on one small table."""

from collections import Counter
from collections.abc import Iterator, Sequence

from converter.build import Converted
from converter.cli.failing import reason
from converter.cli.messages import say
from converter.errors import InputError


def tally(built: Sequence[Converted], refused: Sequence[InputError]) -> Iterator[str]:
    """How many files were converted, and how many were not, by reason, the commonest first."""
    yield _row(len(built), say("tally_converted"))
    for words, count in Counter(map(reason, refused)).most_common():
        yield _row(count, say("tally_refused", why=words))


def _row(count: int, words: str) -> str:
    return f"{count:6}  {words}"
