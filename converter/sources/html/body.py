"""Which lines of a page are the article's: the box that holds nearly all its sentences, less what is noise in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from converter.sources.html.edges import before_title, widened
from converter.sources.html.page import Box, HtmlPage, PageLine
from converter.sources.html.rules import folded, noise_reason, pattern

_CLAUSE = re.compile(r"[，。；！？,;!?]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SHORTEST = 12  # Chinese characters in a line of text; menus and labels have fewer
_NEARLY_ALL, _ALL_BUT_A_LINE = 0.9, 0.98
_TOO_MUCH_TO_DROP = 0.4
_TAIL = 0.1
_LINKS, _SENTENCES = 0.25, 0.3


class Body(NamedTuple):
    """The article's lines, from ``start`` up to not including ``end``; ``noise`` is a reason by a line's index."""

    start: int
    end: int
    noise: Mapping[int, str]


class _Sums(NamedTuple):
    """Running sums over the lines: characters of text, and lines that have any."""

    weight: Sequence[int]
    lines: Sequence[int]

    def of(self, box: Box) -> int:
        return self.weight[box.end] - self.weight[box.start]

    def lines_of(self, box: Box) -> int:
        return self.lines[box.end] - self.lines[box.start]


def find_body(page: HtmlPage, windows: Sequence[str] = ()) -> Body:
    """The article of a page.  A page without any sentence is its own article.

    ``windows`` are what the page calls itself in its head, squashed.
    """
    weights = [_weight(line) for line in page.lines]
    around = _around(page, _sums(weights))
    sums = _sums([0 if n in around else weight for n, weight in enumerate(weights)])
    noise = dict.fromkeys((*around, *_links(page.lines, sums)), "navigation")
    noise |= {n: reason for n, line in enumerate(page.lines) if (reason := noise_reason(line.text))}
    start, end = widened(page.lines, _marked(page, _dominant(page, sums), sums), noise, sums.weight)
    box = Box(start, end, -1, "article")
    noise |= dict.fromkeys(_link_boxes(page, box, sums), "navigation")
    noise |= dict.fromkeys(before_title(page.lines, box, noise, sums.weight, windows), "navigation")
    noise |= dict.fromkeys(_tail(page.lines, box, sums), "navigation")
    return Body(start, end, {n: noise[n] for n in range(start, end) if n in noise})


def _weight(line: PageLine) -> int:
    han = len(_HAN.findall(line.text))
    is_text = han >= _SHORTEST and _CLAUSE.search(line.text) and 2 * line.linked < len(line.text)
    return han if is_text and not noise_reason(line.text) else 0


def _sums(weights: Sequence[int]) -> _Sums:
    return _Sums([0, *accumulate(weights)], [0, *accumulate(int(weight > 0) for weight in weights)])


def _around(page: HtmlPage, sums: _Sums) -> set[int]:
    """Lines in boxes that name themselves part of the page, or are hidden, unless they hold much of its text."""
    most = sums.weight[-1] * _TOO_MUCH_TO_DROP
    found: set[int] = set()
    done = 0
    for box in page.boxes:
        if box.kind in ("page", "hidden") and box.end > done and sums.of(box) <= most:
            found.update(range(max(box.start, done), box.end))
            done = box.end
    return found


def _dominant(page: HtmlPage, sums: _Sums) -> Box:
    """Down from the whole page, as long as one box inside holds nearly all the text and is no single paragraph."""
    at, here = -1, Box(0, len(page.lines), -1, "plain")
    for n, box in enumerate(page.boxes):
        if box.parent != at or not sums.of(box) or sums.of(box) < _NEARLY_ALL * sums.of(here):
            continue
        if sums.lines_of(box) > 1 or sums.of(box) > _ALL_BUT_A_LINE * sums.of(here):
            at, here = n, box
    return here


def _marked(page: HtmlPage, within: Box, sums: _Sums) -> Box:
    """The innermost box inside ``within`` that is named as an article's and holds as much, else ``within``."""
    best = within
    for box in page.boxes:
        inside = best.start <= box.start and box.end <= best.end
        if box.kind == "article" and inside and sums.of(box) > _NEARLY_ALL * sums.of(best):
            best = box
    return best


def _links(lines: Sequence[PageLine], sums: _Sums) -> Iterator[int]:
    """Links elsewhere that stand in a row, or after the last line of text."""
    is_link = [_is_link(line) for line in lines]
    for n, linked in enumerate(is_link):
        beside = is_link[max(n - 1, 0) : n] + is_link[n + 1 : n + 2]
        if linked and (any(beside) or sums.weight[n] == sums.weight[-1]):
            yield n


def _link_boxes(page: HtmlPage, box: Box, sums: _Sums) -> Iterator[int]:
    """The lines of boxes inside ``box`` that hold links elsewhere and hardly a sentence: lists, references."""
    linked = [0, *accumulate(line.linked for line in page.lines)]
    length = [0, *accumulate(len(line.text) for line in page.lines)]
    done = box.start
    for start, end, _, _ in page.boxes:
        if done <= start and end <= box.end and 1 < end - start < box.end - box.start:
            characters = length[end] - length[start]
            text = sums.weight[end] - sums.weight[start]
            if linked[end] - linked[start] > _LINKS * characters and text < _SENTENCES * characters:
                yield from range(start, end)
                done = end


def _is_link(line: PageLine) -> bool:
    return line.linked > 0.6 * len(line.text) and "。" not in line.text


def _tail(lines: Sequence[PageLine], box: Box, sums: _Sums) -> range:
    """From the first line that ends an article on, where hardly any text follows."""
    enough = sums.weight[box.end] - sums.of(box) * _TAIL
    for n in range(box.start, box.end):
        if sums.weight[n] >= max(enough, 1) and pattern("tail", "lines").fullmatch(folded(lines[n].text)):
            return range(n, box.end)
    return range(0)
