"""How fast figures are found and understood, beside a peer that only finds and converts numbers.

The peer tags parts of speech with jieba and converts the numerals with cn2an: what one would put together from
public packages.  Same text, same run, one core; it names nothing, and finds no unit, bound, period or comparison.
"""

import logging
import platform
import statistics
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

from bench.conversion import ROOT
from converter.figures.observing import observe
from converter.model import Report
from converter.pipeline import report_of
from converter.sources import read_source

RUNS = 7
_GOAL = 200_000  # characters a second
_NUMERAL = "m"  # jieba's tag


def texts(folder: Path) -> list[Report]:
    """The annotated reports beside the project, or the project's own seeds where they are not there."""
    files = sorted(folder.glob("*.txt")) or sorted((ROOT / "seeds").glob("*.txt"))
    return [report_of(read_source(file)) for file in files]


def peer() -> Callable[[str], int] | None:
    """A function that counts the numerals of a text it can convert; None where the packages are not installed."""
    try:
        tags, numerals = import_module("jieba.posseg"), import_module("cn2an")
        import_module("jieba").setLogLevel(logging.WARNING)
    except ModuleNotFoundError:
        return None
    return lambda text: sum(
        _converts(numerals, word.word) for word in tags.cut(text) if word.flag == _NUMERAL
    )


def _converts(numerals: ModuleType, word: str) -> bool:
    try:
        numerals.cn2an(word, "smart")
    except ValueError:
        return False
    return True


def median_seconds(work: Callable[[], int]) -> float:
    """The median of ``RUNS`` runs in seconds of this process's own time, so that neighbours on the machine count less."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def main() -> None:
    reports = texts(ROOT.parent / "shared" / "eval" / "gold")
    characters = sum(len(report.folded) for report in reports)
    print(f"Python {platform.python_version()}, {platform.machine()}, median of {RUNS} runs")
    print(f"{len(reports)} reports, {characters:,} characters; goal {_GOAL:,} characters/s\n")
    print(f"{'':26}{'numbers':>9}{'characters/s':>15}")
    row("figures, understood", lambda: sum(len(observe(report)) for report in reports), characters)
    if count := peer():
        row("jieba + cn2an, values only", lambda: sum(count(report.folded) for report in reports), characters)
    else:
        print("jieba and cn2an are not installed: no peer to compare with")


def row(name: str, work: Callable[[], int], characters: int) -> None:
    """Print one line of the table."""
    print(f"{name:26}{work():9,}{characters / median_seconds(work):15,.0f}")


if __name__ == "__main__":
    sys.exit(main())
