"""``gongkai query``: SQL in, an answer out, and no way out of the tables."""

import csv
import io
import json
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from converter.cli import main
from converter.cli.columns import aligned
from converter.exports.dataset import RESERVED, query, tables
from tests.dataset.conftest import write_report
from tests.exports.conftest import figure, report_with


def gongkai(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["query", *arguments])
    assert "Traceback" not in result.output
    return result


@pytest.mark.usefixtures("docs")
def test_sums_are_exact() -> None:
    result = gongkai("SELECT sum(value) AS total FROM figures WHERE unit = '%'")
    assert result.exit_code == 0
    assert result.stdout == "total\n-----\n  0.3\n"
    assert result.stderr == "rows: 1\n"


@pytest.mark.usefixtures("docs")
def test_requests_are_asked_for_without_a_code() -> None:
    result = gongkai("SELECT region, report_year, received, granted_share, carried_over FROM requests")
    assert result.stdout.splitlines()[2:] == ["子县           2023         9           37.5             1"]


def test_a_table_is_aligned_and_long_cells_end_in_dots() -> None:
    rows = [("件", 3, None), ("长" * 50, 12, "a\nb\x1b[31m"), ("%", None, "乙")]
    assert "\n".join(aligned(("单位", "n", "x"), rows)) == (
        "单位                                      n  x\n"
        "---------------------------------------  --  --------\n"
        "件                                        3\n"
        "长长长长长长长长长长长长长长长长长长长…  12  a⏎b·[31m\n"
        "%                                            乙"
    )


@pytest.mark.usefixtures("docs")
def test_json_has_decimals_as_text_and_all_of_a_sentence() -> None:
    found = json.loads(gongkai("SELECT value, upper, quote FROM figures LIMIT 2", "--json").stdout)
    assert found[0] == {"value": "0.1", "upper": None, "quote": "办理3件。"}
    assert found[1]["quote"] == "提高到0.2%。\n另起一行。"


@pytest.mark.usefixtures("docs")
def test_csv_opens_in_a_spreadsheet_and_runs_nothing_there() -> None:
    output = gongkai("SELECT indicator, value FROM figures WHERE report = 'jia-2021'", "--csv").stdout
    rows = list(csv.reader(io.StringIO(output.removeprefix("\ufeff"), newline="")))
    assert output.startswith("\ufeff")
    assert rows[0] == ["indicator", "value"]
    assert [row[0] for row in rows if row[0].lstrip()[:1] in tuple("=+-@＝＋－＠﹦")] == []


@pytest.mark.usefixtures("docs")
def test_columns_of_one_name_are_told_apart() -> None:
    assert json.loads(gongkai("SELECT 1 AS a, 2 AS a", "--json").stdout) == [{"a": 1, "a_1": 2}]


WAYS_OUT = {
    "a file": "SELECT * FROM read_csv('docs/data/jia-2020.json')",
    "a file by its name": "FROM 'docs/data/jia-2020.json'",
    "a text file": "SELECT * FROM read_text('docs/data/jia-2020.json')",
    "a folder": "SELECT * FROM glob('*')",
    "the network": "FROM read_csv('http://127.0.0.1:9/x.csv')",
    "write": "COPY figures TO 'x.csv'",
    "attach": "ATTACH 'x.duckdb'",
    "export": "EXPORT DATABASE 'x'",
    "install": "INSTALL httpfs",
    "load": "LOAD httpfs",
    "set": "SET enable_external_access = true",
    "set in two": "SELECT 1; SET enable_external_access = true",
    "pragma": "PRAGMA enable_profiling",
    "change": "UPDATE figures SET value = 0",
    "drop": "DROP TABLE figures",
    "make": "CREATE TABLE x AS SELECT 1",
    "nothing": "",
    "two": "SELECT 1; SELECT 2",
}


@pytest.mark.usefixtures("docs")
@pytest.mark.parametrize("way", WAYS_OUT)
def test_there_is_no_way_out(way: str) -> None:
    before = sorted(Path().rglob("*"))
    result = gongkai(WAYS_OUT[way])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert sorted(Path().rglob("*")) == before


@pytest.mark.usefixtures("docs")
@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELEC 1", 'syntax error at or near "SELEC"'),
        ("SELECT valu FROM figures", '"value"'),
        ("SELECT * FROM figurs", 'Did you mean "figures"'),
        ("SELECT CAST('x' AS INTEGER)", "Could not convert"),
    ],
)
def test_wrong_sql_is_told_plainly(sql: str, said: str) -> None:
    result = gongkai(sql)
    assert result.exit_code == 2
    assert result.stderr.startswith("The query cannot be run: ")
    assert said in result.stderr
    assert "gongkai query --columns" in result.stderr


@pytest.mark.usefixtures("docs")
def test_an_endless_answer_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query, "MOST", 10)
    assert gongkai("SELECT * FROM range(10)").exit_code == 0
    result = gongkai("SELECT * FROM range(1000000000000)")
    assert result.exit_code == 2
    assert "Add LIMIT" in result.stderr


@pytest.mark.usefixtures("docs")
def test_every_listed_column_can_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = gongkai("--columns").stdout
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "报告自己的叫法" in gongkai("--columns").stdout
    for table in tables():
        own = listed.partition(f"{table.name}: ")[2].splitlines()[1 : len(table.columns) + 1]
        names = [line.split()[0] for line in own]
        assert [name.strip('"') for name in names] == [column.name for column in table.columns]
        assert {name.strip('"') for name in names if '"' in name} <= set(RESERVED)
        assert gongkai(f"SELECT {', '.join(names)} FROM {table.name}").exit_code == 0


TEXT = st.text(st.sampled_from("a1 长，\u0301\n\x1b\t…"), max_size=30)


@given(st.lists(st.tuples(TEXT, st.integers(0, 999)), min_size=1, max_size=5))
def test_columns_stand_under_each_other(rows: list[tuple[str, int]]) -> None:
    lines = list(aligned(("a", "b"), rows))
    assert {width(line) for line in lines[2:]} == {width(lines[1])}
    assert all(
        line.isprintable() and line.endswith(f" {row[1]}") for line, row in zip(lines[2:], rows, strict=True)
    )


def width(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)


def test_values_of_one_code_have_one_unit_and_a_year(docs: Path) -> None:
    told = {
        "jia-2021": [("66", "宗", "2021年"), ("70", "起", "2020年度")],
        "bing-2021": [("12000", "件", "2021年")],
    }
    for name, figures in told.items():
        seen = [
            figure(index, value=value, unit=unit, period=period, code="FG.6.3-02")
            for index, (value, unit, period) in enumerate(figures)
        ]
        write_report(docs, name, report_with(*seen, region=name[:2], report_year=2021))
    asked = "SELECT region, year, common_unit, sum(value) AS n FROM figures WHERE code = 'FG.6.3-02' GROUP BY ALL ORDER BY ALL"
    rows = json.loads(gongkai(asked, "--json").stdout)
    assert [(row["year"], row["common_unit"], row["n"].split(".")[0]) for row in rows] == [
        (2021, "件", "12000"),
        (2020, "件", "70"),
        (2021, "件", "66"),
    ]
