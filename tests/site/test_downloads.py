"""The data of a report as readers and programs get it from the built site."""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import frictionless
import pytest
from bs4 import BeautifulSoup

from converter.pages.report import report_pages
from converter.pipeline import reading
from converter.release.pdf import offered_pdfs
from converter.release.site import SETTING
from tests.conftest import report_of
from tests.site.conftest import ROOT, Visit, build

TABLE = "zh/lanshan-2020/figures.html"
HOME = "zh/lanshan-2020/index.html"
LABELS = ["CSV", "Excel", "JSON", "Data Package"]


def soup_of(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")


def linked_data(page: Path) -> dict[str, Any]:
    """What the page is, beside where it stands."""
    found = [json.loads(e.string or "") for e in soup_of(page).select('script[type="application/ld+json"]')]
    (told,) = (one for one in found if one["@type"] != "BreadcrumbList")
    return dict(told)


def project_with(text: str, name: str, folder: Path, site_url: str = "") -> Path:
    """The project with one report more, made of ``text``, without figures; built."""
    copy = folder / "project"
    shutil.copytree(ROOT / "docs", copy / "docs")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (copy / "mkdocs.yml").write_text(
        f"site_url: {site_url}\n{config}" if site_url else config, encoding="utf-8"
    )
    for path, page in report_pages(reading(report_of(text)), name).items():
        (copy / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (copy / "docs" / path).write_text(page, encoding="utf-8")
    done = build(copy, copy / "site")
    assert done.returncode == 0, done.stderr
    return copy / "site"


@pytest.mark.parametrize("index", range(len(LABELS)), ids=LABELS)
def test_each_link_downloads(visit: Visit, served: str, site: Path, index: int, tmp_path: Path) -> None:
    visit.page.goto(served + TABLE)
    link = visit.page.locator(".downloads a").nth(index)
    assert link.inner_text().startswith(LABELS[index])
    with visit.page.expect_download() as downloading:
        link.click()
    downloading.value.save_as(tmp_path / "saved")
    target = (site / TABLE).parent / str(link.get_attribute("href"))
    assert (tmp_path / "saved").read_bytes() == target.resolve().read_bytes()
    assert downloading.value.suggested_filename == f"lanshan-2020-{target.name}"
    assert not visit.complaints


@pytest.mark.parametrize("index", range(len(LABELS)), ids=LABELS)
def test_each_link_works_from_a_folder(visit: Visit, site: Path, index: int) -> None:
    """Opened from a disk, where the file lies already, a browser may show a JSON file instead of saving it."""
    visit.page.goto((site / TABLE).as_uri())
    link = visit.page.locator(".downloads a").nth(index)
    if LABELS[index] in ("CSV", "Excel"):
        with visit.page.expect_download() as downloading:
            link.click()
        assert Path(downloading.value.path()).read_bytes()
    else:
        link.click()
        visit.page.wait_for_url("**/data/lanshan-2020/*.json")
        assert "兰山区" in visit.page.inner_text("body")


def test_only_the_table_offers_them_and_names_their_sizes(site: Path) -> None:
    for page in site.rglob("*.html"):
        offered = soup_of(page).select(".downloads a")
        assert bool(offered) == (page.name == "figures.html"), page
        for link in offered:
            size = (page.parent / str(link["href"])).resolve().stat().st_size
            assert f"{-(-size // 1000)}\N{NO-BREAK SPACE}KB" in link.get_text()


def test_the_package_of_the_site_is_valid_and_its_addresses_lead_to_the_figures(site: Path) -> None:
    package = site / "data" / "lanshan-2020" / "datapackage.json"
    assert frictionless.validate(str(package)).valid
    rows = frictionless.Package(str(package)).get_table_resource("figures").read_rows()
    pages = {row["address"].partition("#")[0] for row in rows}
    ids = {path: {element["id"] for element in soup_of(site / path).select("data[id]")} for path in pages}
    for row in rows:
        path, _, anchor = row["address"].partition("#")
        assert anchor in ids[path], row["address"]


def test_the_json_is_the_one_of_the_pages(site: Path) -> None:
    published = site / "data" / "lanshan-2020" / "fulltext.json"
    own = (ROOT / "docs" / "data" / "lanshan-2020.json").read_text(encoding="utf-8")
    # Without the white space by which people compare two versions.
    compact = json.dumps(json.loads(own), ensure_ascii=False, separators=(",", ":"))
    assert published.read_text(encoding="utf-8") == compact
    assert not (site / "data" / "lanshan-2020.json").exists()


def test_the_table_is_a_dataset_with_its_files(site: Path) -> None:
    told = linked_data(site / TABLE)
    assert told["@type"] == "Dataset"
    assert told["url"] == "figures.html"
    for download in told["distribution"]:
        content = ((site / TABLE).parent / download["contentUrl"]).resolve().read_bytes()
        assert download["contentSize"] == f"{len(content)} B"
        assert download["sha256"] == hashlib.sha256(content).hexdigest()


def test_the_first_page_is_a_report_that_has_the_dataset(site: Path) -> None:
    told = linked_data(site / HOME)
    assert told["@type"] == "Report"
    assert told["hasPart"]["url"] == linked_data(site / TABLE)["url"]
    chapter = soup_of(site / "zh/lanshan-2020/c1.html").select('script[type="application/ld+json"]')
    assert [json.loads(element.string or "")["@type"] for element in chapter] == ["BreadcrumbList"]


@pytest.mark.parametrize("home", [HOME, "en/lanshan-2020/index.html"])
def test_the_report_names_the_files_that_hold_all_of_it(site: Path, home: str) -> None:
    media = {one["name"]: one for one in linked_data(site / home)["encoding"]}
    assert {name: (one["encodingFormat"], one.get("inLanguage")) for name, one in media.items()} == {
        "fulltext.zh.md": ("text/markdown", "zh-Hans"),
        "fulltext.en.md": ("text/markdown", "en"),
        "fulltext.json": ("application/json", None),
        "lanshan-2020.txt": ("text/plain", "zh-Hans"),
    }
    for one in media.values():
        content = ((site / home).parent / one["contentUrl"]).resolve().read_bytes()
        assert one.get("sha256", hashlib.sha256(content).hexdigest()) == hashlib.sha256(content).hexdigest()
    raw = ((site / home).parent / media["lanshan-2020.txt"]["contentUrl"]).resolve()
    assert raw.read_bytes() == (ROOT / "seeds/lanshan-2020.txt").read_bytes()


@pytest.mark.slow
def test_where_pdfs_are_printed_programs_learn_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SETTING, "1")
    done = build(ROOT, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    site = tmp_path / "site"
    due = {pdf.relative_to(site).as_posix() for _, pdf in offered_pdfs(site)}
    assert due == {f"data/lanshan-2020/lanshan-2020.{language}.pdf" for language in ("zh", "en")}
    told = [one for one in linked_data(site / HOME)["encoding"] if one["encodingFormat"] == "application/pdf"]
    assert {one["contentUrl"] for one in told} == {f"../../{address}" for address in due}
    listed = (site / "llms.txt").read_text(encoding="utf-8")
    assert all(f"[PDF]({address})" in listed for address in due)


@pytest.mark.slow
def test_a_report_of_any_name_without_figures(tmp_path: Path) -> None:
    site = project_with(
        "甲区2021年法治政府建设报告\n一、工作情况\n依法开展各项工作。\n", "甲区-2021", tmp_path
    )
    assert frictionless.validate(str(site / "data" / "甲区-2021" / "datapackage.json")).valid
    links = soup_of(site / "zh/甲区-2021/figures.html").select(".downloads a")
    assert len(links) == len(LABELS)
    assert all((site / "zh/甲区-2021" / unquote(str(link["href"]))).is_file() for link in links)


@pytest.mark.slow
def test_a_site_that_knows_its_address_uses_it(tmp_path: Path) -> None:
    root = "https://example.org/reports/"
    site = project_with("甲区2021年法治政府建设报告\n一、工作情况\n</script>。\n", "a", tmp_path, root)
    told = linked_data(site / TABLE)
    assert told["url"] == root + TABLE
    assert told["distribution"][0]["contentUrl"] == urljoin(root, "data/lanshan-2020/figures.csv")
    assert linked_data(site / HOME)["hasPart"]["url"] == root + TABLE
    package = json.loads((site / "data/lanshan-2020/datapackage.json").read_text(encoding="utf-8"))
    assert package["homepage"] == root
    assert soup_of(site / TABLE).select_one('.downloads a[href^="../../data/"]')


@pytest.mark.slow
def test_two_builds_give_the_same_files(site: Path, tmp_path: Path) -> None:
    assert build(ROOT, tmp_path / "again").returncode == 0
    files = sorted(file for file in (site / "data" / "lanshan-2020").rglob("*") if file.is_file())
    assert len(files) > 5
    for file in files:
        assert (tmp_path / "again" / file.relative_to(site)).read_bytes() == file.read_bytes()
