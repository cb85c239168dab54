"""Rates against the counts they are rates of."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from converter.checks.interval import Interval
from converter.checks.rule import ObservedReport, in_digits, note
from converter.model import Note, Observation, Span

_HUNDRED = Decimal(100)


def rates_and_parts(told: ObservedReport) -> Iterator[Note]:
    """Rates that the part and the whole told beside them cannot give."""
    for rate in told.figures:
        whole = told.linked(rate, "share_of")
        part = whole and _part(told, rate, whole)
        if not whole or not part or not told.possible(whole).low or rate.unit != "%":
            continue
        if not _fits_another(told, rate, part, whole):
            yield from misfits(told, (rate, part, whole), told.possible(whole))


def _fits_another(told: ObservedReport, rate: Observation, part: Observation, whole: Observation) -> bool:
    """True where the part is that share of another count before it in the sentence (收到82件,审结71件,纠错9件,纠错率12.7%)."""
    at = told.places[part.id]
    for base in reversed(told.figures[:at]):
        if base.sentence != rate.sentence:
            return False
        same = (base.unit, base.measure, base.status) == (whole.unit, "level", whole.status)
        if (
            same
            and base.id != whole.id
            and told.possible(base).low
            and not any(misfits(told, (rate, part, base), told.possible(base)))
        ):
            return True
    return False


def misfits(told: ObservedReport, figures: tuple[Observation, ...], base: Interval) -> Iterator[Note]:
    """The note that a rate (the first of ``figures``) cannot be that of a part (the second) of ``base``, if it cannot."""
    rate, part, _ = figures
    share, said = told.possible(part).in_percent_of(base), told.possible(rate)
    if share.high is not None and said.above(share):
        yield _misfit(told, "rate-too-high", figures, share.high.quantize(_finer(rate), ROUND_CEILING))
    if share.above(said):
        yield _misfit(told, "rate-too-low", figures, share.low.quantize(_finer(rate), ROUND_FLOOR))


def _misfit(told: ObservedReport, key: str, figures: tuple[Observation, ...], limit: Decimal) -> Note:
    named = dict(zip(("rate", "part", "whole"), figures, strict=True))
    said = {f"{name}_said": told.said(figure) for name, figure in named.items()}
    return note(key, figures, {name: told.surface(o) for name, o in named.items()} | said | {"limit": limit})


def rates_of_few(told: ObservedReport) -> Iterator[Note]:
    """Rates that no number out of so few can give: 95% of 4."""
    for rate in told.figures:
        whole = told.linked(rate, "share_of")
        if (
            whole
            and not _part(told, rate, whole)
            and rate.unit == "%"
            and rate.bound == whole.bound == "exact"
        ):
            yield from _of_few(told, rate, whole)


def _of_few(told: ObservedReport, rate: Observation, whole: Observation) -> Iterator[Note]:
    said, count = told.possible(rate), told.possible(whole)
    below = int(said.low * count.low / _HUNDRED)
    shares = [number * _HUNDRED / count.low for number in (below, below + 1)] if count.low else []
    if count.low != count.high or below >= count.low or any(said.holds(share) for share in shares):
        return
    below_rate, above_rate = (in_digits(share.quantize(_finer(rate))) for share in shares)
    details = {"rate": told.surface(rate), "whole": told.surface(whole), "count": int(count.low)}
    numbers = {"below": below, "above": below + 1, "below_rate": below_rate, "above_rate": above_rate}
    quote = Span(whole.span.start, rate.span.end).of(told.report.source.text)
    yield note("rate-of-few", [rate, whole], {"quote": quote, **details, **numbers})


def _part(told: ObservedReport, rate: Observation, whole: Observation) -> Observation | None:
    """The count whose share in ``whole`` the rate is: the figure just before it, unless that is the whole."""
    before = told.figures[told.places[rate.id] - 1]
    return before if before.id != whole.id and before.unit == whole.unit else None


def _finer(rate: Observation) -> Decimal:
    """One digit more than the rate was printed with."""
    return Decimal(1).scaleb(min(0, int(rate.value.as_tuple().exponent)) - 1)
