"""What is not a figure: names, dates, document numbers, ordinals, slogans (``exclusions.toml``)."""

import re
from collections import defaultdict

from converter.figures.numerals import HANZI
from converter.figures.tables import EXCLUSIONS, Exclusion
from converter.kept import kept_latest

# Stands in the place of what is left out; no pattern of the grammar matches it.
BLANK = "\0"
_SIGN = re.compile(r"\\.|A-Za-z|.")


def _pattern() -> re.Pattern[str]:
    """All patterns, each tried only where a sign stands that it may begin with."""
    by_sign = defaultdict[str, list[str]](list)
    for row in EXCLUSIONS.load().exclusion:
        for sign in signs_of(row):
            by_sign[sign].append(row.pattern.replace("{han}", f"[{HANZI}]"))
    signs = defaultdict[tuple[str, ...], str](str)
    for sign, patterns in by_sign.items():
        signs[tuple(patterns)] += sign
    most_first = sorted(signs.items(), key=lambda item: -len(item[0]))
    tried = "|".join(f"(?=[{begins}])(?:{'|'.join(patterns)})" for patterns, begins in most_first)
    return re.compile(f"(?=[{''.join(by_sign)}])(?:{tried})")


def signs_of(row: Exclusion) -> list[str]:
    """What the matches of a row may begin with: parts of a class of characters."""
    return _SIGN.findall(row.begins.replace("{numerals}", HANZI))


_EXCLUDED = _pattern()


@kept_latest(256)  # of the sentence at hand
def without_excluded(text: str) -> str:
    """``text`` with all that cannot state a value blanked out, character for character."""
    return _EXCLUDED.sub(lambda match: BLANK * len(match[0]), text)
