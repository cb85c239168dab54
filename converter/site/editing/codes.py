"""The dictionary of indicators, searched by what a person would call one."""

from rapidfuzz import fuzz, process

from converter.caching import kept
from converter.indicators import indicators
from converter.text.fold import fold

_MOST = 12
_ALIKE = 50


def codes_like(words: str, language: str) -> list[tuple[str, str]]:
    """Codes and names that fit words, the likest first: a part of a name or of a code, else a like name."""
    told = fold(words).strip().lower()
    if not told:
        return []
    known = _known()
    parts = [code for code, text in known.items() if told in text]
    like = process.extract(told, known, scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, limit=_MOST)
    found = list(
        dict.fromkeys((*sorted(parts, key=lambda code: len(known[code])), *(code for *_, code in like)))
    )
    names = {one.code: one.zh if language == "zh" else one.en for one in indicators()}
    return [(code, names[code]) for code in found[:_MOST]]


@kept
def _known() -> dict[str, str]:
    return {
        one.code: fold(f"{one.code} {one.zh} {one.en} {' '.join(one.names)}").lower() for one in indicators()
    }
