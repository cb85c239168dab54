"""A figure made of its name, as the room's tests need it."""

from decimal import Decimal
from typing import get_args

from converter.model import Measure, Observation, Span


def figure(name: str, unit: str, measure: str, before: str = "", behind: str = "") -> tuple[Observation, str]:
    """An observation of the year 2022 and the folded text it stands in: ``before`` and ``behind`` are the words around."""
    span = Span(len(before), len(before) + 1 + len(unit))
    assert measure in get_args(Measure)
    return Observation(
        id="c1-v5",
        span=span,
        value=Decimal(5),
        upper=None,
        unit=unit,
        bound="exact",
        measure=measure,  # type: ignore[arg-type]
        status="result",
        indicator=name,
        period="2022年",
        chapter=1,
        section=0,
        paragraph="c1-p1",
        sentence=Span(0, span.end),
    ), f"{before}5{unit}{behind}"
