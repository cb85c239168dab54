"""The house: imports go down only, rooms stay small."""

import ast
from collections.abc import Iterator
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
    "data",
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
    "numerals",
    "strays",
    "knowledge",
    "limits",
)
# The ground: every room may stand on it, so that nothing is said twice.  It knows no room.
KEPT = "converter/kept.py"
GROUND = {"errors", "kept", "layout", "model"}
SITE_MAY_IMPORT = {
    "clean",
    "data",
    "exports",
    "gate",
    "knowledge",
    "library",
    "markup",
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


def allowed_in(room: str) -> set[str]:
    if room in GROUND:
        return GROUND
    return GROUND | (SITE_MAY_IMPORT if room == "site" else {*ROOMS[ROOMS.index(room) :]})


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_go_down_only(file: Path) -> None:
    room = room_of(file)
    if room in ("__init__", "__main__"):
        return
    allowed = allowed_in(room) | (PLUGIN_MAY_IMPORT if file == ROOT / PLUGIN else set())
    assert imported_rooms(file) <= allowed


def test_every_room_is_in_the_plan() -> None:
    assert {room_of(file) for file in FILES} - {"__init__", "__main__", "site"} == {*ROOMS, *GROUND}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_rooms_stay_small(file: Path) -> None:
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
    """A changed table reaches the preview only if nothing made of it is kept elsewhere (``converter/kept.py``)."""
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


def test_only_these_rooms_write_files() -> None:
    """A raw report is never changed: no room but these can write at all.  A preview moves pages it made before."""
    writing = {file for file in FILES if writes(file)} - {ROOT / "converter/site/again.py"}
    assert {room_of(file) for file in writing} <= {"keep", "release", "dataset", "search"}
