"""What must not be published stops a release, each with its place; a plain build of the site leaves it out."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from converter.build.keep import carry_out, plan
from converter.release.gate import Problem, problems, published_files
from converter.strays import is_left_behind, is_publishable
from tests.conftest import ROOT

PAGE = "zh/a/c2.md"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """The pages of one report, all in order."""
    folder = tmp_path / "docs"
    pages = {"index.md": "# 公开\n", "zh/a/index.md": "# 报告\n", PAGE: "# 一\n", "en/a/index.md": "# A\n"}
    data = {"data/a.json": '{"source": {"path": "seeds/a.txt", "sha256": ""}}\n'}
    carry_out(folder, plan(folder, pages | data, None))
    (folder / "zh/a/附件.pdf").write_bytes(b"%PDF-1.7")
    (folder / "dev").mkdir()
    (folder / "dev/notes.md~").write_text("x")
    return folder


def link(target: str) -> Callable[[Path], None]:
    return lambda file: file.symlink_to(target)


def text(words: str) -> Callable[[Path], None]:
    return lambda file: file.write_text(words, encoding="utf-8") and None


MERGE = "一\n<<<<<<< HEAD\n二\n=======\n三\n>>>>>>> other\n"
WRONG: list[tuple[str, Callable[[Path], None], str, int]] = [
    ("zh/a/c2.md~", text("x"), "stray_file", 0),
    ("zh/a/c2.md.orig", text("x"), "stray_file", 0),
    ("zh/a/c2.md.rej", text("x"), "stray_file", 0),
    ("zh/a/Thumbs.db", text("x"), "stray_file", 0),
    ("zh/a/~$附件.docx", text("x"), "stray_file", 0),
    ("zh/a/c2_LOCAL_1234.md", text("x"), "stray_file", 0),
    ("zh/a/c2 (冲突副本 2024-01-01).md", text("x"), "stray_file", 0),
    ("zh/a/program.exe", text("x"), "stray_file", 0),
    ("zh/a/unknown", text("x"), "stray_file", 0),
    ("zh/a/extra.md", text(MERGE), "unfinished_merge", 2),
    (".memory/a.po", text(MERGE), "unfinished_merge", 2),
    ("zh/a/passwd.txt", link("/etc/passwd"), "link_out", 0),
    ("zh/a/up.md", link("../../../secret.md"), "link_out", 0),
    ("zh/a/nowhere.md", link("nowhere"), "link_out", 0),
    ("zh/a/loop.md", link("loop.md"), "link_out", 0),
    ("zh/a/folder", link("/etc"), "link_out", 0),
]


def test_what_is_in_order_is_released(docs: Path) -> None:
    (docs / "zh/a/same.md").symlink_to("c2.md")
    assert problems(docs) == []


@pytest.mark.parametrize("case", WRONG, ids=[name for name, *_ in WRONG])
def test_each_is_named_with_its_place(docs: Path, case: tuple[str, Callable[[Path], None], str, int]) -> None:
    name, make, key, line = case
    (docs.parent / "secret.md").write_text("geheim")
    (docs / name).parent.mkdir(exist_ok=True)
    make(docs / name)
    assert problems(docs) == [Problem(str(docs / name), key, line)]


@pytest.mark.parametrize("gone", ["zh/a/index.md", "data/a.json"])
def test_pages_without_a_first_page_or_data_are_named(docs: Path, gone: str) -> None:
    (docs / gone).unlink()
    assert {(one.path, one.key) for one in problems(docs)} >= {(str(docs / "zh/a"), "without_index")}


def test_nothing_behind_a_link_is_read(docs: Path) -> None:
    outside = docs.parent / "outside"
    outside.mkdir()
    (outside / "page.md").write_text("geheim")
    (docs / "zh/link").symlink_to(outside)
    assert docs / "zh/link/page.md" not in list(published_files(docs))


@pytest.mark.parametrize(
    "name",
    ["c2.md", "附件1.docx", "2020~2021.pdf", "report.old.pdf", "data.json", "CNAME", "a.r.png", "图.PNG"],
)
def test_what_people_publish_is_no_stray(name: str) -> None:
    assert is_publishable(name)


@pytest.mark.parametrize(
    "name", ["~$a.docx", "._a.txt", "a.txt~", "#a.txt#", "Thumbs.db", "A.BAK", ".#a.txt"]
)
def test_what_programs_leave_is_known_by_its_name(name: str) -> None:
    assert is_left_behind(name)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with files in it that are nobody's, its site built by MkDocs alone."""
    copy = tmp_path_factory.mktemp("gate")
    shutil.copytree(ROOT / "docs", copy / "docs")
    shutil.copy(ROOT / "mkdocs.yml", copy)
    (copy / "converter").symlink_to(ROOT / "converter")
    (copy / "secret.md").write_text("# geheim\n", encoding="utf-8")
    pages = copy / "docs/zh/lanshan-2020"
    for name in ("c2.md~", "c2.md.orig", "c2.md.rej", "Thumbs.db"):
        (pages / name).write_text("geheim", encoding="utf-8")
    (pages / "secret.md").symlink_to("../../../secret.md")
    (copy / "outside").mkdir()
    (copy / "outside/page.md").write_text("# geheim\n", encoding="utf-8")
    (pages / "folder").symlink_to("../../../outside", target_is_directory=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(copy / "site")]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return copy


def test_a_plain_build_publishes_none_of_it(built: Path) -> None:
    files = [file for file in (built / "site").rglob("*") if file.is_file()]
    assert len(files) > 50
    assert [file for file in files if b"geheim" in file.read_bytes()] == []
    assert not {file.suffix for file in files} & {".md~", ".orig", ".rej", ".db"}


def test_a_release_names_all_of_it_and_publishes_nothing(built: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "converter", "release"],
        cwd=built,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    for name in ("c2.md~", "c2.md.orig", "c2.md.rej", "Thumbs.db", "secret.md", "folder"):
        assert f"docs/zh/lanshan-2020/{name}: " in done.stderr
    assert "settle what is named above first (6)" in done.stderr
    assert not (built / "gongkai-site.zip").exists()
