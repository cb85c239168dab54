"""What stands before and after a report's own text: title, page lines, signature.  Patterns: ``head.toml``."""

import re
from collections.abc import Sequence

from msgspec import Struct

from converter.caching import kept
from converter.model import Dropped, Span
from converter.structure.clean.noise import reason_of_line
from converter.structure.lines.cut import Line
from converter.structure.segment.head_dates import Dates, dates_in, has_day, with_counter
from converter.structure.segment.head_words import CELL, HEAD
from converter.structure.segment.heading import is_known, is_unnumbered
from converter.structure.segment.title_lines import continues_title, headline_of, is_title, title_of

_FIRST_LINES = 40
_ABOVE_DATE = 2  # lines of the text that may stand above the page's date
_LABELLED = 80  # characters of a label's line
_CAPTION = 24  # characters; a longer line with a sentence is text
_DATE_LINE = 40  # characters
_SENTENCE = re.compile(r"[。;!?]|:$")
_PROSE = re.compile(
    rf"{_SENTENCE.pattern}|,[^,]+,|,.{{12,}}$|^(?:现将|根据|按照|为|本(?:年度)?(?:年报|报告))"
)


class Head(Struct, frozen=True):
    """What the lines before the text say; ``found`` gives each its reason."""

    found: tuple[Dropped, ...]
    title: tuple[Span, ...]
    """One span, or those of the parts it is printed in."""
    headline: Span | None
    """What the page prints in the place of a title, where it names no report."""
    dates: Dates


def read_head(folded: str, lines: Sequence[Line]) -> Head:
    """Read the lines before the text.  The text starts at the first line that is none of the page's.

    Whom the text addresses may stand above a date that the page prints.
    """
    found: list[Dropped] = []
    titled = _last_title(folded, lines)
    counted = any(line.mark and not line.mark.style.point for line in lines)
    for i, line in enumerate(lines):
        reason = _reason(folded, line, found) or ("page_line" if i < titled else None)
        is_heading = reason == "page_line" and _heads_report(folded, lines, i, counted)
        if reason is None or is_heading:
            if i < _ABOVE_DATE and _is_dated(folded, lines[i + 1 : i + 2], found):
                continue
            break
        found.append(Dropped(*line.span, reason))
    dated = [with_counter(folded, drop.start, drop.end) for drop in found if drop.reason != "title"]
    return Head(
        tuple(found), title_of(folded, found), headline_of(folded, found), dates_in(with_facts(dated))
    )


def with_facts(lines: Sequence[str]) -> list[str]:
    """The lines of a page, each label that is alone in its line one with the fact in the line below."""
    alone = [re.fullmatch(HEAD.load().furniture.label, line) is not None for line in lines]
    joined: list[str] = []
    for i, line in enumerate(lines):
        if i and alone[i - 1] and not alone[i]:
            joined[-1] += line
        else:
            joined.append(line)
    return joined


def _heads_report(folded: str, lines: Sequence[Line], i: int, counted: bool) -> bool:
    """Whether a short line is the report's: right before the first number, or before the text where it reads as a heading."""
    words = lines[i].span.of(folded)
    if any(following.mark for following in lines[i + 1 : i + 2]) or is_unnumbered(words):
        return True
    after = "".join(line.span.of(folded) for line in lines[i + 1 : i + 2])
    return not counted and bool(_SENTENCE.search(after)) and is_known(words)


def _is_dated(folded: str, lines: Sequence[Line], before: Sequence[Dropped]) -> bool:
    """Whether a line is nothing but the day a page prints."""
    reasons = (
        _reason(folded, line, before) for line in lines if line.span.end - line.span.start <= _DATE_LINE
    )
    return any(reason in ("published", "dateline") for reason in reasons)


def _last_title(folded: str, lines: Sequence[Line]) -> int:
    """The index of the last title among the first lines, as long as none of them is a line of text."""
    last = 0
    for i, line in enumerate(lines[:_FIRST_LINES]):
        words = line.span.of(folded)
        if line.mark or line.flattened or (len(words) > _CAPTION and "。" in words):
            break
        last = i if is_title(words) else last
    return last


def _reason(folded: str, line: Line, before: Sequence[Dropped]) -> str | None:
    words = line.span.of(folded)
    if line.flattened and not before and not line.mark and is_title(words):
        return "title"
    if line.mark or line.flattened:
        return None
    return _labelled(words) or _unlabelled(words, folded, before)


def _labelled(words: str) -> str | None:
    """What the label of a line says that it is; two of them make it a row of the page's table, however long."""
    for label, pattern in HEAD.load().labels.items():
        # No label takes a sentence of the text that stands behind it in its line.
        if re.match(rf"{CELL}(?:{pattern})", words) and not (
            len(words) > _LABELLED and _SENTENCE.search(words)
        ):
            return label
    if len(re.findall(HEAD.load().furniture.row, words)) > 1 and not _SENTENCE.search(words):
        return "dateline" if has_day(words) else "other"
    return None


def _unlabelled(words: str, folded: str, before: Sequence[Dropped]) -> str | None:
    said = re.sub(HEAD.load().furniture.empty, "", words)
    if has_day(said) and len(said) < 80 and not _PROSE.search(said):
        return "title" if is_title(words) else "dateline"
    if is_title(words) or continues_title(words, folded, before):
        return "title"
    short = len(words) < HEAD.load().furniture.most
    return reason_of_line(words) or ("page_line" if short and not _PROSE.search(words) else None)


def is_close(words: str) -> bool:
    """True where a line is a report's last words, its signature or its date, or the two together."""
    return _close().fullmatch(words) is not None


@kept
def _close() -> re.Pattern[str]:
    rules = HEAD.load().close
    signed = f"(?:{rules.signature})? *(?:{rules.date})|{rules.signature}"
    return re.compile(f"{rules.words}|{signed}")
