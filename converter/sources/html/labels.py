"""The facts a page prints beside a label: ``发布机构：…``, in a line, in neighbouring cells, or many in one line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from converter.caching import kept
from converter.sources.html.rules import table

_LONGEST = 200  # characters; a longer line is text


class Fact(NamedTuple):
    """``value`` as printed; ``rank`` is the label's place in ``[labels] key``, 0 the best."""

    key: str
    rank: int
    value: str


@kept
def _labels() -> Mapping[str, tuple[str, int]]:
    return {
        label: (key, rank) for key, labels in table()["labels"].items() for rank, label in enumerate(labels)
    }


@kept
def _label() -> re.Pattern[str]:
    # Short labels are typed apart to be as wide as long ones (索 引 号).
    longest_first = sorted(_labels(), key=len, reverse=True)
    return re.compile(r"(" + "|".join(r"\s*".join(label) for label in longest_first) + r")\s*[:：]")


def is_label(words: str) -> bool:
    """True where the words are nothing but a label, with or without its colon and brackets."""
    return _bare(words) in _labels()


def _bare(words: str) -> str:
    return re.sub(r"[\s:：【】\[\]]", "", words)


def facts(lines: Sequence[str]) -> Iterator[Fact]:
    """The facts that lines tell, in order; a label alone on its line speaks of the next."""
    for n, line in enumerate(lines):
        following = lines[n + 1] if n + 1 < len(lines) else ""
        if is_label(line):
            if not is_label(following):
                yield Fact(*_labels()[_bare(line)], following)
        elif len(line) <= _LONGEST and "。" not in line:
            yield from _in_line(line)


def _in_line(line: str) -> Iterator[Fact]:
    found = list(_label().finditer(line))
    for n, match in enumerate(found):
        end = found[n + 1].start() if n + 1 < len(found) else len(line)
        value = line[match.end() : end].strip(" \xa0\u3000|;,；，[]【】()（）")
        if value:
            yield Fact(*_labels()[_bare(match[1])], value)
