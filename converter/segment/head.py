"""What stands before and after a report's own text: title, page lines, signature.  Patterns: ``head.toml``."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from msgspec import field

from converter.kept import kept
from converter.knowledge import Record, Table
from converter.lines import Line
from converter.model import Dropped, Span
from converter.numerals import Regex
from converter.segment.heading import is_unnumbered

_FIRST_LINES = 40
_SENTENCE = re.compile(r"[。;!?]|:$")


@dataclass(frozen=True, slots=True)
class Head:
    """What the lines before the text say.  ``lines`` is how many they are; ``found`` gives each its reason."""

    lines: int
    found: tuple[Dropped, ...]
    title: Span | None
    issuer: str | None
    published: date | None


class _Title(Record, frozen=True):
    line: Regex
    first_half: Regex
    second_half: Regex
    no_title: Regex = field(name="not")


class _Date(Record, frozen=True):
    label: Regex
    line: Regex


class _Furniture(Record, frozen=True):
    most: int


class _Close(Record, frozen=True):
    words: Regex
    signature: Regex
    date: Regex


class _Words(Record, frozen=True):
    labels: Mapping[str, Regex]
    title: _Title
    date: _Date
    furniture: _Furniture
    close: _Close


HEAD = Table(__package__, "head.toml", _Words)


def read_head(folded: str, lines: Sequence[Line]) -> Head:
    """Read the lines before the text.  The text starts at the first line that is none of the page's."""
    found: list[Dropped] = []
    issuer: str | None = None
    published: date | None = None
    titled = _last_title(folded, lines)
    for i, line in enumerate(lines):
        reason = _reason(folded, line, found) or ("page_line" if i < titled else None)
        before_number = any(following.mark for following in lines[i + 1 : i + 2])
        words = line.span.of(folded)
        # A short line right before the first number, or one that reads so, is the report's: a heading.
        is_heading = reason == "page_line" and (before_number or is_unnumbered(words))
        if reason is None or is_heading:
            break
        if reason == "issuer":
            issuer = _after_label(words, "issuer") or issuer
        published = published or _published(words, reason)
        found.append(Dropped(*line.span, reason))
    return Head(len(found), tuple(found), _title(folded, found), issuer, published)


def _last_title(folded: str, lines: Sequence[Line]) -> int:
    """The index of the last title among the first lines, as long as none of them is a line of text."""
    last = 0
    for i, line in enumerate(lines[:_FIRST_LINES]):
        words = line.span.of(folded)
        if line.mark or line.flattened or (len(words) > 40 and "。" in words):
            break
        last = i if _is_title(words) else last
    return last


def _reason(folded: str, line: Line, before: Sequence[Dropped]) -> str | None:
    words = line.span.of(folded)
    if line.flattened and not before and not line.mark and _is_title(words):
        return "title"
    if line.mark or line.flattened:
        return None
    for label, pattern in HEAD.load().labels.items():
        if re.match(pattern, words):
            return label
    if re.search(HEAD.load().date.line, words) and len(words) < 80 and not _SENTENCE.search(words):
        return "title" if _is_title(words) else "dateline"
    if _is_title(words) or _continues_title(words, folded, before):
        return "title"
    short = len(words) < HEAD.load().furniture.most
    return "page_line" if short and not _SENTENCE.search(words) else None


def _is_title(words: str) -> bool:
    rules = HEAD.load().title
    return bool(re.fullmatch(rules.line, words)) and not re.search(rules.no_title, words)


def _continues_title(words: str, folded: str, before: Sequence[Dropped]) -> bool:
    if not before or len(words) > 60:
        return False
    first = folded[before[-1].start : before[-1].end]
    rules = HEAD.load().title
    return bool(re.search(rules.first_half, first) and re.search(rules.second_half, words))


def _title(folded: str, found: Sequence[Dropped]) -> Span | None:
    labelled = [
        drop
        for drop in found
        if drop.reason == "title" and _after_label(folded[drop.start : drop.end], "title")
    ]
    if labelled:
        first = labelled[0]
        skipped = re.match(HEAD.load().labels["title"], folded[first.start : first.end])
        return Span(first.start + (skipped.end() if skipped else 0), first.end)
    titles = [(i, drop) for i, drop in enumerate(found) if drop.reason == "title"]
    if not titles:
        return None
    at, last = titles[-1]
    before = found[at - 1] if at else None
    joined = before is not None and _continues_title(folded[last.start : last.end], folded, found[:at])
    return Span(before.start if joined and before else last.start, last.end)


def _after_label(words: str, label: str) -> str | None:
    match = re.match(HEAD.load().labels[label], words)
    return (words[match.end() :].strip() or None) if match else None


def _published(words: str, reason: str) -> date | None:
    # After its label wherever in the line that stands, or alone; a date with a weekday is a page's clock.
    labelled = re.search(HEAD.load().date.label, words)
    if labelled:
        return date_in(words[labelled.end() :])
    return date_in(words) if reason in ("published", "dateline") and "星期" not in words else None


def date_in(words: str) -> date | None:
    """The first full date in Arabic digits in ``words``, if it is one of the calendar."""
    match = re.search(HEAD.load().date.line, words)
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"])) if match else None
    except ValueError:
        return None


def is_close(words: str) -> bool:
    """True where a line is a report's last words, its signature or its date, or the two together."""
    return _close().fullmatch(words) is not None


@kept
def _close() -> re.Pattern[str]:
    rules = HEAD.load().close
    signed = f"(?:{rules.signature})? ?(?:{rules.date})|{rules.signature}"
    return re.compile(f"{rules.words}|{signed}")
