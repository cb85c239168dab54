"""Full-width punctuation back into Chinese sentences that were typed or folded half-width (GB/T 15834).

A mark between two Latin letters or digits is left alone (``PM2.5``, ``1,234``, ``10:30``, ``a.b@c.cn``), so
numbers, Latin names, times and addresses stay as printed.
"""

import re

_CJK = r"\u3400-\u9fff\U00020000-\U0003ffff"
_SIGNS = re.compile(r"://|www\.|[@&]")  # one of them is in whatever _KEPT finds
HALF_WIDTH = ',;:!?(".'
"""One of them is in whatever is widened."""
_HALF = re.compile(f"[{re.escape(HALF_WIDTH)}]")
_WIDE = dict(zip(",;:!?", "，；：！？", strict=True))
_IS_CHINESE = re.compile(f"[{_CJK}]")
_KEPT = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|&#?\w+;?")
# What stands around a mark is looked at from the mark: a search that starts with what is before it looks everywhere.
_MARK = re.compile(r"[,;:!?](?:(?<![A-Za-z0-9].)|(?![A-Za-z0-9]))")
_STOP = re.compile(rf"\.(?<=[{_CJK}”’》）%]\.)(?![.A-Za-z0-9])")
_ROUND = re.compile(r"\(([^()\n]*)\)")
_QUOTED = re.compile(r'"([^"\n]*)"')
_BLANK_BY_MARK = re.compile(r"(?<=[，。；：！？、）》”]) +(?=\S)|(?<=\S) +(?=[，。；：！？、）》”])")


def full_width(text: str) -> str:
    """Return ``text`` with the punctuation of its Chinese sentences full-width; nothing else changes.

    Applying it twice changes nothing more.  Text without Chinese characters is returned as it is.
    """
    if not (" " in text or _HALF.search(text)) or not _IS_CHINESE.search(text):
        return text
    pieces, at = [], 0
    for kept in _KEPT.finditer(text) if _SIGNS.search(text) else ():
        pieces += [_widen(text[at : kept.start()]), kept[0]]
        at = kept.end()
    widened = "".join([*pieces, _widen(text[at:])])
    return _BLANK_BY_MARK.sub("", widened) if " " in widened else widened


def _widen(text: str) -> str:
    if not _HALF.search(text):
        return text
    text = _ROUND.sub(lambda pair: _pair(pair, text, "（", "）"), text)
    if text.count('"') % 2 == 0:
        text = _QUOTED.sub(r"“\1”", text)
    text = _MARK.sub(lambda mark: _WIDE[mark[0]], text)
    return _STOP.sub("。", text)


def _pair(pair: re.Match[str], text: str, opening: str, closing: str) -> str:
    before = text[: pair.start()].rstrip()[-1:]
    chinese = _IS_CHINESE.search(pair[1]) or _IS_CHINESE.match(before) or before in ("》", "”")
    return f"{opening}{pair[1]}{closing}" if chinese else pair[0]
