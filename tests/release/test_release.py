"""``gongkai release``: a site that can be put anywhere, the same each time, with a list of what is in it."""

import functools
import gzip
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urldefrag, urljoin
from urllib.request import urlopen

import pytest
from bs4 import BeautifulSoup

from converter.release.archive import archive
from converter.release.commit import Commit
from converter.release.manifest import manifest
from converter.release.reports import stale_reports
from tests.conftest import ROOT
from tests.keep.project import tree
from tests.surroundings import PATIENCE

COMMITTED = 1_617_235_200  # 2021-04-01
CHAPTER = "docs/zh/lanshan-2020/c2.md"


def gongkai(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return python(project, "-m", "converter", *arguments)


def python(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # A plain shell: none of what the Makefile or another test may have set.
    environment = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"} | {
        "LC_ALL": "en_US.UTF-8"
    }
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project under git, built and released."""
    copy = tmp_path_factory.mktemp("release")
    for folder in ("docs", "seeds"):
        shutil.copytree(ROOT / folder, copy / folder)
    for file in ("mkdocs.yml", ".gitignore"):
        shutil.copy(ROOT / file, copy)
    with (copy / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("\nsite_url: https://example.org/a/b/\n")
    assert gongkai(copy, "build").returncode == 0
    date = f"{COMMITTED} +0000"
    environment = os.environ | {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "pages"]):
        identity = ["-c", "user.name=clerk", "-c", "user.email=clerk@example.org"]
        subprocess.run(["git", *identity, *command], cwd=copy, env=environment, check=True)
    done = gongkai(copy, "release")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "site/ (" in done.stdout
    return copy


@pytest.mark.slow
def test_the_manifest_lists_every_file_and_what_it_was_made_from(project: Path) -> None:
    site = project / "site"
    listed = json.loads((site / "manifest.json").read_text(encoding="utf-8"))
    files = {entry["path"]: (entry["sha256"], entry["size"]) for entry in listed["files"]}
    found = {path: (hashlib.sha256(data).hexdigest(), len(data)) for path, data in tree(site).items()}
    del found["manifest.json"]
    assert files == found
    raw = (project / "seeds" / "lanshan-2020.txt").read_bytes()
    assert listed["reports"] == [
        {"path": "seeds/lanshan-2020.txt", "sha256": hashlib.sha256(raw).hexdigest()}
    ]
    head = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=project, capture_output=True, text=True, check=True
    )
    assert listed["commit"] == head.stdout.strip()
    assert listed["changed_since_commit"] is False
    assert listed["date"] == "2021-04-01T00:00:00+00:00"
    assert set(listed["versions"]) == {"gongkai", "mkdocs", "mkdocs-material", "python"}


@pytest.mark.slow
def test_the_zip_is_the_site(project: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(project / "gongkai-site.zip") as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(2021, 4, 1, 0, 0, 0)}
        packed.extractall(tmp_path)
    assert tree(tmp_path / "gongkai-site") == tree(project / "site")


@pytest.mark.slow
def test_one_commit_gives_one_site_however_it_is_built(project: Path, tmp_path: Path) -> None:
    done = python(project, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "again"))
    assert done.returncode == 0, done.stderr
    site = tree(project / "site")
    del site["manifest.json"]
    assert tree(tmp_path / "again") == site
    assert int.from_bytes(site["sitemap.xml.gz"][4:8], "little") == COMMITTED
    assert gzip.decompress(site["sitemap.xml.gz"]) == site["sitemap.xml"]


@pytest.fixture(scope="module")
def below(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site on a server that has it at /a/b/ and nothing else."""
    root = tmp_path_factory.mktemp("server")
    shutil.copytree(project / "site", root / "a" / "b")

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(root))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/a/b/"
        server.shutdown()


@pytest.mark.slow
def test_every_address_works_below_a_path(below: str) -> None:
    waiting, seen = [f"{below}index.html"], set()
    while waiting:
        address = waiting.pop()
        seen.add(address)
        with urlopen(address, timeout=PATIENCE) as answer:  # raises on 404
            body, kind = answer.read(), answer.headers.get_content_type()
        if kind == "text/html":
            waiting += [found for found in addresses(address, body) if found not in (*seen, *waiting)]
    assert len([address for address in seen if address.endswith(".html")]) >= 12
    assert [address for address in seen if not address.startswith(below)] == []


def addresses(page: str, html: bytes) -> set[str]:
    tags = BeautifulSoup(html, "html.parser").find_all(["a", "link", "script", "img"])
    found = {str(tag.get(name)) for tag in tags for name in ("href", "src") if tag.get(name)}
    whole = {urldefrag(urljoin(page, address)).url for address in found}
    host = page.partition("/a/b/")[0]
    return {address for address in whole if address.startswith(host)}


@pytest.fixture
def fresh(project: Path, tmp_path: Path) -> Path:
    """The released project, for a test to spoil."""
    return Path(shutil.copytree(project, tmp_path / "project"))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.slow
def test_a_raw_report_newer_than_its_pages_stops_it(fresh: Path) -> None:
    edit(fresh / "seeds" / "lanshan-2020.txt", "66万户", "67万户")
    done = gongkai(fresh, "release")
    assert done.returncode == 3
    assert done.stderr.startswith("seeds/lanshan-2020.txt: the raw report is newer")


@pytest.mark.slow
def test_a_dead_link_in_a_page_stops_it(fresh: Path) -> None:
    with (fresh / CHAPTER).open("a", encoding="utf-8") as page:
        page.write("\n见[附件](annex.md)。\n")
    assert gongkai(fresh, "build").returncode == 0
    done = gongkai(fresh, "release")
    assert done.returncode == 3
    assert "annex.md" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_dead_link_mkdocs_does_not_look_at_stops_it(fresh: Path) -> None:
    (fresh / "gongkai-site.zip").unlink()
    with (fresh / CHAPTER).open("a", encoding="utf-8") as page:
        page.write('\n<p><a href="no/where.html">附件</a></p>\n')
    # A publisher who vouches for the HTML in pages.
    (fresh / "publisher.toml").write_text('html = "kept"\n', encoding="utf-8")
    assert gongkai(fresh, "build").returncode == 0
    done = gongkai(fresh, "release")
    assert done.returncode == 1
    assert "site/zh/lanshan-2020/c2.html: the link no/where.html leads nowhere." in done.stderr
    assert not (fresh / "gongkai-site.zip").exists()


@pytest.mark.slow
def test_uncommitted_changes_are_told(fresh: Path) -> None:
    edit(fresh / CHAPTER, "规范市场监管", "规范市场的监管")
    # The first page says that there are edits.
    assert gongkai(fresh, "build").returncode == 0
    done = gongkai(fresh, "release")
    assert done.returncode == 0, done.stderr
    assert "not committed" in done.stderr
    assert json.loads((fresh / "site/manifest.json").read_text(encoding="utf-8"))["changed_since_commit"]


def test_the_same_files_in_any_order_give_the_same_bytes(tmp_path: Path) -> None:
    sites = []
    for order in (("b.html", "a/c.css", "数据.html"), ("数据.html", "b.html", "a/c.css")):
        sites.append(tmp_path / f"site{len(sites)}")
        (sites[-1] / "a").mkdir(parents=True)
        for path in order:
            (sites[-1] / path).write_text(path, encoding="utf-8")
    commit = Commit(None, False, 0)
    first, second = ((archive(site, 0), manifest(site, {"b": "2", "a": "1"}, commit)) for site in sites)
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first[0])) as packed:
        assert packed.testzip() is None
        assert packed.namelist() == [f"gongkai-site/{path}" for path in ("a/c.css", "b.html", "数据.html")]


def test_a_report_that_is_not_here_cannot_be_stale(tmp_path: Path) -> None:
    (tmp_path / "docs/data").mkdir(parents=True)
    data = json.loads((ROOT / "docs/data/lanshan-2020.json").read_text(encoding="utf-8"))
    data["source"] |= {"path": "seeds/gone.txt", "sha256": "0" * 64}
    (tmp_path / "docs/data/gone.json").write_text(json.dumps(data), encoding="utf-8")
    assert stale_reports(tmp_path, tmp_path / "docs") == []


@pytest.mark.slow
def test_a_site_with_pages_deleted_renamed_and_added_is_released(fresh: Path) -> None:
    pages = fresh / "docs/zh/lanshan-2020"
    (pages / "c3.md").unlink()
    (pages / "c5.md").rename(pages / "c5-old.md")
    (pages / "annex.md").write_text("# 附件一\n\n见[第二章](c2.md)。\n", encoding="utf-8")
    assert gongkai(fresh, "build").returncode == 0
    done = gongkai(fresh, "release")
    assert done.returncode == 0, done.stderr
    assert not (fresh / "site/zh/lanshan-2020/c3.html").exists()
    assert "附件一" in (fresh / "site/zh/lanshan-2020/annex.html").read_text(encoding="utf-8")
