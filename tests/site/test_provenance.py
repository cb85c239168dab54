"""Where a page's text comes from: what is known is said, what is not is said to be unknown, nothing is made up."""

import hashlib
import re
from datetime import date
from pathlib import Path

import pytest

from converter import __version__
from converter.data import ReportFile
from converter.site.files.raw import raw_file, raw_uri
from converter.site.head.provenance import Known, provenance, summary
from tests.conftest import SEED
from tests.exports.conftest import report_with, typed

NOTHING = Known("", "", None, {})


def report(**more: object) -> ReportFile:
    source = {"path": "seeds/甲 县.html", "sha256": "ab" * 32, "format": "html", "characters": 12345}
    plain = {"issuer": None, "region": None, "published": None, "source": source, "report_year": None}
    return typed(report_with(**(plain | more)))


def source(path: str, sha256: str = "ab" * 32, form: str = "text") -> dict[str, object]:
    return {"path": path, "sha256": sha256, "format": form, "characters": 1}


def lines(told: ReportFile, language: str, known: Known) -> dict[str, str]:
    return {item.label: item.text for item in provenance(told, language, known)}


def test_what_nobody_knows_is_not_known() -> None:
    assert lines(report(), "zh", NOTHING) == {
        "发布机关": "不详",
        "发布日期": "不详",
        "原文网址": "不详",
        "原始文件": "甲 县.html（未随本站发布，12,345 字）",
        "SHA-256": "ab" * 32,
        "转换程序": f"Gongkai {__version__}",
    }
    assert summary(report(), "en", NOTHING) == "Source: not known"


FACTS = {
    "issuer": {"value": "甲县人民政府", "source": "落款"},
    "region_code": {"value": "1", "source": "GB/T 2260"},
}
STRINGS = {("issuer", "甲县人民政府"): "Government of Jia County", ("fact_source", "落款"): "its signature"}


def test_a_fact_the_text_does_not_carry_says_whose_it_is() -> None:
    known = Known("https://example.org/1", "data/x/raw/a", date(2026, 3, 1), STRINGS)
    told = lines(report(facts=FACTS, published="2021-03-31"), "en", known)
    assert told["Issued by"] == "Government of Jia County (according to its signature)"
    assert told["Published"] == "March 31, 2021"
    assert told["Address of the original"] == "https://example.org/1"
    assert told["Region code"] == "1 (according to GB/T 2260)"
    assert told["Raw file"] == "甲 县.html (as received, 12,345 characters)"
    assert told["Converted with"] == f"Gongkai {__version__}, March 1, 2026"


def test_an_issuer_the_report_names_needs_nobody_else() -> None:
    told = report(issuer="甲县人民政府", facts={}, published="2021-03-31")
    assert lines(told, "zh", NOTHING)["发布机关"] == "甲县人民政府"
    assert summary(told, "zh", NOTHING) == "出处：甲县人民政府，2021年3月31日发布"


@pytest.mark.parametrize(
    ("path", "form", "name"),
    [
        ("seeds/a.txt", "text", "a.txt"),
        ("seeds/a.pdf", "pdf", "a.pdf"),
        ("seeds/a.docx", "docx", "a.docx"),
        ("seeds/a.html", "html", "a.html.txt"),
        ("seeds/a.svg", "text", "a.svg.txt"),
    ],
)
def test_no_browser_takes_a_raw_file_for_a_page_of_this_site(path: str, form: str, name: str) -> None:
    assert raw_uri("x", report(source=source(path, form=form))) == f"data/x/raw/{name}"


def published(project: Path, path: str, sha256: str) -> bytes | None:
    file = raw_file(project, report(source=source(path, sha256)))
    return file.read_bytes() if file else None


def test_only_the_very_file_the_pages_were_made_from_is_published(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (project / "a.txt").write_bytes(b"report")
    (tmp_path / "secret.txt").write_bytes(b"report")
    digest = hashlib.sha256(b"report").hexdigest()
    assert published(project, "a.txt", digest) == b"report"
    assert published(project, "a.txt", "0" * 64) is None
    assert published(project, "gone.txt", digest) is None
    assert published(project, "../secret.txt", digest) is None


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", ["index", "c2", "figures", "notes"])
def test_every_page_of_a_report_links_its_raw_file(site: Path, language: str, page: str) -> None:
    html = (site / language / "lanshan-2020" / f"{page}.html").read_text(encoding="utf-8")
    assert len(re.findall('<a href="../../data/lanshan-2020/raw/lanshan-2020.txt" download>', html)) == 1
    assert (site / "data/lanshan-2020/raw/lanshan-2020.txt").read_bytes() == SEED.read_bytes()


def test_the_homes_are_of_no_report(site: Path) -> None:
    assert "provenance" not in re.sub("<link[^>]*>", "", (site / "index.html").read_text(encoding="utf-8"))
