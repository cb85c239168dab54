"""The README is true: its rows, its commands, its folders."""

import re
import shlex
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from converter.cli import main
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = ("README.md", "docs/dev/publishing.md")
SHELL = re.compile(r"^```sh\n(.*?)^```", re.M | re.S)
COMMANDS = [
    (document, line)
    for document in DOCUMENTS
    for block in SHELL.findall((ROOT / document).read_text(encoding="utf-8"))
    for line in re.findall(r"^(?:\.venv/bin/)?gongkai (.*)", block, re.M)
]


def test_the_rows_shown_are_rows_of_the_table() -> None:
    table = (ROOT / "tests" / "golden" / "lanshan-2020" / "figures.md").read_text(encoding="utf-8")
    rows = [re.sub(r"\[([^]]+)\]\([^)]*\)", r"\1", row) for row in table.splitlines()]
    shown = re.findall(r"^\|.*\| 2020年 \|.*$", README, re.M)
    assert len(shown) == 2
    assert set(shown) <= set(rows)


def test_the_raw_line_shown_is_the_seeds() -> None:
    seed = (ROOT / "seeds" / "lanshan-2020.txt").read_text(encoding="utf-8")
    shown = re.search(r"```text\n……(.*)……\n```", README)
    assert shown
    assert shown[1] in seed


@pytest.mark.parametrize("target", re.findall(r"^make (\w+)", README, re.M))
def test_every_make_target_named_exists(target: str) -> None:
    run = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, check=False)
    assert run.returncode == 0


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project as a clone has it, for its commands to work in."""
    copy = tmp_path_factory.mktemp("readme") / "project"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for path in filter(None, listed.stdout.split("\0")):
        if (ROOT / path).is_file():
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / path, copy / path)
    return copy


@pytest.mark.parametrize(("document", "line"), COMMANDS)
@pytest.mark.slow
def test_every_command_shown_works(project: Path, document: str, line: str) -> None:
    """In the order of the document, one after another in one project, as a reader tries them."""
    command = [sys.executable, "-m", "converter", *shlex.split(line, comments=True)]
    if "serve" in command:
        assert "Serving on" in said_until_served(command, project)
        return
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{document}: gongkai {line}\n{done.stdout}{done.stderr}"
    assert done.stdout.strip()


def said_until_served(command: list[str], project: Path) -> str:
    """What a command says that goes on until it is ended; it is, once it serves."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = ""
    with subprocess.Popen(
        [*command, "--port", str(port)],
        cwd=project,
        text=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as served:
        assert served.stderr
        for line in served.stderr:
            said += line
            if "Serving on" in line:
                break
        served.terminate()
    return said


def test_every_command_there_is_is_shown() -> None:
    shown = {shlex.split(line)[0] for document, line in COMMANDS if document == "README.md"}
    assert shown == set(main.commands)


@pytest.mark.parametrize(
    "path", re.findall(r"\]\(([^)#:]+)\)", README) + re.findall(r"^\| `([\w./]+)/`", README, re.M)
)
def test_every_path_named_exists(path: str) -> None:
    assert path == "site" or (ROOT / path).exists()


def test_the_lock_files_agree_and_name_no_registry() -> None:
    pins = [
        dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / f).read_text(), re.M))
        for f in ("requirements.lock", "requirements-dev.lock")
    ]
    assert pins[0].items() <= pins[1].items()
    assert not re.search(r"https?://|--index-url", (ROOT / "requirements-dev.lock").read_text())
