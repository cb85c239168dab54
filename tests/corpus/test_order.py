"""Whatever does the work: the same results in the same order, one bad file alone, and no process that may take others along."""

import os
import pickle
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path

import pytest

from converter.build.convert import convert, convert_raw
from converter.build.parallel import Executors, Outcome, converting, executors, here, local, order, outcomes
from converter.build.parallel.task import Task, task_of
from converter.build.seeds import Converted
from converter.errors import InputError
from converter.sources import Raw
from tests.corpus.conftest import Project

LINUX_ONLY = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")


def run(paths: list[Path], where: Executors) -> Iterator[Outcome]:
    return outcomes(paths, Path("docs"), False, where)


def two_processes() -> Executor:
    return executors._processes(2)


def test_one_process_or_several_make_the_same_in_the_same_order(project: Project) -> None:
    paths = [*project(8), Path("seeds/missing.txt")]
    Path("seeds/empty.txt").write_bytes(b"")
    paths.insert(3, Path("seeds/empty.txt"))
    alone, together = (list(run(paths, where)) for where in (here, two_processes))
    assert [one.path for one in together] == [one.path for one in alone] == paths
    assert [one.converted for one in together] == [one.converted for one in alone]
    errors = [
        [(one.error.key, one.error.details) for one in found if isinstance(one.error, InputError)]
        for found in (alone, together)
    ]
    assert errors[0] == errors[1]
    assert [key for key, _ in errors[0]] == ["empty", "missing"]


def test_few_reports_start_no_processes() -> None:
    assert local(1) is here
    assert local(3) is here


@pytest.mark.parametrize(("limit", "most"), [("_AHEAD", 2), ("_HELD", 20_000)])
def test_not_all_is_in_memory_at_once(
    project: Project, monkeypatch: pytest.MonkeyPatch, limit: str, most: int
) -> None:
    monkeypatch.setattr(order, limit, most)
    taken: list[Path] = []

    def told(path: Path, docs: Path) -> Task:
        taken.append(path)
        return task_of(path, docs)

    monkeypatch.setattr(order, "task_of", told)
    found = run(project(6), two_processes)
    next(found)
    assert len(taken) <= 3
    assert len(list(found)) == 5


@LINUX_ONLY
@pytest.mark.slow
def test_a_process_that_is_killed_loses_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = project(6)
    monkeypatch.setattr(converting, "convert_raw", killed_once)
    found = list(run(paths, two_processes))
    assert Path("killed").exists()
    assert [one.error for one in found] == [None] * 6
    assert [one.converted for one in found] == [convert(path) for path in paths]


def killed_once(raw: Raw, docs: Path, force: bool = False) -> Converted:
    if raw.path.stem == "case-002" and not Path("killed").exists():
        Path("killed").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return convert_raw(raw, docs, force)


@LINUX_ONLY
@pytest.mark.slow
def test_a_report_that_kills_its_process_is_alone_to_blame(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(converting, "convert_raw", always_killed)
    found = list(run(project(8), two_processes))
    failed = {one.path.stem: one.error for one in found if one.error}
    assert list(failed) == ["case-001", "case-006"]
    assert all(isinstance(error, InputError) and error.key == "worker_lost" for error in failed.values())


def always_killed(raw: Raw, docs: Path, force: bool = False) -> Converted:
    if raw.path.stem in ("case-001", "case-006"):
        os.kill(os.getpid(), signal.SIGKILL)
    return convert_raw(raw, docs, force)


def test_another_program_is_not_trusted(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(order, "fingerprint", iter(("ours", "theirs")).__next__)
    with pytest.raises(InputError, match="other_program"):
        list(run(project(1), here))


def test_an_error_comes_back_from_another_process_in_words() -> None:
    error = pickle.loads(pickle.dumps(InputError("damaged", path=Path("a.pdf"), why=ValueError("x"))))
    assert (type(error), error.key, error.details) == (InputError, "damaged", {"path": "a.pdf", "why": "x"})


# Twenty reports take long enough to be interrupted; the next build has them all.
