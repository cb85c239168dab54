"""An address that leads nowhere leads home, wherever on its server the site is, and however deep the address was."""

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.site.conftest import Visit, until


@pytest.fixture
def server(site: Path) -> Iterator[str]:
    """A server that answers with the site's own page where it finds nothing, as hosts of static files do."""

    class Lost(SimpleHTTPRequestHandler):
        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
            page = (site / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            pass

    handler = functools.partial(Lost, directory=str(site.parents[1]))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as held:
        threading.Thread(target=held.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{held.server_port}/"
        held.shutdown()


@pytest.mark.parametrize("path", ["gone.html", "zh/gone/c1.html", "en/lanshan-2020/a/b/c/"])
def test_the_home_is_found_at_any_depth_below_any_path(visit: Visit, server: str, path: str) -> None:
    visit.page.goto(f"{server}some/where/{path}")
    until(visit.page, "document.querySelector('[data-home]').pathname === '/some/where/'")
    visit.page.click("main > p a")
    assert "政府年度报告" in visit.page.inner_text("h1")
    visit.page.goto(f"{server}some/where/{path}")
    until(visit.page, "document.querySelector('[lang=en] a').pathname === '/some/where/en/index.html'")


def test_outside_the_site_it_leads_to_the_start_of_the_server(visit: Visit, server: str) -> None:
    visit.page.goto(f"{server}elsewhere/gone.html")
    assert visit.page.locator("[data-home]").first.get_attribute("href") == "/"
