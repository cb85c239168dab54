"""The title of a report among the lines before its text.  Patterns: ``head.toml``."""

import re
from collections.abc import Sequence
from itertools import pairwise

from converter.model import Dropped, Span
from converter.structure.lines.trails import behind_trail
from converter.structure.segment.head_words import CELL, HEAD
from converter.structure.segment.places import named_so
from converter.text.fold import fold

_NAME = re.compile(r"[一-龥\d]{2,30}")

_TYPED_APART = re.compile(r"(?:\S\s{1,4}){3,}\S|报\s+告|总\s+结")
_NEXT_CELL = re.compile(r"\||\s+(?=[一-龥]{2,6} ?:)")
_SENTENCE = re.compile(r"[。;!?:]")
_NEWS = 5  # characters that say what happened
_BARE = re.compile(r"(?:年度|工作|情况)*(?:报告|总结|汇报|年报)")


def is_title(words: str) -> bool:
    """Whether a line names a report and ends like one."""
    rules = HEAD.load().title
    words = together(words)
    return bool(re.fullmatch(rules.line, words)) and not re.search(rules.no_title, words)


def names_site(marked: str, printed: str) -> bool:
    """Whether the title of the mark-up is none but the site's: what is printed is one, and another."""
    own, said = (fold("".join(words.split())) for words in (printed, marked))
    return not said.startswith(own) and is_title(own) and not is_title(said)


def together(words: str) -> str:
    """``words`` without the blanks between their characters in each line where they are typed apart to look wider."""
    return "\n".join(_joined(line) for line in words.split("\n"))


def _joined(line: str) -> str:
    return re.sub(r"\s", "", line) if re.fullmatch(_TYPED_APART, line.strip()) else line


def continues_title(words: str, folded: str, before: Sequence[Dropped]) -> bool:
    return len(words) <= 60 and _first_half(words, folded, before) is not None


def _first_half(words: str, folded: str, before: Sequence[Dropped]) -> Dropped | None:
    """The line before that is the first half of a title; the day the page prints may stand between the two."""
    last = next((drop for drop in reversed(before) if drop.reason not in ("published", "dateline")), None)
    # A label's fact begins no title, and a sentence ends none.
    if last is None or last.reason not in ("page_line", "title") or _SENTENCE.search(words):
        return None
    rules = HEAD.load().title
    halves = (
        (rules.first_half, rules.second_half),
        (rules.broken_half, rules.broken_rest),
        (rules.open_half, rules.open_rest),
        (rules.party_half, rules.party_rest),
    )
    for first, second in halves:
        if re.search(second, together(words)) and re.search(first, folded[last.start : last.end]):
            return last
    return None


def title_of(folded: str, found: Sequence[Dropped]) -> tuple[Span, ...]:
    for drop in found:
        skipped = re.match(rf"{CELL}(?:{HEAD.load().labels['title']})", folded[drop.start : drop.end])
        if drop.reason == "title" and skipped and drop.start + skipped.end() < drop.end:
            # The cell behind a label ends where the next one begins.
            start = drop.start + skipped.end()
            return (
                Span(start, start + len(_NEXT_CELL.split(folded[start : drop.end], maxsplit=1)[0].rstrip())),
            )
    label = re.compile(rf"{CELL}(?:{HEAD.load().labels['title']})[ |]*")
    printed = [
        (i, _without_trail(folded, drop))
        for i, drop in enumerate(found)
        # A label that nothing stands behind is no title.
        if drop.reason == "title" and not label.fullmatch(folded, drop.start, drop.end)
    ]
    # 工作总结 alone is what a text is, not what it is called, where a line above it says more.
    titles = [
        title
        for title in printed
        if not re.fullmatch(_BARE, folded[title[1].start : title[1].end])
        or _is_second_half(folded, title, found)
    ] or printed
    if not titles:
        return ()
    at, last = _fullest(folded, titles, found)
    spans = [Span(last.start, last.end)]
    while before := _first_half(folded[found[at].start : found[at].end], folded, found[:at]):
        is_next, at = before is found[at - 1], found.index(before)
        spans[:1] = (
            [Span(before.start, spans[0].end)] if is_next else [Span(before.start, before.end), spans[0]]
        )
    return tuple(spans)


def headline_of(folded: str, found: Sequence[Dropped]) -> Span | None:
    """The first line of the page that is the title of what is no report: by its words, as it stands above source and
    day, or because the page has no other line."""
    lines = [drop for drop in found if drop.reason == "page_line"]
    told = (drop for drop in lines if is_headline(folded[drop.start : drop.end]))
    above = (
        drop
        for drop, after in pairwise(found)
        if drop in lines
        and after.reason in ("published", "dateline", "other")
        and _may_be_headline(folded, drop)
    )
    alone = lines[0] if len(found) == 1 and lines and _may_be_headline(folded, lines[0]) else None
    headline = next(told, None) or next(above, None) or alone
    return Span(headline.start, headline.end) if headline else None


def _may_be_headline(folded: str, drop: Dropped) -> bool:
    words = folded[drop.start : drop.end]
    return re.fullmatch(HEAD.load().title.above, words) is not None or _tells_of_place(words)


def _tells_of_place(words: str) -> bool:
    """Whether a line is what news says of a place: 甲县:新校舍启用."""
    place, _, said = words.partition(":")
    return len(said) >= _NEWS and bool(named_so(place)) and not _SENTENCE.search(said)


def is_headline(words: str) -> bool:
    """Whether a line names a notice, a rule or what happened: the title of a page that is no report."""
    return bool(re.fullmatch(HEAD.load().title.headline, words)) and not is_title(words)


def _without_trail(folded: str, drop: Dropped) -> Dropped:
    start = drop.start + behind_trail(folded[drop.start : drop.end])
    found = re.match(HEAD.load().title.glued, folded[start : drop.end])
    return drop._replace(start=start + (found.end() if found else 0))


def _is_second_half(folded: str, title: tuple[int, Dropped], found: Sequence[Dropped]) -> bool:
    at, drop = title
    return _first_half(folded[drop.start : drop.end], folded, found[:at]) is not None


def _fullest(
    folded: str, titles: Sequence[tuple[int, Dropped]], found: Sequence[Dropped]
) -> tuple[int, Dropped]:
    """The last title, or one above it that says the same and before it whose it is; the first of the same words that
    has a first half goes before those that have none."""
    said = [(title, "".join(folded[title[1].start : title[1].end].split())) for title in titles]
    words = said[-1][1]
    equal = [title for title, theirs in said if theirs == words]
    halves = (title for title in equal if _is_second_half(folded, title, found))
    same = next(halves, equal[0])
    fuller = (
        title
        for title, theirs in said
        if theirs.endswith(words) and re.fullmatch(_NAME, theirs.removesuffix(words))
    )
    return next(fuller, same)
