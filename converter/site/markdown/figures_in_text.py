"""Figures in the text of a page: each becomes a place with a link to its row in the table of figures."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import accumulate
from xml.etree.ElementTree import Element

from converter.layout import FIGURES
from converter.model import Span
from converter.site.content.observations import Figure, Stated
from converter.site.markdown.cells import mark_cells
from converter.site.markdown.inline import Run, holds_figure, mark, runs, wrap_sentences
from converter.site.markdown.parts import parts_of
from converter.site.markdown.prose import placed
from converter.site.markdown.translated import placed_in_translation


def mark_prose(
    root: Element, stated: Stated, chapter: str, chinese: Mapping[str, str] | None = None
) -> list[Figure]:
    """Anchor the figures of ``chapter`` (if empty, of all) in the text of ``root``; return those that no longer stand there.

    ``chinese`` are the blocks of the Chinese page by id where ``root`` is a translation.
    """
    blocks: dict[str, list[Element]] = {}
    for part, block in parts_of(root, stated.paragraphs, chinese or {}):
        blocks.setdefault(part, []).append(block)
    by_part: dict[str, list[Figure]] = {}
    own_figures = [figure for figure in stated.figures if chapter in ("", figure.chapter)]
    missing = mark_cells(root, [figure for figure in own_figures if figure.in_table])
    for figure in own_figures:
        if not figure.in_table:
            by_part.setdefault(figure.part, []).append(figure)
    for part, own in by_part.items():
        inside = blocks.get(part, [])
        left = own if chinese is None else _mark_translated(inside, own, stated)
        missing += _mark_part(inside, left, placed)
    for block in (block for inside in blocks.values() for block in inside):
        if holds_figure(block):
            wrap_sentences(block)
    return missing


def _mark_translated(blocks: list[Element], figures: list[Figure], stated: Stated) -> list[Figure]:
    missing: list[Figure] = []
    for paragraph in dict.fromkeys(figure.paragraph for figure in figures):
        told = stated.paragraphs.get(paragraph, "")
        # A point that runs on into its first paragraph has the id of its part.
        names = (paragraph, paragraph.rpartition("-p")[0] if paragraph.endswith("-p1") else "")
        inside = [block for block in blocks if block.get("id") in names and block.tag == "p"]
        own = [figure for figure in figures if figure.paragraph == paragraph]
        missing += _mark_part(inside, own, partial(placed_in_translation, told))
    return missing


Placing = Callable[[list[Figure], str], Iterable[tuple[Figure, Span | None]]]


def _mark_part(blocks: list[Element], figures: list[Figure], placing: Placing) -> list[Figure]:
    # A line feed between the runs keeps a figure from being found across two of them.
    found = [run for block in blocks for run in runs(block)]
    starts = list(accumulate((len(run.text) + 1 for run in found), initial=0))
    places = list(placing(figures, "\n".join(run.text for run in found)))
    for figure, span in reversed(places):
        if span:
            _mark_at(found, starts, figure, span)
    return [figure for figure, span in places if span is None]


def _mark_at(found: list[Run], starts: list[int], figure: Figure, span: Span) -> None:
    index = bisect_right(starts, span.start) - 1
    inside = Span(span.start - starts[index], span.end - starts[index])
    mark(found[index], inside, figure, f"{FIGURES}.md#{figure.id}")
