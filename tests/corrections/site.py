"""A site of one report in a folder of its own, and the commands that its editor gives."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from converter.cli import main


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def built_site(folder: Path, name: str, report: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The site, converted; the test goes on in it as 李四, who reads Chinese."""
    (folder / "seeds").mkdir()
    (folder / "seeds" / f"{name}.txt").write_text(report, encoding="utf-8")
    (folder / "mkdocs.yml").write_text("site_name: a\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GONGKAI_EDITOR", "李四")
    monkeypatch.setenv("GONGKAI_LANG", "zh")
    assert run("build").exit_code == 0
    return folder
