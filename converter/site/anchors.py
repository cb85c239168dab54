"""A Python-Markdown extension: a figure in the prose and its row in the table become one thing.

On a chapter each figure turns into ``<data id=… value=…>`` with a link to its row, on the table of figures
each row takes the id of the figure it links to.  Ids are set before MkDocs collects them, and links are
written as links between Markdown files, so that MkDocs itself checks them.
"""

import logging
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from converter.clean.fold import fold
from converter.model import Span
from converter.site.inline import Run, mark, runs, wrap_sentences
from converter.site.observations import Figure, Stated
from converter.site.parts import parts_of
from converter.site.prose import placed

TABLE = "figures"
"""The page of a report that lists its figures, without suffix."""

# Warnings count for `mkdocs build --strict` only below MkDocs' own logger.
_LOG = logging.getLogger("mkdocs.gongkai")


def mark_prose(root: Element, stated: Stated, chapter: str) -> list[Figure]:
    """Anchor the figures of ``chapter`` in the text of ``root``; return those that no longer stand there."""
    blocks: dict[str, list[Element]] = {}
    for part, block in parts_of(root, stated.paragraphs):
        blocks.setdefault(part, []).append(block)
    figures = [figure for figure in stated.figures if figure.chapter == chapter]
    missing: list[Figure] = []
    for part in dict.fromkeys(figure.part for figure in figures):
        of_part = [figure for figure in figures if figure.part == part]
        missing += _mark_part(blocks.get(part, []), of_part)
    return missing


def _mark_part(blocks: list[Element], figures: list[Figure]) -> list[Figure]:
    # A line feed between the runs keeps a figure from being found across two of them.
    found = [run for block in blocks for run in runs(block)]
    starts = list(accumulate((len(run.text) + 1 for run in found), initial=0))
    places = list(placed(figures, "\n".join(run.text for run in found)))
    for figure, span in reversed(places):
        if span:
            _mark_at(found, starts, figure, span)
    for block in blocks:
        if block.find(".//data[@class='figure']") is not None:
            wrap_sentences(block)
    return [figure for figure, span in places if span is None]


def _mark_at(found: list[Run], starts: list[int], figure: Figure, span: Span) -> None:
    index = bisect_right(starts, span.start) - 1
    inside = Span(span.start - starts[index], span.end - starts[index])
    mark(found[index], inside, figure, f"{TABLE}.md#{figure.id}")


def mark_rows(root: Element, figures: Sequence[Figure]) -> list[Figure]:
    """Give each row the id of the figure it links to; return the figures whose row says another number."""
    by_id = {figure.id: figure for figure in figures}
    differing = []
    for row in root.iter("tr"):
        for link in row.iter("a"):
            figure = by_id.pop(link.get("href", "").rpartition("#")[2], None)
            if figure:
                row.set("id", figure.id)
                if fold("".join(link.itertext())) != fold(figure.surface):
                    differing.append(figure)
    return differing


class _Anchors(Treeprocessor):
    def __init__(self, md: Markdown, stated: Stated, page: str) -> None:
        super().__init__(md)
        self.stated, self.page = stated, page

    def run(self, root: Element) -> None:
        name = self.page.rpartition("/")[2]
        if name == TABLE:
            for figure in mark_rows(root, self.stated.figures):
                _LOG.warning("%s.md: the row of %s does not say %s", self.page, figure.id, figure.surface)
            return
        for figure in mark_prose(root, self.stated, "c0" if name == "index" else name):
            _LOG.warning(
                "%s.md: %s no longer stands in %s, but %s.md has a row for it (%s)",
                self.page,
                figure.surface,
                figure.part,
                TABLE,
                figure.id,
            )


class AnchorsExtension(Extension):
    """The hook sets for each page: what its report ``stated``, and ``page``, its path without suffix."""

    def __init__(self, **settings: object) -> None:
        self.config = {"stated": [Stated(), "What the report states"], "page": ["", "Path without suffix"]}
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register after attr_list (8), which sets ids, and before toc and MkDocs (5), which collect them."""
        own = _Anchors(md, self.getConfig("stated"), self.getConfig("page"))
        md.treeprocessors.register(own, "gongkai_anchors", 6)


def makeExtension(**settings: object) -> AnchorsExtension:  # noqa: N802 - the name is Python-Markdown's
    """What Python-Markdown calls to load this module as an extension."""
    return AnchorsExtension(**settings)
