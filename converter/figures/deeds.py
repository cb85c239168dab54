"""Names of figures that only say what was done: the things it was done to have been told before.

``受理申请19件,审结15件``: 审结申请; ``查处案件63起,罚款196万元``: 案件罚款; ``开展线上抽查,通报47次``.
"""

import re

from converter.caching import kept_latest
from converter.figures.alternatives import either, ends, one_of
from converter.figures.vocabulary import VERB, clauses, final_verb, said_of, trimmed, what_of, who_did_what
from converter.figures.wording import NAMING

_KNOWN = NAMING.load()
_EITHER = "或"  # 驳回或终止12件: two deeds and no thing
_DID = rf"(?:{VERB}|{one_of(_KNOWN.deeds)})"
# 发放补贴 says what was handed out: a verb that is as often a noun is one behind another verb.
_DEED = re.compile(
    rf"(?:\d{{4}}年度?)?(?:{one_of(_KNOWN.deed_adverbs)})*{_DID}(?:(?:{one_of(_KNOWN.deed_adverbs)})*(?!{one_of(_KNOWN.nominal)}){_DID})*(?:{either(_KNOWN.deed_ends)}|[至到]?\d{{4}}年度?)*"
)
_DID_ENDS = ends([*_KNOWN.verbs, *_KNOWN.deeds])
_DEED_ENDS = _DID_ENDS | ends([*_KNOWN.deed_ends, "年", "度"])
_LAST_DEED = re.compile(rf"(?:不予|不|未|无法|已|尚未)(?:{VERB}|{either(_KNOWN.deeds)})$")
_NOUNS = frozenset(_KNOWN.nominal)
_NOT_DEEDS = frozenset(_KNOWN.not_deeds)
_AMOUNT = re.compile(rf"(?<=..)(?:{either(_KNOWN.amounts)})$")
_STOCK = re.compile(rf"^(?:{either(_KNOWN.places)})?(?:实有|现有|共有)(?=..)")  # of those there are
_DEALT_WITH = re.compile(
    "^[^,、对]{0,10}(?<![应针面相绝反核校派配])对(?![外口接话标象照])(?=.{4})"
)  # 区局对文件进行清理,废止3件
_ADDING = tuple(_KNOWN.adding)
# 项目新开工45个,竣工38个: what became of some, and of others.
_OPENED = re.compile(
    rf"(?<=..)(?:{one_of([*_KNOWN.deed_adverbs, *_KNOWN.manner])})*(?:动工|{either(_KNOWN.opened)})$"
)
_UNFINED = ("措施", "强制", "检查", "许可", "培训")  # 采取强制措施8件,罚款9元: fines are of cases
_HOW = either([*_KNOWN.treating, *_KNOWN.manner, "一律", "前置", "均", "都"])
_TO_WHAT = rf"对(?P<what>[^,;:。]{{2,24}}?)(?:{_HOW})*"
_THING = 2  # characters; what is shorter names nothing
_LONGEST = 16  # characters
_BODY_DID = re.compile(
    rf"(?P<who>(?:.{{2,}}?|[省市州县区局厅委院镇乡])(?:{either(_KNOWN.bodies)}))(?:{one_of([*_KNOWN.due, *_KNOWN.deed_adverbs])})*{_DID}+"
)


@kept_latest(4096)  # each way to name a figure asks again
def is_deed(phrase: str) -> bool:
    """True where ``phrase`` says what was done and not to what."""
    may_be = len(phrase) <= _LONGEST and phrase[-1:] in _DEED_ENDS and phrase not in _NOT_DEEDS
    return may_be and _DEED.fullmatch(phrase) is not None


def ends_in_deed(phrase: str) -> bool:
    """True where ``phrase`` says, alone or at its end, what became of things (``因材料不全无法提供``), and names none."""
    return is_deed(phrase) or (phrase[-1:] in _DID_ENDS and _LAST_DEED.search(phrase) is not None)


def is_deed_behind(noun: str) -> bool:
    """True where the words behind a number say what was done and name nothing that is counted (其余13件正在办理)."""
    return noun not in _NOUNS and is_deed(noun)


def is_done_by(name: str) -> bool:
    """True where ``name`` says what a body or persons did, to nothing (``负责人应出庭``)."""
    return name[-1:] in _DID_ENDS and _BODY_DID.fullmatch(name) is not None


def done_to(deed: str, base: str) -> str:
    """The name of what was ``deed`` of the things that ``base`` names."""
    _, verb, what = who_did_what(_AMOUNT.sub("", base))
    what = "" if what.startswith(_EITHER) else _DEALT_WITH.sub("", _STOCK.sub("", what))
    what = _OPENED.sub("", what) if _OPENED.search(f"  {deed}") else what
    if deed == "成功":
        return verb + what + deed
    if deed.startswith(_ADDING) or (verb and final_verb(deed)):
        return deed + what
    if verb:
        return said_of(what, deed)
    # 负责人应出庭92件,实出庭90件: the same body, and what it did instead.
    did = _BODY_DID.fullmatch(base)
    return said_of(did["who"] if did else what, deed)


def followed_by(deed: str, base: str) -> str:
    """The name of what ``deed`` brought, in another unit than the things that ``base`` names; what is newly made is of nothing before."""
    unlike = deed.startswith(_ADDING) or (deed.startswith("罚") and base.endswith(_UNFINED))
    return "" if unlike else said_of(what_of(base), deed)


def event(gap: str, deed: str) -> str:
    """What the clauses without figures before say was done, if by the verb of ``deed``; else what the last one is about."""
    told = [trimmed(clause) for clause in clauses(gap)[:-1]]
    for clause in reversed(told):
        at = clause.rfind(deed) if deed else -1
        what = clause[at + len(deed) :] if at >= 0 else ""
        if len(what) > _THING and not who_did_what(what)[1]:
            return what
        if deed and (dealt := re.search(rf"{_TO_WHAT}{re.escape(deed)}$", clause)):
            return dealt["what"]  # 对文件一律审核,共审核9件
    return ""
