"""A correction made after publication is told on the report's first page and in its data; the earlier value stays."""

import json
import re
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from converter.build.convert import convert
from converter.cli.failing import explain
from converter.data import schema
from converter.errors import InputError
from converter.sources.sidecar import parse_sidecar
from tests.conftest import SEED

ENTRY = '[[corrections]]\ndate = 2022-03-01\nwhat = "更正注册用户数"\n'
WHOLE = (
    ENTRY + 'what_en = "Number of users"\nwhy = "抄录有误。"\nbefore = "66万户"\nafter = "<b>67</b>万户"\n'
)
LATER = '[[corrections]]\ndate = 2023-01-05\nwhat = "补充附件。"\n'


@pytest.fixture
def seed(tmp_path: Path) -> Path:
    return Path(shutil.copy(SEED, tmp_path))


def pages(seed: Path, sidecar: str) -> dict[str, str]:
    """The files of the report by name, English ones with ``en/`` before it."""
    seed.with_suffix(".toml").write_text(sidecar, encoding="utf-8")
    return {
        ("en/" if c.path.startswith("en/") else "") + Path(c.path).name: c.text or ""
        for c in convert(seed, seed.parent / "docs").changes
    }


def test_the_first_page_tells_it_newest_first_and_quotes_what_was_there(seed: Path) -> None:
    page = pages(seed, WHOLE + LATER)["index.md"]
    assert (
        "## 更正说明 { #corrections }\n\n"
        "- 2023年1月5日：补充附件。\n"
        "- 2022年3月1日：更正注册用户数。原为：66万户。现为：&lt;b&gt;67&lt;/b&gt;万户。原因：抄录有误。\n"
    ) in page


def test_the_english_page_tells_it_in_english(seed: Path) -> None:
    page = pages(seed, WHOLE)["en/index.md"]
    assert "## Corrections { #corrections }\n\n- March 1, 2022: Number of users." in page


def test_the_data_carry_it(seed: Path) -> None:
    data = json.loads(pages(seed, LATER + WHOLE)["lanshan-2020.json"])
    Draft202012Validator(schema()).validate(data)
    nothing = {"what_en": None, "why": None, "before": None, "after": None}
    told = {
        "what_en": "Number of users",
        "why": "抄录有误。",
        "before": "66万户",
        "after": "<b>67</b>万户",
    }
    assert data["corrections"] == [
        {"date": "2022-03-01", "what": "更正注册用户数", **told},
        {"date": "2023-01-05", "what": "补充附件。", **nothing},
    ]


def test_without_corrections_nothing_is_said(seed: Path) -> None:
    files = pages(seed, "")
    assert "更正" not in files["index.md"]
    assert json.loads(files["lanshan-2020.json"])["corrections"] == []


@pytest.mark.parametrize(
    ("sidecar", "key"),
    [
        ('[[corrections]]\nwhat = "更正"\n', "date"),
        ('[[corrections]]\ndate = "2022-03-01"\nwhat = "更正"\n', "date"),
        ('[[corrections]]\ndate = 2022-03-01T08:00:00\nwhat = "更正"\n', "date"),
        ("[[corrections]]\ndate = 2022-03-01\n", "nothing"),
        ('[[corrections]]\ndate = 2022-03-01\nwhat = " "\n', "text"),
        (ENTRY + "before = 66\n", "text"),
        (ENTRY + 'because = "有误"\n', "unknown"),
        ('[corrections]\ndate = 2022-03-01\nwhat = "更正"\n', "list"),
        ('corrections = ["更正"]\n', "list"),
        (ENTRY + 'figure = "5件"\nheading = "二"\n', "two_kinds"),
        (ENTRY + 'figure = "5件"\nname = "甲"\nwhy = "核对"\n', "missing"),
        (ENTRY + 'figure = "5件"\nby = "张三"\nwhy = "核对"\n', "missing"),
        (ENTRY + 'heading = "二"\nlevel = 9\nby = "张三"\nwhy = "核对"\n', "shape"),
        (ENTRY + 'figure = "5件"\nbound = "大概"\nby = "张三"\nwhy = "核对"\n', "shape"),
        (ENTRY + 'figure = "5件"\nlevel = 1\nby = "张三"\nwhy = "核对"\n', "unknown"),
    ],
)
def test_an_entry_that_cannot_be_understood_is_named_with_one_to_copy(
    seed: Path, sidecar: str, key: str
) -> None:
    with pytest.raises(InputError) as raised:
        pages(seed, sidecar)
    assert raised.value.key == f"correction_{key}"
    told = explain(raised.value)
    copied = told[told.index("[[corrections]]\n") :]
    assert parse_sidecar(copied.encode(), Path("copied.toml"))
    assert not re.search("[∉→…]|Error|Expected", told)
