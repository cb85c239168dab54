"""Nothing of the editing is in a published site, nor where a preview is only to be looked at."""

from pathlib import Path

import pytest

from converter.site.mkdocs.correcting import READ_ONLY, may_edit
from tests.editing.conftest import make_project
from tests.site.conftest import build

MARKS = (b"_editing", b"gk-", b"gongkai-editing", b"X-Gongkai-Token")


def test_a_published_site_has_nothing_of_it(tmp_path: Path) -> None:
    make_project(tmp_path / "project")
    done = build(tmp_path / "project", tmp_path / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    files = [file for file in (tmp_path / "site").rglob("*") if file.is_file()]
    assert len(files) > 50
    found = {file.name: mark for file in files for mark in MARKS if mark in file.read_bytes()}
    assert found == {}


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_a_preview_on_this_machine_is_edited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert may_edit(tmp_path, host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "", "localhost.evil.example"])
def test_one_that_others_can_open_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert not may_edit(tmp_path, host)


def test_one_that_is_only_to_be_looked_at_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(READ_ONLY, "1")
    assert not may_edit(tmp_path, "127.0.0.1")


def test_nor_one_of_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert not may_edit(tmp_path / "other", "127.0.0.1")
