"""``gongkai release --pdf``: with a browser each report gets its PDF, without one everything else is made."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from converter.cli import releasing
from converter.cli.main import main
from converter.errors import InputError
from tests.conftest import ROOT, SEED

PDF = "site/data/x/x.zh.pdf"
OFFERED = '<p class="reading-tools"><a type="application/pdf" href="../../data/x/x.zh.pdf">PDF</a></p>'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose site has one page, which offers a PDF where it was told that one will be made."""

    def build_site(_project: Path, site: Path, _seconds: int, pdf: bool) -> None:
        page = site / "zh/x/whole.html"
        page.parent.mkdir(parents=True)
        page.write_text(OFFERED if pdf else "<p>", encoding="utf-8")

    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "docs/data").mkdir(parents=True)
    shutil.copy(ROOT / "docs/data" / f"{SEED.stem}.json", tmp_path / "docs/data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(releasing, "build_site", build_site)
    monkeypatch.setattr(releasing, "print_pdf", lambda browser, page, _: f"{browser} {page.name}".encode())
    monkeypatch.setattr(releasing, "find_browser", lambda: "some-browser")
    return tmp_path


def release(*options: str) -> Result:
    return CliRunner().invoke(main, ["release", *options])


def test_each_page_that_offers_a_pdf_gets_it(project: Path) -> None:
    done = release("--pdf")
    assert done.exit_code == 0, done.output
    assert PDF in done.stdout
    assert (project / PDF).read_bytes() == b"some-browser whole.html"
    assert PDF.removeprefix("site/") in (project / "site/manifest.json").read_text(encoding="utf-8")


def test_without_a_browser_the_site_is_made_and_the_lack_told(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(releasing, "find_browser", lambda: None)
    done = release("--pdf")
    assert done.exit_code == 0, done.output
    assert "CHROME" in done.stderr
    assert not (project / PDF).exists()
    assert (project / "gongkai-site.zip").is_file()


def test_nothing_is_printed_unless_asked_for(project: Path) -> None:
    assert release().exit_code == 0
    assert not (project / PDF).exists()


def test_a_browser_that_fails_ends_the_release_with_its_words(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(browser: str, page: Path, _: int) -> bytes:
        raise InputError("pdf_failed", path=page, browser=browser, why="no display")

    monkeypatch.setattr(releasing, "print_pdf", fail)
    done = release("--pdf")
    assert done.exit_code != 0
    assert "some-browser" in done.stderr
    assert "no display" in done.stderr
    assert not (project / "gongkai-site.zip").exists()
