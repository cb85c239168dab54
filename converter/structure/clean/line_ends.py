"""Blanks that were line ends: a report flattened onto one line keeps a blank where each of its lines ended.

A line holds several where it is longer than any typed paragraph, or where marks of numbering stand behind its blanks.
Then each blank is looked at by what stands on both sides of it; a kind of blank that also stands inside words and
numbers (``2013 年``, ``政 府``) ends no line.  Before the text and behind it, what a page prints is told apart by its
blanks as well.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from converter.text.fold import CJK
from converter.text.numerals import spelled

_BLANKS = re.compile(r"(?<=[^ ])( +)(?=[^ ])")
_FLAT = 1500  # characters; typed paragraphs of the genre stay far below
_MOST = 2 / 3  # of a text; no report is one paragraph
_LONG = 240  # characters; a shorter line is one line
_MARK = re.compile(
    spelled(
        r"(?:第?[{chinese}]{1,3}(?:[、,]|部分|章)|\([{chinese}]{1,3}\)|\d{1,2}[、.](?!\d)|[{chinese}]{1,2}是|[{enclosed}]|附件 ?\d?|--)"
    )
)
_OUTER = re.compile(
    spelled(r"(?:[{chinese}]{1,3}、|\([{chinese}]{1,3}\)|[{parenthesised_chinese}]|[{chinese}]是)")
)
_AFTER_MARK = re.compile(
    spelled(
        r"(?:第?[{chinese}]{1,3}(?:、|部分)|\([{chinese}\d]{1,3}\)|(?<!\d)\d{1,2}[、.]|\[\d{1,3}\]|[{enclosed}])$"
    )
)
_STOP = re.compile(r"[。;!?…:][”’)》】]?$")
_LABEL = re.compile(
    r"(?:位置|时间|日期|来源|作者|字[号体]|编辑|审核|次数|量|数|索引号|机构|机关|单位|部门|文号|名称|分类|栏目|标题|主题词|有效性|链接|目录) ?:$"
)
_LABEL_AHEAD = re.compile(
    r"[^ :。,]{0,4}(?:位置|时间|日期|来源|作者|字[号体]|编辑|审核|次数|索引号|机构|机关|单位|文号|名称|分类|栏目|标题|主题词|有效性|链接|目录) ?:"
)
_TITLE_VALUE = re.compile(r"(?:标题|题目|文件名称) ?: ?[^:\n]{0,60}$")
_SPACED_NUMBER = re.compile(r"(?<=[一-龥]) \d[\d.]* (?=[一-龥])")
_LINKS = ">»›/|"
_OPEN, _CLOSED = "([【《“", ")]】》”"
_BRACKET = 40  # characters
_TITLE = re.compile(r"(?=[^ ]*\d{4})[^ >]{8,60}(?:报告|总结|情况|年报)(?= |$)")
_PROSE = re.compile(r"。|,.*,|[^,]{4,},[^,]{8,}|(?:[^一-龥]*[一-龥]){40}")
_FEW = 2
_MOST_INNER = 3  # blanks between characters to one that ends a sentence

Kind = Literal["stop", "mark", "words", "number", "inner"]


class _Blank(NamedTuple):
    start: int
    end: int
    kind: Kind


def holds_several(length: int, whole: int) -> bool:
    """Whether a line of ``length`` characters, in a text of ``whole``, is longer than any paragraph."""
    return length > _FLAT or (length > _LONG and length > _MOST * whole)


def with_line_ends(folded: str) -> str:
    """``folded`` with a line feed for each first blank that was a line's end; positions stay."""
    lines = folded.split("\n")
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    return "\n".join(
        _with_feeds(line, n == first, len(folded)) if len(line) > _LONG and " " in line.strip() else line
        for n, line in enumerate(lines)
    )


def _with_feeds(line: str, is_first: bool, whole: int) -> str:
    blanks = [_Blank(*match.span(), _kind(line, match)) for match in _BLANKS.finditer(line)]
    flat = _is_flat(line, blanks, whole)
    ends = set(_flat_ends(blanks)) if flat else set()
    if flat or is_first:
        ends |= set(_page_ends(line, blanks))
    feeds = {blank.start for blank in ends}
    return "".join("\n" if at in feeds else char for at, char in enumerate(line)) if feeds else line


def _beside_number(line: str, blank: _Blank) -> bool:
    """Whether a blank parts a number from a word, in a line that has its numbers apart."""
    left, right = line[blank.start - 1], line[blank.end]
    return (left.isdecimal() and right in CJK) or (left in CJK and right.isdecimal())


def _is_flat(line: str, blanks: Sequence[_Blank], whole: int) -> bool:
    marks = sum(blank.kind == "mark" and bool(_OUTER.match(line, blank.end)) for blank in blanks)
    stops = sum(blank.kind in ("stop", "mark") for blank in blanks)
    return holds_several(len(line), whole) or (marks > 1 and stops > marks) or marks > 2


def _flat_ends(blanks: Sequence[_Blank]) -> Iterator[_Blank]:
    """The blanks of a flat line that end lines: wide ones where lines end so, else each of a kind that ends some."""
    sure = [blank for blank in blanks if blank.kind in ("stop", "mark")]
    marks = [blank for blank in blanks if blank.kind == "mark"]
    telling = marks if len(marks) > _FEW else sure
    wide = [blank for blank in telling if blank.end - blank.start > 1]
    if len(wide) > _FEW and 2 * len(wide) > len(telling):
        yield from (blank for blank in blanks if blank.end - blank.start > 1 and blank.kind != "inner")
        return
    if not sure:
        return
    kinds: set[Kind] = {"stop", "mark"}
    words = sum(blank.kind == "words" and sure[0] < blank < sure[-1] for blank in blanks)
    if words <= _MOST_INNER * len(sure):
        kinds.add("words")
    yield from (blank for blank in blanks if blank.kind in kinds)


def _page_ends(line: str, blanks: Sequence[_Blank]) -> Iterator[_Blank]:
    """The blanks between what a page prints before and behind the text, up to the text."""
    spaced = len(_SPACED_NUMBER.findall(line)) > _FEW
    for ordered in (blanks, blanks[::-1]):
        before = ordered is blanks
        edge = 0 if before else len(line)
        for blank in ordered:
            words = line[edge : blank.start] if before else line[blank.end : edge]
            if blank.kind in ("inner", "number") or (spaced and _beside_number(line, blank)):
                continue
            if _PROSE.search(words) or _MARK.match(words):
                break
            yield blank
            edge = blank.end if before else blank.start


def _kind(line: str, match: re.Match[str]) -> Kind:
    start, end = match.span()
    left, right = line[start - 1], line[end]
    if _ends_label(line, start, end):
        return "words"
    if _is_inner(line, start, end):
        return "inner"
    if _MARK.match(line, end):
        return "mark"
    if _STOP.search(line, max(0, start - 2), start):
        return "stop"
    return _kind_of_words(line[end : end + 8], left, right)


def _kind_of_words(ahead: str, left: str, right: str) -> Kind:
    if left.isascii() and right.isascii() and left not in "%)]" and right not in "([":
        return "inner"
    if re.match(r"\d{4} ?[-年]", ahead) and not (left.isascii() and left.isalnum()):
        return "words"
    in_number = right.isdecimal() or (left.isascii() and left.isalnum())
    return "number" if in_number else "words"


def _ends_label(line: str, start: int, end: int) -> bool:
    """Whether a title, a label or what is left of a table's cell stands behind or before a blank."""
    left = line[start - 1]
    in_cells = left == "|" and line[start - 2 : start - 1] == "|"
    return in_cells or bool(left in _LINKS and _TITLE.match(line, end)) or bool(_LABEL_AHEAD.match(line, end))


def _is_inner(line: str, start: int, end: int) -> bool:
    """Whether a blank stands inside a trail of links, a label's line, a bracket, a numbered heading."""
    return (
        line[start - 1] in _LINKS
        or line[end] in _LINKS + ":"
        or line.startswith("星期", end)
        or line.endswith("今天是", 0, start)
        or _LABEL.search(line, max(0, start - 8), start) is not None
        or _AFTER_MARK.search(line, max(0, start - 6), start) is not None
        or _TITLE_VALUE.search(line, max(0, start - 70), start) is not None
        or _in_brackets(line, start)
        or _is_spaced(line, start, end)
    )


def _in_brackets(line: str, at: int) -> bool:
    before = line[max(0, at - _BRACKET) : at]
    opened = max(before.rfind(char) for char in _OPEN)
    closed = max(before.rfind(char) for char in _CLOSED)
    after = line[at : at + _BRACKET]
    return opened > closed and any(char in after for char in _CLOSED)


def _is_spaced(line: str, start: int, end: int) -> bool:
    """Characters typed apart to look wider (名 词 解 释)."""
    alone_left = line[max(0, start - 2) : start - 1] in ("", " ")
    alone_right = line[end + 1 : end + 2] in ("", " ")
    return alone_left and alone_right and line[start - 1] in CJK and line[end] in CJK
