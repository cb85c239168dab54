"""Words of the trade: verbs at either end of a phrase, places, members of a list, and what is trimmed off."""

import re

from converter.caching import kept_latest
from converter.figures.alternatives import either, ends, guarded, one_of, starts
from converter.figures.period_patterns import A_YEAR, DATE, PERIOD, TIME
from converter.figures.wording import NAMING

_KNOWN = NAMING.load()
HAN = r"[\u4e00-\u9fff]"
# Atomic groups keep lists of words that begin one another from being tried in every combination.
VERB = f"(?>{one_of(_KNOWN.verbs, behind=_KNOWN.verb_not_behind, before=_KNOWN.verb_not_before)})"
_VERBS = rf"{VERB}(?:[或和、及并]?{VERB})*"
ACTION = f"(?>{one_of(set(_KNOWN.verbs) - set(_KNOWN.nominal), behind=_KNOWN.verb_not_behind, before=_KNOWN.verb_not_before)})"
_BLANK = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])|\[\d{1,3}\]")  # and marks of notes
_MANNER = rf"(?:{guarded(_KNOWN.manner, before=_KNOWN.lead_not_before)})(?={HAN})"
_LEAD = re.compile(
    rf"^(?>[\s\-·•●◆■]|{_MANNER}|{one_of(_KNOWN.lead, before=_KNOWN.lead_not_before)}|\d{{1,2}}月份?|\d{{1,2}}日(?![均产])|\d{{1,2}}[.、](?!\d))+"
)
_LEAD_STARTS = starts([*_KNOWN.manner, *_KNOWN.lead])  # or no word
_TAIL = re.compile(rf"(?>\s|{one_of(_KNOWN.tail, behind=_KNOWN.tail_not_behind)})+$")
_TAIL_ENDS = ends([*_KNOWN.tail, " ", "\n"])
# 在今年上半年已有: with the word that leads to the period.
_WHEN = re.compile(
    rf"(?:(?<![正现存实潜所位处由关属大小高低])[在于]|(?<![来各独亲])自从?)?(?:{PERIOD.pattern})(?:之?前(?={VERB})|起(?!草))?"
)
_FOR_YEARS = re.compile(
    r"连续(?:\d+|[一二两三四五六七八九十]+)年(?:保持|位居|稳居|位列|名列|排名|排|居|列)?(?:$|(?=全[球国省市区县]))|[从由自](?:上半年|下半年|年初|年末|去年|上年)(?=$|(?:下降|减少|增长|增加|上升|亏损)$)"
)
_PLACE = re.compile(rf"(?>{either(_KNOWN.places)})+$")
_RANKING = re.compile(rf"(?:均|都|分别|持续|连续|连年|长期|继续|始终)*(?:{either(_KNOWN.ranking)})$")
_PLACE_ENDS = ends(_KNOWN.places)
_PREPOSITION_ENDS = ends(_KNOWN.prepositions)
_CHANGE_ENDS = ends([*_KNOWN.moves, "比", "均"])
_VERB_ENDS = ends(_KNOWN.verbs)
_DEED = 2  # characters of a verb
_PREPOSITION = re.compile(rf"(?:{guarded(_KNOWN.prepositions, behind=_KNOWN.tail_not_behind)})$")
_MEMBER = re.compile("、|以及|(?<![共总饱调温])和(?![谐解平])|(?<![普涉惠])及(?![时格])")
_MEMBER_OUTSIDE = re.compile(rf"(?:{_MEMBER.pattern})(?![^“]*”)")
_CHANGE = re.compile(
    rf"(?:(?<=..)(?:(?<!\d)\d{{1,2}}|(?<![第前后每])[一两三四五六七八九十])年(?:来|间|内)?)?(?:将?(?:同比|环比|年均|平均每年|(?<![占同环对])[较比].{{2,8}}?)?(?>{either(_KNOWN.moves)})+|同比|环比|年均|占比|(?<=..)新增)$"
)
_FIRST_VERB = re.compile(rf"(?:不予|不|未|正式|新)?{VERB}{{1,2}}(?=..|$)(?!后(?![勤备续]))")
_ALSO = re.compile(rf"(?:[和或及并、](?:{either(_KNOWN.manner)}|牵头)?{ACTION})+(?=..)")  # 新开工和筹集保障房
_FINAL_VERB = re.compile(rf"{_VERBS}$")
_DONE = re.compile(
    rf"(?P<who>[^、]{{2,}}?)(?P<verb>(?:主动|不予|不|未)?{ACTION}+)(?P<what>[^的率、和及与中].+)"
)
_ITEM = re.compile(r"、(?![^（]*）)")
_ATTRIBUTES = re.compile(r"[^、的(（]{2,}、[^、的(（占为居是]{2,5}的[^、的]{2,}")
_CLAUSE = re.compile(r"[,;:。!?\n]")


@kept_latest(4096)  # a sentence's words are tried in several ways
def trimmed(text: str) -> str:
    """``text`` without periods, adverbs in front, words of reaching (达到, 共) at the end, and a printer's blanks."""
    if " " in text or "\n" in text or "[" in text:
        text = _BLANK.sub("", text)
    if TIME.search(text):
        text = _FOR_YEARS.sub("", _without_tail(_without_dates(_WHEN.sub("", text))))
    text = _without_tail(text)
    first = text[:1]
    lead = _LEAD.match(text) if first in _LEAD_STARTS or not first.isalpha() else None
    return text[lead.end() :] if lead else text


def _without_tail(text: str) -> str:
    return _TAIL.sub("", text) if text[-1:] in _TAIL_ENDS else text


def _without_dates(text: str) -> str:
    return DATE.sub("", text) if A_YEAR.search(text) else text


@kept_latest(4096)  # each way to name a figure asks again
def first_verb(phrase: str) -> str:
    """The verb that ``phrase`` starts with, if any."""
    match = _FIRST_VERB.match(phrase)
    return match[0] if match else ""


def final_verb(phrase: str) -> str:
    """The verb that ``phrase`` ends with, if any."""
    match = _FINAL_VERB.search(phrase) if phrase[-1:] in _VERB_ENDS else None
    return match[0] if match else ""


def thing(name: str) -> str:
    """What a name speaks of, without the verb it starts with (``受理案件`` → ``案件``)."""
    return name.removeprefix(first_verb(name))


@kept_latest(4096)  # each figure that leans on another asks of the same name
def who_did_what(name: str) -> tuple[str, str, str]:
    """Who, the verb, and to what; a name without a verb is all of it what."""
    if verb := first_verb(name):
        also = _ALSO.match(name, len(verb))
        verb += also[0] if also else ""
        return "", verb, name[len(verb) :]
    done = _DONE.fullmatch(name)
    return (done["who"], done["verb"], done["what"]) if done else ("", "", name)


@kept_latest(4096)
def what_of(name: str) -> str:
    """The things a name speaks of, without who does what to them (``组织职工参加竞赛`` → ``竞赛``)."""
    what = who_did_what(name)[2]
    inner = _DONE.fullmatch(what)
    return inner["what"] if inner else what


def members(words: str) -> list[str]:
    """The members of a list (``水耗、电耗和气耗``), each as a name."""
    mark = _MEMBER_OUTSIDE if "“" in words else _MEMBER
    return [trimmed(member) for member in mark.split(words)]


def first_item(words: str) -> str:
    """``words`` up to the first 、 outside brackets, or to the next where two attributes share a noun (清洁、放心的管道)."""
    if "、" in words and (both := _ATTRIBUTES.match(words)):
        return both[0]
    return _ITEM.split(words, maxsplit=1)[0] if "、" in words else words


@kept_latest(256)  # each way to name a figure asks for those before it
def clauses(text: str) -> tuple[str, ...]:
    """``text`` cut at its commas and stops."""
    return tuple(_CLAUSE.split(text))


def without_change(name: str) -> str:
    """``name`` without the change it speaks of at its end (``产值同比增长`` → ``产值``)."""
    return _without_last_change(name) if name[-1:] in _CHANGE_ENDS else name


@kept_latest(4096)  # each figure that leans on another asks of the same name
def _without_last_change(name: str) -> str:
    return _CHANGE.sub("", name)


def without_places(phrase: str) -> str:
    """``phrase`` without 全市, 全区 and the like at its end (``里程全国`` → ``里程``)."""
    return _PLACE.sub("", phrase) if phrase[-1:] in _PLACE_ENDS else phrase


def unranked(name: str) -> str:
    """``name`` without where it ranks (``里程居全国`` → ``里程``)."""
    return _RANKING.sub("", without_places(name)) or name


def ranked(name: str) -> str:
    """``name`` as the name of a rank, where it ends in the place it ranks in (``里程居全国`` → ``里程全国排名``)."""
    thing = without_places(name)
    if thing == name and (told := _RANKING.sub("", name)) != name:
        return f"{told}排名" if len(told) > 1 else name  # 在全市考评中名列
    return (
        name
        if thing in ("", name)
        else f"{unranked(name).removesuffix('排名')}{name.removeprefix(thing)}排名"
    )


def is_place(phrase: str) -> bool:
    """True for 全市, 全区 and the like: where something ranks, not what does."""
    return _PLACE.fullmatch(phrase) is not None


def without_preposition(phrase: str) -> str:
    """``phrase`` without a preposition at its end: what it leads to stands behind."""
    return _PREPOSITION.sub("", phrase) if phrase[-1:] in _PREPOSITION_ENDS else phrase


def said_of(thing: str, told: str) -> str:
    """What is ``told`` of a ``thing``, the words that both have at the seam once (``执法培训`` and ``培训``: ``执法培训``)."""
    shared = next((n for n in range(min(len(thing), len(told)), 1, -1) if thing.endswith(told[:n])), 0)
    deed = told[:_DEED]
    if not shared and len(thing) > 2 * _DEED - 1 and thing.startswith(deed) and final_verb(deed) == deed:
        thing = thing[_DEED:]  # 调解纠纷 and 调解成功: 纠纷调解成功
    return thing + told[shared:]
