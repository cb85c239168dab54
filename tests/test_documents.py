"""What documents and comments say of files is so: every path they name exists."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

# Files of a report, of a site, of a person: named as what they will be, not as what is here.
MADE = re.compile(
    r"(docs|zh|en|data|site|seeds|dataset|assets|public|\.cache|\.base|\.memory|\.edited|\.lost|~)/|^\.|[A-Z]{3,}|[<>{}*…]"
)
PATH = re.compile(
    r"[\w./-]+\.(?:py|toml|csv|js|html|md|yml|json|css)|converter/[\w/.-]+|tests/[\w/.-]+|bench/[\w/.-]+"
)
NAMES_OF_OTHERS = {
    # Files of a site, and of what the program makes.
    "NAME.toml", "about.md", "c1.md", "c2.md", "c3.md", "figures.md", "index.md", "notes.md", "whole.md", "base.html",
    "datapackage.json", "figures.csv", "fulltext.json", "manifest.json", "mkdocs.yml", "pages.yml", "publisher.toml",
    "release.py", "reports.csv", "sitemap.xml", "index.html", "glossary.md", "translation.md", "all.css", "name.toml",
    "report.json", "main.html", "fulltext.en.md", "c1.html", "main.py",
}  # fmt: skip


def prose() -> Iterator[tuple[Path, str]]:
    """Every document and module, with what they hold in backticks; every table, with the paths in its comments."""
    documents = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs/dev").rglob("*.md"))]
    for file in documents:
        for name in re.findall(r"(?<!`)`([^`\n]+)`(?!`)|\]\(([^)\s#]+)", file.read_text(encoding="utf-8")):
            yield file, "".join(name)
    for file in sorted((ROOT / "converter").rglob("*.py")):
        for name in re.findall(r"``([^`\n]+)``", file.read_text(encoding="utf-8")):
            yield file, name
    for file in sorted((ROOT / "converter").rglob("*.toml")):
        for comment in re.findall(r"^#.*", file.read_text(encoding="utf-8"), re.M):
            for name in re.findall(rf"(?:{PATH.pattern})(?!\w)", comment):
                yield file, name.rstrip(".")


def named() -> Iterator[tuple[Path, str]]:
    for file, name in prose():
        if PATH.fullmatch(name) and not MADE.search(name) and name.rpartition("/")[2] not in NAMES_OF_OTHERS:
            yield file, name.rstrip("/")


def exists(file: Path, name: str) -> bool:
    """Whether a path is one of the project, of the package, or of what stands beside or below the file that names it."""
    bases = [ROOT, ROOT / "converter", ROOT / "docs/dev", *list(file.parents)[:3]]
    if any((base / name).exists() for base in bases):
        return True
    beside = [
        *(ROOT / "converter").rglob(name.rpartition("/")[2]),
        *(ROOT / "tests").rglob(name.rpartition("/")[2]),
    ]
    return any(found.match(f"*/{name}") for found in beside)


@pytest.mark.parametrize(
    ("file", "name"), sorted(set(named())), ids=lambda it: it if isinstance(it, str) else it.name
)
def test_a_path_that_is_named_exists(file: Path, name: str) -> None:
    assert exists(file, name), f"{file.relative_to(ROOT)} names {name}"


def test_paths_are_found_in_what_is_read() -> None:
    """A test of nothing would pass as well."""
    assert len({name for _, name in named()}) > 50
    assert len({name for file, name in named() if file.suffix == ".toml"}) > 5


def test_each_package_is_in_the_table_of_the_architecture() -> None:
    """But for those that only hold others, and the commands, which each have their own help."""
    named = set(re.findall(r"`([\w/]+)`", (ROOT / "docs/dev/architecture.md").read_text(encoding="utf-8")))
    folders = {
        file.parent.relative_to(ROOT / "converter").as_posix()
        for file in (ROOT / "converter").rglob("__init__.py")
    }
    assert folders - named == {".", "build", "cli", "pages", "site", "structure"}


def test_each_decision_has_a_number_of_its_own_and_is_listed() -> None:
    folder = ROOT / "docs/dev/decisions"
    listed = re.findall(
        r"^(\d+)\. \[(.+)\]\((\d{4})-(.+\.md)\)", (folder / "README.md").read_text(encoding="utf-8"), re.M
    )
    assert [int(number) for number, *_ in listed] == list(range(1, len(listed) + 1))
    assert {f"{number}-{name}" for _, _, number, name in listed} | {"README.md"} == {
        file.name for file in folder.glob("*.md")
    }
    for number, title, in_name, name in listed:
        first = (folder / f"{in_name}-{name}").read_text(encoding="utf-8").splitlines()[0]
        assert (int(number), f"# {number}. {title}") == (int(in_name), first)
