"""Reports that a library holds twice: two files with nearly the same text about one place, year and kind."""

import re
from itertools import chain
from zlib import crc32

from converter.data import ReportFile
from converter.text.fold import fold

# So many of a text's sentences stand for it, those with the least checksums: of texts that share most of their sentences
# most of these are the same, wherever the two differ.
_MOST = 64
_ALIKE = 4, 5
_SHORTEST = 8
_ENDS = re.compile(r"[。;!?\n]")
_NO_WORD = re.compile(r"\W+")
Sketch = tuple[int, ...]


def sketch_of(report: ReportFile) -> Sketch:
    """What tells whether two reports have nearly the same text, however long they are; order and blanks do not count."""
    texts = (_ENDS.split(fold(paragraph.text)) for paragraph in report.paragraphs.values())
    said = (_NO_WORD.sub("", sentence) for sentence in chain.from_iterable(texts))
    sums = {crc32(words.encode()) for words in said if len(words) >= _SHORTEST}
    return tuple(sorted(sums)[:_MOST])


def nearly_equal(one: Sketch, other: Sketch) -> bool:
    """True where at least four in five sentences of the two are the same; never of texts without sentences."""
    both = sorted({*one, *other})[:_MOST]
    shared = len({*one} & {*other} & {*both})
    return bool(both) and shared * _ALIKE[1] >= len(both) * _ALIKE[0]
