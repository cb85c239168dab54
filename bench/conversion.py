"""How fast whole reports in plain text become pages, on one core: ``python -m bench.conversion``.

Every report is converted from its text to its pages and data by all stages of the program, without writing them; the table
gives the median report.
Times are the process's own, so that neighbours on the machine count less.
"""

import platform
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bench.texts import texts
from converter.limits import undisturbed
from converter.pages.report import report_pages
from converter.pipeline import STAGES
from converter.sources import source_of

ROOT = Path(__file__).parents[1]
_EVERY = 5  # of the texts, every fifth is measured
_GOAL = 100  # reports a second on one core


def stages(data: bytes) -> Mapping[str, float]:
    """Seconds of each stage for one report."""
    times: dict[str, float] = {}

    def timed(name: str, work: Callable[..., Any], *arguments: object) -> Any:
        start = time.process_time()
        result = work(*arguments)
        times[name] = time.process_time() - start
        return result

    with undisturbed():
        understood = timed("read", source_of, data, "report.txt")
        for stage in STAGES:
            understood = timed(stage.name, stage.step, understood)
        timed("pages", report_pages, understood, "report")
    return times


def main() -> None:
    """Print the table."""
    data = [text.encode() for text in texts()[::_EVERY]]
    for other in texts()[1::_EVERY]:  # reads and compiles what is read and compiled once
        stages(other.encode())
    each: dict[str, list[float]] = defaultdict(list)
    for one in data:
        times = stages(one)
        for name, seconds in {**times, "whole report": sum(times.values())}.items():
            each[name].append(seconds)
    print(f"Python {platform.python_version()}, {platform.machine()}, {len(data)} reports, median report:")
    for name, seconds in each.items():
        print(f"{name:14}{1000 * statistics.median(seconds):8.1f} ms")
    whole = statistics.median(each["whole report"])
    print(f"{1 / whole:.0f} reports a second on one core; goal {_GOAL}")


if __name__ == "__main__":
    sys.exit(main())
