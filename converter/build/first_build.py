"""What tells a report that begins, and what it may take over, without reading any translation."""

import re
from pathlib import Path

from converter.layout import memory_path

_TRANSLATED = re.compile(r'^msgstr (?:"[^"]|""\n")', re.M)


def is_new(docs: Path, name: str) -> bool:
    """True for a report that no build has written a memory of."""
    return not (docs / memory_path(name)).is_file()


def is_translated(text: str) -> bool:
    """Whether a PO file has any translation: most of a large project have none, and need not be read."""
    return len(_TRANSLATED.findall(text)) > 1  # the first is its head
