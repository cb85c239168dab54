"""Each file of seeds/ stands alone: what is wrong with one is said of it, and the others are built."""

import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import converter.cli.building
from converter.build.keep import Change, carry_out
from converter.build.seeds import find_seeds
from converter.cli import main
from converter.errors import InputError
from converter.layout import ABOUT, LANGUAGES, LIBRARY, RESERVED, report_name
from converter.site.content import glossary, progress
from tests.conftest import ROOT, SEED
from tests.keep.project import tree
from tests.sources.wordfile import paragraph, word_file

REPORT = (
    "某某区2023年法治政府建设情况报告\n一、主要工作\n（一）依法行政。新建学校12所，严格落实各项制度。\n"
    + "各部门依法履行职责，规范执法行为，接受社会监督。\n" * 12
    + "二、存在问题\n有的部门执法还不够规范。\n三、下一步打算\n继续推进依法行政。\n"
)


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The seeds/ of a project with one good report."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "good-2023.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    return folder


def gongkai(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert "Traceback" not in result.output
    assert "defect" not in result.output
    return result


def only_the_good_one(result: Result) -> None:
    """The good report is built, nothing of any other is there, and the exit code says that some were refused."""
    assert result.exit_code == 7, result.output
    docs = tree(Path("docs"))
    reports = {path.split("/")[1] for path in docs if path.startswith(("zh/", "en/")) and path.count("/") > 1}
    assert reports == {"good-2023"}
    assert {path for path in docs if path.startswith("data/")} == {"data/good-2023.json"}


def file(name: str, data: bytes | str = REPORT) -> None:
    Path(os.fsdecode(b"seeds/" + os.fsencode(name))).write_bytes(
        data.encode() if isinstance(data, str) else data
    )


BROKEN: dict[str, tuple[str, bytes | str]] = {
    "empty": ("empty.txt", b""),
    "a DOCX cut short": ("cut.docx", word_file(paragraph("一、主要工作"))[:400]),
    "a DOCX of nothing": ("nothing.docx", b"PK\x03\x04" + b"\0" * 40),
    "a PDF of nothing": ("nothing.pdf", b"%PDF-1.7 nothing"),
    "a name of 250 characters": ("a" * 246 + ".txt", REPORT),
    "a name of 80 Chinese characters": ("某" * 80 + ".txt", REPORT),
    "a name with a line feed": ("a\nb.txt", REPORT),
    "a name with an escape": ("a\x1b[31mb.txt", REPORT),
    "the name of a library page": ("indicators.txt", REPORT),
    "the same in capitals": ("Regions.TXT", REPORT),
    "index": ("index.html", REPORT),
    "assets": ("assets.txt", REPORT),
    "about": ("about.txt", REPORT),
    "data": ("data.txt", REPORT),
    "a language": ("en.txt", REPORT),
    "a device of Windows": ("con.txt", REPORT),
}


@pytest.mark.usefixtures("seeds")
@pytest.mark.parametrize("name", BROKEN)
def test_one_that_is_refused_leaves_nothing_behind_and_stops_no_other(name: str) -> None:
    file(*BROKEN[name])
    result = gongkai("build")
    only_the_good_one(result)
    assert "good-2023.txt → docs/zh/good-2023/" in result.output
    assert result.output.rstrip().endswith(
        "Files not converted: 1 of 2 (reasons and remedies above); the others were."
    )
    assert gongkai("check").exit_code == 7
    only_the_good_one(gongkai("build"))


@pytest.mark.usefixtures("seeds")
@pytest.mark.skipif(sys.platform == "darwin", reason="its disks take no such name")
def test_a_name_that_is_no_utf_8_is_refused() -> None:
    Path(os.fsdecode("seeds/兰山.txt".encode("gbk"))).write_text(REPORT, encoding="utf-8")
    result = gongkai("build")
    only_the_good_one(result)
    assert "Rename it" in result.output


def test_links_that_lead_nowhere_or_in_a_circle_are_no_files(seeds: Path) -> None:
    (seeds / "loop.txt").symlink_to("loop.txt")
    (seeds / "nowhere.txt").symlink_to("no.txt")
    (seeds / "folder.txt").mkdir()
    result = gongkai("build")
    only_the_good_one(result)
    for name, words in (("loop", "no such file"), ("nowhere", "no such file"), ("folder", "is a folder")):
        assert f"seeds/{name}.txt{':' if 'no such' in words else ''} {words}" in result.output


LEFT_BEHIND = ("~$good-2023.docx", "._good-2023.txt", ".good-2023.txt", "~good.txt", "good-2023.txt~", "Thumbs.db",
               ".DS_Store", "#a.txt#", ".#a.txt", "good-2023.bak", ".~lock.good-2023.docx#")  # fmt: skip


def test_what_programs_leave_beside_reports_is_passed_over(seeds: Path) -> None:
    for name in LEFT_BEHIND:
        file(name, b"\0\1\2")
    result = gongkai("build")
    assert result.exit_code == 0
    assert "refused" not in result.output
    assert find_seeds(()).paths == (Path("seeds/good-2023.txt"),)
    assert find_seeds([seeds / name for name in (*LEFT_BEHIND, "good-2023.txt")]).paths == (
        seeds / "good-2023.txt",
    )


CLASHES = [("HEDONG.txt", "hedong.txt"), ("a b.txt", "a-b.docx"), ("é.txt", "é.html")]
CLASHES[2] = (unicodedata.normalize("NFC", "é.txt"), unicodedata.normalize("NFD", "é.txt"))


@pytest.mark.parametrize("names", CLASHES)
def test_names_that_clash_hit_only_the_files_concerned(seeds: Path, names: tuple[str, str]) -> None:
    for name in names:
        file(name)
    if len(list(seeds.iterdir())) < 3:
        pytest.skip("this disk takes the two names for one")
    result = gongkai("build")
    only_the_good_one(result)
    for name in names:
        assert f"seeds/{name}" in result.output
    assert "Files not converted: 2 of 3" in result.output


def test_a_report_that_clashes_today_keeps_the_pages_it_has(seeds: Path) -> None:
    file("hedong.txt")
    assert gongkai("build").exit_code == 0
    before = tree(Path("docs"))
    file("HEDONG.txt")
    if len(list(seeds.iterdir())) < 3:
        pytest.skip("this disk takes the two names for one")
    assert gongkai("build").exit_code == 7
    assert tree(Path("docs")) == before


@pytest.mark.usefixtures("seeds")
@pytest.mark.parametrize("number", [0, 1, 5, 9, 14])
def test_a_new_report_that_cannot_be_written_whole_is_withdrawn(
    monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    assert gongkai("build").exit_code == 0
    file("other-2023.txt", REPORT.replace("某某", "某他"))
    left = number

    def failing(docs: Path, changes: tuple[Change, ...]) -> None:
        if not any("other" in change.path for change in changes):
            return carry_out(docs, changes)
        carry_out(docs, changes[:left])
        raise InputError("unwritable", path="x", why="for a reason of its own")

    with monkeypatch.context() as patch:
        patch.setattr(converter.cli.building, "carry_out", failing)
        only_the_good_one(gongkai("build"))
    assert gongkai("build").exit_code == 0
    assert Path("docs/zh/other-2023/c1.md").exists()


def test_a_report_that_was_there_is_not_withdrawn(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert gongkai("build").exit_code == 0
    before = tree(Path("docs/zh/good-2023"))
    (seeds / "good-2023.txt").write_text(REPORT + "四、其他工作\n继续努力。\n", encoding="utf-8")

    def failing(docs: Path, changes: tuple[Change, ...]) -> None:
        carry_out(docs, changes[:1])
        raise InputError("unwritable", path="x", why="for a reason of its own")

    with monkeypatch.context() as patch:
        patch.setattr(converter.cli.building, "carry_out", failing)
        CliRunner().invoke(main, ["build", "seeds/good-2023.txt"])
    assert set(tree(Path("docs/zh/good-2023"))) >= set(before)


def test_every_name_the_site_has_for_itself_is_reserved() -> None:
    assert {*LIBRARY, *ABOUT, glossary.NAME, progress.NAME, *LANGUAGES} <= RESERVED
    assert all(report_name(Path(f"{name}.txt")) == name for name in RESERVED)


def test_make_site_has_a_site_of_the_rest_and_says_what_was_refused(tmp_path: Path) -> None:
    for folder in ("docs", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for name in ("Makefile", "mkdocs.yml", "requirements-dev.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("converter", ".venv"):
        (tmp_path / name).symlink_to(ROOT / name)
    if not (ROOT / ".venv/.ready").exists():
        pytest.skip("the project's own environment (make) is not set up here")
    os.utime(ROOT / ".venv/.ready")
    (tmp_path / "seeds/broken.docx").write_bytes(b"PK\x03\x04")
    # The tests may themselves run under a make, which one that it starts would speak of.
    apart = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    environment = apart | {"LC_ALL": "en_US.UTF-8"}
    done = subprocess.run(
        ["make", "site"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert (tmp_path / "site/zh" / SEED.stem / "c2.html").exists()
    assert done.stdout.splitlines()[-1].startswith("site/index.html is ready, without the files refused")
    assert "broken.docx: the file is damaged" in done.stderr
