"""What the other reports of a project have translated, for a report that begins."""

from pathlib import Path

from converter.build.first_build import is_translated
from converter.build.keep import read
from converter.caching import kept_latest
from converter.errors import InputError
from converter.layout import memory_files, memory_path
from converter.translation.memory import Known, Shared, known_in, read_memory


def shared(docs: Path, name: str = "") -> Shared:
    """What all reports of ``docs`` but the one called ``name`` have reviewed; a memory that is torn is passed over."""
    own = docs / memory_path(name)
    files = [file for file in memory_files(docs) if file != own]
    return Shared(one for file in files for one in _known(file, file.stat().st_mtime_ns))


@kept_latest(256)
def _known(file: Path, _when: int) -> tuple[Known, ...]:
    text = read(file) or ""
    try:
        memory = read_memory(text, str(file)) if is_translated(text) else None
    except InputError:
        return ()
    return tuple(known_in(file.stem, memory)) if memory else ()
