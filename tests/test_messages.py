"""What the program says and the words it says it with: every key is there, with the blanks that are filled in where it is said."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from converter.cli.failing import EXIT
from tests.conftest import ROOT

MESSAGES = tomllib.loads((ROOT / "converter" / "cli" / "messages.toml").read_text(encoding="utf-8"))
# An InputError's `kind` is a key of another table and is said as `why`, in its words (cli/failing.py).
SPEAKING: dict[str, dict[str, str]] = {"InputError": {"kind": "why"}, "TableError": {}, "say": {}}


class Said(NamedTuple):
    """A call that speaks: where, the keys it may use, the blanks it fills; None where others decide."""

    where: str
    keys: tuple[str, ...] | None
    blanks: frozenset[str] | None


def said(file: Path) -> Iterator[Said]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    constants = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SPEAKING:
            names, told_as = [word.arg for word in node.keywords], SPEAKING[node.func.id]
            known = None if None in names else frozenset(told_as.get(name, name) for name in names if name)
            keys = _keys(node.args[0], constants)
            yield Said(f"{file.relative_to(ROOT)}:{node.lineno}", keys, known)


def _keys(node: ast.expr, constants: dict[str, ast.expr]) -> tuple[str, ...] | None:
    if isinstance(node, ast.Name) and node.id in constants:
        return _keys(constants[node.id], constants)
    if isinstance(node, ast.IfExp):
        found = _keys(node.body, constants), _keys(node.orelse, constants)
        return None if None in found else (found[0] or ()) + (found[1] or ())
    return (node.value,) if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


CALLS = [call for file in sorted((ROOT / "converter").rglob("*.py")) for call in said(file)]


def blanks(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)[^}]*\}", text))


def test_most_keys_are_known_where_they_are_said() -> None:
    """Else the test below would look at nothing."""
    assert sum(call.keys is not None for call in CALLS) > 100


@pytest.mark.parametrize("call", [call for call in CALLS if call.keys], ids=lambda call: call.where)
def test_each_key_said_has_words_and_exactly_the_blanks_that_are_filled(call: Said) -> None:
    for key in call.keys or ():
        assert key in MESSAGES
        for language in ("zh", "en"):
            assert call.blanks is None or blanks(MESSAGES[key][language]) == call.blanks, (key, language)


def test_each_exit_code_is_of_a_failure_that_can_happen() -> None:
    raised = {key for call in CALLS for key in call.keys or ()}
    # "table" stands for every TableError, "" for any other InputError.
    assert set(EXIT) - {"table", ""} <= raised
