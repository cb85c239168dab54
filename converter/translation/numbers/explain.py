"""Differences in words, for the person who mends the translation (``messages.toml``)."""

from converter.translation.numbers.comparison import Difference
from converter.translation.numbers.number import Language, Number
from converter.translation.numbers.tables import MESSAGES


def explain(difference: Difference, language: Language) -> str:
    """What differs and what to do, in one message that quotes both numbers and both sentences."""
    known = MESSAGES.load()
    template = known.of(difference.what)[language]
    bounds = known.bound_names
    return template.format(
        zh=_surface(difference.zh),
        en=_surface(difference.en),
        zh_sentence=difference.zh_sentence,
        en_sentence=difference.en_sentence,
        zh_bound=bounds[difference.zh.bound][language] if difference.zh else "",
        en_bound=bounds[difference.en.bound][language] if difference.en else "",
    )


def _surface(number: Number | None) -> str:
    return number.surface if number else ""
