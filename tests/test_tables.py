"""Tables of knowledge: every one has a type, and an editor's slip is told by file, row and field."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from converter.cli.failing import EXIT, explain
from converter.cli.slips import all_slips, table_files
from converter.errors import TableError
from converter.exports.labels import COLUMNS
from converter.indicators.tables import ENTRIES
from converter.knowledge import Phrases, Table, parse
from converter.sources.docx_numerals import FORMATS
from converter.structure.lines.styles import STYLES
from converter.structure.segment.places import PLACES
from converter.text.numerals import FAMILIES
from converter.translation.numbers.tables import CHINESE
from tests.conftest import ROOT

STYLE = """[[style]]
key = "a"
num = '(?P<n>[{circled}])'
rank = 1
point = false
inside = false
glued = false
headline = 40
"""
ENTRY = '["EC.1-01"]\nzh = "产值"\nen = "Output"\nunit = "元"\nnames = ["产值"]\n'
COLUMN = '[[column]]\nname = "id"\ntype = "string"\nzh = "编号"\nen = "Id"\nabout_zh = "号"\nabout_en = "id"\nwidth = 9\n'
SLIPS = [
    (STYLES, STYLE + STYLE.replace('"a"', '"b"').replace("headline", "headlin"), "x.toml, style 2: unknown field `headlin`. Check its spelling."),
    (STYLES, STYLE.replace("40", '"40"'), "x.toml, style 1, headline: should be a whole number, is text."),
    (STYLES, STYLE.replace("rank = 1\n", ""), "x.toml, style 1: the field `rank` is missing."),
    (STYLES, STYLE.replace("[{circled}]", "[{circled}"), "x.toml, style 1, num: the pattern does not compile (unterminated character set at position 6)"),
    (STYLES, STYLE + STYLE, "x.toml: key `a` is given twice."),
    (STYLES, STYLE + "[[style]\n", "x.toml: not valid TOML (Expected"),
    (ENTRIES, ENTRY.replace('unit = "元"\n', ""), "x.toml, EC.1-01: the field `unit` is missing."),
    (ENTRIES, ENTRY + ENTRY.replace("1-01", "1-02").replace("元", "员"), "x.toml, EC.1-02: `员`, given as `unit`, is not in units.toml."),
    (ENTRIES, ENTRY + 'better = "more"\n', "x.toml, EC.1-01, better: 'more' is none of the values known here."),
    (ENTRIES, ENTRY.replace('["产值"]', '["值"]'), "x.toml, EC.1-01, names 1: the pattern does not compile (no word of two characters): 值"),
    (ENTRIES, ENTRY + ENTRY, "x.toml: not valid TOML (Cannot declare"),
    (COLUMNS, COLUMN + COLUMN, "x.toml: name `id` is given twice."),
    (FAMILIES, '[digits]\ndigits = "〇一二"\n', "x.toml, digits: `digits` should have 10 characters."),
    (FAMILIES, '[both]\nrow = "甲乙"\nof = ["circled"]\n', "x.toml, both: exactly one of row, digits, spoken, roman, of should be filled in."),
    (FORMATS, '[families]\nupperRoman = "romans"\n[bullets]\n', "x.toml: `romans`, given as `upperRoman`, is not in numerals.toml."),
    (PLACES, "name,short,rank\n甲市,甲,city\n乙市,乙,town\n", "x.csv, line 3, rank: 'town' is none of the values known here."),
    (PLACES, "name,short,rank\n甲市,甲\n", "x.csv, line 2: should have 3 columns, has 2."),
    (PLACES, "name,kurz,rank\n甲市,甲,city\n", "x.csv, line 2: unknown field `kurz`."),
    (PLACES, "name,short,rank\n甲市,甲,city\n甲市,甲,city\n", "x.csv: name `甲市` is given twice."),
    (Table("converter.site", "words.toml", Phrases), '[zh]\na = "甲"\n[en]\nb = "B"\n', "x.toml: `a` is in one language only."),
]  # fmt: skip


@pytest.mark.parametrize(("table", "text", "told"), SLIPS, ids=[told for *_, told in SLIPS])
def test_a_slip_is_told_in_one_line(
    table: Table[object], text: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(TableError) as slip:
        parse(f"x.{table.file.rpartition('.')[2]}", text.encode(), table.shape, thorough=True)
    monkeypatch.setenv("LC_ALL", "C")
    assert explain(slip.value).startswith(told)
    assert "\n" not in explain(slip.value)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "：" in explain(slip.value)


def test_what_is_no_utf_8_is_told_by_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TableError) as slip:
        parse("x.toml", "# 甲\nkey = '乙'".encode("gb18030"), STYLES.shape)
    monkeypatch.setenv("LC_ALL", "C")
    assert explain(slip.value) == "x.toml: line 1 is not UTF-8. Save the file as UTF-8."


def test_every_table_has_a_type_and_no_slip() -> None:
    assert len(table_files()) > 60
    assert list(all_slips()) == []


def test_what_a_table_gives_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        CHINESE.load().relative_years = "x"  # type: ignore[misc, assignment]
    assert CHINESE.load() is CHINESE.load()


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of its own, whose tables a test may spoil."""
    project = tmp_path_factory.mktemp("project")
    for folder in ("converter", "seeds"):
        shutil.copytree(ROOT / folder, project / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return project


def gongkai(project: Path, *arguments: str) -> tuple[int, str]:
    """The exit code and what is printed, in English."""
    done = subprocess.run(
        [sys.executable, "-m", "converter", *arguments],
        cwd=project, env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(project)},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("file", "right", "wrong", "told"),
    [
        ("structure/lines/styles.toml", "headline = 50", "headlin = 50", "structure/lines/styles.toml, style 1: unknown field `headlin`"),
        ("structure/segment/head.toml", "signature = '[一-龥]", "signature = '([一-龥]", "structure/segment/head.toml, close, signature: the pattern does not compile"),
        ("figures/naming.toml", "points = [", "point = [", "figures/naming.toml: unknown field `point`"),
        ("cli/messages.toml", "[missing]\nzh = ", "[missing]\nzg = ", "cli/messages.toml, missing: table_unknown, field `zg`"),
    ],
    ids=["used late", "a pattern", "used at once", "the messages themselves"],
)  # fmt: skip
def test_a_command_tells_a_slip_and_has_an_exit_code_for_it(
    copied: Path, file: str, right: str, wrong: str, told: str
) -> None:
    path = copied / "converter" / file
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    try:
        for arguments in (("check", "--tables"), ("inspect", "seeds/lanshan-2020.txt"), ("build",)):
            code, said = gongkai(copied, *arguments)
            assert (code, told in said, "Traceback" in said) == (EXIT["table"], True, False), said
    finally:
        path.write_text(text, encoding="utf-8")


def test_a_table_that_nothing_reads_is_told(copied: Path) -> None:
    (copied / "converter" / "structure" / "lines" / "stiles.toml").write_text(
        "# Read by nobody.\n", encoding="utf-8"
    )
    (copied / "converter" / "indicators" / "entries" / "zz.toml").write_text(ENTRY, encoding="utf-8")
    try:
        code, said = gongkai(copied, "check", "--tables")
    finally:
        for name in ("structure/lines/stiles.toml", "indicators/entries/zz.toml"):
            (copied / "converter" / name).unlink()
    assert code == EXIT["table"]
    assert "lines/stiles.toml: nothing in the program reads this file." in said
    assert "EC.1-01` is given twice" in said
