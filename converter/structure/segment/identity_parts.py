"""The parts of a text that say what its report is: what stands before it, what it opens with, who signs it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

from converter.model import Clean, Span
from converter.structure.lines.cut import Line
from converter.structure.segment.head import Head, is_close
from converter.structure.segment.head_dates import day_in
from converter.structure.segment.hidden_ends import Hidden
from converter.structure.segment.meta import signed_date
from converter.structure.segment.titles import title_in_text

_OPENING = 8  # lines
_LETTER = 12  # lines of a letter before what it sends
_SHORT = 60  # characters of a line that may be the page's


class Parts(Struct, frozen=True):
    """A text by the parts that say what its report is."""

    clean: Clean
    head: Head
    body: Sequence[Line]
    """The lines behind the head."""
    title: Span | None
    """A title that stands in the body, where the head has none."""
    first_line: str
    whole: str
    """All lines, headings with what follows them."""
    typed: str
    """The body as it was once typed, headings on lines of their own."""
    opening: str
    closing: Sequence[Span]
    """The lines of who signs, and when."""
    session: str
    """The page's lines that say in which meeting the report was given."""

    @property
    def folded(self) -> str:
        return self.clean.folded

    @property
    def text(self) -> str:
        return self.clean.source.text

    def known(self, fact: str) -> str | None:
        """What the sidecar says."""
        facts = self.clean.source.facts
        return facts[fact].value if fact in facts else None

    def hint(self, fact: str) -> str | None:
        """What the mark-up says."""
        return self.clean.source.hints.get(fact)

    def page_lines(self) -> list[str]:
        """The lines of the page around the title."""
        return [self.folded[drop.start : drop.end] for drop in self.head.found]

    def beside_title(self, step: int) -> str | None:
        """The page's line right above the title (-1) or below it (1)."""
        starts, title = [drop.start for drop in self.head.found], self.head.title
        at = starts.index(title[0].start) + step if title and title[0].start in starts else -1
        return self.page_lines()[at] if 0 <= at < len(starts) else None

    def days_printed(self) -> Iterator[date]:
        """The days of the page's lines, and of a short one that may be its last."""
        short = (line.span for line in self.body[:1] if line.span.end - line.span.start <= _SHORT)
        lines = [*self.page_lines(), *(span.of(self.folded) for span in short)]
        yield from (day for line in lines if (day := day_in(line)))


def parts_of(
    clean: Clean, head: Head, lines: Sequence[Line], body: Sequence[Line], hidden: Mapping[int, Hidden]
) -> Parts:
    """The parts of a text of these lines; ``body`` are those behind its head."""
    folded, text = clean.folded, clean.source.text
    first = [line.span for line in body[:_OPENING]]
    return Parts(
        clean=clean,
        head=head,
        body=body,
        title=None if head.title else title_in_text(folded, head.found, first),
        first_line=lines[0].span.of(text).strip() if lines else "",
        whole=_laid_out(text, lines, {}),
        typed=_laid_out(folded, body, hidden),
        opening="\n".join(span.of(folded) for span in first),
        closing=_closing(folded, body),
        session=_session(folded, head),
    )


def _session(folded: str, head: Head) -> str:
    lines = (folded[drop.start : drop.end] for drop in head.found)
    return " ".join(line for line in lines if "人民代表大会" in line)


def _laid_out(text: str, lines: Sequence[Line], hidden: Mapping[int, Hidden]) -> str:
    """The text with its lines and headings each on a line of its own, as it was once typed."""
    ends = ((line.span, hidden[i].end if i in hidden else line.span.end) for i, line in enumerate(lines))
    return "\n".join(f"{text[span.start : end]}\n{text[end : span.end]}".strip() for span, end in ends)


def _closing(folded: str, body: Sequence[Line]) -> list[Span]:
    last: list[Span] = []
    for line in reversed(body):
        if not is_close(line.span.of(folded)):
            break
        last.append(line.span)
    return last[::-1] or _signed_letter(folded, body)


def _signed_letter(folded: str, body: Sequence[Line]) -> list[Span]:
    """Who signs the letter that a report is attached to, with the day."""
    first = [line.span for line in body[:_LETTER]]
    return next(
        (
            [name, day]
            for name, day in pairwise(first)
            if all(is_close(one.of(folded)) for one in (name, day)) and signed_date(folded, [day])
        ),
        [],
    )
