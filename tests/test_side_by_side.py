"""Work that several processes share is done as one would do it: the same results in order, the same errors, the same words."""

import subprocess
import sys

import pytest

# Processes are forked only where there are no threads, and those who run tests have some.
SHARED = """
import logging, os
from functools import partial
from converter import side_by_side as module

module.cores = lambda: 3
here, log = os.getpid(), logging.getLogger("mkdocs")
log.addHandler(logging.StreamHandler())

def task(number):
    if number == {failing}:
        raise ValueError(f"not {{number}}")
    if number == {saying}:
        log.warning("of %s", number)
    return f"{{number}} {{os.getpid() == here}}".encode()

print(module.side_by_side([partial(task, number) for number in range(10)]))
"""


def shared(failing: int | None = None, saying: int | None = None) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", SHARED.format(failing=failing, saying=saying)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_each_process_does_a_part() -> None:
    expected = [f"{number} {number % 3 == 0}".encode() for number in range(10)]
    assert shared().stdout == f"{expected}\n"


@pytest.mark.parametrize("number", [3, 4])
def test_an_error_is_that_of_the_task(number: int) -> None:
    done = shared(failing=number)
    assert done.stderr.count(f"ValueError: not {number}") == 1


@pytest.mark.parametrize("number", [3, 4])
def test_what_a_task_says_is_said_once(number: int) -> None:
    done = shared(saying=number)
    assert done.stderr == f"of {number}\n"
    # What another process had begun to say, the first one says.
    expected = [f"{one} {one % 3 in (0, number % 3)}".encode() for one in range(10)]
    assert done.stdout == f"{expected}\n"
