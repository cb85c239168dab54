"""Browsers hear of a build when its pages are written; its search is served once it belongs to them."""

import threading
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort, BuildError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files

from converter.site.mkdocs.builds import Builds
from converter.site.mkdocs.correcting import addresses, served
from converter.site.mkdocs.stopped import with_reason
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


@pytest.mark.parametrize(
    ("error", "said", "traced"),
    [
        (OSError("full"), "OSError: full", True),
        (PluginError("c1.md：不是 UTF-8"), "c1.md：不是 UTF-8", False),
        (BuildError("no such page"), "no such page", False),
    ],
)
def test_a_build_that_fails_keeps_nobody_waiting(
    docs: Path, caplog: pytest.LogCaptureFixture, error: Exception, said: str, traced: bool
) -> None:
    builds = Builds()
    server = preview_of(docs, builds, threading.Event(), [])
    failing = [error]

    def fails_once() -> None:
        builds.begin()
        if failing:
            try:
                raise failing.pop()
            except BuildError:
                raise Abort("Aborted with a BuildError!")  # noqa: B904  # as MkDocs does
        builds.written()

    server.builder = fails_once
    builds.on(server, docs)
    (docs / "b.md").write_text("二\n", encoding="utf-8")
    server._wanted_epoch = server._visible_epoch + 1
    server.builder()
    builds.wait_for_search()
    assert (builds.stopped, builds.wait(0)) == (said, 1)
    assert server._visible_epoch == server._wanted_epoch, "pages are served"
    assert [(one.getMessage(), bool(one.exc_info)) for one in caplog.records] == [(said, traced)]
    server.builder()
    assert builds.wait(-1) == 1, "the same is not tried again"
    (docs / "b.md").write_text("二三\n", encoding="utf-8")
    server.builder()
    assert (builds.stopped, builds.wait(1)) == ("", 2)
    server.server_close()


@pytest.mark.parametrize("error", [None, OSError("full")])
def test_nobody_looks_for_changes_during_a_build(docs: Path, error: Exception | None) -> None:
    builds, seen = Builds(), list[bool]()

    def looked_at() -> list[bool]:
        return [not emitter._lock.locked() for emitter in server.observer.emitters]  # type: ignore[attr-defined]

    def builder() -> None:
        builds.begin()
        seen.extend(looked_at())
        if error:
            raise error

    server = LiveReloadServer(builder, "127.0.0.1", 0, str(docs.parent))
    server.watch(str(docs))
    builds.on(server, docs)
    (docs / "a.md").write_text("一\n", encoding="utf-8")
    server.builder()
    assert (seen, looked_at()) == ([False], [True])
    server.server_close()


def test_a_page_says_why_it_is_not_the_newest() -> None:
    page = b"<html><body dir=ltr><h1>A</h1></body></html>"

    def serve(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        kind = environ["PATH_INFO"]
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(page)))])
        return [page]

    def got(kind: str, why: str) -> bytes:
        begun: list[list[tuple[str, str]]] = []
        body = b"".join(
            with_reason(serve, lambda: why)({"PATH_INFO": kind}, lambda _, told, *__: begun.append(told))
        )
        assert dict(begun[0])["Content-Length"] == str(len(body))
        return body

    assert got("text/html", "") == got("text/css", "why") == page
    told = got("text/html", "<b>c1.md").decode()
    assert told.index('role="alert"') < told.index("<h1>")
    assert "网页没有更新" in told
    assert "Not up to date" in told
    assert "&lt;b&gt;c1.md" in told


def get(server: LiveReloadServer, builds: Builds, path: str, seen: list[str]) -> None:
    answer = served(server, builds)({"PATH_INFO": path}, lambda *_: None)
    list(answer)
    seen.append(path)


def test_a_report_with_a_chinese_name_is_found_at_its_address() -> None:
    page = File("zh/清河/c1.md", "docs", "site", use_directory_urls=False)
    assert addresses(Files([page])) == {"zh/清河/c1.html": "zh/清河/c1.md"}
