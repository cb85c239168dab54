"""What a build holds in memory does not grow with what its reports say: there may be thousands."""

import gc
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from converter.build.home import plan_home
from converter.build.parallel import executors, order
from converter.cli import building, main
from converter.data import read_report
from converter.layout import FIRST, data_path, memory_path, page_path
from tests.conftest import ROOT
from tests.corpus.conftest import Project

FEW, MANY = 4, 24
# A report more is a line or two in tables and a few short strings; its data are a hundred thousand bytes.
MOST = 16_000


def library(docs: Path, count: int) -> Path:
    """What the home pages are made of: data as long as those of the seed, with its translations, of ``count`` places."""
    data, memory = (ROOT / "docs" / path("lanshan-2020") for path in (data_path, memory_path))
    for number in range(count):
        name = f"made-{number:03}"
        report = replace(read_report(data), region=f"第{number}区", title=f"第{number}区报告")
        texts = {
            data_path(name): msgspec.json.encode(report),
            memory_path(name): memory.read_bytes(),
            page_path(name, FIRST): b"# \n",
        }
        for path, text in texts.items():
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            (docs / path).write_bytes(text)
    return docs


def peak(work: Callable[[], object]) -> int:
    """The most memory that Python's objects took at a time while ``work`` was done."""
    gc.collect()
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.slow
def test_a_report_more_adds_little_to_what_the_home_is_planned_with(tmp_path: Path) -> None:
    few, many = library(tmp_path / "few", FEW), library(tmp_path / "many", MANY)
    plan_home(few, ())  # what is read and compiled once
    grown = peak(lambda: plan_home(many, ())) - peak(lambda: plan_home(few, ()))
    assert grown < MOST * (MANY - FEW)


def test_a_report_that_is_refused_leaves_only_its_words(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Where one core converts in this very process, the last texts that were read are kept too.
    monkeypatch.setattr(building, "local", lambda _: lambda: executors._processes(2))
    monkeypatch.setattr(order, "_HELD", 1)  # else more are begun ahead where there are more
    paths = project(MANY)
    for path in paths:
        path.write_text("没有一句话是报告。" * 20_000 + path.stem, encoding="utf-8")

    def build(some: Sequence[Path]) -> None:
        assert CliRunner().invoke(main, ["build", *map(str, some)]).exit_code

    build(paths[:1])  # what is read and compiled once
    few = peak(lambda: build(paths[1 : 1 + FEW]))
    assert peak(lambda: build(paths[1 + FEW :])) - few < MOST * (MANY - 2 * FEW - 1)
