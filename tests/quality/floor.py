"""The shares once reached (``floor.toml``): each pin keeps the ones before it, so that nobody lowers one unseen."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

FILE = Path(__file__).with_name("floor.toml")
HEAD = """# The shares of right answers on our own reports (reports/), newest last; python -m tests.quality adds to it.
# A share that is lower than in the block before needs that block's `lowered`: the reason.
"""


class LoweredError(Exception):
    """A share is lower than pinned, and nobody said why."""


@dataclass(frozen=True)
class Pin:
    """What was reached at some time; ``lowered`` is the reason where it is less than before."""

    shares: Mapping[str, Fraction]
    lowered: str | None = None


def lower(shares: Mapping[str, Fraction], before: Mapping[str, Fraction]) -> list[str]:
    """What of ``before`` is lower in ``shares`` or missing."""
    return [what for what, share in before.items() if shares.get(what, Fraction(-1)) < share]


def pinned(file: Path = FILE) -> list[Pin]:
    """All pins, oldest first.  Raises ``LoweredError`` where one is lower than the one before without a reason."""
    blocks = tomllib.loads(file.read_text(encoding="utf-8")).get("pin", []) if file.exists() else []
    pins = [
        Pin({key: Fraction(share) for key, share in block["shares"].items()}, block.get("lowered"))
        for block in blocks
    ]
    for before, pin in pairwise(pins):
        if (what := lower(pin.shares, before.shares)) and not pin.lowered:
            raise LoweredError(", ".join(what))
    return pins


def write(shares: Mapping[str, Fraction], why: str | None, file: Path = FILE) -> None:
    """Add a pin where something changed; a lower share needs ``why``."""
    pins = pinned(file)
    before = pins[-1].shares if pins else {}
    if shares == before:
        return
    lowered = lower(shares, before)
    if lowered and not why:
        raise LoweredError(", ".join(lowered))
    lines = ["", "[[pin]]", *([f'lowered = "{why}"'] if lowered else []), "[pin.shares]"]
    lines += [f'"{what}" = "{share}"' for what, share in shares.items()]
    old = file.read_text(encoding="utf-8") if file.exists() else HEAD
    file.write_text(old + "\n".join(lines) + "\n", encoding="utf-8")
