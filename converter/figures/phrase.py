"""Cutting the name of a thing out of Chinese words: leads and tails off, titles and enumerations out."""

import re

from converter.figures.knowledge import either, guarded, knowledge
from converter.figures.period import DATE, PERIOD

_KNOWN = knowledge("naming")
HAN = r"[\u4e00-\u9fff]"
# Atomic groups keep lists of words that begin one another from being tried in every combination.
VERB = f"(?>{guarded(_KNOWN['verbs'], behind=_KNOWN['verb_not_behind'], before=_KNOWN['verb_not_before'])})"
_VERBS = rf"{VERB}(?:[或和、及并]?{VERB})*"
_BLANK = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_BOUND = re.compile(r"^\s*(?:以上|以下|以内|左右)")
_LEAD = re.compile(
    rf"^(?>[\s\-·•●◆■]|{guarded(_KNOWN['lead'], before=_KNOWN['lead_not_before'])}|\d{{1,2}}月份?)+"
)
_TAIL = re.compile(rf"(?>\s|{guarded(_KNOWN['tail'], behind=_KNOWN['tail_not_behind'])})+$")
_TITLES = re.compile(r"(?:[、和及]?《[^《》]*》(?:\([^()]*\))?)+等?")
_LEADING_PLACE = re.compile(rf"^(?:{either(_KNOWN['places'])})+(?={VERB})")
_PLACE = re.compile(rf"(?>{either(_KNOWN['places'])})+$")
_PREPOSITION = re.compile(rf"(?:{guarded(_KNOWN['prepositions'], behind=_KNOWN['tail_not_behind'])})$")
_MEMBER = re.compile("、|以及|(?<![共总饱调温])和(?![谐解平])|(?<![普涉惠])及(?![时格])")
_ENUMERATION = re.compile(
    rf"(?P<verb>{VERB}+)(?P<first>[^、]{{2,20}})(?:、[^、]{{2,20}})+?等(?:各项|各类|各种|方面|多项)?的?(?=.{{2}})"
)
_PAIRS = re.compile(rf"(?:{HAN}{{2}}、){{2,}}{HAN}{{2}}(?=(?:{either(_KNOWN['generic'])})$)")
_ACTION = f"(?>{guarded(set(_KNOWN['verbs']) - set(_KNOWN['nominal']), before=_KNOWN['verb_not_before'])})"
_LAST_VERB = re.compile(rf".*(?<![的和、及与或等])(?P<phrase>{_ACTION}(?![、在中后前时的]).{{3,}})$")
_ATTRIBUTE = re.compile(rf"(?P<verb>{VERB}+).{{3,}}的(?P<noun>(?:[^的“”]|“[^“”]*”){{3,}})$")
_DESCRIBED = re.compile(rf".*(?:{VERB}|{either(_KNOWN['describing'])}).*的(?P<noun>[^的、]{{2,}})")
# 由专家领衔的实验室 is a laboratory; 会计、法律等服务机构 are institutions.
_BY_WHOM = re.compile(r"[由被][^的]{2,20}的(?P<noun>[^的、]{2,})$")
_SUCH_AS = re.compile(r"[^、等]{2,20}(?:、[^、等]{2,20})+等(?![级待额同])(?P<noun>[^的、]{3,20})$")
_STATE = re.compile(rf"(?:{either(_KNOWN['states'])})[^的、]{{2,}}的(?P<noun>[^的、]{{4,}})")
_PREDICATE = re.compile(
    rf"(?<=..)(?:{guarded(_KNOWN['predicates'], before=_KNOWN['lead_not_before'])})(?!.*的).*$"
)
_CHANGE = re.compile(
    rf"(?:(?:同比|环比|年均|(?<![占同环对])[较比].{{2,8}}?)?(?>{either(_KNOWN['moves'])})+|同比|环比|年均|占比)$"
)
_WHERE_TO = re.compile(r"(?<=.{4})[至给].*$")
_LIKE = re.compile(
    rf"(?<=..)(?<![高平初中同优对])等(?![级待额同])(?:各类|各种|各项)?(?:(?P<noun>{either(_KNOWN['generic'])})|.*)$"
)
_BASIS = re.compile(r"^按[^,]{2,10}?(?:计算|测算|口径|价格|不变价)+")
_WITH = re.compile("[与对在向]")
_GROWING = re.compile(
    r"(?<=..)(?:保持|持续|快速|稳步|加快|蓬勃|迅猛|迅速|不断|大幅|继续|较快|平稳|健康|良好)+(?:发展|增长|增加|提升|扩大|壮大|向好|态势)+$"
)
# 为群众提供, 通过城市更新将新增: for whom and by what is left out before a verb.
_BENEFICIARY = re.compile(
    rf"^(?:共|已|累计)*(?:[为向给替][^的、,]{{2,10}}?|(?:通过|依托|利用|采取|借助)[^,]{{2,30}}?将?)(?={_ACTION}.{{2}})"
)
_COUNTED = re.compile(rf"(?<=.)(?<!公)(?:共计|共)(?={VERB})")
_EACH = re.compile(rf"(?<=.)(?:分别|再|(?<![年平])均)+(?=(?:{either(_KNOWN['moves'])})+$)")
_FIRST_VERB = re.compile(rf"(?:不予|不|未|正式|新)?{VERB}{{1,2}}(?=..|$)")
_FINAL_VERB = re.compile(rf"{_VERBS}$")
_ITEM = re.compile(r"、(?![^（]*）)")
_CLAUSE = re.compile(r"[,;:。!?\n]")
_STOP = re.compile(either(_KNOWN["stops"]))
_LONG = 20  # characters; names that annotators give are rarely longer


def trimmed(text: str) -> str:
    """``text`` without periods, adverbs in front, words of reaching (达到, 共) at the end, and a printer's blanks."""
    text = _BLANK.sub("", text)
    return _LEAD.sub("", _TAIL.sub("", DATE.sub("", PERIOD.sub("", text))))


def subject(left: str, region: str | None, before_noun: bool) -> str:
    """The words before a number as a name; empty where they name nothing (全区; 对 before a noun)."""
    phrase = _TITLES.sub("", left)
    examples = before_noun and phrase.endswith("等")
    phrase = _EACH.sub("", _COUNTED.sub("", trimmed(_BASIS.sub("", _BENEFICIARY.sub("", phrase.lstrip())))))
    phrase = trimmed(_LEADING_PLACE.sub("", phrase))
    # 建成甲、乙等5个园区: 甲 and 乙 are some of the five.
    phrase = first_verb(phrase) if examples else phrase
    if region and phrase.startswith(region):
        phrase = trimmed(phrase.removeprefix(region))
    if not before_noun:
        return shortened(phrase)
    phrase = _PLACE.sub("", phrase)
    return "" if _PREPOSITION.search(_PLACE.sub("", left)) else shortened(phrase)


def shortened(phrase: str) -> str:
    """A long phrase without enumerations, cut down to what its last verb governs."""
    phrase = _PAIRS.sub("", _ENUMERATION.sub(_without_items, phrase))
    if len(phrase) > 12 and (match := _ATTRIBUTE.fullmatch(phrase)):
        return match["verb"] + match["noun"]
    if len(phrase) > _LONG and (match := _LAST_VERB.match(phrase)):
        phrase = match["phrase"]
    return phrase


def _without_items(match: re.Match[str]) -> str:
    """The verb of an enumeration, unless another verb follows that says what was done."""
    return "" if _FIRST_VERB.match(match.string, match.end()) else match["verb"]


def without_change(name: str) -> str:
    """``name`` without the change it speaks of at its end (``产值同比增长`` → ``产值``)."""
    return _CHANGE.sub("", name)


def counted(right: str) -> str:
    """The noun behind a number, empty where none follows."""
    right = _BOUND.sub("", right)
    if match := _BY_WHOM.match(right) or _SUCH_AS.match(right):
        return trimmed(match["noun"])
    if _STOP.match(right):
        return ""
    right = _WHERE_TO.sub("", right)
    if (match := _STATE.match(right)) or (len(right) > _LONG and (match := _DESCRIBED.match(right))):
        right = match["noun"]
    return _PREPOSITION.sub("", trimmed(_without_like(first_item(right))))


def _without_like(noun: str) -> str:
    """``强降雨等灾害`` is told by its example; but not ``企业与某平台等开展合作``."""
    match = _LIKE.search(noun)
    known = match and not _WITH.search(noun, 0, match.start())
    return _LIKE.sub(r"\g<noun>", noun) if known else noun


def members(words: str) -> list[str]:
    """The members of a list (``水耗、电耗和气耗``), each as a name."""
    return [trimmed(member) for member in _MEMBER.split(words)]


def first_item(words: str) -> str:
    """``words`` up to the first 、 outside brackets."""
    return _ITEM.split(words, maxsplit=1)[0]


def in_full(left: str) -> str:
    """The words before a number with their subject, uncut: for names that would be the same without it."""
    return _COUNTED.sub("", trimmed(_TITLES.sub("", left)))


def with_example(left: str) -> str:
    """The words before a number with the first of their enumeration (``梳理食品许可等事项``), if they hold one."""
    match = _ENUMERATION.search(trimmed(left))
    return f"{match['verb']}{match['first']}等{match.string[match.end() :]}" if match else ""


def growing(clause: str) -> str:
    """The subject of a clause that only says that it grows (``文化产业加快发展``), else nothing."""
    subject, found = _GROWING.subn("", clause)
    return trimmed(subject) if found else ""


def clauses(text: str) -> list[str]:
    """``text`` cut at its commas and stops."""
    return _CLAUSE.split(text)


def thing(name: str) -> str:
    """What a name speaks of, without the verb it starts with (``受理案件`` → ``案件``)."""
    return name.removeprefix(first_verb(name))


def is_place(phrase: str) -> bool:
    """True for 全市, 全区 and the like: where something ranks, not what does."""
    return _PLACE.fullmatch(phrase) is not None


def without_predicate(noun: str) -> str:
    """``noun`` up to where it says what was done with the thing counted."""
    return _PREDICATE.sub("", noun)


def final_verb(phrase: str) -> str:
    """The verb that ``phrase`` ends with, if any."""
    match = _FINAL_VERB.search(phrase)
    return match[0] if match else ""


def first_verb(phrase: str) -> str:
    """The verb that ``phrase`` starts with, if any."""
    match = _FIRST_VERB.match(phrase)
    return match[0] if match else ""
