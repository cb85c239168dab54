"""The body of a report that calls itself 我局 and is named in full somewhere below, or by what its tables are headed."""

import re
from collections import Counter
from collections.abc import Iterator

from converter.structure.segment.issuer import Issuer
from converter.structure.segment.issuer_words import ISSUER
from converter.structure.segment.place_names import PLACES_IN_A_ROW, begins_with_place, without_lead

_OPENING = 1500  # characters in which a text speaks of itself
_LONGEST = 24  # characters of a body's name
_TIMES = 2  # as often as any other


def issuer_in_text(text: str) -> Issuer | None:
    """The body of the sort that the text calls its own, by the name that it gives in full; None where it names several."""
    rules = ISSUER.load().own
    called = re.search(rules.called, text[:_OPENING])
    told = _named(text, rules.ends[called[1]]) if called else re.findall(rules.labelled, text)
    (most, times), *others = Counter(filter(begins_with_place, told)).most_common(2) or [("", 0)]
    alone = all(count * _TIMES <= times for _, count in others)
    return Issuer(most, sure=False) if most and alone else None


def _named(text: str, ends: str) -> Iterator[str]:
    """The names of bodies of one sort, each from its place on; whoever heads one is none."""
    for found in re.finditer(rf"[一-龥]{{3,{_LONGEST}}}?(?:{ends})(?![一-龥]{{0,2}}长)", text):
        if place := re.search(PLACES_IN_A_ROW, found[0]):
            yield without_lead(found[0][place.start() :])
