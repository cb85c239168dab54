"""The house: imports go down only, rooms stay small."""

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT

# From the top down: a room may import only rooms below it.  ``site`` stands beyond the border of docs/.
ROOMS = (
    "cli",
    "preview",
    "starter",
    "release",
    "corpus",
    "rebuild",
    "renamed",
    "gone",
    "machine",
    "build",
    "proofing",
    "editions",
    "memory_store",
    "seeds",
    "dataset",
    "library",
    "keep",
    "pages",
    "exports",
    "contract",
    "reading",
    "checks",
    "indicators",
    "gate",
    "figures",
    "segment",
    "lines",
    "terms",
    "clean",
    "sources",
    "search",
    "publisher",
    "translation",
    "markup",
    "paths",
    "numerals",
    "strays",
    "knowledge",
    "limits",
    "errors",
    "model",
)
SITE_MAY_IMPORT = {
    "clean",
    "contract",
    "errors",
    "exports",
    "gate",
    "knowledge",
    "library",
    "markup",
    "model",
    "numerals",
    "paths",
    "publisher",
    "search",
    "site",
    "terms",
    "translation",
}
# The plugin's own module ties the site to what else MkDocs sets off: live conversion, and the date of a commit.
PLUGIN, PLUGIN_MAY_IMPORT = "converter/site/plugin.py", {"preview", "release"}
FILES = sorted((ROOT / "converter").rglob("*.py"))


def imported_rooms(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    return {name.split(".")[1] for name in names if name.startswith("converter.")}


def room_of(file: Path) -> str:
    return file.relative_to(ROOT / "converter").parts[0].removesuffix(".py")


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_go_down_only(file: Path) -> None:
    room = room_of(file)
    if room in ("__init__", "__main__"):
        return
    allowed = SITE_MAY_IMPORT if room == "site" else {*ROOMS[ROOMS.index(room) :]}
    if file == ROOT / PLUGIN:
        allowed = allowed | PLUGIN_MAY_IMPORT
    assert imported_rooms(file) <= allowed


def test_every_room_is_in_the_plan() -> None:
    assert {room_of(file) for file in FILES} - {"__init__", "__main__", "site"} == set(ROOMS)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_rooms_stay_small(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {f.name: (f.end_lineno or f.lineno) - f.lineno + 1 for f in functions}
    assert {name: lines for name, lines in long.items() if lines > 60} == {}
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 220
    assert file.stem not in ("utils", "helpers", "common", "misc")


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


def test_only_these_rooms_write_files() -> None:
    """A raw report is never changed: no room but these can write at all.  A preview moves pages it made before."""
    writing = {file for file in FILES if writes(file)} - {ROOT / "converter/site/again.py"}
    assert {room_of(file) for file in writing} <= {"keep", "release", "dataset", "search"}
