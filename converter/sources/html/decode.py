"""The characters of a page's bytes: byte-order mark, what the page declares, UTF-8, GB 18030, in this order."""

import codecs
import re

from converter.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""", re.I)
_HEAD = 4096  # bytes; browsers look into the first 1,024
# GB 2312 and GBK are parts of GB 18030, and pages that declare them use all of it.
_CHINESE = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030"}
# Any bytes decode in these, so that a page which declares one has not said anything; the wide ones need a mark.
_SAYS_NOTHING = re.compile(r"iso-?8859|latin|windows-125|cp125|ascii|utf-?(?:7|16|32)|unicode|escape|charmap")
_SOME = 0.01


def decode_page(data: bytes, name: str) -> str:
    """Decode the bytes of a page, whatever it declares; single damaged characters become U+FFFD.

    Raises InputError ``binary`` where more than one character in a hundred cannot be read in any way.
    """
    marked = [(mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)]
    if marked:
        mark, encoding = marked[0]
        return _mostly_right([data[len(mark) :].decode(encoding, "replace")], name)
    encodings = list(dict.fromkeys([*_declared(data), "utf-8", "gb18030"]))
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except ValueError:
            continue
    return _mostly_right([data.decode(encoding, "replace") for encoding in encodings], name)


def _mostly_right(readings: list[str], name: str) -> str:
    best = min(readings, key=lambda text: text.count("\ufffd"))
    if best.count("\ufffd") > len(best) * _SOME + 2:
        raise InputError("binary", path=name)
    return best


def _declared(data: bytes) -> list[str]:
    found = _DECLARED.search(data[:_HEAD])
    label = found[1].decode("ascii", "ignore").lower() if found else ""
    encoding = _CHINESE.get(label, label)
    if not encoding or _SAYS_NOTHING.search(encoding):
        return []
    try:
        b" ".decode(encoding)
    except (LookupError, ValueError):  # unknown, or a codec such as base64 that is none of text
        return []
    return [encoding]
