"""Kill with SIGKILL what else writes: an import of PO, a preview's own conversion, a release.

``python -m tests.keep.killing_others FOLDER SEED KILLS`` with ``KILLS`` as ``import=9,preview=3,release=2`` prints what it saw.
"""

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from converter.cli.exchanging import export_po, import_po
from converter.layout import SEEDS
from converter.site.mkdocs import preview
from converter.translation.memory import read_memory
from tests.conftest import ROOT
from tests.keep.project import edited_project, faults, tree

NAME, DOCS, PO = "lanshan-2020", Path("docs"), Path("back.po")
ZIP = Path("gongkai-site.zip")
Process = subprocess.Popen[str]


def main(folder: Path, seed: int, kills: Mapping[str, int]) -> None:
    """Print what was seen as JSON."""
    os.environ["LC_ALL"] = "en_US.UTF-8"
    os.environ["PYTHONPATH"] = str(ROOT)
    random_ = random.Random(seed)
    os.chdir(folder)
    with contextlib.redirect_stdout(sys.stderr):
        edited_project(Path())
        _translations_come_back()
    shutil.copytree(ROOT / "docs", "own/docs", ignore=shutil.ignore_patterns("dev"))
    seen = {name: WORK[name](random_, count) for name, count in kills.items()}
    print(json.dumps(seen))


def _translations_come_back() -> None:
    """A translator's file: an English text for each Chinese one."""
    export_po([NAME], PO)
    lines = PO.read_text(encoding="utf-8").split("\n")
    filled = [
        f'msgstr "English {n}"' if line == 'msgstr ""' and n > 3 else line for n, line in enumerate(lines)
    ]
    PO.write_text("\n".join(filled), encoding="utf-8")
    assert any(unit.en for unit in read_memory("\n".join(filled), str(PO)).units)


def importing(random_: random.Random, kills: int) -> dict[str, object]:
    """Kill imports; each then is done again."""
    return _killed(
        random_, kills, lambda: _forked(lambda: import_po([NAME], PO)), lambda: import_po([NAME], PO)
    )


def previewing(random_: random.Random, kills: int) -> dict[str, object]:
    """Kill the process that a preview has for conversions; the preview then asks for the same again."""

    def convert() -> Process:
        worker = preview._worker(Path())
        assert worker.stdin
        worker.stdin.write(str(SEEDS / f"{NAME}.txt"))
        worker.stdin.close()
        return worker

    return _killed(random_, kills, convert, lambda: convert().wait())


def _killed(
    random_: random.Random, kills: int, start: Callable[[], Process], again: Callable[[], object]
) -> dict[str, object]:
    old = tree(DOCS)
    shutil.copytree(DOCS, "before")
    began = time.monotonic()
    start().wait()
    whole = time.monotonic() - began
    new = tree(DOCS)
    assert new != old
    seen = {"killed": 0, "faults": [], "not_mended": []}
    while seen["killed"] < kills:
        _restore()
        if not _kill(start(), random_.uniform(0, whole)):
            continue
        seen["killed"] += 1
        seen["faults"] += faults(tree(DOCS), old, new)
        with contextlib.redirect_stdout(sys.stderr):
            again()
        left = tree(DOCS)
        seen["not_mended"] += [path for path in {*left, *new} if left.get(path) != new.get(path)]
    _restore()
    shutil.rmtree("before")
    return seen


def _restore() -> None:
    shutil.rmtree(DOCS)
    shutil.copytree("before", DOCS)


def _forked(work: Callable[[], object]) -> Process:
    """The process of ``work``: it imports nothing, so that kills hit the work."""
    child = os.fork()
    if child:
        return _Child(child)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    work()
    os._exit(0)


class _Child(Process):
    """A forked process, with as much of ``Popen`` as is asked for here."""

    def __init__(self, pid: int) -> None:
        self.pid, self.returncode = pid, None  # type: ignore[assignment]
        self._child_created = False

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def wait(self, timeout: float | None = None) -> int:  # noqa: ARG002
        _, status = os.waitpid(self.pid, 0)
        self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode


def _kill(process: Process, after: float) -> bool:
    """Kill a process after some seconds; True where it had not ended by then."""
    time.sleep(after)
    process.kill()
    return process.wait() == -signal.SIGKILL


def releasing(random_: random.Random, kills: int) -> dict[str, object]:
    """Kill releases with all their processes, as a machine that goes down does: pages and the last release stay whole."""
    project = Path("own")
    for name in ("mkdocs.yml", "publisher.toml"):
        shutil.copy(ROOT / name, project)
    (project / "converter").symlink_to(ROOT / "converter")
    # A copy: pages name raw reports as the project has them, and a link leads out of it.
    shutil.copytree(ROOT / "seeds", project / "seeds")
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    began = time.monotonic()
    assert _release(project).wait() == 0
    whole, pages, packed = time.monotonic() - began, tree(project / "docs"), (project / ZIP).read_bytes()
    seen = {"killed": 0, "faults": [], "not_mended": []}
    while seen["killed"] < kills:
        release = _release(project)
        time.sleep(random_.uniform(0, whole))
        os.killpg(release.pid, signal.SIGKILL)
        if release.wait() != -signal.SIGKILL:
            continue
        seen["killed"] += 1
        seen["faults"] += [] if tree(project / "docs") == pages else ["docs"]
        seen["faults"] += [] if zipfile.ZipFile(project / ZIP).testzip() is None else ["zip"]
    if _release(project).wait() != 0 or (project / ZIP).read_bytes() != packed:
        seen["not_mended"] += [str(ZIP)]
    seen["faults"] += [f.name for f in [*project.glob(".*.tmp"), *(project / "site").rglob(".*.tmp")]]
    return seen


def _release(project: Path) -> Process:
    command = [sys.executable, "-m", "converter", "release"]
    return subprocess.Popen(
        command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        text=True, start_new_session=True,
    )  # fmt: skip


WORK = {"import": importing, "preview": previewing, "release": releasing}

if __name__ == "__main__":
    asked = dict(one.split("=") for one in sys.argv[3].split(","))
    main(Path(sys.argv[1]), int(sys.argv[2]), {name: int(count) for name, count in asked.items()})
