"""The house: imports go down only, rooms stay small."""

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT

# From the top down: a room may import only rooms below it.  ``site`` stands beyond the border of docs/.
ROOMS = (
    "cli", "build", "keep", "pages", "contract", "figures", "segment", "lines", "clean", "sources", "errors", "model"
)  # fmt: skip
SITE_MAY_IMPORT = {"clean", "errors", "model", "site"}
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


def test_sources_of_a_report_are_never_changed() -> None:
    """No module outside ``keep`` opens a file for writing."""
    writers = ("write_text", "write_bytes", ".open(", "unlink", "replace(file")
    inside = [f for f in FILES if room_of(f) not in ("keep", "site")]
    assert [f.name for f in inside if any(word in f.read_text(encoding="utf-8") for word in writers)] == []
