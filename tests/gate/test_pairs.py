"""``gongkai check --pairs``: hard pairs of sentences, invented, with the verdict each ought to get."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from converter.cli.main import main

TABLE = Path(__file__).parents[1] / "cases" / "gate-pairs.tsv"
with TABLE.open(encoding="utf-8", newline="") as handle:
    ROWS = list(csv.DictReader(handle, delimiter="\t"))


def verdicts(path: Path) -> list[str]:
    result = CliRunner().invoke(main, ["check", "--pairs", str(path)], env={"LC_ALL": "en_US.UTF-8"})
    assert result.exit_code in (0, 1), result.output
    return result.output.splitlines()


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    path = tmp_path_factory.mktemp("pairs") / "pairs.tsv"
    with path.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle, delimiter="\t").writerows(
            [("zh", "en"), *((row["zh"], row["en"]) for row in ROWS)]
        )
    return verdicts(path)


@pytest.mark.parametrize("at", range(len(ROWS)), ids=lambda at: ROWS[at]["en"][:40])
def test_verdict(at: int, told: list[str]) -> None:
    assert (told[at] == "ok") == (ROWS[at]["agrees"] == "yes"), f"{ROWS[at]['zh']}: {told[at]}"


def test_a_table_without_the_columns_says_which(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("zh\tenglish\n一\tone\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--pairs", str(path)], env={"LC_ALL": "en_US.UTF-8"})
    assert result.exit_code == 3
    assert "lacks the columns en" in result.output
