"""What the search is asked when it is measured: queries of every kind, and others drawn from the pages."""

import random
import re

from converter.site.search.fold import Fold
from converter.site.search.pages import BuiltPage
from converter.site.search.variants import variants

QUERIES = (
    "法律援助", "行政复议", "务事项集中", "政府", "66万户", "660000", "营商环境", "行政復議", "法治政府建设 培训",
    "不见官", "公开透明的市场规则", "12345", "GDP", "pm2.5", "习近平新时代中国特色社会主义思想", "镇",
)  # fmt: skip
PIECES = 200
DRAWN = 20
SEED = 11


def drawn(pages: list[BuiltPage]) -> list[str]:
    """``DRAWN`` queries of two Chinese characters in a row, and as many of two words of 2 to 4, each of one line."""
    chance = random.Random(SEED)
    found: list[str] = []
    lines = [line for page in pages for entry in page.entries for line in entry.text.split("\n")]
    while len(found) < 2 * DRAWN:
        line = chance.choice(lines)
        lengths = (2,) if len(found) < DRAWN else (chance.randint(2, 4), chance.randint(2, 4))
        words = [line[at : at + length] for length in lengths for at in [chance.randrange(len(line) + 1)]]
        if all(re.fullmatch("[\u4e00-\u9fff]{2,}", word) for word in words):
            found.append(" ".join(words))
    return found


def pieces(pages: list[BuiltPage]) -> list[list[str]]:
    """Pieces of 2 to 8 characters from lines of random pages, with the address of the page."""
    chance, found = random.Random(SEED), []
    while len(found) < PIECES:
        page = chance.choice(pages)
        line = chance.choice("\n".join(entry.text for entry in page.entries).split("\n"))
        start = chance.randrange(max(1, len(line) - 8))
        piece = line[start : start + chance.randint(2, 8)].strip()
        if Fold(variants())(piece):
            found.append([page.address, piece])
    return found
