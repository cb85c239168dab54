"""A translation that a person accepts as it stands: what the checks find in it is told no more until either side changes."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from msgspec.structs import replace

from converter.cli.main import main
from converter.translation.memory import Memory, Unit, accept, accepted, read_memory, write_memory
from converter.translation.proofing import doubts

ZH, EN = "受理案件12件。", "Thirteen cases were accepted, one of them twice."
NAME = "yunhe-2021"
RAW = f"云河区2021年法治政府建设年度报告\n\n一、主要做法\n{ZH}\n"
PAGE = f"docs/en/{NAME}/c1.md"


def told(memory: Memory) -> int:
    return len(list(doubts(memory)))


def test_it_lasts_until_either_side_changes() -> None:
    memory = Memory((Unit("c1", "c1-p1", ZH, EN, ZH),))
    assert told(memory) == 1
    memory, count = accept(memory, "c1", "c1-p1", "a figure of speech")
    assert count == 1
    assert told(memory) == 0
    kept = read_memory(write_memory(memory, NAME), "x.po")
    assert kept == memory
    assert accepted(kept.units[0]) == "a figure of speech"
    assert told(Memory((replace(kept.units[0], en=f"{EN} So it is."),))) == 1
    assert told(Memory((replace(kept.units[0], zh=f"{ZH}完", source=f"{ZH}完"),))) == 1


def test_an_empty_reason_takes_it_back_and_other_comments_stay() -> None:
    unit = Unit("c1", "c1-p1", ZH, EN, ZH, comment="Ask the office.")
    memory, _ = accept(Memory((unit,)), "c1", "c1-p1", "fine")
    assert memory.units[0].comment.splitlines()[0] == "Ask the office."
    back, _ = accept(memory, "c1", "c1-p1", " ")
    assert back.units[0] == unit


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / f"seeds/{NAME}.txt").write_text(RAW, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert gongkai("build").exit_code == 0
    page = Path(PAGE)
    page.write_text(page.read_text(encoding="utf-8").replace(ZH, EN), encoding="utf-8")
    assert gongkai("build").exit_code == 0
    return tmp_path


def gongkai(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.mark.usefixtures("project")
def test_the_command() -> None:
    assert EN in gongkai("check").output
    assert gongkai("translate", "--accept", f"{PAGE}#c1-p1", "--because", "one came twice").exit_code == 0
    assert gongkai("check").exit_code == 0
    assert gongkai("translate", "--accept", f"{PAGE}#c1-p1", "--because", "").exit_code == 0
    assert EN in gongkai("check").output


@pytest.mark.usefixtures("project")
def test_a_place_that_is_none() -> None:
    result = gongkai("translate", "--accept", f"{PAGE}#c9-p9", "--because", "so")
    assert result.exit_code == 3
    assert "no such block" in result.output
    assert gongkai("translate", "--accept", f"{PAGE}#c1-p1").exit_code == 2
