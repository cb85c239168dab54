"""The dependency audit, against an advisory service of our own on this machine: what it finds, and when it cannot ask."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.conftest import ROOT

BAD = ("jinja2", "3.0.0")
PINNED = "{}=={} --hash=sha256:" + "0" * 64 + "\n"
ADVISORY = {
    "id": "TEST-2026-1",
    "summary": "made up",
    "affected": [
        {
            "package": {"name": BAD[0], "ecosystem": "PyPI"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "3.1.6"}]}],
        }
    ],
}


class Advisories(BaseHTTPRequestHandler):
    """Knows one advisory; below /broken it answers nothing but errors."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        known = (asked["package"]["name"], asked["version"]) == BAD
        self.send_response(503 if self.path == "/broken" else 200)
        self.end_headers()
        self.wfile.write(json.dumps({"vulns": [ADVISORY]} if known else {}).encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def service() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Advisories) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def audit(lock: Path, service: str) -> subprocess.CompletedProcess[str]:
    # No proxy may stand between this and the service on this machine.
    environment = os.environ | {"PIP_AUDIT_OSV_URL": service, "NO_PROXY": "*", "no_proxy": "*"}
    command = [sys.executable, str(ROOT / ".ci" / "audit.py"), str(lock)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def lock_of(folder: Path, *pins: tuple[str, str]) -> Path:
    lock = folder / "some.lock"
    lock.write_text("".join(PINNED.format(*pin) for pin in pins), encoding="utf-8")
    return lock


def test_a_known_vulnerability_fails_and_is_named(service: str, tmp_path: Path) -> None:
    done = audit(lock_of(tmp_path, ("click", "8.1.8"), BAD), service)
    assert done.returncode == 1
    assert "jinja2 3.0.0: TEST-2026-1; mended in 修复版本: 3.1.6" in done.stderr
    assert "2 packages audited 已审计; 1 vulnerable" in done.stderr


def test_without_one_it_passes_and_says_how_many_were_asked_about(service: str, tmp_path: Path) -> None:
    done = audit(lock_of(tmp_path, ("click", "8.1.8")), service)
    assert done.returncode == 0
    assert done.stdout == "1 packages audited 已审计; 0 vulnerable 有漏洞\n"


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "{}broken"], ids=["nobody there", "out of order"])
def test_a_service_that_does_not_answer_is_said_and_no_failure(
    service: str, tmp_path: Path, address: str
) -> None:
    done = audit(lock_of(tmp_path, BAD), address.format(service))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("not audited: the advisory service could not be reached 未审计")


@pytest.mark.parametrize("lines", ["jinja2==3.0.0\n", "jinja2 ~~ 3\n"], ids=["no hash", "not a lock file"])
def test_a_lock_file_that_cannot_be_read_is_a_failure(service: str, tmp_path: Path, lines: str) -> None:
    lock = tmp_path / "some.lock"
    lock.write_text(lines, encoding="utf-8")
    done = audit(lock, service)
    assert done.returncode == 1
    assert done.stderr.startswith("not audited 未审计:")


def test_every_package_of_our_own_lock_file_is_asked_about(service: str) -> None:
    done = audit(ROOT / "requirements-dev.lock", service)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[0]) > 50


def test_make_check_audits() -> None:
    told = subprocess.run(["make", "-n", "check"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ".ci/audit.py requirements-dev.lock" in told.stdout
