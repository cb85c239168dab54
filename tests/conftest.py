"""What tests share: the seed, a report made of text, what is made once for all, and how tests are dealt to processes."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

from converter.data.writer import report_file, written
from converter.model import Report, Source
from converter.pipeline import reading
from converter.pipeline import report_of as structured
from converter.sources import source_of
from tests.surroundings import PATIENCE, left_as_found, make_alike

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "lanshan-2020.txt"
EVAL = ROOT.parent / "shared" / "eval"

make_alike(os.environ)

# Whether a test passes does not depend on what else the machine does, nor on chance: the same examples each time.  With
# GONGKAI_RANDOM=1 they are others, to look for what nobody has seen.
settings.register_profile(
    "any pace",
    deadline=None,
    derandomize="GONGKAI_RANDOM" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("any pace")
if "GONGKAI_RANDOM" not in os.environ:
    # Hypothesis tries constants of the modules that happen to be loaded too, so its examples would follow the order of tests.
    providers._get_local_constants = lambda: providers._local_constants  # type: ignore[attr-defined]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what opens a browser, and keep the tests that share something of their module in one process."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
        if module := sharing(item):
            item.add_marker(pytest.mark.xdist_group(module))


def sharing(item: pytest.Item) -> str | None:
    """The module whose fixtures, made once for all its tests, ``item`` uses."""
    known: dict[str, tuple[pytest.FixtureDef[object], ...]] = item._fixtureinfo.name2fixturedefs  # type: ignore[attr-defined]
    scopes = {found[-1].scope for found in known.values()}
    return item.nodeid.partition("::")[0] if "module" in scopes else None


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that is made once a run, by whichever of the processes that run tests needs it first.

    ``make`` is given the folder's path, which does not exist yet.  All only read what it made.
    """
    base = factory.getbasetemp()
    root = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, done = root / "once" / name, root / "once" / f"{name}.made"
    folder.parent.mkdir(exist_ok=True)
    with FileLock(f"{folder}.lock"):
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)  # what another process could not finish
            make(folder)
            done.touch()
    return folder


def report_of(text: str) -> Report:
    """The report a text becomes."""
    return structured(Source("case.txt", "text", text, "0" * 64))


def data_of(report: Report) -> dict[str, Any]:
    """What the data file of a report holds, read by a program that knows nothing of its types."""
    return dict(json.loads(written(report_file(reading(report)))))


@pytest.fixture(autouse=True)
def _left_as_found() -> Iterator[None]:
    """No test says to the next one, by the environment or the folder, what the program is to do."""
    with left_as_found():
        yield


@pytest.fixture(autouse=True)
def _pages_closed(request: pytest.FixtureRequest) -> Iterator[None]:
    """No page that a test opened goes on asking and drawing beside the next one."""
    browser = request.getfixturevalue("browser") if "browser" in request.fixturenames else None
    open_before = [*browser.contexts] if browser else []
    yield
    for context in browser.contexts if browser else ():
        if context not in open_before:
            context.close()


@pytest.fixture(scope="session")
def seed_report() -> Report:
    return structured(source_of(SEED.read_bytes(), "seeds/lanshan-2020.txt"))


@pytest.fixture(scope="session")
def evaluation() -> Path:
    if not (EVAL / "gold").is_dir():
        pytest.skip("the evaluation set (../shared/eval beside the project) is not here")
    return EVAL


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """The one browser of a process: two of them would share a loop that only one may run."""
    # Loaded here, as most tests open none.
    started, site = import_module("playwright.sync_api"), import_module("tests.site.conftest")
    with started.sync_playwright() as playwright:
        started.expect.set_options(timeout=PATIENCE * 1000)
        browser = playwright.chromium.launch(
            executable_path=site.found_browser(), args=site.ARGUMENTS, timeout=PATIENCE * 1000
        )
        yield browser
        browser.close()
