"""What an English page shows for texts that stand alone (an indicator, a unit): read back where no memory has them.

The page is made once with a sign in the place of each such text; where a line on disk fits one with signs, what stands
in their place is the translation.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from converter.text.markdown import shown

_SIGN = re.compile(r"zq(\d+)qz")


def sign(number: int) -> str:
    """The sign for one text: nothing in it is escaped, and no report has such a word."""
    return f"zq{number}qz"


def shown_texts(with_signs: Mapping[str, str], pages: Mapping[str, str]) -> dict[int, str]:
    """By its number what ``pages``, texts by path, show in the place of each sign in those ``with_signs``."""
    found: dict[int, str] = {}
    for path, text in with_signs.items():
        for number, told in _of_page(text.split("\n"), pages.get(path, "").split("\n")):
            found.setdefault(number, told)
    return found


def _of_page(with_signs: Sequence[str], lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    start = 0
    for line in with_signs:
        numbers = [int(number) for number in _SIGN.findall(line)]
        if not numbers:
            continue
        pattern = re.compile("(.+?)".join(map(re.escape, _SIGN.split(line)[::2])))
        matches = ((at, pattern.fullmatch(lines[at])) for at in range(start, len(lines)))
        at, match = next(((at, match) for at, match in matches if match), (start - 1, None))
        if match:
            start = at + 1
            yield from zip(numbers, (shown(text) for text in match.groups()), strict=True)
