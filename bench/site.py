"""How fast a site of many pages is built, beside other set-ups and generators: ``python -m bench.site [PAGES…]``.

One library of reports is converted and built by each in a process of its own.  The table gives medians of ``RUNS``
builds: seconds by the clock and of all processors, milliseconds a page of ``docs/``, the pages written (the site makes some
of what it knows: regions, indicators), and the most memory one process took.  Zensical, Hugo and a MkDocs with jieba, which
Material's Chinese search needs, are measured where their commands are found (``ZENSICAL``, ``HUGO``, ``MKDOCS_JIEBA`` say
where), and are no dependencies.  Set-ups whose menu makes them quadratic are left out beyond ``_QUADRATIC`` pages; another
than ours that takes more than ``_LONG`` seconds is built once, which the table says.
"""

import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from bench.texts import texts

ROOT = Path(__file__).parents[1]
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


_MKDOCS = (sys.executable, "-m", "mkdocs")
_BUILD = ("build", "--clean", "--quiet")
PLAIN = "site_name: x\nuse_directory_urls: false\nexclude_docs: |\n  /dev/\n  .*\nmarkdown_extensions: [attr_list, tables]\n"


def ours(project: Path) -> list[str]:
    shutil.copy(ROOT / "mkdocs.yml", project)
    return [*_MKDOCS, *_BUILD]


def material(project: Path) -> list[str]:
    (project / "mkdocs.yml").write_text(
        PLAIN + "theme: {name: material, language: zh, font: false}\n", encoding="utf-8"
    )
    return [*_MKDOCS, *_BUILD]


def with_jieba(project: Path) -> list[str]:
    material(project)
    return [os.environ.get("MKDOCS_JIEBA", "mkdocs-with-jieba"), *_BUILD]


def plain(project: Path) -> list[str]:
    (project / "mkdocs.yml").write_text(PLAIN + "theme: mkdocs\n", encoding="utf-8")
    return [*_MKDOCS, *_BUILD]


def zensical(project: Path) -> list[str]:
    leanest = "theme: {name: material, language: zh, font: false, features: [navigation.prune]}\n"
    (project / "mkdocs.yml").write_text(PLAIN + leanest, encoding="utf-8")
    return [os.environ.get("ZENSICAL", "zensical"), "build", "--clean"]


def hugo(project: Path) -> list[str]:
    # To Hugo a folder with an index.md is one page; _index.md is the first page of a folder.
    content = project / "content"
    for page in pages_of(project / "docs"):
        copy = content / page.relative_to(project / "docs")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(page, copy.with_name("_index.md") if page.name == "index.md" else copy)
    (project / "hugo.toml").write_text(
        'baseURL = "/"\npublishDir = "site"\ndisableKinds = ["taxonomy", "term", "rss", "sitemap"]\n',
        encoding="utf-8",
    )
    layouts = project / "layouts" / "_default"
    layouts.mkdir(parents=True, exist_ok=True)
    for name in ("single", "list"):
        (layouts / f"{name}.html").write_text("<title>{{ .Title }}</title>{{ .Content }}\n", encoding="utf-8")
    return [os.environ.get("HUGO", "hugo"), "--quiet"]


SET_UPS: Mapping[str, Callable[[Path], list[str]]] = {
    "Gongkai": ours,
    "Material, as it comes": material,
    "Material, searching Chinese (jieba)": with_jieba,
    "MkDocs, plain": plain,
    "Zensical, pruned menu": zensical,
    "Hugo, bare template": hugo,
}
_WHOLE_MENU = {material, with_jieba, plain}


def library(project: Path, pages: int) -> int:
    """Convert as many reports in ``project`` as make about ``pages`` pages; return how many pages there are."""
    seeds = project / "seeds"
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
    return sum(1 for _ in pages_of(project / "docs"))


def mixed(count: int) -> Iterator[str]:
    """``count`` reports, short and long ones in the same proportion for every count, so that sizes can be compared."""
    ordered = sorted(texts(), key=len)
    return (ordered[(2 * number + 1) * len(ordered) // (2 * count)] for number in range(count))


def pages_of(docs: Path) -> Iterator[Path]:
    """The pages of the site, without what the program keeps for itself."""
    return (
        file
        for file in docs.rglob("*.md")
        if not any(part.startswith(".") for part in file.relative_to(docs).parts)
    )


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"}


def build(project: Path, command: list[str]) -> Build:
    """Build the site once.  Raises CalledProcessError with what the generator said."""
    shutil.rmtree(project / "site", ignore_errors=True)
    shutil.rmtree(project / ".cache" / "zensical", ignore_errors=True)
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=project, env=_environment(), stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        if status:
            said.seek(0)
            raise subprocess.CalledProcessError(status, command, said.read().decode(errors="replace")[-2000:])
    return Build(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def measure(name: str, project: Path, pages: int) -> str:
    """One row of the table."""
    command = SET_UPS[name](project)
    if not shutil.which(command[0]):
        return f"| {name} | {pages:,} | not installed | | | | | |"
    runs = [build(project, command)]
    runs += [build(project, command) for _ in range(RUNS - 1) if name == "Gongkai" or runs[0].seconds < _LONG]
    written = sum(1 for _ in (project / "site").rglob("*.html"))
    if written < pages:
        return f"| {name} | {pages:,} | wrote only {written:,} pages | | | | | |"
    seconds, work, memory = (statistics.median(getattr(run, key) for run in runs) for key in Build.__slots__)
    each = 1000 * seconds / pages
    return f"| {name} | {pages:,} | {written:,} | {len(runs)} | {seconds:.1f} | {work:.1f} | {each:.1f} | {memory:,.0f} |"


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
    """Print the table for the sizes given, or the usual ones; ``--only NAME`` measures one set-up."""
    only = arguments[arguments.index("--only") + 1] if "--only" in arguments else ""
    sizes = [int(size) for size in arguments if size.isdecimal()] or SIZES
    print(f"{machine()}; median of {RUNS}\n")
    print("| set-up | pages | written | runs | seconds | of all processors | ms a page | MB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |", flush=True)
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder)
            pages = library(project, size)
            for name in SET_UPS:
                if only in name and (pages < _QUADRATIC or SET_UPS[name] not in _WHOLE_MENU):
                    print(measure(name, project, pages), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
