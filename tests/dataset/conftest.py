"""A project of reports nobody converted: a region over two years, one without figures, one on disclosure."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.exports.conftest import figure, report_with
from tests.exports.test_csv import HOSTILE

LONG = "9" * 28
REQUESTS = [
    figure(index, id=f"c1-t1-r{index}-c9", value=value, code=f"FG.5.5-{number}")
    for index, (number, value) in enumerate(
        {"01": "9", "02": "8", "03": "3", "04": "1", "22": "1", "31": "3", "17": "1"}.items()
    )
]
"""The cells of a form whose other cells are blank: 9 come in, 8 concluded, 1 carried over."""


def write_report(docs: Path, name: str, report: dict[str, Any]) -> None:
    """Put a report of the contract where a build does, with its first page and the first chapter's."""
    (docs / "data").mkdir(parents=True, exist_ok=True)
    (docs / "data" / f"{name}.json").write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
    for page in ("index", "c1"):
        file = docs / "zh" / name / f"{page}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("# 页\n", encoding="utf-8")


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    docs = Path("docs")
    code = {"region_code": {"value": "110199", "source": "GB/T 2260"}}
    exact = [
        figure(1, value="0.1", unit="%", code="FG.9.1-02"),
        figure(2, value="0.2", unit="%", quote="提高到0.2%。\n另起一行。"),
        figure(3, value="3-5.50"),
        figure(4, value=LONG + ".0123456789"),
        figure(5, value="1" + LONG),
        figure(6, value="0.12345678901"),
        figure(7, value="-3", unit="", code="FG.0.0-00"),
    ]
    hostile = [figure(index, indicator=text, quote=text) for index, text in enumerate(HOSTILE)]
    write_report(docs, "jia-2020", report_with(*exact, facts=code))
    write_report(docs, "jia-2021", report_with(*hostile, facts=code, report_year=2021))
    write_report(docs, "yi-2021", report_with(region=None, report_year=None, published=None, title=None))
    write_report(docs, "zi-2023", report_with(*REQUESTS, region="子县", report_year=2023))
    return docs
