"""How periods are printed."""

import re

from converter.figures.alternatives import either
from converter.figures.tables import PERIODS

_KNOWN = PERIODS.load()
_BY = r"截[至止]到?(?:目前)?"
YEAR = r"(?:19|20)\d\d ?年?(?: ?[-~至到] ?(?:19|20)\d\d)? ?年"
PARTS = r"上半年|下半年|第?[一二三四]季度|前三季度|(?<!提)前(?:\d{1,2}|[一二三四五六七八九十]{1,2})个月|\d{1,2}月?[-~至到]\d{1,2}月份?(?!龄)"
FROM_BEGINNING = re.compile(
    r"(?<![后下])上半年(?!度)|前三季度|前(?:\d{1,2}|[一二三四五六七八九十]{1,2})个月|(?<!\d)1月?[-~至到](?!12)\d{1,2}月"
)
# The same in a title, or a part from another day on: 第三季度工作情况, 半年工作总结; no date.
OF_TITLE = re.compile(
    rf"{FROM_BEGINNING.pattern}|(?<![上下后])半年度?(?=[^度计]*[总情报汇])|下半年(?=工作?[总情报汇])|第?[一二三四]季度|(?<!\d)\d{{1,2}}月份"
)
PART = rf"(?:度|{PARTS}|\d{{1,2}}月(?:\d{{1,2}}日|份|底|末)?)?+(?:以来|至今|底|末)?+"
_SOME_YEARS = r"(?:(?<!\d)\d{1,2}|(?<![一二两三四五六七八九十])[一二两三四五六七八九十]+)年"
FIVE_YEARS = "十[一二三四五六]五"
TIME = re.compile("[年月季周五大](?:(?<![五大])|[”以时期规])|届政|任期")  # one of them is in every period
A_YEAR = re.compile(r"(?:19|20)\d\d")  # one is in every date
_NOT_CARRIED = "".join(f"(?<!{word})" for word in _KNOWN.carried.to)
DATE = re.compile(
    rf"(?=[\s12从由自到至比较截]){_NOT_CARRIED}(?:[从由自到至比较]|{_BY})?\s?{_NOT_CARRIED}{YEAR}{PART}(?!{either(_KNOWN.carried.from_)})"
)
_PRINTED = "|".join(
    (
        either(_KNOWN.printed.words),
        rf"(?:“{FIVE_YEARS}”|(?<!“){FIVE_YEARS})(?:规划)?(?:以来|期间|时期|末)|(?:党的)?(?:十[八九]|二十)大以来",
        r"“[一二三四五六七八九十]五”普法(?:规划)?(?:以来|期间|时期)",
        rf"过去{_SOME_YEARS}|这(?!一年){_SOME_YEARS}|(?<![年前]){_SOME_YEARS}(?:[内来间]|(?=累计))",
        r"(?:本届政府|任期)(?:以来|内)",
        r"(?<!创)近(?:\d+|[一二三四五两十]+)(?:年|个?月)(?!来?(?:新高|最高|新低|最低|最好))",
    )
)
# What periods begin with: at all other places the rest need not be tried.
_FIRST = "".join(sorted({word[0] for word in (*_KNOWN.relative, *_KNOWN.printed.words)}))
# 从2018年到2020年 is a time, 从2018年的12件 a base.
_FROM_TO = rf"(?<=[从由])(?={YEAR}{PART}[-~至到]{YEAR}(?!的))"
PERIOD = re.compile(
    rf"(?=[\d截上下第前过这党近本任“一二两三四五六七八九十{_FIRST}])(?:{_FROM_TO}|(?<![{''.join(_KNOWN.compared.before)}])){_NOT_CARRIED}(?:"
    rf"(?P<absolute>(?:{_BY})?{YEAR}{PART}(?:[-~至到](?:{YEAR}{PART}|当?年[底末]))?)"
    rf"|(?P<month>(?:{_BY})\d{{1,2}}月(?:\d{{1,2}}日|份|底|末)?|(?<![\d-])(?:{PARTS}))"
    rf"|(?P<until>{_BY})?(?P<relative>{either(_KNOWN.relative)})(?P<part>{PARTS}|\d{{1,2}}月[份底末])?"
    rf"|(?P<printed>{_PRINTED})"
    rf")(?!{either([*_KNOWN.compared.after, *_KNOWN.carried.from_])})"
)
