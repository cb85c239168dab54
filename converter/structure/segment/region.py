"""The place a report is about."""

import re

from converter.structure.segment.places import mostly_named
from converter.text.fold import fold
from converter.text.numerals import signs

# What a place name of any level ends in, longest first (a county's towns, a league's banners, development zones).
# 广州市 is no 广州: a suffix that another one follows is part of the name, unless it begins an office (市场监管局).
_PLACE = (
    r"(?:(?!人民政府)[一-龥]){1,12}?(?:综合实验区|经济技术开发区|高新技术产业开发区|高新区|开发区|新区|实验区|自治区|自治州|"
    r"自治县|自治旗|苏木|街道|[省市区县旗州盟镇乡](?![市省县旗](?![场监政容民级直委])))"
)
# A place stands in at most three others.  Without a bound a row of 区 can be divided in more ways than there is time for.
_PLACES = f"(?:{_PLACE}){{1,4}}"
_REGION = re.compile(rf"(?:关于|中共|\d{{4}} ?年?度?)*+({_PLACES})(?=\d|[^门级])")
_NO_NAME = re.compile(
    r"[全本我各某该]|.*(?:[我本是]|国务院|关于)|代表|现将|.*(?:坚持|建设|贯穿|工作)|(?:城市|乡镇|市县|自治区|新区|开发区|县区)$"
)
# Where a text without a title names its place: the session it was given in, who gives it, who did what it tells.
_NAMED = (
    re.compile(rf"在({_PLACES})第.{{1,4}}届人民代表大会"),
    re.compile(
        rf"我(?:谨|受)?代表({_PLACES})(?=(?:第?[{signs('chinese')}]+届)?人民政府|政府|管委会|管理委员会)"
    ),
    re.compile(
        rf"(?:^|[,。\n] ?)({_PLACES})(?=人民政府|管委会|管理委员会|以习|坚持|全面|深入|认真|积极|紧紧|围绕|严格|扎实|贯彻|按照)"
    ),
)


_OPENING = 600  # characters
# The government that gives a report and does not say of which place.
_LEVEL = re.compile(r"代表(省|市|州|盟|县|区|旗|自治区|行署)(?:人民政府|政府|(?<=行署))")
_OF_THE_STATE = re.compile(r"代表(?:中华人民共和国)?(?:中央人民政府|国务院)|受(?:中共中央和)?国务院的?委托")
_WHOLE_COUNTRY = "全国"


def region_in(title: str | None, issuer: str | None, signature: str | None, text: str) -> str | None:
    """The place as the title, the issuer, the signature or else the beginning of ``text`` writes it.

    Where the text only says what sort of government speaks: the place of that sort that it speaks of, far more often
    than of others, and the whole country for the State Council.  None where that is not clear.
    """
    for words in (title, issuer, signature):
        found = _REGION.match(fold(words or ""))
        if words and found and not _NO_NAME.match(found[1]):
            return words[slice(*found.span(1))]
    folded = fold(text)
    return _named(text[:_OPENING], folded[:_OPENING]) or _spoken_of(folded)


def _named(opening: str, folded: str) -> str | None:
    told = (match for pattern in _NAMED for match in pattern.finditer(folded))
    named = (match for match in told if len(match[1]) > 2 and not _NO_NAME.match(match[1]))
    return next((opening[slice(*match.span(1))] for match in named), None)


def _spoken_of(folded: str) -> str | None:
    opening = folded[:_OPENING]
    if _OF_THE_STATE.search(opening):
        return _WHOLE_COUNTRY
    level = _LEVEL.search(opening)
    return mostly_named(level[1], folded) if level else None
