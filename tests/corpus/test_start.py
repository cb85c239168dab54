"""A build with nothing to do is quick: it loads nothing that reads, understands or publishes reports."""

import subprocess
import sys

from tests.corpus.conftest import Project

HEAVY = {
    "bs4",
    "converter.checks",
    "converter.figures",
    "converter.pages.report",
    "converter.structure.segment",
    "converter.site.mkdocs",
    "dask",
    "duckdb",
    "lxml",
    "markdown",
    "mkdocs",
    "opencc",
    "pypdfium2",
}
PROGRAM = """
import atexit, sys
from converter.cli import main
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
main()
"""


def modules_of(*arguments: str) -> set[str]:
    command = [sys.executable, "-c", PROGRAM, *arguments]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stderr.split())


def test_a_build_with_nothing_to_do_loads_nothing_that_converts(project: Project) -> None:
    project(1)
    assert {"converter.figures", "converter.pages.report", "converter.structure.segment"} <= modules_of(
        "build"
    )
    assert modules_of("build") & HEAVY == set()


def test_help_loads_no_command() -> None:
    assert modules_of("--help") & {*HEAVY, "converter.cli.building"} == set()
