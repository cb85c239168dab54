"""Mark what the page around a report left in its text.  Patterns and reasons: ``noise.toml``."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from converter.clean.fold import INVISIBLE
from converter.clean.rows import row_starts
from converter.kept import kept
from converter.knowledge import Bilingual, Table
from converter.model import Dropped, Span
from converter.numerals import Regex

_LINE = re.compile(r"[^\n]+")


class _Reason(Bilingual, frozen=True):
    line: tuple[Regex, ...] = ()
    any: tuple[Regex, ...] = ()
    foot: tuple[Regex, ...] = ()
    inside: tuple[Regex, ...] = ()


NOISE = Table(__package__, "noise.toml", dict[str, _Reason])


@kept
def _patterns(where: Literal["line", "any", "inside"]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = ((key, pattern) for key, entry in NOISE.load().items() for pattern in getattr(entry, where))
    return tuple((key, re.compile(pattern, re.M)) for key, pattern in rows)


@kept
def foot_lines() -> re.Pattern[str]:
    """What a whole line says that only the foot of a page starts with."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in NOISE.load()["page_foot"].foot))


@kept
def reasons() -> Mapping[str, Mapping[str, str]]:
    """Each reason's key with its words: ``{"view_count": {"zh": …, "en": …}, …}``."""
    return {key: {"zh": entry.zh, "en": entry.en} for key, entry in NOISE.load().items()}


def find_noise(folded: str, furniture: Iterable[Dropped] = ()) -> tuple[Dropped, ...]:
    """The noise in a folded text, in order, without overlaps.

    ``furniture`` is what the reader of the document knows to be noise already.
    """
    found = [*furniture, *_anywhere(folded)]
    taken = {i for start, end, _ in found for i in range(start, end)}
    found += [Dropped(*span, key) for span, key in _whole_lines(folded, taken)]
    return _without_overlaps(sorted(found))


def inner_noise(text: str, folded: str) -> Iterator[Dropped]:
    """What stands in the middle of words and is none of them.  ``text`` is raw, ``folded`` its folded form."""
    for match in re.finditer(f"[{INVISIBLE}]+", text):
        yield Dropped(match.start(), match.end(), "invisible")
    for key, pattern in _patterns("inside"):
        for match in pattern.finditer(folded):
            yield Dropped(match.start(), match.end(), key)


def _anywhere(folded: str) -> Iterator[Dropped]:
    rows = row_starts(folded) if "|" in folded else None
    for key, pattern in _patterns("any"):
        if key == "table_residue" and rows is None:
            continue
        for match in pattern.finditer(folded):
            # An empty cell at the end of a row keeps the row as wide as the others.
            if key == "table_residue" and folded.rfind("\n", 0, match.start()) + 1 in (rows or ()):
                continue
            start, end = _trimmed(folded, match.start(), match.end())
            if start < end:
                yield Dropped(start, end, key)


def _whole_lines(folded: str, taken: set[int]) -> Iterator[tuple[Span, str]]:
    for line in _LINE.finditer(folded):
        left = (i for i in range(*line.span()) if i not in taken and folded[i] != " ")
        first = next(left, None)
        if first is None:
            continue
        last = next(i for i in reversed(range(*line.span())) if i not in taken and folded[i] != " ")
        span = Span(first, last + 1)
        reason = reason_of_line(span.of(folded))
        if reason:
            yield span, reason


def reason_of_line(words: str) -> str | None:
    """Why a whole line (folded, no blanks around it) is noise, None where it is not."""
    found = _any_line().fullmatch(words)
    return _patterns("line")[(found.lastindex or 0) - 1][0] if found else None


@kept
def _any_line() -> re.Pattern[str]:
    """All patterns for whole lines, each a group, in their order; none of them has groups of its own."""
    return re.compile("|".join(f"({pattern.pattern})" for _, pattern in _patterns("line")), re.M)


def _trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    while start < end and folded[start] in " \n":
        start += 1
    while start < end and folded[end - 1] in " \n":
        end -= 1
    return start, end


def _without_overlaps(found: list[Dropped]) -> tuple[Dropped, ...]:
    kept: list[Dropped] = []
    for start, end, reason in found:
        first = max(start, kept[-1].end if kept else 0)
        if first < end:
            kept.append(Dropped(first, end, reason))
    return tuple(kept)
