"""What the system refuses, and what a command is given that is not there: told with its cure, never as a defect of ours."""

import errno
import os
from importlib import import_module
from pathlib import Path

import pytest

from converter.cli.messages import say
from tests.test_newcomer import gongkai
from tests.test_seeds import REPORT

pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fail(monkeypatch: pytest.MonkeyPatch, module: str, name: str, error: Exception) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(import_module(module), name, refuse)


@pytest.mark.parametrize("code", [errno.EACCES, errno.ENOSPC, errno.EROFS, errno.EIO])
@pytest.mark.parametrize("path", ["site", None])
def test_what_the_system_refuses_is_no_defect(
    monkeypatch: pytest.MonkeyPatch, code: int, path: str | None
) -> None:
    fail(monkeypatch, "converter.cli.serving", "make", OSError(code, os.strerror(code), path))
    result = gongkai("site")
    assert result.exit_code == 5
    assert result.stderr.startswith(f"{path or 'stdout'}")
    assert len(result.stderr.splitlines()) == 1
    assert "Errno" not in result.stderr
    assert say("crash", why="").splitlines()[0][:9] not in result.stderr


def test_any_other_failure_is(monkeypatch: pytest.MonkeyPatch) -> None:
    fail(monkeypatch, "converter.cli.serving", "make", OSError(errno.EBADF, os.strerror(errno.EBADF)))
    result = gongkai("site")
    assert result.exit_code == 70
    assert result.stderr.startswith(say("crash", why="OSError:")[:9])


def test_a_port_that_another_preview_took_meanwhile_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    gongkai("new", "mine")
    os.chdir("mine")
    taken = OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))
    fail(monkeypatch, "converter.cli.serving", "_mkdocs", taken)
    monkeypatch.setattr(import_module("converter.cli.serving"), "_convert", lambda: 0)
    result = gongkai("serve", "--port", "8123")
    assert result.exit_code == 2
    assert result.stderr.endswith(say("port_taken", port=8123, other=8124) + "\n")


@pytest.fixture
def built(folder: Path) -> None:
    (folder / "seeds").mkdir()
    (folder / "seeds/甲 2023.txt").write_text(REPORT, encoding="utf-8")
    assert gongkai("build").exit_code == 0


@pytest.mark.parametrize("option", ["--from-po", "--from-tmx"])
@pytest.mark.usefixtures("built")
def test_translations_to_take_that_are_not_there(option: str) -> None:
    result = gongkai("translate", "甲-2023", option, "none.xml")
    assert (result.exit_code, result.stderr) == (3, say("missing", path="none.xml") + "\n")


@pytest.mark.usefixtures("built")
def test_a_block_that_is_not_there_cannot_be_reviewed() -> None:
    place = "docs/en/甲-2023/c1.md#c9"
    result = gongkai("translate", "--reviewed", place)
    assert (result.exit_code, result.stderr) == (3, say("no_block", place=place) + "\n")


@pytest.mark.parametrize("name", ["甲-2023", "甲 2023.txt", "seeds/甲 2023.txt"])
@pytest.mark.usefixtures("built")
def test_a_report_is_known_by_its_folder_and_by_its_file(name: str) -> None:
    assert gongkai("doubts", name).exit_code == 0
    assert gongkai("translate", name).exit_code == 0


@pytest.mark.usefixtures("built")
def test_another_is_not() -> None:
    result = gongkai("doubts", "seeds/乙 2023.txt")
    assert result.exit_code == 3
    assert "乙 2023.txt" in result.stderr
