"""How fast a site of many pages is built, beside other set-ups and generators: ``python -m bench.site [PAGES…]``.

One library of reports is converted and built by each in a process of its own.  The table gives medians of ``RUNS``
builds: seconds by the clock, how many times ours that is, seconds of all processors, milliseconds of these a page that
was written (the site makes some of what it knows: regions, indicators), and the most memory one process took.  Each
build is written down in ``build/bench`` when it ends: who stops and begins again goes on from there (``--anew`` does
not, ``--only NAME`` measures one set-up), and ours is measured again when the program has another commit.  Zensical, Hugo and a MkDocs with jieba, which
Material's Chinese search needs, are measured where their commands are found (``ZENSICAL``, ``HUGO``, ``MKDOCS_JIEBA`` say
where), and are no dependencies.  Set-ups whose menu makes them quadratic are left out beyond ``_QUADRATIC`` pages; another
than ours that takes more than ``_LONG`` seconds is built once, which the table says.
"""

import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from bench.peers import OURS, ROOT, SET_UPS, WHOLE_MENU, pages_of
from bench.texts import texts

WORK = ROOT / "build" / "bench"
SIZES = (200, 2000, 10000)
RUNS = 3
_REPORT = 12.5  # pages of a report, about
_QUADRATIC = 3000
_LONG = 100


@dataclass(frozen=True, slots=True)
class Build:
    """One build: seconds by the clock, seconds of all processors, megabytes of the largest process."""

    seconds: float
    work: float
    memory: float


def library(project: Path, pages: int) -> int:
    """Convert as many reports in ``project`` as make about ``pages`` pages, unless that was done; return how many pages there are."""
    seeds, done = project / "seeds", project / "converted"
    if done.is_file():
        return sum(1 for _ in pages_of(project / "docs"))
    shutil.rmtree(project, ignore_errors=True)
    seeds.mkdir(parents=True)
    for number, text in enumerate(mixed(max(int(pages / _REPORT), 1))):
        (seeds / f"r{number:05}-2024.txt").write_text(text, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "converter", "build", "--force"],
        cwd=project,
        env=_environment(),
        check=True,
        capture_output=True,
    )
    done.touch()
    return sum(1 for _ in pages_of(project / "docs"))


def mixed(count: int) -> Iterator[str]:
    """``count`` reports, short and long ones in the same proportion for every count, so that sizes can be compared."""
    ordered = sorted(texts(), key=len)
    return (ordered[(2 * number + 1) * len(ordered) // (2 * count)] for number in range(count))


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"}


def build(project: Path, command: list[str]) -> Build:
    """Build the site once.  Raises CalledProcessError with what the generator said."""
    for made_before in ("site", ".cache"):
        shutil.rmtree(project / made_before, ignore_errors=True)
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=project, env=_environment(), stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        if status:
            said.seek(0)
            raise subprocess.CalledProcessError(status, command, said.read().decode(errors="replace")[-2000:])
    return Build(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


class Measured:
    """The builds that were measured, in a file; what is written there is not measured again."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._all: dict[str, list[list[float]]] = (
            json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
        )

    def runs(self, name: str, pages: int) -> list[list[float]]:
        """Those of a set-up: pages written, seconds, seconds of all processors, megabytes."""
        return self._all.setdefault(f"{name}, {pages} pages{_commit() if name == OURS else ''}", [])

    def save(self) -> None:
        """Nothing that was measured is lost."""
        self._file.write_text(json.dumps(self._all, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _commit() -> str:
    said = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return f", {said.stdout.strip()}"


def measure(name: str, project: Path, pages: int, measured: Measured) -> str:
    """One row of the table, of what is measured already and what is missing of it."""
    runs = measured.runs(name, pages)
    if not runs or (len(runs) < RUNS and (name == OURS or runs[0][1] < _LONG)):
        command = SET_UPS[name](project)
        if not shutil.which(command[0]):
            return f"| {name} | {pages:,} | not installed | | | | | | |"
        while len(runs) < (RUNS if name == OURS or not runs or runs[0][1] < _LONG else 1):
            made = build(project, command)
            written = sum(1 for _ in (project / "site").rglob("*.html"))
            runs.append([written, made.seconds, made.work, made.memory])
            measured.save()
    written, seconds, work, memory = (statistics.median(of) for of in zip(*runs, strict=True))
    if written < pages:
        return f"| {name} | {pages:,} | wrote only {written:,.0f} pages | | | | | | |"
    ours_took = statistics.median(run[1] for run in measured.runs(OURS, pages) or runs)
    return (
        f"| {name} | {pages:,} | {written:,.0f} | {len(runs)} | {seconds:.1f} | {seconds / ours_took:.1f} | {work:.1f} "
        f"| {1000 * work / written:.1f} | {memory:,.0f} |"
    )


def machine() -> str:
    """What was measured with: the machine, the versions, the day."""
    cpu = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    made = [f"{package} {version(package)}" for package in ("mkdocs", "mkdocs-material")]
    peers = (("zensical", "--version", "ZENSICAL"), ("hugo", "version", "HUGO"))
    for name, ask, where in peers:
        command = shutil.which(os.environ.get(where, name))
        if command:
            said = subprocess.run([command, ask], capture_output=True, text=True, check=True).stdout
            made += [f"{name} {found[0]}" for found in [re.search(r"\d+\.\d+\.\d+", said)] if found]
    named = cpu[1] if cpu else platform.machine()
    return f"{os.cpu_count()} cores ({named}), {platform.system()}, Python {platform.python_version()}, {', '.join(made)} · {date.today()}"


def main(arguments: list[str]) -> int:
    """Print the table for the sizes given, or the usual ones; ``--only NAME`` measures one set-up, ``--anew`` all again, ``--help`` tells."""
    if "--help" in arguments:
        print(__doc__)
        return 0
    only = arguments[arguments.index("--only") + 1] if "--only" in arguments else ""
    sizes = [int(size) for size in arguments if size.isdecimal()] or SIZES
    if "--anew" in arguments:
        shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True, exist_ok=True)
    measured = Measured(WORK / "measured.json")
    print(f"{machine()}; median of {RUNS}\n")
    print(
        "| set-up | pages | written | runs | seconds | times ours | of all processors | ms of these a page written | MB |"
    )
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |", flush=True)
    for size in sizes:
        project = WORK / str(size)
        pages = library(project, size)
        for name in SET_UPS:
            if only in name and (pages < _QUADRATIC or SET_UPS[name] not in WHOLE_MENU):
                print(measure(name, project, pages, measured), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
