"""Level, change, rate, rank, duration or ratio: told from the unit and the words before the number."""

import re

from converter.figures.alternatives import either, ends
from converter.figures.quantity import Quantity
from converter.figures.tables import MEASURES
from converter.model import Measure

_KNOWN = MEASURES.load()
_CHANGE = _KNOWN.change
_REACH = rf"(?>{either(_CHANGE.reach)})*\s?$"
_TO = f"(?!{either(_CHANGE.to)})"
_TOTAL = re.compile(rf"(?:{either(_CHANGE.total)}){_REACH}")
_VERB = re.compile(
    rf"(?:{either(_CHANGE.verbs)}){_TO}{_REACH}"
    rf"|(?:较|(?<!占)比|同比|环比)[^,;。]{{0,12}}(?:{either(_CHANGE.compared)})(?!(?<=高)达){_TO}{_REACH}"
    rf"|(?:{either(_CHANGE.nouns)}){_REACH}"
)
_CHANGE_ENDS = ends(
    [*_CHANGE.total, *_CHANGE.verbs, *_CHANGE.compared, *_CHANGE.nouns, *_CHANGE.reach, *" \n"]
)
_OBJECT = re.compile(rf"(?:{either(_CHANGE.objects)}){_TO}[^,;:。到至]{{1,12}}$")
_SHARE_OBJECT = re.compile(
    rf"(?:{either(_CHANGE.share_objects)}){_TO}[^,;:。到至]{{0,10}}(?<![^效]率)(?<![^效]率[达为])(?<![^效]率达到)(?<!、达)(?<!、为)$"
)
_TREATMENT = re.compile(rf"(?:{either(_CHANGE.treatment)})$")
_TREATMENT_ENDS = ends(_CHANGE.treatment)
_IMPROVED = re.compile(rf"(?<![较比]..)(?:{either(_CHANGE.improved)})$")
_THINGS = re.compile(r"[\u4e00-\u9fff“](?<![以和及与])")
_DURATION = re.compile(either(_KNOWN.duration.near))
_RANKED = re.compile(rf"(?:{either(_KNOWN.rank.places)})[^,;。]*$")
_OF_TWO = re.compile(
    rf"(?<![{_KNOWN.ratio.not_behind}])(?:{either(_KNOWN.ratio.nouns)})"
    rf"(?:[由从][\d.]+)?(?:{either(_KNOWN.ratio.reach)})*\s?$"
)
_LIMIT = re.compile(r"以?内|之内")


def measure_of(quantity: Quantity, clause: str, after: str) -> Measure:
    """The measure of a quantity behind ``clause`` (its clause up to the number) and before ``after``."""
    if quantity.rank:
        return "rank"
    if _compares(quantity, clause):
        return "ratio"
    if quantity.unit in _CHANGE.units or _is_change(quantity, clause, after):
        return "change"
    if quantity.unit == "位" and _RANKED.search(clause):
        return "rank"
    if quantity.unit in _KNOWN.duration.units and _is_limit(clause, after):
        return "duration"
    return "rate" if quantity.unit in ("%", "‰") else "level"


def _compares(quantity: Quantity, clause: str) -> bool:
    """True for 城乡收入比2.36:1, 占三分之一, 是去年的1.3倍, but not for 下降三分之一."""
    if quantity.unit in _KNOWN.ratio.units:
        return _VERB.search(clause) is None
    if quantity.unit == "":
        return _OF_TWO.search(clause) is not None
    return quantity.unit == "倍" and clause.endswith("的")


def _is_change(quantity: Quantity, clause: str, after: str) -> bool:
    last = clause[-1:]
    may_end = last in _CHANGE_ENDS
    treated = last in _TREATMENT_ENDS and _TREATMENT.search(clause) and _THINGS.match(after)
    if treated or (may_end and _TOTAL.search(clause)):
        return False
    if quantity.unit in _CHANGE.things and _IMPROVED.search(clause):
        return False
    share = quantity.unit in ("%", "‰") and _SHARE_OBJECT.search(clause)
    return bool((may_end and _VERB.search(clause)) or _OBJECT.search(clause) or share)


def _is_limit(clause: str, after: str) -> bool:
    return bool(_LIMIT.match(after) or _DURATION.search(clause) or _DURATION.match(after))
