"""What a printed page has above or below its text: the same words on each, with the number of the page beside or in the next line."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from converter.model import Dropped, Span

_LINE = re.compile(r"[^\n]+")
_NUMBERED = re.compile(
    r"(?P<words>[^\n。;]{5,40}?) +[-·]? ?(?P<n>\d{1,3}) ?[-·]?|[-·]? ?(?P<first>\d{1,3}) ?[-·]? +(?P<behind>[^\n。;]{5,40})"
)
_ANNEX = re.compile(r"附[件录表]|[图表]|第")
_PAGE = re.compile(
    r"(?<=\n) *+(?P<sign>第 ?|[-·] ?)?(?P<n>\d{1,3})(?: ?[-·页])?(?:[ ,/]*共? ?\d{1,3} ?页?)?[\n ]*(?=\n)"
)
_BEFORE, _BEHIND = re.compile(r"\n[\n ]*[^\n]*\Z"), re.compile(r"\n[^\n]*[\n ]*(?=\n)")
_CUT = re.compile(r"\n[^\n]{19,}[^\n。;:!?… )”》|]\Z")
_SHORTEST = 200  # characters of a page
_LONGEST = 40  # characters of a head
_FEWEST_HEADED = 2  # pages whose numbers stand beside the same words
_FEWEST = 3  # pages; fewer where a report starts with the same words


class _Page(Struct, frozen=True):
    """A line that may be the number of a page, with the empty ones around it but the last line feed."""

    span: Span
    n: int
    is_signed: bool


def running_heads(folded: str) -> frozenset[str]:
    """The lines of a text that are its pages' heads: alike but for a number that counts them."""
    lines = [match[0].strip() for match in _LINE.finditer(folded)]
    numbers: dict[str, list[int]] = defaultdict(list)
    for words, n in _told(lines):
        numbers[words].append(n)
    first = next((line.strip(" :") for line in lines if line), "")
    heads = {
        words
        for words, found in numbers.items()
        if found == list(range(found[0], found[0] + len(found)))
        and len(found) >= (1 if words == first else 2 if first.startswith(words) else _FEWEST)
    }
    return frozenset(line for line in lines if any(words in heads for words, _ in _told([line])))


def _told(lines: Sequence[str]) -> Iterator[tuple[str, int]]:
    for line in lines:
        match = _NUMBERED.fullmatch(line)
        words = match and (match["words"] or match["behind"]).strip(" :")
        if match and words and not _ANNEX.match(words):
            yield words, int(match["n"] or match["first"])


def lines_of(folded: str, heads: frozenset[str]) -> Iterator[Dropped]:
    """Where these lines stand."""
    for line in _LINE.finditer(folded) if heads else ():
        words = line[0].strip()
        if words in heads:
            start = line.start() + line[0].index(words)
            yield Dropped(start, start + len(words), "running_head")


def page_ends(folded: str) -> Iterator[Dropped]:
    """The lines between two pages, with the line feed above: a number that counts them, and what all have beside it."""
    pages = _pages(folded)
    ends = [page.span for page in pages]
    for pattern, behind in ((_BEHIND, True), (_BEFORE, False)):
        ends = _with_head(folded, ends, pattern, behind)
    alone = len(pages) >= _FEWEST and _break_sentences(folded, pages)
    for page, end in zip(pages, ends, strict=True):
        if page.span != end or (alone and not page.is_signed):
            yield Dropped(*end, "running_head")


def _break_sentences(folded: str, pages: Sequence[_Page]) -> bool:
    """Whether most of the numbers stand below a line that its page's end cut; those of a table's rows do not."""
    return 2 * sum(
        bool(_CUT.search(folded, max(0, page.span.start - _SHORTEST), page.span.start)) for page in pages
    ) > len(pages)


def _pages(folded: str) -> list[_Page]:
    """The lines that are numbers, each the next and a page behind the one before; none where they are too few."""
    found: list[_Page] = []
    for page in _lines_of_numbers(folded):
        is_last = len(folded) - page.span.end <= _LONGEST
        long = bool(found) and page.span.start - found[-1].span.end >= _SHORTEST
        if found and page.n == found[-1].n + 1 and (long or is_last):
            found.append(page)
        elif len(found) < _FEWEST_HEADED and page.n <= _FEWEST:
            found = [page]
    return found if len(found) >= _FEWEST_HEADED else []


def _lines_of_numbers(folded: str) -> Iterator[_Page]:
    behind = 0  # the one before; the empty lines above are looked for from there, so that thousands of them take no longer
    for match in _PAGE.finditer(folded):
        above = folded[behind : match.start()]
        start = behind + above.index("\n", len(above.rstrip("\n ")))
        behind = match.end()
        yield _Page(Span(start, behind), int(match["n"]), match["sign"] is not None)


def _with_head(folded: str, ends: list[Span], pattern: re.Pattern[str], behind: bool) -> list[Span]:
    """``ends`` with the line next to each, where nearly all have the same there."""
    lines = [
        pattern.match(folded, end.end)
        if behind
        else pattern.search(folded, max(0, end.start - _LONGEST - 2), end.start)
        for end in ends
    ]
    words = Counter(line[0].strip() for line in lines if line)
    most, count = words.most_common(1)[0] if words else ("", 0)
    if count < max(_FEWEST_HEADED, len(ends) - 1) or not 1 < len(most) <= _LONGEST:
        return ends
    return [
        Span(min(end.start, line.start()), max(end.end, line.end()))
        if line and line[0].strip() == most
        else end
        for end, line in zip(ends, lines, strict=True)
    ]
