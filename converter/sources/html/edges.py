"""Where an article begins and ends: lines of its own beside its box, and what the page has before its title."""

from collections.abc import Callable, Container, Iterable, Sequence

from converter.sources.html.labels import facts, is_label
from converter.sources.html.page import Box, PageLine
from converter.sources.html.rules import folded, pattern, squashed

_SOME = 0.1
_MOST_TITLE_LINES = 3


def widened(
    lines: Sequence[PageLine], box: Box, noise: Container[int], weight: Sequence[int]
) -> tuple[int, int]:
    """The box's lines with those around it that are the report's own: text, numbered headings, signature and date.

    An editor's frame may end before the signature, and a template may frame the first paragraph apart.  The page's
    own lines are a wall: what stands beyond one belongs to no article.  ``weight`` are running sums of text.
    """

    def is_own(n: int) -> bool:
        return weight[n + 1] > weight[n] or _fits("item", lines[n]) or _fits("close", lines[n])

    def is_wall(n: int) -> bool:
        return n in noise or is_label(lines[n].text) or any(facts([lines[n].text]))

    def is_wall_above(n: int) -> bool:
        heading = lines[n].large and not _fits("item", lines[n])
        return is_wall(n) or heading or _fits("close", lines[n])

    above = _reach(range(box.start - 1, -1, -1), is_own, is_wall_above)
    under = _reach(range(box.end, len(lines)), is_own, is_wall)
    return box.start if above is None else above, box.end if under is None else under + 1


def _reach(steps: Iterable[int], is_own: Callable[[int], bool], is_wall: Callable[[int], bool]) -> int | None:
    """The farthest own line before the first wall, None where there is none."""
    last = None
    for n in steps:
        if is_wall(n):
            break
        last = n if is_own(n) else last
    return last


def before_title(
    lines: Sequence[PageLine], box: Box, noise: Container[int], weight: Sequence[int], windows: Sequence[str]
) -> range:
    """The lines of a box before the article's title, where the page's own are among them."""
    some = weight[box.start] + _SOME * (weight[box.end] - weight[box.start])
    titles = [
        n
        for n in range(box.start, box.end)
        if weight[n] <= some and _is_title(lines[n], windows) and n not in noise
    ]
    if not titles:
        return range(0)
    first = titles[-1]
    while first > box.start and titles[-1] - first < _MOST_TITLE_LINES and _may_begin_title(lines[first - 1]):
        first -= 1
    has_page = weight[first] > weight[box.start] or any(n in noise for n in range(box.start, first))
    return range(box.start, first if has_page else box.start)


def _is_title(line: PageLine, windows: Sequence[str]) -> bool:
    words = squashed(line.text)
    repeated = len(words) > 8 and any(words in window for window in windows)
    return repeated or (line.large and _fits("title", line) and not _fits("item", line))


def _may_begin_title(line: PageLine) -> bool:
    return line.large and "。" not in line.text and not _fits("close", line)


def _fits(key: str, line: PageLine) -> bool:
    return bool(pattern("report", key).match(folded(line.text)))
