"""What is not a figure: names, dates, document numbers, ordinals, slogans (``exclusions.toml``)."""

import re

from converter.figures.numerals import HANZI
from converter.figures.tables import EXCLUSIONS
from converter.kept import kept_latest

# Stands in the place of what is left out; no pattern of the grammar matches it.
BLANK = "\0"


def _pattern() -> re.Pattern[str]:
    known = EXCLUSIONS.load()
    begins = known.begins.replace("{numerals}", HANZI)
    any_row = "|".join(row.pattern.replace("{han}", f"[{HANZI}]") for row in known.exclusion)
    return re.compile(f"(?={begins})(?:{any_row})")


_EXCLUDED = _pattern()


@kept_latest(256)  # of the sentence at hand
def without_excluded(text: str) -> str:
    """``text`` with all that cannot state a value blanked out, character for character."""
    return _EXCLUDED.sub(lambda match: BLANK * len(match[0]), text)
