"""How fast text becomes a report, figures and pages: characters a second on one core, median of several runs."""

import platform
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from converter.clean import clean
from converter.figures import observe
from converter.pages import report_pages
from converter.segment import segment
from converter.sources import read_source

ROOT = Path(__file__).parents[1]
RUNS = 7


def median_seconds(work: Callable[[], object]) -> float:
    """The median time of ``RUNS`` runs after one that fills caches."""
    work()
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    corpus = ROOT.parent / "shared" / "eval" / "gold"
    files = sorted(corpus.glob("*.txt")) or [ROOT / "seeds" / "lanshan-2020.txt"]
    sources = [read_source(file) for file in files]
    reports = [segment(clean(source)) for source in sources]
    characters = sum(len(source.text) for source in sources)
    stages: dict[str, Callable[[], object]] = {
        "text to report": lambda: [segment(clean(source)) for source in sources],
        "report to figures": lambda: [observe(report) for report in reports],
        "report to pages": lambda: [report_pages(report, (), "bench") for report in reports],
    }
    print(
        f"Python {platform.python_version()}, {platform.machine()}, {len(files)} reports, {characters:,} characters"
    )
    for name, work in stages.items():
        print(f"{name:18} {characters / median_seconds(work):12,.0f} characters/s")


if __name__ == "__main__":
    sys.exit(main())
