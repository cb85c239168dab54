"""A real Dask scheduler and two real workers on this machine, one of which is killed half way."""

import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from converter.build.keep import carry_out
from converter.build.parallel import executors
from converter.cli import building, main
from tests.conftest import ROOT
from tests.corpus.conftest import Project
from tests.keep.project import tree
from tests.surroundings import PATIENCE

MANY = 20
HERE = "127.0.0.1"


def gongkai(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@contextmanager
def dask(role: str, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A scheduler or a worker of Dask: its process, and the address that it announces."""
    command = [sys.executable, "-m", "dask", role, "--no-dashboard", "--host", HERE, *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, env=environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    ) as process:
        try:
            yield process, announced(process)
        finally:
            process.kill()


def announced(process: subprocess.Popen[str]) -> str:
    assert process.stderr
    for line in process.stderr:
        if found := re.search(rf"(?:Scheduler|Start worker) at:\s+(tcp://{HERE}:\d+)", line):
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return found[1]
    pytest.fail("Dask did not start")


@pytest.mark.slow
def test_a_worker_killed_half_way_loses_nothing(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(MANY)
    assert gongkai("build").exit_code == 0
    expected = tree(Path("docs"))
    Path("docs").rename(tmp_path / "undisturbed")
    with ExitStack() as stack:
        _, address = stack.enter_context(dask("scheduler", "--port", "0"))
        workers = [
            stack.enter_context(dask("worker", address, "--nthreads", "1", "--no-nanny"))[0] for _ in "12"
        ]
        written: list[int | None] = []

        def kill_at_the_first(*arguments: Any) -> None:
            if not written:
                workers[0].kill()
                workers[0].wait()
            written.append(workers[0].poll())
            carry_out(*arguments)

        monkeypatch.setattr(building, "carry_out", kill_at_the_first)
        monkeypatch.setattr(executors, "_PATIENCE", PATIENCE)
        assert building.build((), False, address) == 0
        assert workers[1].poll() is None
    assert written == [-9] * (MANY + 1), "each report and the home"
    assert tree(Path("docs")) == expected


def test_without_the_extra_it_says_what_to_install(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project(1)

    def absent(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(executors, "import_module", absent)
    result = gongkai("build", "--scheduler", f"tcp://{HERE}:8786")
    assert result.exit_code == 2
    assert "pip install 'gongkai[cluster]'" in result.output


@pytest.mark.parametrize("kind", ["closed", "nonsense"])
def test_a_scheduler_that_does_not_answer_is_named(
    project: Project, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    project(1)
    monkeypatch.setattr(executors, "_PATIENCE", 1)
    with socket.socket() as taken:
        # Bound but not listening: nothing else can answer there.
        taken.bind((HERE, 0))
        address = f"tcp://{HERE}:{taken.getsockname()[1]}" if kind == "closed" else "nowhere://x"
        result = gongkai("build", "--scheduler", address)
    assert result.exit_code == 2, result.output
    assert result.output.startswith(f"{address}: no Dask scheduler answers.")
    assert not Path("docs/zh").exists()


@pytest.mark.slow
def test_a_scheduler_without_workers_is_named(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project(1)
    client = import_module("distributed").Client  # half a second, which only this test has to take
    waiting = client.wait_for_workers
    monkeypatch.setattr(client, "wait_for_workers", lambda *one, **_: waiting(*one, timeout=1))
    monkeypatch.setattr(executors, "_PATIENCE", PATIENCE)
    with dask("scheduler", "--port", "0") as (_, address):
        result = gongkai("build", "--scheduler", address)
    assert result.exit_code == 2
    assert result.output.startswith(f"{address}: the scheduler has no workers.")
