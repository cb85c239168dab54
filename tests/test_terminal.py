"""Ctrl-C reaches what a test starts, also where the tests run in the background."""

import signal
import subprocess
import sys

import pytest

from tests.surroundings import PATIENCE
from tests.terminal import as_in_a_terminal

WAITS = "import time\nprint('waiting', flush=True)\ntime.sleep(600)"


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("name", ["SIGINT", "SIGHUP", "SIGTERM"])
def test_a_program_hears_what_the_tests_ignore(name: str) -> None:
    one = getattr(signal, name)
    before = signal.signal(one, signal.SIG_IGN)
    try:
        with as_in_a_terminal():
            program = subprocess.Popen(
                [sys.executable, "-c", WAITS], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        assert signal.getsignal(one) is signal.SIG_IGN
    finally:
        signal.signal(one, before)
    with program:
        assert program.stdout
        assert program.stdout.readline() == b"waiting\n"
        program.send_signal(one)
        try:
            assert program.wait(PATIENCE) != 0
        finally:
            program.kill()
