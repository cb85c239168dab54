"""What the codes of figures say of each other: shares and parts of the statutory forms, told in prose (``sums_of_codes.toml``)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from converter.checks.interval import Interval
from converter.checks.rule import ObservedReport, note
from converter.checks.shares import misfits
from converter.checks.tables import CODE_SUMS
from converter.model import Note, Observation

_SHARE = "占"
_PLAIN = ("result", "level", "exact")


def shares_of_codes(told: ObservedReport) -> Iterator[Note]:
    """Shares told behind a part that it cannot be of its whole, which stands in its paragraph."""
    wholes = CODE_SUMS.load().shares
    for figures in _by_paragraph(told).values():
        for at, (part, rate) in enumerate(pairwise(figures)):
            code = wholes.get(part.code or "", "")
            whole = (only(figures[:at], code) or only(figures, code)) if code else None
            if whole and _is_share(told, rate, part) and not rate.link:
                carried = only(figures, CODE_SUMS.load().requests["carried"])
                base = told.possible(whole)
                most = base.plus(told.possible(carried)) if carried else base
                yield from misfits(told, (rate, part, whole), Interval(base.low, most.high))


def parts_of_codes(told: ObservedReport) -> Iterator[Note]:
    """Values of what is always a part of another indicator that are more than its value before them in the sentence."""
    wholes = CODE_SUMS.load().within
    for figures in _by_paragraph(told).values():
        for at, part in enumerate(figures):
            code = wholes.get(part.code or "", "")
            before = [one for one in figures[:at] if one.sentence == part.sentence]
            whole = only(before, code) if code and _is_plain(part) else None
            if whole and whole.period == part.period and told.possible(part).above(told.possible(whole)):
                said = {"part": told.said(part), "whole": told.said(whole)}
                yield note("part-exceeds-whole", [part, whole], said)


def _is_share(told: ObservedReport, rate: Observation, part: Observation) -> bool:
    between = told.report.folded[part.span.end : rate.span.start].lstrip(",、")
    plain = (rate.measure, rate.unit, rate.sentence) == ("rate", "%", part.sentence)
    return plain and between.startswith(_SHARE) and len(between) < len(part.indicator) + 6


def _by_paragraph(told: ObservedReport) -> Mapping[str, Sequence[Observation]]:
    found: defaultdict[str, list[Observation]] = defaultdict(list)
    for figure in told.figures:
        found[figure.paragraph].append(figure)
    return found


def only(figures: Sequence[Observation], code: str) -> Observation | None:
    """The one exact result that is a level with a code; None where there is none, or several."""
    own = [one for one in figures if one.code == code and _is_plain(one)]
    return own[0] if code and len(own) == 1 else None


def _is_plain(one: Observation) -> bool:
    return (one.status, one.measure, one.bound) == _PLAIN
