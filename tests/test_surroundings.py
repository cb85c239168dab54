"""Tests see the same surroundings on every machine, and say nothing to each other by them."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.surroundings import left_as_found, make_alike


def test_what_is_set_for_other_work_is_gone_and_what_is_set_for_tests_stays() -> None:
    kept = {"HOME": "/home/me", "TZ": "Asia/Shanghai", "GONGKAI_RANDOM": "1", "GONGKAI_REWRITE_GOLDEN": "1"}
    gone = {"GONGKAI_LANG": "en", "GIT_DIR": "/x", "LC_ALL": "zh_CN.GBK", "SOURCE_DATE_EPOCH": "1"}
    environment = {**kept, **gone, "LANG": "de_DE.UTF-8", "no_proxy": "example.org"}
    make_alike(environment)
    assert environment.items() >= kept.items()
    assert not environment.keys() & gone.keys()
    assert environment["LANG"] == "C.UTF-8"
    assert environment["no_proxy"] == "example.org,127.0.0.1,localhost"


def test_git_takes_nothing_from_whoever_runs_the_tests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".gitconfig").write_text("[commit]\n\tgpgsign = true\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    asked = ["git", "config", "--get", "commit.gpgsign"]
    assert subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, check=False).stdout == ""


def test_who_leaves_a_variable_is_told_and_the_next_one_does_not_see_it() -> None:
    assert "GONGKAI_LEFT" not in os.environ
    language = os.environ["LANG"]
    with pytest.raises(pytest.fail.Exception, match=r"GONGKAI_LEFT.*LANG"), left_as_found():
        os.environ["GONGKAI_LEFT"] = "1"
        del os.environ["LANG"]
    assert "GONGKAI_LEFT" not in os.environ
    assert os.environ["LANG"] == language


def test_who_leaves_for_another_folder_is_told_and_brought_back(tmp_path: Path) -> None:
    folder = Path.cwd()
    with pytest.raises(pytest.fail.Exception, match=re.escape(str(tmp_path))), left_as_found():
        os.chdir(tmp_path)
    assert Path.cwd() == folder
