"""Rates and decreases that are more than all there is (``limits.toml``)."""

import re
from collections.abc import Iterator

from converter.checks.rule import ObservedReport, note
from converter.checks.tables import LIMITS
from converter.figures.alternatives import either
from converter.model import Note

_KNOWN = LIMITS.load()
_REACH = rf"(?:{either(_KNOWN.reach)})*\s?"
_LIMITED = {
    "rate-above-hundred": ("rate", re.compile(rf".*(?:{either(_KNOWN.rates)}){_REACH}", re.S)),
    "decrease-above-hundred": ("change", re.compile(rf".*(?:{either(_KNOWN.falls)}){_REACH}", re.S)),
}


def limited(told: ObservedReport) -> Iterator[Note]:
    """Rates of so many out of so many, and decreases, above 100%."""
    for figure in told.figures:
        for key, (measure, said) in _LIMITED.items():
            above = (figure.measure, figure.unit) == (measure, "%") and told.possible(figure).low > 100
            if above and said.fullmatch(told.clause(figure)):
                yield note(key, [figure], {"rate": told.said(figure)})
