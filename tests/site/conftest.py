"""The site as readers get it: built from the project's own pages, served below a sub-path, in a real browser."""

import functools
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Error, Page, Request

from converter.cli import main
from converter.release.pdf import BROWSERS, find_browser
from tests.conftest import made_once
from tests.library.conftest import TEXTS
from tests.surroundings import PATIENCE

ROOT = Path(__file__).parents[2]
# Nothing of this may reach out: some tests say that no request leaves the site.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--headless=new",
]


@dataclass
class Visit:
    """A page in the browser, with everything that went wrong on it and everything it asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


def build(project: Path, built: Path) -> subprocess.CompletedProcess[str]:
    """Build the MkDocs project in ``project`` strictly, as its Makefile does."""
    # Not --quiet: it keeps warnings from being counted, and so from failing the build.
    command = [sys.executable, "-m", "mkdocs", "build", "--clean", "--strict", "--site-dir", str(built)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": "0"}  # one date, so that two builds can be compared
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site; it lies below two more folders of its server."""
    return made_once(tmp_path_factory, "server", _make_site) / "some" / "where"


def _make_site(server: Path) -> None:
    done = build(ROOT, server / "some" / "where")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a built site of three short reports."""
    return made_once(tmp_path_factory, "library", _make_library) / "site"


def _make_library(project: Path) -> None:
    (project / "seeds").mkdir(parents=True)
    for name, text in TEXTS.items():
        (project / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", project)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        done = CliRunner().invoke(main, ["build"])
        assert done.exit_code == 0, done.output
    built = build(project, project / "site")
    assert built.returncode == 0, built.stdout + built.stderr


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a folder on a local server."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The site's address on a local server, with a sub-path and a slash at the end."""
    with serving(site.parents[1]) as address:
        yield f"{address}some/where/"


@pytest.fixture(scope="session")
def served_library(library: Path) -> Iterator[str]:
    """The address of the site of several reports on a local server."""
    with serving(library) as address:
        yield address


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, site: Path) -> str:
    """The site's address, once on a server and once as a folder on disk."""
    return str(request.getfixturevalue("served")) if request.param == "http" else f"{site.as_uri()}/"


def found_browser() -> str:
    """The browser on this machine; without one a test is skipped, in CI it fails."""
    found = find_browser()
    if not found:
        message = f"no browser found: install one of {', '.join(BROWSERS)} or set CHROME to its path"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    return found


def _complain(visit: Visit, request: Request) -> None:
    # What the browser gives up because the reader leaves the page is nobody's fault.
    if request.failure != "net::ERR_ABORTED":
        visit.complaints.append(f"{request.failure}: {request.url}")


def visit_with(browser: Browser, **options: object) -> Visit:
    """A fresh visit; ``options`` are those of a browser context (screen, colour scheme, scripts)."""
    context = browser.new_context(**options)  # type: ignore[arg-type]
    visit = Visit(context.new_page())
    visit.page.set_default_timeout(PATIENCE * 1000)
    visit.page.on("request", lambda request: visit.requests.append(request.url))
    visit.page.on("requestfailed", lambda request: _complain(visit, request))
    visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    visit.page.on(
        "console",
        lambda said: visit.complaints.append(said.text) if said.type in {"error", "warning"} else None,
    )
    return visit


def until(page: Page, expression: str) -> None:
    """Wait until an expression is true; the site's policy forbids the browser's own way of waiting, which is eval."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if page.evaluate(expression):
                return
        except Error as error:
            if "navigation" not in str(error):  # what was asked is gone, as the page is loaded anew
                raise
        page.wait_for_timeout(50)
    pytest.fail(f"never true: {expression}")


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """A visit on a desktop screen."""
    visit = visit_with(browser, viewport={"width": 1280, "height": 900})
    yield visit
    visit.page.context.close()
