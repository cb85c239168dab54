"""A preview makes only what changed, and shows what it would if it made everything."""

import filecmp
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from converter.cli import main
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
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"}
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
