"""A preview and a build make only what changed, and the site is what it would be if they made everything."""

import filecmp
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from converter.cli import main
from converter.site.rendering.kept_site import Aside, Group
from tests.library.conftest import TEXTS

# Builds as the server does, the first time and after each of the edits: a file, its old words, its new ones (none: it goes).
PREVIEW = """
import json, shutil, sys, threading
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

out, site, edits = Path(sys.argv[1]), sys.argv[2], json.loads(sys.argv[3])
Path(site).mkdir()
for number, edit in enumerate([None, *edits]):
    if edit:
        path, old, new = edit
        text = Path(path).read_bytes().decode(errors="surrogateescape")
        assert old in text, path
        if new is None:
            Path(path).unlink()
        else:
            Path(path).write_bytes(text.replace(old, new).encode(errors="surrogateescape"))
    config = load_config(site_dir=site)
    if not number:
        config.plugins.on_startup(command="serve", dirty=False)
    config.site_url = "http://127.0.0.1:1/"
    try:
        build(config, serve_url=config.site_url)
    except Abort:
        continue
    shutil.copytree(site, out / str(number), ignore=shutil.ignore_patterns(".*"))
    if not number:  # A server has threads.
        threading.Thread(target=threading.Event().wait, daemon=True).start()
config.plugins.on_shutdown()
"""
SETTINGS = """
site_name: 甲区
theme: {name: material, custom_dir: overrides}
plugins: [gongkai: {convert: false}]
"""
KEPT = re.compile(r"(\d+) pages are as they were")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with three short reports."""
    project = tmp_path / "project"
    (project / "seeds").mkdir(parents=True)
    for name, text in TEXTS.items():
        (project / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    # Raw reports are not converted: they would be before each first build only.
    (project / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (project / "overrides" / "partials").mkdir(parents=True)
    (project / "overrides" / "partials" / "notice.html").write_text("<!-- own -->\n", encoding="utf-8")
    (project / "serve.log").write_text("INFO", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        done = CliRunner().invoke(main, ["build"])
        assert done.exit_code == 0, done.output
    return project


def preview(project: Path, out: Path, edits: list[tuple[str, str, str | None]]) -> str:
    """Build once and after each edit, into ``out/0``, ``out/1`` …; return what was said."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": "0"}
    command = [sys.executable, "-c", f"import logging; logging.basicConfig(level=20)\n{PREVIEW}"]
    site = out.with_name(f"{out.name}-site")
    done = subprocess.run(
        [*command, str(out), str(site), json.dumps(edits)],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stderr


def files_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


NAMES = sorted(TEXTS)
EDITS: dict[str, tuple[str, str, str | None]] = {
    "a page": (f"docs/zh/{NAMES[0]}/c1.md", "。", "，试一试。"),
    "its translation": (f"docs/en/{NAMES[0]}/c1.md", "。", "，试一试。"),
    "the data": (f"docs/data/{NAMES[1]}.json", "法治", "依法"),
    "a page that goes": (f"docs/zh/{NAMES[1]}/notes.md", "", None),
    "a sentence the search finds": (f"docs/zh/{NAMES[2]}/c2.md", "。", "，另有新词。"),
    "what the library says of others": (f"docs/data/{NAMES[2]}.json", '"region": "乙市"', '"region": "丙市"'),
    "what was last written": (f"docs/.base/en/{NAMES[0]}/c1.md", "。", "！"),
    "what is no part of the site": ("serve.log", "INFO", "INFO again"),
    "a title in every menu": ("docs/zh/about.md", "# ", "# 再谈"),
    "the settings": ("mkdocs.yml", "甲区", "乙区"),
    "a template of the site's own": ("overrides/partials/notice.html", "own", "changed"),
}
ALL_ANEW = {"a title in every menu", "the settings", "a template of the site's own"}


@pytest.mark.parametrize("name", EDITS)
@pytest.mark.slow
def test_after_an_edit_the_preview_is_what_it_would_be_if_made_anew(
    project: Path, tmp_path: Path, name: str
) -> None:
    said = preview(project, tmp_path / "again", [EDITS[name]])
    preview(project, tmp_path / "anew", [])
    again, anew = tmp_path / "again" / "1", tmp_path / "anew" / "0"
    assert files_in(again) == files_in(anew)
    assert filecmp.cmpfiles(again, anew, files_in(anew), shallow=False)[1:] == ([], [])
    kept = [int(count) for count in KEPT.findall(said)]
    assert bool(kept) is (name not in ALL_ANEW)
    pages = sum(name.endswith(".html") for name in files_in(anew))
    assert not kept or 0 < kept[0] < pages


@pytest.mark.slow
def test_each_build_rests_on_the_one_before_and_none_on_one_that_failed(
    project: Path, tmp_path: Path
) -> None:
    page = EDITS["a page"][0]
    no_utf8 = (page, "试一试", "\udcff")
    edits = [
        EDITS["a page"],
        EDITS["its translation"],
        no_utf8,
        (page, "\udcff", "再试试"),
        EDITS["the data"],
    ]
    said = preview(project, tmp_path / "again", edits)
    assert len(KEPT.findall(said)) == 3
    assert "再试试" in (tmp_path / "again/4" / page.removeprefix("docs/").replace(".md", ".html")).read_text(
        encoding="utf-8"
    )
    assert not (tmp_path / "again/3").exists()


def publish(project: Path, site: Path, *options: str, **environment: str) -> str:
    """Build the site as people do; return what was said."""
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site), *options]
    done = subprocess.run(
        command,
        cwd=project,
        env=os.environ | {"SOURCE_DATE_EPOCH": "0", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stderr


def assert_same(one: Path, other: Path) -> None:
    assert files_in(one) == files_in(other)
    assert filecmp.cmpfiles(one, other, files_in(one), shallow=False)[1:] == ([], [])


def edit(project: Path, path: str, old: str, new: str | None) -> None:
    file = project / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    if new is None:
        file.unlink()
    else:
        file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("name", EDITS)
@pytest.mark.slow
def test_after_an_edit_a_build_is_what_it_would_be_if_made_anew(
    project: Path, tmp_path: Path, name: str
) -> None:
    publish(project, tmp_path / "site")
    edit(project, *EDITS[name])
    said = publish(project, tmp_path / "site")
    assert "pages are as they were" not in publish(project, tmp_path / "anew", "--clean")
    assert_same(tmp_path / "site", tmp_path / "anew")
    assert bool(KEPT.findall(said)) is (name not in ALL_ANEW)


@pytest.mark.slow
def test_what_is_kept_serves_another_folder_and_another_machine(project: Path, tmp_path: Path) -> None:
    publish(project, tmp_path / "one")
    moved = tmp_path / "moved"
    # Every file there is new, as when a service that builds sites has brought the folder back.
    shutil.copytree(project, moved)
    assert KEPT.findall(publish(moved, tmp_path / "two"))
    assert_same(tmp_path / "one", tmp_path / "two")


@pytest.mark.parametrize("changed", [b"", b"\x00damaged", b"\x93\x01\x02\x03"])
@pytest.mark.slow
def test_what_is_damaged_is_not_used(project: Path, tmp_path: Path, changed: bytes) -> None:
    publish(project, tmp_path / "anew")
    kept = project / ".cache/gongkai-site"
    for file in [path for path in kept.rglob("*") if path.is_file()]:
        before = file.read_bytes()
        # A file may have a second place in the site.
        file.unlink()
        file.write_bytes(changed)
        if file.suffix not in {".html", ".msgpack"} and file.parent.name != "search":
            file.write_bytes(before)
    publish(project, tmp_path / "site")
    assert_same(tmp_path / "site", tmp_path / "anew")


@pytest.mark.slow
def test_a_damaged_page_is_told_and_made_anew(project: Path, tmp_path: Path) -> None:
    publish(project, tmp_path / "anew")
    [page] = [
        file for file in (project / ".cache/gongkai-site").rglob("c1.html") if f"zh/{NAMES[0]}" in str(file)
    ]
    page.unlink()
    page.write_text("<p>Not what was kept", encoding="utf-8")
    said = publish(project, tmp_path / "site")
    assert f"{NAMES[0]} 的缓存已损坏" in said
    assert KEPT.findall(said)
    assert_same(tmp_path / "site", tmp_path / "anew")


@pytest.mark.slow
def test_a_build_on_another_day_or_with_another_address_takes_nothing_over(
    project: Path, tmp_path: Path
) -> None:
    publish(project, tmp_path / "site")
    assert not KEPT.findall(publish(project, tmp_path / "site", SOURCE_DATE_EPOCH="172800"))
    edit(project, "mkdocs.yml", "site_name", "site_url: https://example.org/\nsite_name")
    assert not KEPT.findall(publish(project, tmp_path / "site", SOURCE_DATE_EPOCH="172800"))


@pytest.mark.slow
def test_where_others_have_a_part_in_the_pages_nothing_is_kept(project: Path, tmp_path: Path) -> None:
    (project / "own.py").write_text("def on_page_content(html, **_):\n    return html\n", encoding="utf-8")
    edit(project, "mkdocs.yml", "site_name", "hooks: [own.py]\nsite_name")
    publish(project, tmp_path / "site")
    assert not (project / ".cache/gongkai-site").exists()
    assert not KEPT.findall(publish(project, tmp_path / "site"))


@pytest.mark.slow
def test_what_is_said_of_a_page_is_said_by_every_build(project: Path, tmp_path: Path) -> None:
    edit(project, f"docs/zh/{NAMES[0]}/c1.md", "。", "。[甲](nowhere.md) [乙](c2.md#nothing)")
    edit(project, "docs/zh/about.md", "# ", f"[丙]({NAMES[2]}/c1.md#c1-p1)\n\n# ")
    for _ in range(3):
        said = publish(project, tmp_path / "site")
        assert "nowhere.md" in said
        assert "#nothing" in said
        assert "#c1-p1" not in said
    assert KEPT.findall(said)
    # A page that is made anew loses what one that is kept, or made, leads to.
    page = project / f"docs/zh/{NAMES[2]}/c1.md"
    page.write_text(
        page.read_text(encoding="utf-8").partition("\n# ")[0] + "\n# 一、别的 { #c1 }\n", encoding="utf-8"
    )
    assert "#c1-p1" in publish(project, tmp_path / "site")


@pytest.mark.slow
def test_a_quiet_build_hears_what_it_does_not_say(project: Path, tmp_path: Path) -> None:
    edit(project, f"docs/zh/{NAMES[0]}/c1.md", "。", "。[甲](nowhere.md)")
    assert "nowhere.md" not in publish(project, tmp_path / "site", "--quiet")
    said = publish(project, tmp_path / "site")
    assert KEPT.findall(said)
    assert "nowhere.md" in said


def test_a_preview_whose_build_fails_has_the_site_it_had(tmp_path: Path) -> None:
    def pages() -> dict[str, str]:
        files = (file for file in tmp_path.rglob("*") if file.is_file())
        return {file.relative_to(tmp_path).as_posix(): file.read_text(encoding="utf-8") for file in files}

    (tmp_path / "zh/a").mkdir(parents=True)
    (tmp_path / ".parts").mkdir()
    for name in ("index.html", "zh/a/c1.html", "zh/a/c2.html", ".parts/search"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    before, place = pages(), Aside(tmp_path)
    place.give_up()
    assert pages() == before, "no build has begun"
    place.begin()
    place.bring_back("a", Group("", {"zh/a/c1.html": ""}))
    (tmp_path / "zh/a/c2.html").write_text("half", encoding="utf-8")
    (tmp_path / "new.html").write_text("new", encoding="utf-8")
    place.give_up()
    assert pages() == before
    assert place.begin() is None, "nothing rests on a build that failed"
