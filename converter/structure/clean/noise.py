"""Mark what the page around a report left in its text.  Patterns and reasons: ``noise.toml``."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from converter.caching import kept, kept_latest
from converter.knowledge import Bilingual, Table
from converter.model import Dropped, Span
from converter.structure.clean.listings import listed
from converter.structure.clean.rows import row_starts
from converter.text.fold import INVISIBLE
from converter.text.numerals import Regex

_LINE = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[^。\n]{12,}。")
_PAGES = (
    ("页", re.compile(r"(?<=[^\n ]) ?第 ?(\d{1,3}) ?页 ?(?=[^\n ,。])")),
    # -3- between two numbers is the month of a day.
    (
        "-",
        re.compile(
            r"-(?:(?<=[^\n -]-)|(?<=[^\n -] -))(?<!\d{4} -)-?(?!(?<=\d-)\d+-\d) ?(\d{1,3}) ?-{1,2} ?(?=[^\n -])"
        ),
    ),
)
_UNSEEN = re.compile(f"[{INVISIBLE}][{INVISIBLE}]*")
_LONGEST_NOISE = 150  # characters


class _Reason(Bilingual, frozen=True):
    line: tuple[Regex, ...] = ()
    any: tuple[Regex, ...] = ()
    foot: tuple[Regex, ...] = ()
    glued: tuple[Regex, ...] = ()
    inside: tuple[Regex, ...] = ()
    wall: tuple[Regex, ...] = ()


NOISE = Table(__package__, "noise.toml", dict[str, _Reason])


@kept
def _patterns(where: Literal["line", "any", "inside", "wall"]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = ((key, pattern) for key, entry in NOISE.load().items() for pattern in getattr(entry, where))
    return tuple((key, re.compile(pattern, re.M)) for key, pattern in rows)


@kept
def foot_lines() -> re.Pattern[str]:
    """What a whole line says that only the foot of a page starts with."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in NOISE.load()["page_foot"].foot))


@kept
def glued_foot() -> re.Pattern[str]:
    """What the foot of a page starts with behind the text's last sentence."""
    return re.compile("(?<=[。!?”])(?:" + "|".join(NOISE.load()["page_foot"].glued) + ")", re.M)


@kept
def reasons() -> Mapping[str, Mapping[str, str]]:
    """Each reason's key with its words: ``{"view_count": {"zh": …, "en": …}, …}``."""
    return {key: {"zh": entry.zh, "en": entry.en} for key, entry in NOISE.load().items()}


def find_noise(folded: str, furniture: Iterable[Dropped] = ()) -> tuple[Dropped, ...]:
    """The noise in a folded text, in order, without overlaps.

    ``furniture`` is what the reader of the document knows to be noise already.
    """
    found = [*furniture, *_anywhere(folded)]
    taken = _without_overlaps(sorted(found))
    found += [Dropped(*span, key) for span, key in _whole_lines(folded, taken)]
    return _without_overlaps(sorted(found))


def inner_noise(text: str, folded: str) -> Iterator[Dropped]:
    """What stands in the middle of words and is none of them.  ``text`` is raw, ``folded`` its folded form."""
    for match in _UNSEEN.finditer(text):
        yield Dropped(match.start(), match.end(), "invisible")
    yield from (Dropped(*span, kind) for span, kind in listed(text, folded))
    yield from _page_numbers(folded)
    for key, pattern in _patterns("inside"):
        for match in pattern.finditer(folded):
            for group in range(1, pattern.groups + 1) if pattern.groups else (0,):
                start, end = match.span(group)
                if start < end:
                    yield Dropped(start, end, key)


def _page_numbers(folded: str) -> Iterator[Dropped]:
    """第 1 页, 第 2 页 … and - 1 -, - 2 - … in the middle of lines, where they count the pages of the text."""
    for sign, pattern in _PAGES:
        found = list(pattern.finditer(folded)) if sign in folded else []
        if len(found) > 1 and [int(match[1]) for match in found] == list(range(1, len(found) + 1)):
            yield from (Dropped(*match.span(), "page_number") for match in found)


def walls(folded: str) -> tuple[Dropped, ...]:
    """Left-over mark-up that ended a line: ``<br>``, an escaped line feed."""
    if not any(sign in folded for sign in ("<", "\\", "&", "|" * 6)):
        return ()
    found = (
        Dropped(*match.span(), key)
        for key, pattern in _patterns("wall")
        for match in pattern.finditer(folded)
    )
    return _without_overlaps(sorted(found))


def with_walls(folded: str, found: Iterable[Dropped]) -> str:
    """``folded`` with a line feed and blanks in place of each of the walls ``found``."""
    pieces, at = [], 0
    for wall in found:
        pieces += [folded[at : wall.start], "\n", " " * (wall.end - wall.start - 1)]
        at = wall.end
    return "".join([*pieces, folded[at:]])


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


def _whole_lines(folded: str, taken: Sequence[Dropped]) -> Iterator[tuple[Span, str]]:
    for line in _LINE.finditer(folded):
        first = bisect_right(taken, line.start(), key=lambda drop: drop.end)
        behind = bisect_left(taken, line.end(), key=lambda drop: drop.start)
        stretches = list(_stretches(folded, line.span(), taken[first:behind]))
        if not stretches:
            continue
        whole = Span(stretches[0].start, stretches[-1].end)
        reason = reason_of_line(whole.of(folded))
        if reason:
            yield whole, reason
        elif len(stretches) > 1 and _is_prose(whole.of(folded)):
            # What stands before the first button of a long line or behind its last may be the page's.
            for part in (stretches[0], stretches[-1]):
                if reason := reason_of_line(part.of(folded)):
                    yield part, reason


def _stretches(folded: str, line: tuple[int, int], taken: Sequence[Dropped]) -> Iterator[Span]:
    """What is left of a line between what is taken, without the blanks around it."""
    at, end = line
    for first, last in (*((drop.start, drop.end) for drop in taken), (end, end)):
        span = Span(*_trimmed(folded, at, min(first, end)))
        if span.start < span.end:
            yield span
        at = max(at, last)


@kept_latest(1024)  # where a line was broken is asked first, then what it is
def reason_of_line(words: str) -> str | None:
    """Why a whole line (folded, no blanks around it) is noise, None where it is not."""
    found = None if _is_prose(words) else _any_line().fullmatch(words)
    return _patterns("line")[(found.lastindex or 0) - 1][0] if found else None


def _is_prose(words: str) -> bool:
    """No rule for noise may take a sentence of the report, whatever its line starts with."""
    return len(words) > _LONGEST_NOISE and _SENTENCE.search(words) is not None


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
