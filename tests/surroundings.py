"""What surrounds a test is alike on every machine, and a test leaves it as it found it."""

import os
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from pathlib import Path

import pytest

# Seconds until what is waited for (a page, a preview, another process) is given up.  Nothing is measured by it: it is more than
# the slowest and busiest machine takes.
PATIENCE = 240.0

# What people set for these tests; everything else of ours changes what the program does, and git's is of whoever commits.
_FOR_TESTS = ("GONGKAI_EVERY", "GONGKAI_EXAMPLES", "GONGKAI_RANDOM", "GONGKAI_REWRITE_")
_FOR_OTHERS = ("GONGKAI_", "GIT_", "LC_", "LANG")
# The Makefile dates what it builds; a terminal has colours and a width.
_OF_THE_RUN = {"SOURCE_DATE_EPOCH", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "PYTHONWARNINGS"}
_ALIKE = {
    "LANG": "C.UTF-8",
    "NO_MKDOCS_2_WARNING": "1",
    # Settings of whoever runs the tests would sign commits, change ends of lines or refuse a folder of somebody else's.
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_COUNT": "1",
    "GIT_CONFIG_KEY_0": "safe.directory",
    "GIT_CONFIG_VALUE_0": "*",
}
# Servers of tests are on this machine, and no proxy stands before them.
_HERE = "127.0.0.1,localhost"


def make_alike(environment: MutableMapping[str, str]) -> None:
    """Of an environment only that is left which no test depends on, or which was set for the tests."""
    for name in [*environment]:
        if name in _OF_THE_RUN or (name.startswith(_FOR_OTHERS) and not name.startswith(_FOR_TESTS)):
            del environment[name]
    environment.update(_ALIKE)
    for name in ("no_proxy", "NO_PROXY"):
        environment[name] = ",".join(filter(None, (environment.get(name), _HERE)))


@contextmanager
def left_as_found() -> Iterator[None]:
    """Fail where the environment or the folder is another one afterwards, and put it back for those that follow."""
    environment, folder = dict(os.environ), Path.cwd()
    yield
    changed = {name for name, _ in os.environ.items() ^ environment.items()} - {"PYTEST_CURRENT_TEST"}
    now = Path.cwd()
    os.chdir(folder)
    for name in changed:
        os.environ.pop(name, None)
        os.environ.update({name: environment[name]} if name in environment else {})
    if changed or now != folder:
        pytest.fail(f"left changed: {sorted(changed)}, {now if now != folder else 'same folder'}")
