"""Names of figures in English, put together from the words they are made of; nothing where one word is not known."""

import re

from converter.caching import kept_latest
from converter.text.fold import fold
from converter.translation.names.brackets import adjectives, aside, is_standing, put_beside
from converter.translation.names.grammar import named
from converter.translation.names.lexicon import ADJECTIVES, GRAMMAR, NOUNS, OF, is_chinese_place
from converter.translation.names.parts import deed, is_result, is_told_apart
from converter.translation.names.things import thing
from converter.translation.names.tokens import PLUS, words_of

# 甲、乙等群体抚恤和补助标准: where the list in front ends is not known.
_LISTS = re.compile("[、和及与][^“”]*等[^“”级]+[、和及与]")
_KIND, _KIND_ALONE = "类", 3
_BETWEEN, _OR = " · ", "或"
# What is told in brackets of what stands before them.
_WITH = {"不含": "excluding ", "不包括": "excluding ", "含": "including ", "包括": "including "}
# 总量 of what is a total already: the words do not go together.
# dispute diversified dispute resolution: what says a thing twice was cut wrong.
_AGAIN = re.compile(r"\b([a-z]{5,})s? (?:\S+ )*\1", re.I)
# 饮用水 供水管网 says water for drinking and for supply: once will do.
_TWICE = re.compile(r"\b(?:([a-z]{3,})s? (?=\1s?\b)|(in (?:the )?\w+) (?=\2$))", re.I)
# A share of a share: two names that ran together.
_SHARES = re.compile(r"\bshare of .*\bshare of", re.I)
# The share of cases is the share of their number.
_SHARE_OF_NUMBER = re.compile(r"\b(share of )(?:total )?number of ", re.I)
# “甲”等活动 are activities, of which some have a name.
_EXAMPLES = re.compile("(?:“[^“”]+”、?)+等(?=..)")
_SIDE_BY_SIDE = re.compile("”“")  # a list without its marks
_STRAIGHT = re.compile('"([^"]+)"')
_BRACKETS = re.compile("(?P<outer>[^()]+)\\((?P<inner>[^()]+)\\)(?P<rest>[^()]*)")
# 各项任务: within a sentence English has the plural for it.
_ALL = ("各项", "各", "各个", "多项", "系列", "一系列")
# democratic building the rule of law: what tells apart stands where English has none.
_CUT = re.compile(
    r"(?<!\bof)(?<!\bfor)(?<!\bin)(?<!\bby)(?<!\band)(?<!\bto)(?<!\bon)(?<!,) building (?:a|the) "
)
# Said once for all that follows, or which of several it is; blanks beside what is no Chinese.
_BELOW, _BLANK = (
    re.compile(r"^\(下同\)|\(下同\)$|^[①-⑳]|^[一二三四五六七八九十]是(?=..)"),
    re.compile(r" ?(?<![A-Za-z\d]) | (?![A-Za-z\d])|(?<=PM)_"),
)


@kept_latest(32768)  # the names of all reports that a process makes, which asks for them again and again
def name_in_english(name: str) -> str | None:
    """A figure's name in English (``受理行政复议案件`` → ``Administrative reconsideration cases accepted``), or None."""
    parts = [_part(_BLANK.sub("", _BELOW.sub("", part))) for part in fold(name).split(_BETWEEN)]
    said = [part for part in parts if part]
    whole = _BETWEEN.join(said)
    if _SHARES.search(whole):
        return None
    return (
        None
        if len(said) < len(parts)
        else capital(_SHARE_OF_NUMBER.sub(r"\1", _TWICE.sub("", whole)).replace(PLUS, "+"))
    )


@kept_latest(4096)
def thing_in_english(words: str) -> str | None:
    """A thing in English as it stands within a sentence (``执法队伍`` → ``law enforcement teams``), or None."""
    cut = words_of(fold(words)) or ()
    known = tuple(word for word in cut if word not in _ALL)
    # 履行职能优化服务 is two things: within a sentence no deed stands inside a noun.
    # 改革的统筹 may be what is reformed, or of reform.
    is_clear = known and (OF not in known or (known.count(OF) == 1 and not deed(known[known.index(OF) - 1])))
    is_one = known and is_clear and not any(map(_is_deed_of_its_own, known, known[1:]))
    said = thing(known) if known and is_one else None
    is_whole = said and not _AGAIN.search(said.several) and not _CUT.search(said.several)
    return said.several.replace(PLUS, "+") if said and is_whole else None


def is_no_topic(words: str) -> bool:
    """Whether words begin with a verb, so that they may call for something (``提升服务``), or hold the name of a place."""
    known = words_of(fold(words)) or ("",)
    return deed(known[0]) is not None or any(map(is_chinese_place, known))


def _is_deed_of_its_own(word: str, then: str) -> bool:
    """Whether a deed within a noun is not what tells the word behind it apart (``监督机制``)."""
    is_verb = deed(word) is not None and word not in NOUNS.load() and word not in ADJECTIVES.load()
    # 职能优化服务: two things.
    is_kind = is_told_apart(then) and deed(then) is None and word not in GRAMMAR.load().working
    return is_verb and (is_result(word) or not is_kind)


def _part(words: str) -> str | None:
    found = _BRACKETS.fullmatch(words)
    if found and (not found["rest"] or is_standing(found["rest"])):
        return _with_aside(found["outer"], found["inner"], found["rest"])
    if _LISTS.search(words):
        return None
    if len(words) > _KIND_ALONE and words.endswith(_KIND) and (kind := aside(words)):
        return kind  # 征地拆迁类 counts no kinds
    known = words_of(_SIDE_BY_SIDE.sub("”、“", _EXAMPLES.sub("", _STRAIGHT.sub(r"“\1”", words))))
    said = named(known) if known else None
    if said is None and found:
        return _with_other(found["outer"], found["inner"], found["rest"])
    return said.several if said else _either(words)


def _with_aside(outer: str, inner: str, rest: str) -> str | None:
    """A name with something in brackets; what stands behind them is only how all of it changed or stands."""
    lead = next((zh for zh in _WITH if inner.startswith(zh)), "")
    of = aside(inner) or _part(inner.removeprefix(lead)) or adjectives(inner)
    said = _part(outer + rest)
    return f"{said} ({_WITH.get(lead, '')}{of})" if said and of else None


def _with_other(outer: str, inner: str, rest: str) -> str | None:
    """A name with something in brackets inside, which goes for the word before it as well (``社区（村）服务站``)."""
    said, known = _part(outer + rest), words_of(outer)
    return put_beside(said, known[-1], inner) if said and known else None


def _either(words: str) -> str | None:
    """A name of two that ``或`` joins, which are said as any two are."""
    said = _part(words.replace(_OR, "和")) if words.count(_OR) == 1 else None
    return said.replace(" and ", " or ") if said and said.count(" and ") == 1 else None


def capital(words: str) -> str:
    """The same with a capital letter at its beginning, inside a quotation mark too."""
    start = 1 if words.startswith("“") else 0
    return words[:start] + words[start : start + 1].upper() + words[start + 1 :]
