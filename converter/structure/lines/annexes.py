"""Annexes in a line that held a whole report: ``……谢谢大家！附件名词解释1.数字政府：……``.

An annex is announced by its number, a glossary by its title alone; what follows up to the list it holds is its title.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from converter.model import Span

# What a list starts with.
_LIST = r"[: ]*(?=(?:\d{1,2}[.、]|\[ ?\d|[①一❶]、?|\([一1]\)|[“《]|$))"
_GLOSSARY = r"(?:《?[^。,;:!?\n“”]{0,12}(?:工作)?报告》?)?(?:中|的|有关|相关|部分|内容|重要|主要)*(?:名词(?:、?术语)?|术语)(?:解释|注释|说明)"
_ANNEX = re.compile(
    r"(?<=[。!?;”) ])"
    rf"(?:(?P<number>附[件录表]? ?(?:\d(?=20\d\d年)|[\d一二三四五](?![\d、是]))?)(?P<colon> ?:? ?)(?P<title>{_GLOSSARY}(?:{_LIST}|(?=\W|\d|$))|[^。,;:!?\n“”]{{4,40}}?{_LIST})"
    rf"|(?P<alone>{_GLOSSARY}){_LIST})"
)


class Annex(NamedTuple):
    """The parts of its heading that had lines of their own, and where its text starts."""

    lines: tuple[Span, ...]
    end: int


def annexes(folded: str, piece: Span) -> Iterator[Annex]:
    """The annexes in a line that held several."""
    for match in _ANNEX.finditer(folded, *piece):
        # 附件: and its title stood on one line, 附件1 and its title on two.
        joined = match["alone"] or match["colon"].strip()
        lines = (match.span(),) if joined else (match.span("number"), match.span("title"))
        yield Annex(tuple(Span(*line) for line in lines), match.end())
