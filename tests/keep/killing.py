"""Kill builds with SIGKILL at random moments and look at what each leaves: ``python -m tests.keep.killing FOLDER SEED KILLS``.

A program of its own, as it forks: one import of the converter then serves every build.
"""

import contextlib
import json
import os
import random
import shutil
import signal
import sys
import time
from importlib import import_module
from pathlib import Path

from converter.build.keep import carry_out
from converter.build.seeds import find_seeds
from converter.cli import building
from tests.keep.project import edited_project, faults, pages_now, tree
from tests.keep.stores import once

DOCS = Path("docs")


def main(folder: Path, seed: int, kills: int) -> None:
    """Print what was seen as JSON."""
    random_ = random.Random(seed)
    os.chdir(folder)
    with contextlib.redirect_stdout(sys.stderr):
        edited_project(Path())
    _convert_once()
    old = tree(DOCS)
    shutil.copytree(DOCS, "before")
    whole, writing = _durations()
    new = tree(DOCS)
    seen = {"seed": seed, "killed": 0, "mixed": 0, "faults": [], "not_mended": []}
    while seen["killed"] < kills:
        _restore()
        in_writing = random_.random() < 0.5
        if not _kill(random_.uniform(0, writing if in_writing else whole), in_writing):
            continue
        seen["killed"] += 1
        left = tree(DOCS)
        seen["faults"] += faults(left, old, new)
        seen["mixed"] += pages_now(left, old, new) == {"old", "new"}
        os.waitpid(_start(), 0)
        mended = tree(DOCS)
        seen["not_mended"] += [path for path in {*mended, *new} if mended.get(path) != new.get(path)]
    print(json.dumps(seen))


def _convert_once() -> None:
    """Reading and understanding the report writes nothing: it is done once, so that kills hit what writes."""
    for place, names in (("convert", ("report_of",)), ("corrected", ("reading", "report_pages"))):
        module = import_module(f"converter.build.{place}")
        for name in names:
            setattr(module, name, once(getattr(module, name)))
    import_module("converter.build.convert").convert(find_seeds(()).paths[0])


def _durations() -> tuple[float, float]:
    """Seconds that a build takes, and that it takes from the first page it writes."""
    started, writing = os.pipe()
    start = time.monotonic()
    child = _start(writing)
    os.read(started, 1)
    middle = time.monotonic()
    os.waitpid(child, 0)
    end = time.monotonic()
    return end - start, end - middle


def _restore() -> None:
    shutil.rmtree(DOCS)
    shutil.copytree("before", DOCS)


def _kill(after: float, in_writing: bool) -> bool:
    """Kill a build after some seconds; True where it had not ended by then."""
    started, writing = os.pipe()
    child = _start(writing)
    if in_writing:
        os.read(started, 1)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os.close(started)
    os.close(writing)
    return os.WIFSIGNALED(status)


def _start(writing: int | None = None) -> int:
    """Start a build in a child; it writes one byte to ``writing`` when the first page is to be written."""
    child = os.fork()
    if child:
        return child

    def told(*arguments: object) -> None:
        os.write(writing, b"!") if writing is not None else None
        carry_out(*arguments)  # type: ignore[arg-type]

    building.carry_out = told  # type: ignore[attr-defined]
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    building.build((), force=False)
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
