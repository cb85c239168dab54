"""One report, many formats: each gives the chapters, sections, paragraphs and figures that its text gives."""

from pathlib import Path
from typing import Any

import pytest

from converter.pipeline import report_of
from converter.sources import SUFFIXES, read_source
from tests.conftest import EVAL, data_of

INPUTS = sorted(file for file in EVAL.glob("inputs/*") if file.suffix in SUFFIXES)
FIGURE = (
    "surface",
    "value",
    "unit",
    "bound",
    "measure",
    "status",
    "indicator",
    "period",
    "chapter",
    "section",
)


def data_in(file: Path) -> dict[str, Any]:
    return data_of(report_of(read_source(file)))


def parts(part: dict[str, Any]) -> list[Any]:
    """A chapter or a section without its place in the text."""
    words = [part.get(key) for key in ("number", "label", "heading", "title", "role")]
    return [words, texts(part), [parts(section) for section in part["sections"]]]


def texts(part: dict[str, Any]) -> list[str]:
    return [paragraph["text"] for paragraph in part["paragraphs"]]


@pytest.fixture(scope="module")
def text(evaluation: Path) -> dict[str, Any]:
    return data_in(evaluation / "gold" / "lanshan2020.txt")


@pytest.mark.parametrize("file", INPUTS, ids=lambda file: file.name)
def test_same_report(file: Path, text: dict[str, Any]) -> None:
    data = data_in(file)
    assert [data[key] for key in ("title", "region", "report_year", "published")] == [
        text[key] for key in ("title", "region", "report_year", "published")
    ]
    assert texts(data["preface"]) == texts(text["preface"])
    assert [parts(chapter) for chapter in data["chapters"]] == [
        parts(chapter) for chapter in text["chapters"]
    ]
    assert [[o[key] for key in FIGURE] for o in data["observations"]] == [
        [o[key] for key in FIGURE] for o in text["observations"]
    ]


def test_every_known_format_is_compared(evaluation: Path) -> None:
    assert {file.suffix for file in INPUTS} >= {".html", ".docx", ".pdf"}, evaluation
