"""The data package, validated with the Frictionless tools, and the JSON beside it with its JSON Schema."""

import hashlib
import json
from pathlib import Path
from typing import Any, get_args

import frictionless
import jsonschema
import pytest

from converter import model
from converter.data import schema
from converter.exports.labels import codes, columns, kinds
from tests.exports.conftest import exported, figure, report_with
from tests.exports.test_csv import HOSTILE


def written(files: dict[str, bytes], folder: Path) -> Path:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder / "datapackage.json"


def complaints(package: Path) -> list[object]:
    return list(frictionless.validate(str(package)).flatten(["name", "rowNumber", "fieldName", "message"]))


def test_the_package_of_the_seed_is_valid(files: dict[str, bytes], tmp_path: Path) -> None:
    package = written(files, tmp_path)
    assert complaints(package) == []
    rows = frictionless.Package(str(package)).get_table_resource("figures").read_rows()
    assert len(rows) == len(json.loads(files["fulltext.json"])["observations"])


def test_the_package_of_hostile_texts_is_valid(tmp_path: Path) -> None:
    stated = [figure(index, indicator=text, quote=text) for index, text in enumerate(HOSTILE)]
    assert complaints(written(exported(report_with(*stated)), tmp_path)) == []


def test_types_are_stated_and_not_guessed_from_the_first_rows(tmp_path: Path) -> None:
    stated = [figure(index) for index in range(150)]
    late = figure(150, value="3-12345678901234567890", unit="5.", period="2020年", code="FG.1.1")
    assert complaints(written(exported(report_with(*stated, late)), tmp_path)) == []


def test_the_package_of_a_report_without_figures_is_valid(tmp_path: Path) -> None:
    assert complaints(written(exported(report_with(title=None)), tmp_path)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"link": {"relation": "part_of", "to": "c9-v9"}},
        {"id": "c1-s1-v1"},
        {"quote": ""},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_the_package_notices_what_is_wrong(wrong: dict[str, Any], tmp_path: Path) -> None:
    report = report_with(figure(1), figure(2, **wrong))
    assert complaints(written(exported(report), tmp_path))


def test_it_names_its_source_and_claims_no_licence(seed: dict[str, Any], files: dict[str, bytes]) -> None:
    package = json.loads(files["datapackage.json"])
    assert package["sources"] == [{"title": "seeds/lanshan-2020.txt", "sha256": seed["source"]["sha256"]}]
    assert "licenses" not in package
    assert "没有另附许可" in package["rights"]
    assert "homepage" not in package


def test_addresses_only_where_they_are_known() -> None:
    facts = {"original": {"value": "https://example.org/a.html", "source": "x"}}
    package = json.loads(exported(report_with(facts=facts), "https://example.org/")["datapackage.json"])
    assert package["sources"][0]["path"] == "https://example.org/a.html"
    assert package["homepage"] == "https://example.org/"
    facts["original"]["value"] = "区政府网站"
    package = json.loads(exported(report_with(facts=facts))["datapackage.json"])
    assert "path" not in package["sources"][0]


def test_every_file_has_its_size_and_checksum(files: dict[str, bytes]) -> None:
    for resource in json.loads(files["datapackage.json"])["resources"]:
        content = files[resource["path"]]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_the_files_are_those_listed(files: dict[str, bytes]) -> None:
    assert list(files) == [kind.name for kind in kinds()]


def test_the_json_is_the_contract(seed: dict[str, Any], files: dict[str, bytes]) -> None:
    assert json.loads(files["fulltext.json"]) == seed
    own = json.loads(files["fulltext.jsonschema.json"])
    assert own == schema()
    jsonschema.validate(json.loads(files["fulltext.json"]), own)


@pytest.mark.parametrize("name", ["bound", "measure", "status", "relation"])
def test_every_code_is_explained_in_both_languages(name: str) -> None:
    explained = codes()[name]
    assert list(explained) == list(get_args(getattr(model, name.capitalize())))
    assert all(words["zh"] and words["en"] for words in explained.values())


def test_every_column_has_titles_in_both_languages(files: dict[str, bytes]) -> None:
    fields = json.loads(files["datapackage.json"])["resources"][0]["schema"]["fields"]
    assert [field["name"] for field in fields] == [column.name for column in columns()]
    for column, field in zip(columns(), fields, strict=True):
        assert field["title"] == f"{column.zh} / {column.en}"
        assert all((column.zh, column.en, column.about_zh, column.about_en))
