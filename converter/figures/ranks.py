"""Ranks: 位居全省第2位, 名列第二, 全市第一. An ordinal is a rank only where the text ranks something."""

import re
from collections.abc import Iterator

from converter.figures.alternatives import either
from converter.figures.numerals import HANZI
from converter.figures.tables import MEASURES

_ORDINAL = rf"(?P<word>第 ?(?:(?P<digits>\d+)|(?P<hanzi>[{HANZI}]+))) ?(?:(?P<unit>[位名])|(?=[,。;、和!?:)\s的]|全[国省市区县州]|$))"
_RANK = re.compile(rf"(?:{either(MEASURES.load().rank.before)})[^,。;:!?\n第\d]{{0,16}}{_ORDINAL}")
# 分别排全区第1位、第2位; 位居投资潜力第3、绿色发展第5
_NEXT = re.compile(rf"[、和](?:[^、,。;:!?\n第\d]{{2,12}}(?=第 ?[{HANZI}\d]))?{_ORDINAL}")


def ranks(sentence: str) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, numeral and unit of each rank.

    The start is at the digits, but at 第 where the numeral is a word: a reader of a table knows 第二 and not 二.
    """
    if "第" not in sentence:
        return
    for first in _RANK.finditer(sentence):
        match: re.Match[str] | None = first
        while match:
            group = "digits" if match["digits"] else "word"
            yield match.start(group), match.end(), match["digits"] or match["hanzi"], match["unit"] or ""
            match = _NEXT.match(sentence, match.end())
