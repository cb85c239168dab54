"""Browsers hear of a build when its pages are written; its search is served once it belongs to them."""

import threading
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files

from converter.site.mkdocs.builds import Builds
from converter.site.mkdocs.correcting import addresses, served
from tests.surroundings import PATIENCE


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    docs = tmp_path / "docs"
    docs.mkdir()
    return docs


def preview_of(docs: Path, builds: Builds, build: threading.Event, seen: list[str]) -> LiveReloadServer:
    """A preview whose builds write their pages at once, and their index when ``build`` is set."""

    def builder() -> None:
        builds.begin()
        builds.written()
        seen.append("pages")
        build.wait(PATIENCE)
        seen.append("index")

    server = LiveReloadServer(builder, "127.0.0.1", 0, str(docs.parent))
    server.watch(str(docs))
    builds.on(server, docs)
    (docs / "a.md").write_text("一\n", encoding="utf-8")
    return server


def test_pages_are_shown_before_the_index_is_made(docs: Path) -> None:
    builds, build, seen = Builds(), threading.Event(), list[str]()
    server = preview_of(docs, builds, build, seen)
    server._wanted_epoch = server._visible_epoch + 1
    making = threading.Thread(target=server.builder)
    making.start()
    assert builds.wait(0) == 1
    assert server._visible_epoch == server._wanted_epoch
    asked = threading.Thread(target=lambda: get(server, builds, "/search/index.js", seen))
    asked.start()
    get(server, builds, "/zh/a.html", seen)
    build.set()
    making.join(PATIENCE)
    asked.join(PATIENCE)
    assert seen == ["pages", "/zh/a.html", "index", "/search/index.js"]
    server.server_close()


def test_a_build_that_fails_keeps_nobody_waiting(docs: Path) -> None:
    builds = Builds()
    server = preview_of(docs, builds, threading.Event(), [])

    def fails() -> None:
        builds.begin()
        raise OSError("full")

    server.builder = fails
    builds.on(server, docs)
    (docs / "b.md").write_text("二\n", encoding="utf-8")
    with pytest.raises(OSError, match="full"):
        server.builder()
    builds.wait_for_search()
    assert builds.wait(-1) == 0
    server.server_close()


def get(server: LiveReloadServer, builds: Builds, path: str, seen: list[str]) -> None:
    answer = served(server, builds)({"PATH_INFO": path}, lambda *_: None)
    list(answer)
    seen.append(path)


def test_a_report_with_a_chinese_name_is_found_at_its_address() -> None:
    page = File("zh/清河/c1.md", "docs", "site", use_directory_urls=False)
    assert addresses(Files([page])) == {"zh/清河/c1.html": "zh/清河/c1.md"}
