"""The schema of the published file is made of its types, promises every key, and describes what is written."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from converter.data import schema, schema_text
from tests.conftest import ROOT, data_of, report_of

PROMISED: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("promised.toml").read_text(encoding="utf-8")
)
VALUES: dict[str, list[str]] = PROMISED.pop("values")
MADE: dict[str, Any] = json.loads(schema_text())
PARTS: dict[str, Any] = {**MADE["$defs"], "ReportFile": MADE}
COMMITTED = ROOT / "converter/data/report.schema.json"
REPORT = """甲县2020年法治政府建设情况报告
甲县认真推进依法行政，现报告如下。
一、提升服务
一是流程再造。办结案件80件，同比增长5%。
二是减证便民。注册用户达66万户。
二、存在的问题
力量不足。
"""


def test_the_committed_schema_is_the_one_the_types_make() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == schema_text(), (
        "write it anew: python -c 'from converter.data import schema_text; print(schema_text(), end=\"\")'"
        f" > {COMMITTED.relative_to(ROOT)}"
    )


@pytest.mark.parametrize("part", PROMISED)
def test_every_promised_key_is_there_and_always_written(part: str) -> None:
    assert PROMISED[part] == list(PARTS[part]["properties"]) == PARTS[part]["required"]


def test_nothing_is_described_that_is_not_promised() -> None:
    assert PARTS.keys() == PROMISED.keys()
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("key", VALUES)
def test_the_words_of_a_key_are_those_promised(key: str) -> None:
    known = [about for part in PARTS.values() if (about := part["properties"].get(key))]
    found = {
        word
        for about in known
        for choice in [about, *about.get("anyOf", ())]
        for word in choice.get("enum", ())
    }
    assert found == set(VALUES[key])


@pytest.mark.parametrize("text", [REPORT, "一行。", ""], ids=["report", "line", "empty"])
def test_what_is_written_has_every_key_and_satisfies_the_schema(text: str) -> None:
    data = data_of(report_of(text))
    jsonschema.validate(data, schema(), format_checker=jsonschema.FormatChecker())
    assert list(data) == PROMISED["ReportFile"]


def test_the_keys_nothing_fills_yet_are_empty() -> None:
    data = data_of(report_of(REPORT))
    assert data["region_path"] is None
    assert [chapter["tables"] for chapter in data["chapters"]] == [[], []]
    assert {seen["cell"] for seen in data["observations"]} == {None}
    assert [section["tables"] for section in data["chapters"][0]["sections"]] == [[], []]


def test_the_document_shared_with_others_asks_for_no_other_keys(evaluation: Path) -> None:
    page = (evaluation.parent / "report-json.md").read_text(encoding="utf-8")
    block = re.search(r"```json\n(.*?)```", page, re.S)
    assert block
    example = json.loads(block[1])
    assert list(unknown(example, MADE, "$")) == []


def unknown(given: object, about: dict[str, Any], where: str) -> Iterator[str]:
    """The keys of ``given`` that the schema does not have."""
    about = PARTS[about["$ref"].rpartition("/")[2]] if "$ref" in about else about
    if isinstance(given, dict) and "properties" in about:
        yield from (f"{where}.{key}" for key in given.keys() - about["properties"].keys())
        for key in given.keys() & about["properties"].keys():
            yield from unknown(given[key], about["properties"][key], f"{where}.{key}")
    if isinstance(given, list) and "items" in about:
        for one in given:
            yield from unknown(one, about["items"], f"{where}[]")
