"""Words that say something of things told before and name nothing themselves."""

import re

from converter.figures.alternatives import either, ends, guarded, one_of, starts
from converter.figures.vocabulary import VERB
from converter.figures.wording import LINKS, NAMING

_KNOWN, _LINKS = NAMING.load(), LINKS.load()
_RATES = [rate for row in _LINKS.direct for rate in row.rates]
_QUALITIES = one_of([*_KNOWN.qualities, *_KNOWN.deeds, *_RATES, *_LINKS.share.how])
_INVESTED = "(?:年度)?投资(?=完成率)"  # 9个项目投资完成率95%: what is invested in them
ANAPHORIC = re.compile(guarded(_KNOWN.anaphoric, before=_KNOWN.anaphoric_not_before))
ANAPHORIC_STARTS = starts(_KNOWN.anaphoric)
_LEANING = re.compile(rf"(?:(?:^|[、和及])(?:{VERB}|{_QUALITIES}|{_INVESTED})+(?:{either(_KNOWN.rates)}))+")
_RATE_ENDS = ends(_KNOWN.rates)
_AMOUNT_ENDS = ends([*_KNOWN.amounts, *_KNOWN.aspects, *_KNOWN.rates])
_RATE_BEHIND = re.compile(rf"(?P<who>.{{2,}}?)(?:{VERB}|{_QUALITIES}|{_INVESTED})+(?:{either(_KNOWN.rates)})")
_AMOUNT = re.compile(
    rf"(?:{VERB}|{_QUALITIES})*(?:{either([*_KNOWN.amounts, *_KNOWN.aspects, *_KNOWN.rates])})"
)


def is_said_of(phrase: str) -> bool:
    """True for words that say something of the figure before (``同比增长``)."""
    return phrase[:1] in ANAPHORIC_STARTS and ANAPHORIC.match(phrase) is not None


def is_leaning(phrase: str) -> bool:
    """True for a rate that does not say of what (``按期办结率``, ``参考率和合格率``)."""
    return phrase[-1:] in _RATE_ENDS and _LEANING.fullmatch(phrase) is not None


def is_amount(phrase: str) -> bool:
    """True for an amount or a share that does not say of what (``总数``, ``涉及金额``)."""
    return phrase[-1:] in _AMOUNT_ENDS and _AMOUNT.fullmatch(phrase) is not None


def rated(words: str) -> str:
    """Of what ``words`` name a rate (``市控断面达标率`` → ``市控断面``), empty where they name none or do not say of what."""
    found = _RATE_BEHIND.fullmatch(words) if words[-1:] in _RATE_ENDS else None
    return found["who"] if found else ""
