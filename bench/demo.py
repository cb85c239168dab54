"""A library site of all reports beside the project, in ``build/demo``; prints how many, how long, how large.

``python -m bench.demo 40`` takes about forty of them, evenly chosen.  Nothing of the reports enters the project.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.conversion import ROOT
from converter.sources import SUFFIXES

CORPUS = ROOT.parent / "shared" / "eval" / "corpus"
DEMO = ROOT / "build" / "demo"
_NOT_RAW = ".gold.txt"  # what a file of the corpus should become


def main(arguments: Sequence[str]) -> int:
    """Build the demonstration; 1 where there is nothing to build it of, or the site could not be built."""
    reports = raw_reports(CORPUS)
    if not reports:
        print(f"no demonstration: there are no reports in {os.path.relpath(CORPUS)}/")
        return 1
    if arguments:
        reports = reports[:: max(1, len(reports) // int(arguments[0]))]
    prepare(DEMO, reports)
    converted = run([sys.executable, "-m", "converter", "build"], "build.log")
    built = run([sys.executable, "-m", "mkdocs", "build", "--clean"], "site.log")
    print(summary(len(reports), converted, built))
    return 0 if (DEMO / "site/index.html").is_file() else 1


def raw_reports(corpus: Path) -> list[Path]:
    """Every file of ``corpus`` that could be a raw report, in order."""
    files = (file for file in sorted(corpus.rglob("*")) if file.suffix.lower() in SUFFIXES)
    return [file for file in files if not file.name.endswith(_NOT_RAW)]


def prepare(project: Path, reports: Sequence[Path]) -> None:
    """Make ``project`` anew: this program's settings, and each report under its folder's name and its own."""
    shutil.rmtree(project, ignore_errors=True)
    (project / "seeds").mkdir(parents=True)
    for name in ("mkdocs.yml", "publisher.toml"):
        (project / name).symlink_to(ROOT / name)
    for report in reports:
        shutil.copy(report, project / "seeds" / f"{report.parent.name}-{report.name}")


def run(command: Sequence[str], log: str) -> float:
    """Run a command in the demonstration, its words in a file there; the seconds it took."""
    start = time.perf_counter()
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    with (DEMO / log).open("w", encoding="utf-8") as file:
        subprocess.run(command, cwd=DEMO, env=environment, stdout=file, stderr=subprocess.STDOUT, check=False)
    return time.perf_counter() - start


def summary(tried: int, converted: float, built: float) -> str:
    """What stands in the demonstration now, in lines."""
    site = DEMO / "site"
    files = [file for file in site.rglob("*") if file.is_file()]
    pages = sum(file.suffix == ".html" for file in files)
    size = sum(file.stat().st_size for file in files) / 1e6
    reports = len(list((DEMO / "docs/data").glob("*.json")))
    warned = (DEMO / "site.log").read_text(encoding="utf-8").count("WARNING")
    return "\n".join(
        (
            f"reports   {reports} of {tried} files (the others are named in {DEMO.relative_to(ROOT)}/build.log)",
            f"converted {converted:.1f} s",
            f"site      {built:.1f} s, {pages} pages, {size:.1f} MB in {len(files)} files, {warned} warnings",
            f"open      {site.relative_to(ROOT)}/index.html",
        )
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
