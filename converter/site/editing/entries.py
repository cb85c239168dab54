"""Entries of a sidecar about places of a report: what an entry says to name the place that a person pointed at."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress

from converter.corrections import Written, quote_of
from converter.model import Chapter, Report, Section, Span
from converter.site.editing.forms import EditingError
from converter.structure.segment import all_paragraphs
from converter.text.fold import fold

_BLANK = re.compile(r"\s+")
# Pages set these signs as Chinese ones.
_SET = str.maketrans("“”。", '"".')


def place(kind: str, report: Report, span: Span) -> Written:
    """The words at ``span`` of the text, with as many of those before them as tell them apart."""
    return {kind: " ".join(span.of(report.source.text).split()), "in": quote_of(report, span)}


def parts(inside: Iterable[Chapter | Section], level: int = 1) -> Iterator[tuple[Chapter | Section, int]]:
    """All parts in order, each with its level: a chapter's is 1."""
    for part in inside:
        yield part, level
        yield from parts(part.sections, level + 1)


def printed_heading(part: Chapter | Section) -> Span | None:
    """Number and heading of a part as the report prints them, None where it prints none."""
    ends = [span for span in (part.num, part.heading) if span]
    return Span(ends[0].start, ends[-1].end) if ends else None


def marked_span(report: Report, block: str, words: str, before: str) -> Span:
    """Where the words that were marked stand in the text, ``before`` being what its block says in front of them.

    Raises EditingError ``no_words`` where the block does not have them.
    """
    for own in _spans_of(report, block):
        with suppress(EditingError):
            return words_within(report, own, words, before)
    raise EditingError("no_words", words=words[:40])


def words_within(report: Report, own: Span, words: str, before: str) -> Span:
    """Where words stand within a stretch of the text, ``before`` being what stands in front of them there.

    Raises EditingError ``no_words`` where they do not.
    """
    told = _squeezed(words)
    at = [n for n in range(own.start, own.end) if not report.folded[n].isspace()]
    text = "".join(report.folded[n] for n in at).translate(_SET)
    found = [match.start() for match in re.finditer(f"(?={re.escape(told)})", text)] if told else []
    # The one that as many others stand before as on the page.
    nth = len(re.findall(f"(?={re.escape(told)})", _squeezed(before) + told[:-1]))
    if found:
        start = found[min(nth, len(found) - 1)]
        return Span(at[start], at[start + len(told) - 1] + 1)
    raise EditingError("no_words", words=words[:40])


def _spans_of(report: Report, block: str) -> Iterator[Span]:
    """The stretches of the text that a block with this id may show, the likeliest first."""
    yield from (one.span for one in all_paragraphs(report) if one.id == block)
    for part, _ in parts(report.chapters):
        if part.id == block:
            yield part.lead
            yield part.span
    own = block.rpartition("-p")[0]
    yield from (part.span for part, _ in parts(report.chapters) if part.id == own)
    yield Span(0, len(report.folded))


def _squeezed(text: str) -> str:
    return _BLANK.sub("", fold(text)).translate(_SET)
