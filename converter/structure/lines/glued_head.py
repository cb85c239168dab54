"""Where the lines ended that stand before and behind a text, when nothing was left between them.

What a page prints around a report has few shapes: labels with their values, a title, where and when it was given, whom
it addresses, who signs.  From the start of a flattened line they are read one after the other, up to the first words
that have none of these shapes: the text.
"""

import re
from collections.abc import Iterator

from converter.model import Span
from converter.structure.lines.trails import LAST_LINK
from converter.text.numerals import spelled

_LABEL = (
    r"(?:发布|发表|发文|生成|成文|更新|公开|公布|印发|录入|制发|信息)?(?:时间|日期|机构|机关|单位)|名 ?称|文 ?号|发文字号|栏 ?目|"
    r"索 ?引 ?号|主题词|主题分类|分 ?类|有效性|(?:信息|文章|稿件)?来 ?源|作 ?者|编 ?辑|责任编辑|审 ?核|关键词|"
    r"(?:浏览|点击|阅读|访问)(?:次数|量|数)?|原文链接|本地目录|页面链接"
)
_DAY = r"\d{4} ?[-年/.] ?\d{1,2} ?[-月/.] ?\d{1,2} ?日?(?: ?\d{1,2}[:时]\d{2}(?::\d{2}|分)?)?"
_TITLE = (
    r"(?!现[将在]|我|根据|按照|下面|为)[^。,;:!?\n|]{4,60}?(?:报告|总结|年报)(?:\((?:摘要|全文|书面)\))?"
    r"(?= |$|\d{4} ?年|[\[(【]|--|各位|现将|本报告|本年报|根据|按照|LABEL ?:|NUM、|第NUM部分|(?![的和与及])[^。,;!?、\n]{2,30}:)"
)
_ADDRESS = r"各位(?:代表|委员|同志|领导)[^。,;:!?\n]{0,12}[:!,](?=[^。])|[^。,;:!?、\n\d]{2,20}(?:政府|委员会|办公室|[厅局]):"
# The second half of a title, where what the page prints stands between the two.
_REST = rf"(?:情况|工作|建设|年度){{1,3}}的?(?:报告|总结|年报)(?={_ADDRESS})"
_HEARERS = re.compile(r"(?<![向对谢给和与、,])各位(?:代表|委员|同志|领导)[^。,;:!?\n]{0,12}[:!,]")
_NEAR = 800  # characters
_SHAPES = spelled(
    "|".join(
        (
            # An address, with what names it.
            rf"(?:{_LABEL})(?: ?: ?|与[^。,;:\n]{{0,12}}? )(?!\d{{4}}/)[!-~]*[/.][!-~]{{4,}}[^。,;:!?\n]{{0,60}}?(?=(?:{_LABEL})|$)",
            rf"标 ?题 ?: ?[^\n]{{2,80}}?(?=(?:{_LABEL}) ?:|$)|(?:文 ?号|发文字号) ?: ?[^。,;:\n]{{2,20}}?号",
            r"[^。,;:!?|\n]{0,60}?首页(?=[ >]|$)|(?:网站)?首页(?: ?[|] ?[^|>\n]{2,6})+",
            rf"(?:{_LABEL}) ?: ?(?:{_DAY}|\[[^\]\n]{{0,20}}\]|【[^】\n]{{0,20}}】|[^。,;:!?\n]{{0,60}}?(?=(?:{_LABEL}) ?:|\d{{4}} ?年|{_DAY}|[\[【(]|各位|$))",
            r"[【\[]?字[号体] ?:(?:[【\[ ]?(?:超?大|中|小|默认)[】\] ]?)*|打印|全屏|收藏|下载|分享(?:到)? ?:?|关闭|加大|还原|减小|【|】|\]|微信|微博|摄(?=政府)",
            rf"[^。,;:\n]{{0,6}}位置 ?: ?(?:[^。,;:\n]{{1,80}}?> ?正文|[^。,;:\n]{{1,80}}?{LAST_LINK}|[^。,;:\n]{{1,80}}?(?=(?:{_LABEL}) ?:|\d{{4}} ?年))",
            # The last link of a trail that is a year, before a title that has it again.
            r"[>»]+ ?\d{4}年(?=[^。,;:!?\n\d]{2,20}\d{4}年)",
            r"[^\n]{0,80}?(?:记者|通讯员|特派员) ?[^。,;\n]{2,12}? ?(?:摄影|摄|供图)",
            _REST,
            _TITLE.replace("LABEL", f"(?:{_LABEL})").replace("NUM", "[{chinese}]"),
            rf"\({_DAY}\)|{_DAY}(?:在[^。,;:!?\n]{{4,40}}(?:会议|大会)上|(?!,))",
            r"\([^()\n]{6,60}(?:会议|大会)上?\)|--[^。,;:!?\n]{6,60}(?:会议|大会)上",
            r"(?:代|代理)?[省市县区州旗盟]长 ?[一-龥]{1,2} ?[一-龥]{1,2}(?=各位)|[一-龥]{1,2} ?[一-龥]{1,2}(?=各位代表[:!,])",
        )
    )
)
_HEAD = re.compile(f"(?:{_SHAPES}) *")
# Of these shapes, those that start where the words before them have none.
_AHEAD = re.compile(
    rf"(?:{_LABEL}) ?:|{_DAY}|\(?{_DAY}在|--[^。,;:!?\n]{{6,60}}会议上|[^。,;:!?\n]{{0,6}}位置 ?:"
)
_LABELLED = re.compile(f"(?:{_LABEL}) ?:")
_FIRST_ADDRESS = re.compile(_ADDRESS)
_SIGNED = re.compile(
    spelled(
        r"(?<=[。!”])(?P<who>[^。,;:!?\n]{2,30}?)?(?P<day>(?:20\d\d|二[〇○0O零][{chinese}〇○零]{2}) ?年 ?.{1,3}月 ?.{1,3}日)$"
    )
)


def head_cuts(folded: str, piece: Span, address: int | None) -> Iterator[int]:
    """Where the lines before the text ended, in a line that starts with them.

    All that stands before ``address``, the words to those whom the text addresses, are such lines.
    """
    at, end = piece.start, min(address, piece.end) if address else piece.start
    while True:
        match = _HEAD.match(folded, at, piece.end)
        if match and match.end() > at:
            at = match.end()
        elif at < end:
            ahead = _AHEAD.search(folded, at + 1, end)
            at = ahead.start() if ahead else end
        else:
            break
        yield at
    first = _FIRST_ADDRESS.match(folded, at, piece.end)
    if first and at > piece.start:
        yield first.end()


def address_in(folded: str) -> int | None:
    """Where a text addresses its hearers, if it does so near its start."""
    match = _HEARERS.search(folded, 0, _NEAR)
    return match.start() if match else None


def labels_a_sentence(folded: str, piece: Span) -> bool:
    """Whether a line starts with a label and goes on with a sentence of the text."""
    stop = folded.find("。", *piece)
    return stop > 0 and _LABELLED.match(folded, piece.start, stop) is not None


def signature_cuts(folded: str, piece: Span) -> Iterator[int]:
    """Where the lines behind the text start, in a line that ends with who signs and when."""
    match = _SIGNED.search(folded, max(piece.start, piece.end - 60), piece.end)
    if match:
        yield match.start()
        yield match.start("day")
