"""What is not a figure: names, dates, document numbers, ordinals, slogans (``exclusions.toml``)."""

import re
from collections.abc import Iterable

from converter.figures.alternatives import either
from converter.figures.numerals import HANZI
from converter.figures.tables import EXCLUSIONS, Exclusion

# Stands in the place of what is left out; no pattern of the grammar matches it.
BLANK = "\0"


_KNOWN = EXCLUSIONS.load()


def _pattern(rows: Iterable[Exclusion]) -> re.Pattern[str]:
    begins = _KNOWN.begins.replace("{numerals}", HANZI)
    any_row = "|".join(row.pattern.replace("{han}", f"[{HANZI}]") for row in rows)
    return re.compile(f"(?={begins})(?:{any_row})")


_SIGN = re.compile(either(sign for row in _KNOWN.exclusion for sign in row.signs))
_EXCLUDED = _pattern(_KNOWN.exclusion)
_WITHOUT_SIGN = _pattern(row for row in _KNOWN.exclusion if not row.signs)


def without_excluded(text: str) -> str:
    """``text`` with all that cannot state a value blanked out, character for character."""
    excluded = _EXCLUDED if _SIGN.search(text) else _WITHOUT_SIGN
    return excluded.sub(lambda match: BLANK * len(match[0]), text)
