"""A project of one invented report, its editing without a server, and a real preview of it."""

import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from converter.cli import main
from converter.site.editing.app import Editing
from tests.conftest import made_once
from tests.surroundings import PATIENCE
from tests.terminal import as_in_a_terminal

TEXT = """清河县2023年法治政府建设情况报告

2023年，清河县推进法治政府建设。现将情况报告如下。

一、主要做法

（一）优化营商环境

全年办理行政许可事项1200件，取消证明事项56项，群众满意率为98%。

（二）规范行政执法

检查企业300家次，作出行政处罚决定45件。全年召开会议3次。

受理信访案件140件，调解成功125件，调解成功率达95%。

二、存在的问题

执法力量不足。

其中公司13家。

清河县人民政府
"""
SETTINGS = "site_name: 清河\ntheme: {name: material}\nplugins: [gongkai]\n"
NAME = "qinghe-2023"
HOST = "127.0.0.1:8000"


def make_project(project: Path) -> None:
    (project / "seeds").mkdir(parents=True)
    (project / "seeds" / f"{NAME}.txt").write_text(TEXT, encoding="utf-8")
    (project / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        done = CliRunner().invoke(main, ["build"])
        assert done.exit_code == 0, done.output


@dataclass
class Desk:
    """The editing of a project, asked as a server would ask it."""

    project: Path
    editing: Editing
    told: list[str]

    def send(self, name: str, body: object, **environ: str) -> tuple[int, dict[str, Any]]:
        """What comes back for a request that the script of a page would send, but for what ``environ`` says."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        request = {
            "REQUEST_METHOD": "POST",
            "PATH_INFO": f"/_editing/{name}",
            "HTTP_HOST": HOST,
            "HTTP_ORIGIN": f"http://{HOST}",
            "HTTP_X_GONGKAI_TOKEN": self.editing.token,
            "CONTENT_TYPE": "application/json",
            "CONTENT_LENGTH": str(len(data)),
            **environ,
        }
        status, _, answer = self.get(request | {"wsgi.input": io.BytesIO(data)})
        return status, json.loads(answer)

    def get(self, request: Mapping[str, object]) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of the answer to a request."""
        begun: list[tuple[str, dict[str, str]]] = []
        asked = {"REQUEST_METHOD": "GET", "PATH_INFO": "/", "HTTP_HOST": HOST, **request}
        serve = self.editing.around(page)
        body = b"".join(serve(asked, lambda status, headers, *_: begun.append((status, dict(headers)))))
        return int(begun[0][0][:3]), begun[0][1], body

    def ask(self, what: str, **more: str) -> dict[str, object]:
        """What a page asks about."""
        return {"what": what, "report": NAME, **more}

    def form(self, what: str, **more: str) -> dict[str, Any]:
        status, answer = self.send("form", self.ask(what, **more))
        assert status == 200, answer
        return answer

    def save(self, what: str, said: Mapping[str, str], **more: str) -> tuple[int, dict[str, Any]]:
        """Open a form, fill it in and save it."""
        version = self.form(what, **more)["version"]
        return self.send("save", {**self.ask(what, **more), "said": said, "version": version})

    def read(self, path: str) -> str:
        return (self.project / path).read_text(encoding="utf-8")


def page(_environ: Mapping[str, object], start_response: Any) -> list[bytes]:
    """A server that has one page, as MkDocs serves it."""
    live = b"<script>\nvar livereload = function(epoch, requestId) {};\nlivereload(12, 34);\n</script>"
    start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", "9")])
    return [b"<html><head></head><body>" + live + b"</body></html>"]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The editing of a fresh project."""
    project = tmp_path / "project"
    make_project(project)
    monkeypatch.chdir(project)
    monkeypatch.setenv("GONGKAI_EDITOR", "张三")
    told: list[str] = []
    pages = {"zh/qinghe-2023/c1.html": "zh/qinghe-2023/c1.md"}
    return Desk(project, Editing("/", lambda url: pages.get(url, ""), told.extend, lambda _: 0), told)


@pytest.fixture(scope="session")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of a running preview, and its project; a test that changes something changes a place of its own."""
    project = made_once(tmp_path_factory, f"preview-{os.getpid()}", make_project)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    environment = os.environ | {"GONGKAI_EDITOR": "张三"}
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", host]
    with serving(project, f"http://{host}/", command, environment) as address:
        yield address, project


@contextmanager
def serving(
    project: Path, address: str, command: Sequence[str], environment: Mapping[str, str]
) -> Iterator[str]:
    """The address of a preview that ``command`` starts in a project; it ends as by Ctrl-C."""
    with (project / "serve.log").open("wb") as log, as_in_a_terminal():
        server = subprocess.Popen(command, cwd=project, env=environment, stdout=log, stderr=log)
    with server:
        _wait(address, server)
        yield address
        server.send_signal(signal.SIGINT)
        try:
            server.wait(PATIENCE)
        finally:
            server.kill()


def _wait(address: str, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(address, timeout=PATIENCE):
                return
        except OSError:
            assert server.poll() is None, "the preview ended"
            assert time.monotonic() < until
            time.sleep(0.1)
