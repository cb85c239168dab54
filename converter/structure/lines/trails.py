"""A trail of links that flattening glued to the title behind it: ``…>要闻2026年政府工作报告``."""

import re

LAST_LINK = (
    r"(?:报告|年报|总结|要闻|动态|公开|信息|新闻|公告|文件|专题|专栏|栏目|公示|资料|数据) ?"
    r"(?=(?:[一-龥]{1,14}[省市县区旗州镇乡](?:人民政府)?)?\d{4} ?年)"
)
"""What the last link ends with, right before a year or a place with one."""
_TO_THE_TITLE = re.compile(f".*{LAST_LINK}")


def behind_trail(words: str) -> int:
    """Where a title starts in a line that holds the trail before it; 0 where it holds none."""
    start = max(words.rfind(sign) for sign in ">»›") + 1
    if "<" in words[:start]:  # what is closed here is no link but something quoted in the title
        return 0
    link = _TO_THE_TITLE.match(words, start) if start else None
    return link.end() if link else start
