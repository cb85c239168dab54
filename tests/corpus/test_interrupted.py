"""Ctrl-C while several processes convert: one line, nothing half written, nobody left behind."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from converter.cli import main
from tests.conftest import ROOT
from tests.corpus.conftest import Project
from tests.keep.project import tree
from tests.surroundings import PATIENCE
from tests.terminal import as_in_a_terminal

MANY = 12
# One conversion says which process does it and waits for a word: both by pipes, so that nobody depends on the machine's pace.
WAITING = """
import os
from converter.cli import main
from converter.build.parallel import converting

convert = converting.convert_raw

def convert_raw(raw, docs, force):
    if raw.path.name == "case-005.txt":
        open("begun", "w").write(str(os.getpid()))
        open("go").read()
    return convert(raw, docs, force)

converting.convert_raw = convert_raw
main(["build"])
"""


def said_in(pipe: str) -> str:
    """What somebody writes into a named pipe; fails where nobody does."""
    end = os.open(pipe, os.O_RDWR)  # so that opening waits for nobody
    try:
        assert select.select([end], [], [], PATIENCE)[0], "no conversion began"
        return os.read(end, 100).decode()
    finally:
        os.close(end)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux")
@pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="one core converts without other processes")
@pytest.mark.slow
def test_ctrl_c_ends_all_processes_and_the_next_build_goes_on(project: Project, tmp_path: Path) -> None:
    project(MANY)
    assert CliRunner().invoke(main, ["build"]).exit_code == 0
    expected = tree(Path("docs"))
    Path("docs").rename(tmp_path / "undisturbed")
    os.mkfifo("begun")
    os.mkfifo("go")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", WAITING]
    with as_in_a_terminal():
        started = subprocess.Popen(
            command,
            env=environment,
            text=True,
            stderr=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
    with started as building:
        worker = int(said_in("begun"))
        assert worker != building.pid
        os.killpg(building.pid, signal.SIGINT)  # as a terminal does
        Path("go").write_text("go")
        said = "".join(building.communicate(timeout=PATIENCE))
    assert building.returncode == 130, said
    assert "Traceback" not in said
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)
    assert len(list(Path("docs/data").glob("*.json"))) < MANY
    assert CliRunner().invoke(main, ["build"]).exit_code == 0
    assert tree(Path("docs")) == expected
