"""What a stranger is told is true: paths, targets, commands, forms; and the version is one."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

import converter
from tests.conftest import ROOT

DOCUMENTS = ("CONTRIBUTING.md", "SECURITY.md", "docs/dev/releasing.md", ".github/pull_request_template.md")
TEXTS = {name: (ROOT / name).read_text(encoding="utf-8") for name in DOCUMENTS}
PATH = re.compile(r"(?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:md|toml|yml|lock)")
NAMED = sorted(
    {
        (name, path)
        for name, text in TEXTS.items()
        for path in re.findall(rf"(?:`|\(|pytest )({PATH.pattern})(?=[`) ])", text)
        if not path.startswith(".venv/")  # made by make; tests may run in another environment
    }
)
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
RECIPES = dict(
    recipe.split("\n", 1) for recipe in re.split(r"^### ", TEXTS["CONTRIBUTING.md"], flags=re.M)[1:]
)


def test_the_paths_are_looked_at() -> None:
    assert len(NAMED) > 25


@pytest.mark.parametrize(("document", "path"), NAMED)
def test_every_path_named_exists(document: str, path: str) -> None:
    assert (ROOT / path).exists(), f"{document}: {path}"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_target_named_exists(document: str) -> None:
    assert set(re.findall(r"(?:`|^)make ([a-z-]+)", TEXTS[document], re.M)) <= TARGETS


def test_each_recipe_of_the_plan_is_there_with_a_test_to_run() -> None:
    words = ("unit", "indicator", "heading style", "check", "file to take away", "term", "phrase")
    assert [word for word, title in zip(words, RECIPES, strict=True) if word not in title] == []
    assert all("python -m pytest tests/" in recipe for recipe in RECIPES.values())


@pytest.mark.parametrize(
    "key", ["any", "compound", "dash", "page_button", "RULES: ", "WRITERS: ", "figures.en.xlsx"]
)
def test_the_places_named_in_recipes_are_there(key: str) -> None:
    files = [ROOT / path for _, path in NAMED if path.startswith("converter/")]
    assert any(key in file.read_text(encoding="utf-8") for file in files if file.is_file())


STEP = re.compile(
    r"^\d\. In `(?P<path>[^`]+)`,(?P<said>.*?)(?:^ {3}(`{3,4})\w+\n(?P<block>.*?)^ {3}\3$|(?=^\d\. ))",
    re.M | re.S,
)
# Where a recipe does not add at the end: what stands there, and what it becomes; {} is what is added.
PLACES = {
    "converter/figures/units.toml": [("compound = [", 'compound = [\n  "箱次",')],
    "converter/structure/lines/styles.toml": [
        ('[[style]]\nkey = "dash"\n', '{}\n[[style]]\nkey = "dash"\n'),
    ],
    "converter/checks/__init__.py": [
        ("import limited\n", "import days_of_a_year, limited\n"),
        ("    limited,\n", "    limited,\n    days_of_a_year,\n"),
    ],
    "converter/exports/__init__.py": [('    "fulltext.json": ', '{}    "fulltext.json": ')],
    "converter/exports/files.toml": [('[[file]]\nname = "fulltext.json"\n', '{}[[file]]\nname = "fulltext.json"\n')],
    "converter/structure/clean/noise.toml": [('en = "page button"\nany = [\n', 'en = "page button"\nany = [\n{}')],
}  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what the recipes change and their tests read."""
    for folder in ("converter", "tests", "bench", "seeds", "docs"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize("title", RECIPES)
@pytest.mark.slow
def test_a_recipe_works_as_it_stands(project: Path, title: str) -> None:
    """Its steps are taken, its test passes, and what it says one sees is seen."""
    recipe = RECIPES[title]
    for step in STEP.finditer(recipe):
        file, added = project / step["path"], re.sub(r"^ {3}", "", step["block"] or "", flags=re.M)
        text = file.read_text(encoding="utf-8")
        if "at the end" in step["said"]:
            text += ("\n\n" if file.suffix == ".py" else "") + added
        else:
            for there, becomes in PLACES[step["path"]]:
                assert text.count(there) == 1, (step["path"], there)
                text = text.replace(there, becomes.replace("{}", added))
        file.write_text(text, encoding="utf-8")

    def run(*arguments: str, given: str = "") -> str:
        done = subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=project,
            env={name: value for name, value in os.environ.items() if not name.startswith("PYTEST")},
            input=given,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    (tests,) = re.findall(r"`\.venv/bin/python -m (pytest [^`]+)`", recipe)
    run(*tests.split())
    for given, arguments, shown in re.findall(
        r"`echo '([^']+)' \| \.venv/bin/gongkai ([^`]+)`(?: → `([^`]+)`)?", recipe
    ):
        assert (shown or "\n") in run("converter", *arguments.split(), given=given)


@pytest.mark.parametrize("file", sorted((ROOT / ".github").rglob("*.yml")), ids=lambda file: file.name)
def test_forms_and_workflows_are_yaml(file: object) -> None:
    assert yaml.safe_load((ROOT / str(file)).read_text(encoding="utf-8"))


def test_hooks_before_a_commit_are_the_projects_own() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repo["repo"] for repo in hooks["repos"]] == ["local"]
    assert {
        hook["entry"].removeprefix("make ") for repo in hooks["repos"] for hook in repo["hooks"]
    } <= TARGETS


def test_there_is_one_version_and_the_changelog_has_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## \[(\d+\.\d+\.\d+)\] – \d{4}-\d\d-\d\d$", log, re.M)
    assert converter.__version__ == project["version"] == versions[0]
    assert versions == sorted(versions, key=lambda one: [*map(int, one.split("."))], reverse=True)
