"""A model server on this machine that answers as a test wants, and remembers what it was asked."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = tuple[int, bytes]
Answering = Callable[[dict[str, Any]], Answer]


@dataclass
class Asked:
    """What came in: the address to ask at, the bodies, and the headers of each."""

    url: str = ""
    bodies: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """All texts it was asked to translate, in order."""
        return [text for body in self.bodies for text in texts_of(body)]


def texts_of(body: dict[str, Any]) -> list[str]:
    """The texts one request asks for."""
    found: list[str] = json.loads(body["messages"][1]["content"])["texts"]
    return found


def said(content: str) -> Answer:
    """An answer of a model that says ``content``."""
    return 200, json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


def translated(texts: list[str]) -> Answer:
    """An answer of a model that does as it is told."""
    return said(json.dumps({"translations": texts}))


@contextmanager
def serving(answering: Answering) -> Iterator[Asked]:
    """A server that is there as long as the block."""
    asked = Asked()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.bodies.append(body)
            asked.headers.append(dict(self.headers))
            asked.paths.append(self.path)
            status, answer = answering(body)
            self.send_response(status)
            if status in (301, 302, 307):
                self.send_header("Location", f"{asked.url}/elsewhere")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        do_GET = do_POST  # noqa: N815 - the name the library looks for

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    asked.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
