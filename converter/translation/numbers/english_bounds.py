"""How exact an English number is: the words that stand around it (``english.toml``)."""

import re

from converter.figures.alternatives import either
from converter.model import Bound, Span
from converter.translation.numbers.english_numerals import DIGITS, NUMERAL
from converter.translation.numbers.tables import ENGLISH

_KNOWN = ENGLISH.load().bounds
_BEFORE_WORDS, _AFTER_WORDS, _LOOSE, _LOOSE_AFTER = (
    {word: bound for bound, words in known.items() for word in words}
    for known in (_KNOWN.before, _KNOWN.after, _KNOWN.loose, _KNOWN.loose_after)
)
_BETWEEN = rf"((?:(?:{either(_KNOWN.between)})[ ]?)?)"
_BEFORE = re.compile(rf"(?i)(?<![\w-])({either(_BEFORE_WORDS)})(?:[ ]|\b){_BETWEEN}$")
_AFTER = re.compile(
    rf"(?i)(?:[ -][a-z]+){{0,2}}?[ ]?({either(_AFTER_WORDS)})\b(?! (?:{NUMERAL}|RMB|US|[¥$€]|(?:the|an?|its|this|these|construction|control|supervision|review)\b))"
)
_ANY_BEFORE = re.compile(rf"(?i)\b(?:{either(_BEFORE_WORDS)})\b")
_ANY_AFTER = re.compile(rf"(?i)(?:{either(_AFTER_WORDS)})\b")
_LOOSELY = re.compile(rf"(?i)\b({either(_LOOSE)}) (?:(?:a maximum of|RMB|CNY|USD|US|[¥$€]) ?)*$")
_LOOSELY_AFTER = re.compile(rf"(?i)(?:[ -][a-z]+){{0,2}}?[ -]({either(_LOOSE_AFTER)})\b")
_NEGATED = re.compile(_KNOWN.negated)
_LED_BY, _DONE_OVER = re.compile(_KNOWN.led_by), re.compile(_KNOWN.done_over)
_AREA, _WITHIN = re.compile(_KNOWN.area), re.compile(_KNOWN.within)
_GOVERNED = re.compile(rf"(?i)(?:{'|'.join(_KNOWN.governed)})")
_OPPOSITE: dict[Bound, Bound] = {"over": "at_most", "under": "at_least"}
# "Some 1.41 million jobs were created": a sentence does not begin with digits.
# 44 percent more than three years ago: what it is more than, no bound.
_COMPARED = re.compile(r"(?:%|percent|points?|times|\d) $")
_BEGINS = re.compile(r"(?:^|[.;:!?] |\n)Some $")
# What a list says before its first number holds for all: about 5%, 9% and 6%.
_LISTED = re.compile(
    rf"(?i)(?:(?:RMB|CNY|US)? ?[¥$€]?{DIGITS}(?: ?%|[ -][a-z]+){{0,2}}(?:,? and (?:by )?|, (?:by )?))+(?:RMB|CNY|US)? ?[¥$€]?$"
)
# Over five years: more, or during; within three days: no more, or as long as it takes.
_TIME = re.compile(
    r"(?: of an?)?[ -](?:working |business )?(?:years?|months?|weeks?|days?|decades?|hours?|minutes?)\b"
)
_STOP = re.compile(r"[,.;:!?]\s")
_REACH = 40
_CLAUSE = 100


def bound_at(folded: str, span: Span) -> Bound:
    """The bound of the number at ``span`` by the words right beside it."""
    before, behind = folded[max(0, span.start - _REACH) : span.start], folded[span.end : span.end + _REACH]
    if match := _BEFORE.search(before):
        if (match[1].lower() in ("over", "within") and _TIME.match(behind)) or _BEGINS.search(before):
            return "exact"
        ahead = folded[max(0, span.start - _CLAUSE) : span.start - len(match[0]) + len(match[1])]
        if match[1].lower() in _KNOWN.prepositions and _is_preposition(match, ahead, behind):
            return "exact"
        return _of_word(match[1], before[: match.start()])
    after = _AFTER.match(behind)
    return _AFTER_WORDS[after[1].lower()] if after else "exact"


def _is_preposition(match: re.Match[str], ahead: str, behind: str) -> bool:
    """Whether the word belongs to what stands before it, not to the number: control over 12 firms, aged 65 and over to 38%."""
    if _LED_BY.match(match[2]) or _GOVERNED.search(ahead):
        return True
    if match[1].lower() == "within":
        return bool(_WITHIN.match(behind))
    return bool(_AREA.match(behind) and _DONE_OVER.search(_STOP.split(ahead)[-1]))


def _of_word(word: str, before: str) -> Bound:
    """What a word of bound says behind ``before``: "more than" behind "no" or "may not cost" is no more."""
    if word.endswith("than") and _COMPARED.search(before):
        return "exact"
    bound = _BEFORE_WORDS[word.lower()]
    return _OPPOSITE.get(bound, bound) if _NEGATED.search(before) else bound


def english_bounds_near(text: str, span: Span) -> set[Bound]:
    """The bounds of all words of bound in the clause before the number at ``span``, and close behind it."""
    ahead, behind = text[max(0, span.start - 3 * _REACH) : span.start], text[span.end : span.end + _REACH]
    clause = _STOP.split(_LISTED.sub("", ahead))[-1]
    before = {_of_word(match[0], clause[: match.start()]) for match in _ANY_BEFORE.finditer(clause)}
    before |= {_LOOSE[match[1].lower()] for match in _LOOSELY.finditer(ahead)}
    before |= {_LOOSE_AFTER[match[1].lower()] for match in [_LOOSELY_AFTER.match(behind)] if match}
    after = _ANY_AFTER.search(_STOP.split(behind)[0])
    return before | ({_AFTER_WORDS[after[0].lower()]} if after else set())
