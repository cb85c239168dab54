"""The README is true: its rows, its commands, its folders."""

import re
import subprocess

import pytest
from click.testing import CliRunner

from converter.cli import main
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


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


@pytest.mark.parametrize("line", re.findall(r"^\.venv/bin/gongkai (.*?) *#", README, re.M))
def test_every_command_named_is_one(line: str) -> None:
    command, *options = line.split()
    text = CliRunner().invoke(main, [command, "--help"]).output
    assert all(option in text for option in options if option.startswith("--"))


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
