"""What a stranger is told is true: paths, targets, commands, forms; and the version is one."""

import re
import tomllib

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


def test_the_paths_are_looked_at() -> None:
    assert len(NAMED) > 25


@pytest.mark.parametrize(("document", "path"), NAMED)
def test_every_path_named_exists(document: str, path: str) -> None:
    assert (ROOT / path).exists(), f"{document}: {path}"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_target_named_exists(document: str) -> None:
    assert set(re.findall(r"(?:`|^)make ([a-z-]+)", TEXTS[document], re.M)) <= TARGETS


def test_each_recipe_of_the_plan_is_there_with_a_test_to_run() -> None:
    recipes = re.split(r"^### ", TEXTS["CONTRIBUTING.md"], flags=re.M)[1:]
    words = ("unit", "indicator", "heading style", "check", "file to take away", "term", "phrase")
    assert [
        word for word, recipe in zip(words, recipes, strict=True) if word not in recipe.partition("\n")[0]
    ] == []
    assert all("python -m pytest tests/" in recipe for recipe in recipes)


@pytest.mark.parametrize(
    "key", ["any", "compound", "dash", "page_button", "RULES: ", "WRITERS: ", "figures.xlsx"]
)
def test_the_places_named_in_recipes_are_there(key: str) -> None:
    files = [ROOT / path for _, path in NAMED if path.startswith("converter/")]
    assert any(key in file.read_text(encoding="utf-8") for file in files if file.is_file())


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
