"""The files that check changes and publish the site: well-formed, and every command and path in them is real."""

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.config import load_config

from converter.release.pdf import BROWSERS
from tests.conftest import ROOT

GITHUB = yaml.safe_load((ROOT / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8"))
GITLAB = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = [step for job in GITHUB["jobs"].values() for step in job["steps"]]
COMMANDS = [
    line
    for text in (*(step.get("run", "") for step in STEPS), *GITLAB["pages"]["script"])
    for line in text.splitlines()
]
BUILT = Path(load_config(str(ROOT / "mkdocs.yml")).site_dir).name


PACKAGES = r"(sudo )?apt-get (update|install --yes --no-install-recommends( [a-z-]+)+)"


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_is_a_target_or_moves_what_it_made(line: str) -> None:
    if line.startswith("make "):
        run = subprocess.run(["make", "-n", line.split()[1]], cwd=ROOT, capture_output=True, check=False)
        assert run.returncode == 0, run.stderr
    else:
        moved = f"mv {BUILT} {GITLAB['pages']['artifacts']['paths'][0]}"
        assert line == moved or re.fullmatch(PACKAGES, line)


def test_both_build_the_site_with_its_pdfs() -> None:
    assert COMMANDS.count("make release") == 2
    installed = [line for line in COMMANDS if "apt-get install" in line]
    assert len(installed) == 2
    assert all(line.endswith("fonts-noto-cjk") for line in installed)
    assert any(browser in GITLAB["pages"]["script"][1] for browser in BROWSERS)


def test_github_publishes_what_is_built() -> None:
    (upload,) = (step for step in STEPS if "upload-pages-artifact" in step.get("uses", ""))
    assert upload["with"]["path"] == BUILT
    assert GITHUB["jobs"]["publish"]["needs"] == "build"
    # YAML 1.1 reads the key `on` as true.
    assert GITHUB[True]["push"]["branches"] == ["main"]


def test_gitlab_publishes_its_folder_of_that_name() -> None:
    assert GITLAB["pages"]["artifacts"]["paths"] == ["public"]


@pytest.mark.parametrize("step", [step["uses"] for step in STEPS if "uses" in step])
def test_every_step_of_others_is_theirs_and_of_a_fixed_version(step: str) -> None:
    assert re.fullmatch(r"actions/[\w-]+@v\d+", step)


def test_both_use_a_python_the_program_runs_on() -> None:
    least = re.search(r'requires-python = ">=(\S+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert least
    (python,) = (step["with"]["python-version"] for step in STEPS if "setup-python" in step.get("uses", ""))
    assert python == least[1]
    assert GITLAB["pages"]["image"] == f"python:{least[1]}"


def test_github_may_only_read_the_project_and_write_its_pages() -> None:
    assert GITHUB["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}


CHECKS = yaml.safe_load((ROOT / ".github" / "workflows" / "checks.yml").read_text(encoding="utf-8"))
CHECK_STEPS: list[dict[str, Any]] = [step for job in CHECKS["jobs"].values() for step in job["steps"]]
CHECK_COMMANDS = [step["run"] for step in CHECK_STEPS if "run" in step]


def test_a_change_is_linted_and_meets_every_test_on_every_python() -> None:
    assert {"make lint", "make site", "make test", "make test-all"} <= set(CHECK_COMMANDS)
    (pythons,) = (job["strategy"]["matrix"]["python"] for job in CHECKS["jobs"].values() if "strategy" in job)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    known = [word.rpartition(" ")[2] for word in project["classifiers"] if re.search(r" 3\.\d+$", word)]
    assert pythons == known
    assert project["requires-python"] == f">={known[0]}"


@pytest.mark.parametrize("line", [line for line in CHECK_COMMANDS if not line.startswith("make ")])
def test_a_check_installs_packages_and_nothing_else(line: str) -> None:
    assert re.fullmatch(PACKAGES, line)


def test_a_proposed_change_may_only_read() -> None:
    assert CHECKS["permissions"] == {"contents": "read"}
    assert "pull_request" in CHECKS[True]
    steps = [step["uses"] for step in CHECK_STEPS if "uses" in step]
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+", step) for step in steps)


def test_the_developers_own_run_is_the_readmes_commands_and_then_everything() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("make ")] == ["make site", "make test", "make test-all"]
