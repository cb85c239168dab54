"""What a build of many reports says: what was done, each in a line, and what was not, in one."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from converter.cli import main
from tests.library.conftest import TEXTS


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three short raw reports."""
    (tmp_path / "seeds").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_reports_that_did_not_change_are_one_line(project: Path) -> None:
    first = CliRunner().invoke(main, ["build"])
    assert first.exit_code == 0, first.output
    assert len(first.stdout.splitlines()) == 3
    again = CliRunner().invoke(main, ["build"])
    assert again.stdout == "reports unchanged: 3\n"
    raw = project / "seeds" / "jia-2021.txt"
    raw.write_text(raw.read_text(encoding="utf-8").replace("25件", "26件"), encoding="utf-8")
    changed = CliRunner().invoke(main, ["build"])
    first_line, last = changed.stdout.splitlines()
    assert first_line.startswith("[2/3] seeds/jia-2021.txt")
    assert last == "reports unchanged: 2"


def test_one_report_asked_for_by_name_is_told_of(project: Path) -> None:
    for _ in range(2):
        said = CliRunner().invoke(main, ["build", "seeds/yi-2021.txt"])
    assert "pages unchanged" in said.stdout
    assert (project / "docs").is_dir()


def test_the_lines_stand_above_the_bar_where_a_person_watches(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    with pytest.raises(SystemExit) as ended:
        main(["build"])
    assert ended.value.code == 0
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 3
    assert "100%" in said.err
    assert (project / "docs/zh/yi-2021/index.md").is_file()
