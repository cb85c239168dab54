"""The dataset as files: exact, the same each time, valid by its own description, readable by others."""

import csv
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import frictionless
import pytest
from click.testing import CliRunner

from converter.cli import main
from converter.exports.dataset import tables, write_dataset
from tests.dataset.conftest import LONG, REQUESTS
from tests.exports.test_csv import HOSTILE

TABLES = [table.name for table in tables()]


@pytest.fixture
def folder(docs: Path, tmp_path: Path) -> Path:
    write_dataset(docs, tmp_path / "made")
    return tmp_path / "made"


def from_parquet(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    with duckdb.connect() as connection:
        connection.execute(f"SET file_search_path = '{folder}'")
        return connection.execute(sql).fetchall()


def read_csv(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def test_values_are_decimals_to_the_last_digit(folder: Path) -> None:
    found = dict(from_parquet(folder, "SELECT id, value FROM 'figures.parquet' WHERE report = 'jia-2020'"))
    assert found["c1-s1-v1"] + found["c1-s1-v2"] == Decimal("0.3")
    assert found["c1-s1-v4"] == Decimal(LONG + ".0123456789")
    assert found["c1-s1-v7"] == -3
    assert found["c1-s1-v5"] is None, "what cannot be held exactly is not held at all"
    assert found["c1-s1-v6"] is None
    ranges = from_parquet(folder, "SELECT value, upper FROM 'figures.parquet' WHERE upper IS NOT NULL")
    assert ranges == [(3, Decimal("5.5"))]
    kinds = from_parquet(folder, "SELECT DISTINCT typeof(value) FROM 'figures.parquet'")
    assert kinds == [("DECIMAL(38,10)",)]


def test_csv_parquet_and_database_say_the_same(folder: Path) -> None:
    with duckdb.connect(str(folder / "gongkai.duckdb"), read_only=True) as stored:
        for table in tables():
            rows = stored.execute(f"FROM {table.name}").fetchall()
            assert rows == from_parquet(folder, f"FROM '{table.name}.parquet'")
            written = read_csv(folder / f"{table.name}.csv")
            assert [*written[0]] == [column.name for column in table.columns]
            assert [[as_in_csv(value) for value in row] for row in rows] == [
                [
                    unguarded(text, column.type)
                    for column, text in zip(table.columns, line.values(), strict=True)
                ]
                for line in written
            ]


def as_in_csv(value: object) -> object:
    return "" if value is None else value if isinstance(value, Decimal) else str(value)


def unguarded(text: str, type_: str) -> object:
    return Decimal(text) if text and type_ == "number" else text.removeprefix("'")


def test_rows_stand_by_report_in_the_order_of_its_text(folder: Path) -> None:
    rows = read_csv(folder / "figures.csv")
    assert [row["report"] for row in rows] == [
        *["jia-2020"] * 7,
        *["jia-2021"] * len(HOSTILE),
        *["zi-2023"] * len(REQUESTS),
    ]
    assert [row["id"] for row in rows[:7]] == [f"c1-s1-v{number}" for number in range(1, 8)]
    assert rows[0]["address"] == "zh/jia-2020/c1.html#c1-s1-v1"


def test_what_a_row_knows_of_its_report_and_indicator(folder: Path) -> None:
    first, *_, last = read_csv(folder / "figures.csv")[:7]
    assert (first["region_code"], first["region"], first["report_year"]) == ("110199", "甲区", "2020")
    assert first["name_zh"]
    assert first["name_en"]
    assert (last["code"], last["name_zh"], last["name_en"]) == ("FG.0.0-00", "", "")


def test_a_report_without_figures_is_in_the_table_of_reports(folder: Path) -> None:
    rows = {row["report"]: row for row in read_csv(folder / "reports.csv")}
    assert list(rows) == ["jia-2020", "jia-2021", "yi-2021", "zi-2023"]
    assert [row["figures"] for row in rows.values()] == ["7", str(len(HOSTILE)), "0", str(len(REQUESTS))]
    assert (rows["yi-2021"]["region"], rows["yi-2021"]["published"]) == ("", "")


def test_the_same_reports_give_the_same_bytes(docs: Path, folder: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    write_dataset(docs, again)
    names = sorted(file.name for file in folder.iterdir())
    assert names == sorted(file.name for file in again.iterdir())
    same = [name for name in names if (folder / name).read_bytes() == (again / name).read_bytes()]
    assert {*names} - {*same} <= {"gongkai.duckdb"}


def test_what_a_killed_run_left_is_removed(docs: Path, folder: Path) -> None:
    left = folder / ".making-1234"
    left.mkdir()
    (left / "figures.csv").write_bytes(b"half")
    write_dataset(docs, folder)
    assert [file.name for file in folder.iterdir() if file.name.startswith(".")] == []


def test_the_package_is_valid(folder: Path) -> None:
    """The CSV files by the Frictionless tools; the Parquet files have the same schema, but they cannot read them here."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    described = {one["path"] for one in package["resources"]}
    assert described == {file.name for file in folder.iterdir()} - {"README.md", "datapackage.json"}
    package["resources"] = [one for one in package["resources"] if one["format"] == "csv"]
    assert len(package["resources"]) == len(TABLES)
    (folder / "csv.json").write_text(json.dumps(package), encoding="utf-8")
    found = frictionless.validate(str(folder / "csv.json"))
    assert list(found.flatten(["name", "rowNumber", "fieldName", "message"])) == []


def test_the_readme_explains_every_file_and_column_and_its_example_runs(folder: Path) -> None:
    text = (folder / "README.md").read_text(encoding="utf-8")
    names = [column.name for table in tables() for column in table.columns]
    assert [name for name in names if f"| `{name}` |" not in text] == []
    made = {file.name for file in folder.iterdir()} - {"README.md", "datapackage.json"}
    assert {name for name in made if f"`{name}`" not in text} == set()
    example = text.partition("```sql\n")[2].partition("```")[0]
    assert from_parquet(folder, example) == [("子县", None, 2023, 9, Decimal("37.5"), 1)]


def test_the_command_says_what_it_wrote(docs: Path) -> None:
    result = CliRunner().invoke(main, ["data", "--out", "open data"])
    assert result.exit_code == 0
    assert result.output.startswith("open data/: reports: 4, figures: ")
    assert Path("open data/figures.parquet").is_file()
    assert [file.name for file in Path("open data").iterdir() if file.name.startswith(".")] == []
    (docs / "data" / "jia-2020.json").write_text('{"title": "x"}', encoding="utf-8")
    broken = CliRunner().invoke(main, ["data"])
    assert broken.exit_code == 3
    assert broken.output.startswith("docs/data/jia-2020.json: the data file is broken")
    assert [*Path("dataset").iterdir()] == []


@pytest.mark.parametrize("command", [["data"], ["query", "SELECT 1"]])
def test_without_reports_it_says_what_to_do(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 3
    assert "Run gongkai build first" in result.output


@pytest.mark.usefixtures("docs")
def test_a_folder_that_cannot_be_written_is_named() -> None:
    Path("taken").write_text("in the way", encoding="utf-8")
    result = CliRunner().invoke(main, ["data", "--out", "taken/x"])
    assert result.exit_code == 5
    assert result.output.startswith("taken/x: cannot be written")
