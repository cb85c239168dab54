"""The scripts of the search and of the table, run by node without a browser; they read as the index does."""

import json
import os
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from converter.site.search.fold import Fold
from converter.site.search.values import values
from converter.site.search.variants import paired, variants
from tests.conftest import ROOT
from tests.site.test_search import SEED, WORDS

HERE = Path(__file__).parent
(ASSETS,) = {file.parents[1] for file in (ROOT / "converter").rglob("assets/search/fold.js")}
NODE = shutil.which("node")
if not NODE:
    pytest.skip("node is not installed; the same scripts are tested in a browser", allow_module_level=True)


def node(*arguments: str, said: str | None = None) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [str(NODE), *arguments],
        env=os.environ | {"ASSETS": str(ASSETS)},
        input=said,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("file", sorted(HERE.glob("*.test.mjs")), ids=lambda file: file.name)
def test_node_finds_nothing_wrong(file: Path) -> None:
    done = node("--test", "--test-reporter=spec", str(file))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "pass 0" not in done.stdout


def test_the_scripts_read_as_the_index_does() -> None:
    cases = (ROOT / "tests" / "cases" / "search-reading.md").read_text(encoding="utf-8")
    chance = random.Random(SEED)
    nonsense = ["".join(chance.choices(WORDS, k=chance.randint(1, 30))) for _ in range(3000)]
    lines = [*cases.splitlines(), *nonsense]
    done = node(str(HERE / "read.mjs"), said=json.dumps([lines, paired(variants())]))
    assert done.returncode == 0, done.stderr
    fold = Fold(variants())
    expected = [[fold(line), values(fold(line))] for line in lines]
    assert [
        (line, *both)
        for line, *both in zip(lines, json.loads(done.stdout), expected, strict=True)
        if both[0] != both[1]
    ] == []
