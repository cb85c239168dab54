"""The house: imports go down only, files and functions stay small."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

# From the top down: a package may import only what stands below it.
PACKAGES = (
    "cli",
    "site",
    "release",
    "build",
    "pages",
    "exports",
    "data",
    "pipeline",
    "checks",
    "corrections",
    "indicators",
    "translation",
    "figures",
    "structure",
    "sources",
)
# The ground, from the top down too: every package may stand on it, so that nothing is said twice.  It knows no package.
GROUND = (
    "strays",
    "text",
    "knowledge",
    "side_by_side",
    "lock",
    "limits",
    "caching",
    "layout",
    "model",
    "spans",
    "entries",
    "errors",
)
KEPT = "converter/caching.py"
# The site works on the Markdown and needs no raw report: only the plugin, which also converts in a preview, and what
# people correct there, know a build.
BEHIND_THE_SITE = {"build", "pipeline", "checks", "figures", "structure", "sources"}
CONVERTS = ("converter/site/mkdocs", "converter/site/editing")
# What of the site makes text from text knows nothing of MkDocs, so that it can be used and tested without.
WITHOUT_MKDOCS = ("content", "markdown", "pictures", "publisher", "search", "starter", "words")
FILES = sorted((ROOT / "converter").rglob("*.py"))


def imported(file: Path) -> set[str]:
    """All modules that a file names in an import."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return names | {
        alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
    }


def imported_packages(file: Path) -> set[str]:
    return {name.split(".")[1] for name in imported(file) if name.startswith("converter.")}


def package_of(file: Path) -> str:
    return file.relative_to(ROOT / "converter").parts[0].removesuffix(".py")


def allowed_in(package: str) -> set[str]:
    if package in GROUND:
        return {*GROUND[GROUND.index(package) :]}
    return {*GROUND, *PACKAGES[PACKAGES.index(package) :]}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_go_down_only(file: Path) -> None:
    package = package_of(file)
    if package not in ("__init__", "__main__"):
        assert imported_packages(file) <= allowed_in(package)


def test_every_package_is_in_the_plan() -> None:
    assert {package_of(file) for file in FILES} - {"__init__", "__main__"} == {*PACKAGES, *GROUND}


def test_the_site_needs_no_raw_report() -> None:
    of_site = (file for file in FILES if package_of(file) == "site")
    knowing = {file for file in of_site if imported_packages(file) & BEHIND_THE_SITE}
    assert {file for file in knowing if not any(file.is_relative_to(ROOT / one) for one in CONVERTS)} == set()


def test_text_of_the_site_is_made_without_mkdocs() -> None:
    folders = [ROOT / "converter/site" / name for name in WITHOUT_MKDOCS]
    files = [file for folder in folders for file in folder.rglob("*.py")]
    # But for the error by which a build ends with one plain line.
    known = {file: {name for name in imported(file) if name.startswith("mkdocs")} for file in files}
    assert {file: names for file, names in known.items() if names - {"mkdocs.exceptions"}} == {}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_files_and_functions_stay_small(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {f.name: (f.end_lineno or f.lineno) - f.lineno + 1 for f in functions}
    assert {name: lines for name, lines in long.items() if lines > 60} == {}
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 220
    assert file.stem not in ("utils", "helpers", "common", "misc")


def keepers(file: Path) -> Iterator[str]:
    """The functions of a module that keep results in a way nobody can make them forget."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        found = [node] if isinstance(node, ast.FunctionDef) else getattr(node, "body", [])
        for function in (one for one in found if isinstance(one, ast.FunctionDef)):
            named = {
                name.id for d in function.decorator_list for name in ast.walk(d) if isinstance(name, ast.Name)
            }
            yield from (function.name for name in named & {"cache", "lru_cache"})


def test_what_the_tables_say_is_kept_where_a_preview_can_forget_it() -> None:
    """A changed table reaches the preview only if nothing made of it is kept elsewhere (``converter/caching.py``)."""
    assert {file: names for file in FILES if (names := list(keepers(file)))} == {}


def test_what_is_kept_is_forgotten_in_one_place() -> None:
    """Nobody goes through modules for what others keep."""
    assert [file for file in FILES if "cache_clear" in file.read_text(encoding="utf-8")] == [ROOT / KEPT]


def writes(file: Path) -> bool:
    """True where a module calls something that changes a file."""
    calls = [
        node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    ]
    named = {call.func.attr for call in calls if isinstance(call.func, ast.Attribute)}
    opened = [
        a
        for call in calls
        if getattr(call.func, "attr", getattr(call.func, "id", "")) == "open"
        for a in call.args
    ]
    modes = {mode.value for mode in opened if isinstance(mode, ast.Constant)}
    return bool(
        named & {"write_text", "write_bytes", "unlink", "rename"} or modes & {"w", "wb", "a", "ab", "x"}
    )


def test_only_these_write_files() -> None:
    """A raw report is never changed: nothing but these can write at all.  A build takes over pages it made before."""
    may = (
        "build/keep",
        "release",
        "exports/dataset",
        "site/search",
        "site/files/remembered.py",
        "site/rendering/cached_site.py",
        "site/rendering/kept_site.py",
        "site/rendering/search_index.py",
        "lock.py",
    )
    writing = [file.relative_to(ROOT / "converter").as_posix() for file in FILES if writes(file)]
    assert [file for file in writing if not file.startswith(may)] == []
