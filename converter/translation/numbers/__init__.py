"""The number gate: every number of a Chinese paragraph is in its English one, by value, and none besides.

The room reads both languages into the same ``Number`` and compares; it needs ``figures`` for Chinese numerals and
bounds and the words of ``names`` to tell what a number is of, so that the site may use it too.
"""

from collections.abc import Iterable

from converter.model import Span
from converter.translation.numbers.chinese import chinese_numbers
from converter.translation.numbers.comparison import Comparison, Difference, compare, pairs_in
from converter.translation.numbers.english import english_numbers
from converter.translation.numbers.explain import explain
from converter.translation.numbers.number import Number, Pair

__all__ = [
    "Comparison", "Difference", "Number", "chinese_numbers", "compare", "counterparts", "differences",
    "english_numbers", "explain", "pairs_in",
]  # fmt: skip


def differences(zh: str, en: str, year: int | None = None) -> tuple[Difference, ...]:
    """What ``gongkai check`` names for a paragraph and its translation; empty where all numbers agree.

    ``year`` as in ``compare``: the report's year where it is known.
    """
    return compare(zh, en, year).differences


def counterparts(pairs: Iterable[Pair], span: Span) -> tuple[Number, ...]:
    """Of ``pairs`` the English numbers that say the Chinese numbers within ``span``, which may cover a unit as well."""
    return tuple(en for zh, en in pairs if zh.span.start < span.end and span.start < zh.span.end)
