"""The home pages are planned again where anything they are made of has changed, and only there."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from converter.build.home import plan_home
from converter.build.parallel import CACHE
from converter.cli import main
from tests.corpus.conftest import Project
from tests.keep.project import tree

DOCS = Path("docs")


def gongkai(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def planned(project: Project, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Two reports, built once; the list grows by one each time the home pages are planned from now on."""
    project(2)
    assert gongkai("build").exit_code == 0
    times: list[str] = []
    real = plan_home
    monkeypatch.setattr(
        sys.modules["converter.build.home"],
        "plan_home",
        lambda *given: times.append("again") or real(*given),
    )
    return times


def test_nothing_changed_nothing_planned(planned: list[str]) -> None:
    before = tree(DOCS)
    assert gongkai("build").exit_code == 0
    assert planned == []
    assert tree(DOCS) == before


def edit(path: str, before: str, after: str) -> Callable[[], None]:
    def change() -> None:
        text = Path(path).read_text(encoding="utf-8")
        assert before in text
        Path(path).write_text(text.replace(before, after, 1), encoding="utf-8")

    return change


CHANGES: dict[str, Callable[[], None]] = {
    "a raw report": edit("seeds/case-000.txt", "955个", "956个"),
    "a raw report more": lambda: Path("seeds/more.txt").write_bytes(Path("seeds/case-000.txt").read_bytes()),
    "a raw report less": Path("seeds/case-000.txt").unlink,
    "a page": edit("docs/zh/case-000/c2.md", "100万户", "一百万户"),
    "a page less": Path("docs/zh/case-000/index.md").unlink,
    "a translation": edit("docs/en/case-000/index.md", "# ", "# Law "),
    "a home": edit("docs/index.md", "# ", "# 本站："),
    "a home less": Path("docs/en/index.md").unlink,
    "a page about the site": edit("docs/zh/about.md", "# ", "# 本站："),
    "a base less": Path("docs/.base/index.md").unlink,
    "a report of elsewhere": lambda: (
        shutil.copy("docs/data/case-000.json", "docs/data/elsewhere.json") and None
    ),
    "what is remembered": (CACHE / "_home.json").unlink,
    "what is remembered, damaged": lambda: (CACHE / "_home.json").write_text("{}") and None,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_changed_is_planned_and_comes_out_as_ever(
    planned: list[str], change: Callable[[], None]
) -> None:
    change()
    said = gongkai("build").output
    assert planned == ["again"]
    once = tree(DOCS)
    shutil.rmtree(CACHE)
    gongkai("build")
    assert tree(DOCS) == once, "without a memory the same comes out"
    gongkai("build")
    assert ("deleted" in said) == ("deleted" in gongkai("build").output), (
        "what is to be said is said each time"
    )


def test_a_build_of_one_report_looks_at_all(planned: list[str]) -> None:
    gongkai("build", "seeds/case-000.txt")
    assert planned == ["again"]
