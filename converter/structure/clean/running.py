"""What a printed page has above or below its text: the same words on each, with the number of the page."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from converter.model import Dropped

_LINE = re.compile(r"[^\n]+")
_NUMBERED = re.compile(
    r"(?P<words>[^\n。;]{5,40}?) +[-·]? ?(?P<n>\d{1,3}) ?[-·]?|[-·]? ?(?P<first>\d{1,3}) ?[-·]? +(?P<behind>[^\n。;]{5,40})"
)
_ANNEX = re.compile(r"附[件录表]|[图表]|第")
_FEWEST = 3  # pages; fewer where a report starts with the same words


def running_heads(folded: str) -> frozenset[str]:
    """The lines of a text that are its pages' heads: alike but for a number that counts them."""
    lines = [match[0].strip() for match in _LINE.finditer(folded)]
    numbers: dict[str, list[int]] = defaultdict(list)
    for words, n in _told(lines):
        numbers[words].append(n)
    first = next((line.strip(" :") for line in lines if line), "")
    heads = {
        words
        for words, found in numbers.items()
        if found == list(range(found[0], found[0] + len(found)))
        and len(found) >= (1 if words == first else 2 if first.startswith(words) else _FEWEST)
    }
    return frozenset(line for line in lines if any(words in heads for words, _ in _told([line])))


def _told(lines: Sequence[str]) -> Iterator[tuple[str, int]]:
    for line in lines:
        match = _NUMBERED.fullmatch(line)
        words = match and (match["words"] or match["behind"]).strip(" :")
        if match and words and not _ANNEX.match(words):
            yield words, int(match["n"] or match["first"])


def lines_of(folded: str, heads: frozenset[str]) -> Iterator[Dropped]:
    """Where these lines stand."""
    for line in _LINE.finditer(folded) if heads else ():
        words = line[0].strip()
        if words in heads:
            start = line.start() + line[0].index(words)
            yield Dropped(start, start + len(words), "running_head")
