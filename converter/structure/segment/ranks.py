"""Which lines start a part, and at which depth: the lower the rank, the further out.

A numbered line has its style's rank (``structure/lines/styles.toml``); a list inside a list ranks below it.  More than one line
is needed to tell the rest: headings without a number above numbering that starts again (回顾 一、二、三、 计划 一、二、),
annexes, and styles that a report uses the other way round.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from converter.structure.lines.cut import Line
from converter.structure.lines.marks import Mark
from converter.structure.segment.head import is_close
from converter.structure.segment.heading import is_annex, is_known, is_unnumbered, squeezed
from converter.structure.segment.roles import role_of_heading
from converter.text.numerals import spelled

UNNUMBERED = -1
_DEPTHS = 10  # ranks between two styles, for lists inside lists
_INNER = 5  # how much deeper a style ranks that stands inside the next one
_DIGIT = 3  # the rank of 1. 2.
_BRACKETS, _FIRST = 2, 6  # of （一） and 第一，
_SECTION = _DEPTHS * _BRACKETS
_FEWEST = 2  # headings that are alike
_MOST_BETWEEN = 8  # headings without a number
_HEADING_LINE = 30  # characters
_AFTER_ANNEX = 5  # lines; nearer to it stands a signature only under a mere list of annexes

Ranks = dict[int, int]


def ranks(folded: str, lines: Sequence[Line]) -> Ranks:
    """The rank of each line that starts a part, by the line's index."""
    marked = {
        i: _DEPTHS * line.mark.style.rank + line.mark.depth for i, line in enumerate(lines) if line.mark
    }
    top = top_rank(lines, marked)
    if top is None:
        headings = _between_paragraphs(folded, lines)
        told = any(is_unnumbered(lines[i].span.of(folded)) for i in headings)
        marked |= headings if told or len(headings) >= _FEWEST else {}
    else:
        marked |= dict.fromkeys(_headings(folded, lines, marked), UNNUMBERED)
        marked = _turned_over(lines, marked) | _leading_points(lines, marked)
    annexes = [i for i in range(1, len(lines)) if _starts_annex(folded, lines, i)]
    return marked | dict.fromkeys(annexes if marked else [], min(marked.values(), default=0))


def top_rank(lines: Sequence[Line], found: Ranks) -> int | None:
    """The outermost rank of what is no point (第一， 一是) and no note, None where there is nothing else."""
    return min((found[i] for i in _structural(lines, found)), default=None)


def is_heading_line(folded: str, line: Line) -> bool:
    """True where a line without a number is short and closes as no sentence does."""
    words = line.span.of(folded)
    short = not line.mark and not line.flattened and len(words) <= _HEADING_LINE
    return short and words[-1] not in "。;:,!?、" and "|" not in words and not is_close(words)


def is_point(mark: Mark, rank: int) -> bool:
    """Whether a line of this rank is one of the points of a text, and no part with a place in its outline."""
    return mark.style.point and rank >= _DEPTHS * _FIRST


def _structural(lines: Sequence[Line], found: Ranks) -> Iterator[int]:
    for i in found:
        mark = lines[i].mark
        if mark is None or not (is_point(mark, found[i]) or mark.style.note):
            yield i


def _headings(folded: str, lines: Sequence[Line], marked: Ranks) -> list[int]:
    """Lines that are headings without a number above numbering of their own."""
    short = [i for i, line in enumerate(lines) if _may_head(folded, line)]
    numbered = list(_structural(lines, marked))
    found = {i for i in _above_starts(lines, marked, numbered, short) if i is not None}
    told = {i for i in short if is_unnumbered(lines[i].span.of(folded)) or _tells_role(folded, lines, i)}
    headings = sorted(found | told)
    # One heading alone is a line; and what comes after the first number only is part of what that number starts.
    points_only = min(marked[i] for i in numbered) >= _DEPTHS * _DIGIT
    few = len(found) < 2 and len(told) < 2 and not points_only
    if len(headings) < 2 or headings[0] > numbered[0] or few:
        # The review has no heading, its chapters are numbered; what numbering that starts again stands under is one.
        return sorted(found & told) if headings and headings[0] > numbered[0] else []
    after = [i for i in short if i > max(numbered[-1], headings[-1]) and _heads_text(lines, i)]
    between = [i for i in short if headings[0] < i and _heads_text(lines, i)]
    # Above points (1. 2.) alone every such line is a heading.
    if points_only and len(between) <= _MOST_BETWEEN:
        return sorted({*headings, *between})
    return headings + (after if len(after) == 1 else [])


def _tells_role(folded: str, lines: Sequence[Line], i: int) -> bool:
    """Whether a short line names what only a heading does: problems, a plan."""
    role = role_of_heading(squeezed(lines[i].span.of(folded)), None)
    return role in ("problems", "plan") and _heads_text(lines, i)


def _above_starts(
    lines: Sequence[Line], marked: Ranks, numbered: Sequence[int], short: Sequence[int]
) -> Iterator[int | None]:
    """For each place where the outermost numbering starts or starts again: the last short line above, if any."""
    lowest: int | None = None
    for before, i in pairwise([-1, *numbered]):
        mark, rank = lines[i].mark, marked[i] // _DEPTHS
        if mark and mark.n == 1 and (lowest is None or rank <= lowest):
            yield max((at for at in short if before < at < i), default=None)
            lowest = rank
        lowest = rank if lowest is None else min(lowest, rank)


def _may_head(folded: str, line: Line) -> bool:
    words = line.span.of(folded)
    return is_heading_line(folded, line) and role_of_heading(squeezed(words), None) != "other"


def _heads_text(lines: Sequence[Line], i: int) -> bool:
    after = lines[i + 1 : i + 2]
    return bool(after) and after[0].span.end - after[0].span.start > _HEADING_LINE


def _between_paragraphs(folded: str, lines: Sequence[Line]) -> Ranks:
    """In a text without any number: the short lines each of which text follows.

    Where several of them stand under another short line, that one heads a chapter, as do those that tell of problems and
    plans; the others head its sections.
    """
    heads = [i for i, line in enumerate(lines) if _heads_alone(folded, lines, i)]
    above = [i - 1 for i in heads if i and i - 1 not in heads and is_heading_line(folded, lines[i - 1])]
    chapters = {i for i in heads if _tells_role(folded, lines, i) or is_unnumbered(lines[i].span.of(folded))}
    outer = {i for i, end in pairwise([*above, len(lines)]) if _holds_several(heads, chapters, i, end)}
    if not outer:
        return dict.fromkeys(heads, UNNUMBERED)
    return dict.fromkeys(heads, _SECTION) | dict.fromkeys(outer | chapters, UNNUMBERED)


def _holds_several(heads: Sequence[int], chapters: Collection[int], start: int, end: int) -> bool:
    last = min((i for i in chapters if i > start), default=end)
    return sum(start < i < min(last, end) for i in heads) >= _FEWEST


def _heads_alone(folded: str, lines: Sequence[Line], i: int) -> bool:
    """Whether a line without a number heads what follows it: a long line, or any sentence where its words are a heading's."""
    if _heads_text(lines, i) and is_heading_line(folded, lines[i]):
        return True
    after = "".join(line.span.of(folded) for line in lines[i + 1 : i + 2])
    return after.endswith(("。", ";", "!")) and _is_known_line(folded, lines[i])


def _is_known_line(folded: str, line: Line) -> bool:
    words = squeezed(line.span.of(folded))
    return (
        not line.mark and not line.flattened and len(words) <= _HEADING_LINE and is_known(words.rstrip(":"))
    )


def _leading_points(lines: Sequence[Line], marked: Ranks) -> Ranks:
    """``第一，`` at the starts of lines before all numbering are what the text is divided into: （一） stands below them."""
    numbered = [i for i in marked if (mark := lines[i].mark) and not (mark.style.point or mark.style.note)]
    first = min(numbered, default=0)
    points = [i for i in range(first) if (mark := lines[i].mark) and mark.style.rank == _FIRST]
    own = all(mark.place == "line start" for i in points if (mark := lines[i].mark))
    outer = min((rank for i, rank in marked.items() if i not in points), default=0)
    if len(points) < _FEWEST or not own or outer < _DEPTHS * _BRACKETS:
        return {}
    return dict.fromkeys(points, outer - 1)


def _turned_over(lines: Sequence[Line], marked: Ranks) -> Ranks:
    """Reports of before 1990 number their chapters （一） and the lists inside 一、."""
    outer = [i for i, line in enumerate(lines) if line.mark and line.mark.style.rank == 1]
    inner = [i for i, line in enumerate(lines) if line.mark and line.mark.style.rank == 2]
    first = lines[outer[0]].mark if outer else None
    before = [i for i in inner if first and i < outer[0]]
    if first is None or first.n != 1 or len(before) < 2 or UNNUMBERED in marked.values():
        return marked
    deeper = {i: _DEPTHS * 2 + _INNER + marked[i] % _DEPTHS for i in outer}
    return marked | deeper


def _starts_annex(folded: str, lines: Sequence[Line], i: int) -> bool:
    words = lines[i].span.of(folded)
    if lines[i].mark or not is_annex(words):
        return False
    following = lines[i + 1 : i + 1 + _AFTER_ANNEX]
    return bool(following) and not any(is_close(line.span.of(folded)) for line in following)


_ANNEX_NUMBER = re.compile(spelled(r"附[件录表]? ?[{chinese}\d]{0,2}"))


def annex_number_end(words: str) -> int:
    """Where the number of an annex ends in its line (``附件2：…`` → 3)."""
    match = _ANNEX_NUMBER.match(words)
    return match.end() if match else 0
