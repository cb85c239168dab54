"""What the other reports of a project have translated, for a report that begins."""

import re
from pathlib import Path

from converter.build.keep import read
from converter.errors import InputError
from converter.kept import kept_latest
from converter.layout import memory_files, memory_path
from converter.translation.memory import Known, Shared, known_in, read_memory

_TRANSLATED = re.compile(r'^msgstr (?:"[^"]|""\n")', re.M)


def shared(docs: Path, name: str = "") -> Shared:
    """What all reports of ``docs`` but the one called ``name`` have reviewed; a memory that is torn is passed over."""
    own = docs / memory_path(name)
    files = [file for file in memory_files(docs) if file != own]
    return Shared(one for file in files for one in _known(file, file.stat().st_mtime_ns))


def is_new(docs: Path, name: str) -> bool:
    """True for a report that no build has written a memory of."""
    return not (docs / memory_path(name)).is_file()


def is_translated(text: str) -> bool:
    """Whether a PO file has any translation: most of a large project have none, and need not be read."""
    return len(_TRANSLATED.findall(text)) > 1  # the first is its head


@kept_latest(256)
def _known(file: Path, _when: int) -> tuple[Known, ...]:
    text = read(file) or ""
    try:
        memory = read_memory(text, str(file)) if is_translated(text) else None
    except InputError:
        return ()
    return tuple(known_in(file.stem, memory)) if memory else ()
