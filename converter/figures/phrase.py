"""Cutting the name of a thing out of Chinese words: leads and tails off, titles and enumerations out."""

import re

from converter.figures.knowledge import either, guarded, knowledge
from converter.figures.period import DATE, PERIOD

_KNOWN = knowledge("naming")
# Atomic groups keep lists of words that begin one another from being tried in every combination.
VERB = f"(?>{either(_KNOWN['verbs'])})"
_BLANK = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_BOUND = re.compile(r"^\s*(?:以上|以下|以内|左右)")
_LEAD = re.compile(rf"^(?>\s|{guarded(_KNOWN['lead'], before=_KNOWN['lead_not_before'])}|\d{{1,2}}月份?)+")
_TAIL = re.compile(rf"(?>\s|{guarded(_KNOWN['tail'], behind=_KNOWN['tail_not_behind'])})+$")
_TITLES = re.compile(r"(?:[、和及]?《[^《》]*》(?:\([^()]*\))?)+等?")
_PLACE = re.compile(rf"(?>{either(_KNOWN['places'])})+$")
_PREPOSITION = re.compile(rf"(?:{either(_KNOWN['prepositions'])})$")
_ENUMERATION = re.compile(
    rf"(?P<verb>{VERB}+)[^、]{{2,20}}(?:、[^、]{{2,20}})+?等(?:各项|各类|各种|方面|多项)?的?(?=.{{2}})"
)
_LAST_VERB = re.compile(rf".*(?<![的和、及与或等])(?P<phrase>{VERB}(?!、).{{3,}})$")
_ATTRIBUTE = re.compile(rf"(?P<verb>{VERB}+).{{3,}}的(?P<noun>[^的]{{3,}})$")
_DESCRIBED = re.compile(rf".*(?:{VERB}|{either(_KNOWN['describing'])}).*的(?P<noun>[^的、]{{2,}})")
_PREDICATE = re.compile(rf"(?<=..)(?:{guarded(_KNOWN['predicates'], before=_KNOWN['lead_not_before'])}).*$")
_CHANGE = re.compile(rf"(?:(?:同比|环比|[较比].{{1,8}}?)?(?>{either(_KNOWN['moves'])})+|同比|环比|占比)$")
_WHERE_TO = re.compile(r"(?<=.{4})[至给].*$")
_EXAMPLE = re.compile(rf"(?P<verb>{VERB}+)[^,;]+等$")
_FIRST_VERB = re.compile(rf"(?:不予|不|未|正式|新)?{VERB}+")
_FINAL_VERB = re.compile(rf"{VERB}+$")
_STOP = re.compile(either(_KNOWN["stops"]))
_LONG = 20  # characters; names that annotators give are rarely longer


def trimmed(text: str) -> str:
    """``text`` without periods, adverbs in front, words of reaching (达到, 共) at the end, and a printer's blanks."""
    text = _BLANK.sub("", text)
    return _LEAD.sub("", _TAIL.sub("", DATE.sub("", PERIOD.sub("", text))))


def subject(left: str, region: str | None, before_noun: bool) -> str:
    """The words before a number as a name; empty where they name nothing (全区; 对 before a noun)."""
    phrase = _TITLES.sub("", left)
    phrase = trimmed(_EXAMPLE.sub(r"\g<verb>", phrase) if before_noun else phrase)
    if region and phrase.startswith(region):
        phrase = trimmed(phrase.removeprefix(region))
    if not before_noun:
        return shortened(phrase)
    phrase = _PLACE.sub("", phrase)
    return "" if _PREPOSITION.search(_PLACE.sub("", left)) else shortened(phrase)


def shortened(phrase: str) -> str:
    """A long phrase without enumerations, cut down to what its last verb governs."""
    phrase = _ENUMERATION.sub(r"\g<verb>", phrase)
    if len(phrase) > 12 and (match := _ATTRIBUTE.fullmatch(phrase)):
        return match["verb"] + match["noun"]
    if len(phrase) > _LONG and (match := _LAST_VERB.match(phrase)):
        phrase = match["phrase"]
    return phrase


def without_change(name: str) -> str:
    """``name`` without the change it speaks of at its end (``产值同比增长`` → ``产值``)."""
    return _CHANGE.sub("", name)


def counted(right: str) -> str:
    """The noun behind a number, empty where none follows."""
    right = _BOUND.sub("", right)
    if _STOP.match(right):
        return ""
    right = _WHERE_TO.sub("", right)
    if len(right) > _LONG and (match := _DESCRIBED.match(right)):
        right = match["noun"]
    return _PREPOSITION.sub("", trimmed(right.partition("、")[0]))


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
