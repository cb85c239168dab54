"""A large site is made by several processes, and is the same as made by one: every byte and every warning."""

import filecmp
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.structure.files import File, Files

from converter.cli import main
from converter.site.rendering.page_shares import Shared, deal
from tests.site.conftest import ROOT, build

NUMERALS = "一二三四五六七八"
SAID = re.compile(r"^(?:WARNING|ERROR) .*$", re.M)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with so many reports that its site is shared out."""
    project = tmp_path_factory.mktemp("workers")
    (project / "seeds").mkdir()
    for year in range(2016, 2022):
        told = "坚持依法行政，完善工作机制，加强监督检查，办理结果向社会公开。"
        chapters = "\n".join(
            f"{n}、做好第{n}项工作\n{year}年，全区办理案件{ord(n)}件。{told * 3}" for n in NUMERALS
        )
        text = f"甲区{year}年法治政府建设情况报告\n\n{year}年，全区推进依法行政。{told}\n{chapters}\n"
        (project / "seeds" / f"jia-{year}.txt").write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", project)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        done = CliRunner().invoke(main, ["build"])
        assert done.exit_code == 0, done.output
    return project


def build_on_one_core(project: Path, built: Path) -> "subprocess.CompletedProcess[str]":
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        return build(project, built)
    finally:
        os.sched_setaffinity(0, cores)


def files_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.slow
def test_the_site_is_the_same_on_one_core_and_on_all(library: Path, tmp_path: Path) -> None:
    one = tmp_path / "alone"
    done = build_on_one_core(library, one)
    assert done.returncode == 0, done.stdout + done.stderr
    done = build(library, tmp_path / "shared")
    assert done.returncode == 0, done.stdout + done.stderr
    names = files_in(one)
    assert sum(name.endswith(".html") for name in names) > 100
    assert files_in(tmp_path / "shared") == names
    assert filecmp.cmpfiles(one, tmp_path / "shared", names, shallow=False)[1:] == ([], [])


# Each report is a share of its own, so that a process takes several turns.
IN_TURNS = """
import functools, sys
from converter.site.rendering import forked
forked.deal = functools.partial(forked.deal, most=1)
from mkdocs.__main__ import cli
cli(["build", "--strict", "--site-dir", sys.argv[1]])
"""


def build_in_turns(project: Path, built: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", IN_TURNS, str(built)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": "0"}
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_the_site_is_the_same_when_processes_take_turns(library: Path, tmp_path: Path) -> None:
    for make, name in ((build_in_turns, "turns"), (build_on_one_core, "alone")):
        done = make(library, tmp_path / name)
        assert done.returncode == 0, done.stdout + done.stderr
    names = files_in(tmp_path / "alone")
    assert files_in(tmp_path / "turns") == names
    assert filecmp.cmpfiles(tmp_path / "alone", tmp_path / "turns", names, shallow=False)[1:] == ([], [])


@pytest.fixture
def broken(library: Path, tmp_path: Path) -> Path:
    """The project with links that lead nowhere: inside a report, from one to the next, from the site into one and back."""
    project = tmp_path / "broken"
    shutil.copytree(library, project)
    for year in range(2016, 2022):
        with (project / f"docs/zh/jia-{year}/c1.md").open("a", encoding="utf-8") as page:
            page.write("\n[甲](c2.md#no-1) [乙](nowhere.md) [丁](../about.md#no-3)\n")
            page.write(f"\n[丙](../jia-{2016 + (year - 2015) % 6}/c3.md#no-2) [戊](../about.md)\n")
    about = project / "docs/zh/about.md"
    about.write_text(about.read_text(encoding="utf-8") + "\n[己](jia-2018/c1.md#no-4)\n", encoding="utf-8")
    return project


@pytest.mark.slow
def test_every_broken_link_is_told_once(broken: Path, tmp_path: Path) -> None:
    alone = build_on_one_core(broken, tmp_path / "alone")
    lines = sorted(SAID.findall(alone.stderr))
    # The page of the whole report repeats what its chapter says.
    assert len(lines) == 2 * 6 * 4 + 1
    for make in (build, build_in_turns):
        shared = make(broken, tmp_path / make.__name__)
        assert alone.returncode == shared.returncode == 1
        assert sorted(SAID.findall(shared.stderr)) == lines
        assert "Traceback" not in shared.stderr


@pytest.mark.slow
def test_a_page_that_cannot_be_made_ends_the_build(library: Path, tmp_path: Path) -> None:
    project = tmp_path / "unmade"
    shutil.copytree(library, project)
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    own = settings.replace("name: material", "name: material\n  custom_dir: overrides")
    (project / "mkdocs.yml").write_text(own, encoding="utf-8")
    (project / "overrides/partials").mkdir(parents=True)
    (project / "overrides/partials/notice.html").write_text(
        "{% if page and page.file.src_uri.startswith('zh/jia') and page.file.name == 'c2' %}{{ 1 // 0 }}{% endif %}",
        encoding="utf-8",
    )
    for make in (build, build_in_turns):
        done = make(project, tmp_path / make.__name__)
        assert done.returncode == 1
        assert re.search(r"ERROR .*Error building page 'zh/jia-20\d\d/c2\.md'", done.stderr)


@pytest.mark.slow
def test_a_page_in_another_encoding_is_named(library: Path, tmp_path: Path) -> None:
    project = tmp_path / "unreadable"
    shutil.copytree(library, project)
    (project / "docs/zh/jia-2018/c2.md").write_bytes("# 二、做好工作\n".encode("gbk"))
    done = build(project, tmp_path / "site")
    assert done.returncode == 1
    assert "zh/jia-2018/c2.md" in done.stderr
    assert "UTF-8" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_merge_that_is_not_finished_is_no_text_to_publish(library: Path, tmp_path: Path) -> None:
    project = tmp_path / "merged"
    shutil.copytree(library, project)
    page = project / "docs/zh/jia-2018/c2.md"
    page.write_text(
        page.read_text(encoding="utf-8") + "\n<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> b\n", encoding="utf-8"
    )
    done = build(project, tmp_path / "site")
    assert done.returncode == 1
    assert "WARNING -  zh/jia-2018/c2.md：git 的合并没有完成（<<<<<<< HEAD）" in done.stderr


def site_files(*paths: str) -> Files:
    return Files(File(path, None, "site", use_directory_urls=False) for path in paths)


def test_reports_stay_whole() -> None:
    one = {"zh/a/index.md", "en/a/c1.md", "data/a.json", "data/a/figures.csv", "data/a/raw/x.pdf"}
    other = {"zh/b/index.md", "data/b.json"}
    own = {"zh/regions/a.md", "assets/a.js", "feed.xml"}
    assert deal(site_files(*one, *other, *own), 2) == (own, [[one], [other]])


def test_more_processes_than_reports_are_not_begun() -> None:
    assert deal(site_files("index.md", "zh/a/c1.md"), 3) == ({"index.md"}, [[{"zh/a/c1.md"}]])


def test_a_process_makes_share_by_share() -> None:
    files = site_files("zh/a/c1.md", "zh/a/c2.md", "zh/b/c1.md", "zh/c/c1.md")
    assert deal(files, 1, most=2).rounds == [[{"zh/a/c1.md", "zh/a/c2.md"}, {"zh/b/c1.md", "zh/c/c1.md"}]]


def test_what_others_make_is_known_but_not_made() -> None:
    files = Shared(site_files("zh/a/c1.md", "zh/b/c1.md", "data/b/figures.csv"))
    files.elsewhere = frozenset({"zh/b/c1.md", "data/b/figures.csv"})
    assert [file.src_uri for file in files.documentation_pages()] == ["zh/a/c1.md"]
    assert files.get_file_from_path("zh/b/c1.md")
