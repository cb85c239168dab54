"""What people changed in the pages of a report, as new words at places of its text: so that they are read again."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from converter.build.keep import Change
from converter.build.word_changes import grid, squeezed, word_changes
from converter.corrections import NewWords, Words
from converter.layout import page_path
from converter.model import Chapter, Observation, Report, Section, Span, Table
from converter.structure.segment import all_tables
from converter.text.markdown import read_again
from converter.translation.memory import PREFACE, page_blocks, translated_blocks
from converter.translation.memory.pairing import pair

_ALIKE = 0.5


class Edited(NamedTuple):
    """New words for the text, and the blocks that were changed so that nobody can say where they belong."""

    words: tuple[NewWords, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()
    """Pages, each with the beginning of what stands there."""


class PagePair(NamedTuple):
    """A page, by its name, as the program wrote it and as it stands."""

    name: str
    ours: str
    theirs: str


def edited(report: Report, name: str, changes: Iterable[Change]) -> Edited:
    """What the Chinese pages of the report called ``name`` say otherwise than the program."""
    words, unread = list[NewWords](), list[tuple[str, str]]()
    by_path = {change.path: change for change in changes}
    parts = [(PREFACE, None), *((chapter.id, chapter) for chapter in report.chapters)]
    for page, chapter in parts:
        change = by_path.get(page_path(name, page))
        if change and change.text and change.program and change.text != change.program:
            tables = report.tables if chapter is None else list(_tables(chapter))
            start = chapter.span.start if chapter else 0
            found = _Page(report, tables, start, PagePair(page, change.program, change.text))
            words += found.words()
            unread += [(change.path, block) for block in found.unread]
    return Edited(tuple(words), tuple(unread))


def edited_pages(report: Report, pages: Iterable[PagePair]) -> Edited:
    """What pages say otherwise than the program wrote them, wherever in the text of ``report`` that stands now."""
    words, unread, after = list[NewWords](), list[tuple[str, str]](), 0
    for both in pages:
        found = _Page(report, list(all_tables(report)), after, both)
        words += found.words()
        unread += [(both.name, block) for block in found.unread]
        after = found.end
    return Edited(tuple(words), tuple(unread))


class _Page:
    """One page: the program's blocks with their places in the text, beside those that stand there now."""

    def __init__(self, report: Report, tables: Iterable[Table], start: int, pages: PagePair) -> None:
        self._words, self.end = Words(report.folded), start
        self._ours = translated_blocks(pages.name, page_blocks(pages.ours).blocks)
        self._theirs = translated_blocks(pages.name, page_blocks(pages.theirs).blocks)
        self._cells = [c.span for t in tables for c in t.cells if c.span.start < c.span.end]
        self._folded = report.folded
        # A cell is found by its words, and by how often they stand in the tables of the page before it.
        tables_ = (block.text for block in self._ours if block.text.startswith("|"))
        self._printed = Counter(squeezed(cell) for text_ in tables_ for row in grid(text_) for cell in row)
        self._seen = Counter[str]()
        self.unread: list[str] = []

    def words(self) -> Iterator[NewWords]:
        runs = self._runs()
        pairs = pair([b.text for b in self._ours], [b.text for b in self._theirs], _ALIKE)
        now = {i: self._theirs[j].text for i, j in pairs if i is not None and j is not None}
        said = {i: read_again(text) for i, text in now.items()}
        self._put_in([j for i, j in pairs if i is None and j is not None], dict(pairs), runs, said)
        for i, own in enumerate(self._ours):
            if own.text.startswith("|"):
                yield from self._cells_of(own.text, now.get(i))
            elif runs[i] and i in said:
                yield from word_changes(runs[i], read_again(own.text), said[i])
            elif runs[i] and not own.marks:
                yield NewWords(Span(runs[i][0], runs[i][-1] + 1), "")

    def _runs(self) -> list[list[int]]:
        """For each block of the program the places of its characters in the text; none for words of ours."""
        runs = []
        for block in self._ours:
            run = [] if block.text.startswith("|") else self._words.run(read_again(block.text), self.end)
            self.end = run[-1] + 1 if run else self.end
            runs.append(run)
        return runs

    def _put_in(
        self,
        new: Sequence[int],
        pairs: Mapping[int | None, int | None],
        runs: list[list[int]],
        said: dict[int, str],
    ) -> None:
        """Paragraphs that people put in go with the one before them, or behind a heading with the next."""
        ours = {j: i for i, j in pairs.items() if i is not None and j is not None}
        for j in new:
            block = self._theirs[j]
            if block.marks or block.text.startswith(("|", "{:")):
                continue
            before, behind = self._beside(ours, runs, j, -1), self._beside(ours, runs, j, 1)
            text = read_again(block.text)
            if before is not None:
                said[before] += f"\n{text}"
            elif behind is not None:
                said[behind] = f"{text}\n{said[behind]}"
            else:
                self.unread.append(text[:20])

    def _beside(self, ours: dict[int, int], runs: list[list[int]], j: int, step: int) -> int | None:
        """The nearest paragraph of the program's on one side, up to a heading."""
        at = j + step
        while 0 <= at < len(self._theirs) and not self._theirs[at].marks:
            if at in ours and runs[ours[at]]:
                return ours[at]
            at += step
        return None

    def _cells_of(self, program: str, text: str | None) -> Iterator[NewWords]:
        """What was changed in the cells of one table; of a table that is gone no cell says anything."""
        ours = grid(program)
        theirs = [[""] * len(row) for row in ours] if text is None else grid(text)
        if [len(row) for row in ours] != [len(row) for row in theirs]:
            self.unread.append((text or "")[:20])
            theirs = ours
        for row, other in zip(ours, theirs, strict=True):
            for was, now in zip(row, other, strict=True):
                own = squeezed(was)
                places = [span for span in self._cells if squeezed(span.of(self._folded)) == own]
                if was != now and len(places) == self._printed[own]:
                    yield NewWords(places[self._seen[own]], read_again(now))
                elif was != now and text is not None:
                    self.unread.append(read_again(now))
                self._seen[own] += 1


def _tables(part: Chapter | Section) -> Iterator[Table]:
    yield from part.tables
    for section in part.sections:
        yield from _tables(section)


def unread_figures(
    before: Iterable[Observation], after: Iterable[Observation], changed: Report
) -> Iterator[Observation]:
    """The figures of ``before`` whose words were changed so that no figure is read there any more."""
    told = {o.span for o in after}
    grown = 0
    edits = []
    for edit in changed.source.edits:
        edits.append(
            (Span(edit.start - grown, edit.start - grown + len(edit.was)), Span(edit.start, edit.end))
        )
        grown += edit.end - edit.start - len(edit.was)
    for o in before:
        for was, now in edits:
            if was.start < o.span.end and o.span.start < was.end:
                gone = not any(span.start <= now.end and now.start <= span.end for span in told)
                start = now.start - max(0, was.start - o.span.start)
                end = now.end + max(0, o.span.end - was.end)
                if gone and any(char.isdecimal() for char in changed.source.text[start:end]):
                    yield o
