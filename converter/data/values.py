"""Values as people and the data write them: decimals without exponent, never ``float``; and what is quoted beside them."""

from decimal import Decimal

from converter.model import Observation, Span

_LONGEST_QUOTE = 1000  # characters


def plain(value: Decimal) -> str:
    """A decimal as people write it: no exponent, no trailing zeros after the point (``1.2E+5`` → ``120000``)."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def ends_of(value: str) -> tuple[Decimal, Decimal | None]:
    """The number that a ``value_text`` says, and the upper end where it is a range."""
    low, dash, high = value[1:].partition("-")
    return Decimal(value[0] + low), Decimal(high) if dash else None


def value_text(observation: Observation) -> str:
    """The value as a decimal string, a range as ``3-5``."""
    upper = "" if observation.upper is None else f"-{plain(observation.upper)}"
    return plain(observation.value) + upper


def quoted_part(o: Observation) -> Span:
    """The sentence of a figure; of one longer than people write, what stands around it: thousands of figures may share it."""
    start, end = o.sentence
    if end - start <= _LONGEST_QUOTE:
        return o.sentence
    return Span(max(start, o.span.start - _LONGEST_QUOTE // 2), min(end, o.span.end + _LONGEST_QUOTE // 2))
