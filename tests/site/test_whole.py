"""The whole report on one page: nothing missing, nothing twice, found by those who look for it, and as a PDF."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
from bs4 import BeautifulSoup, Tag

from converter.release.pdf import print_pdf
from converter.release.pdf_text import missing_characters
from converter.site.files.one_page import pdf_uri
from converter.site.search.page import text_of
from tests.site.conftest import Visit, found_browser
from tests.test_published import published

LANGUAGES = ("zh", "en")
PLACE = re.compile(r"c\d+(-s\d+)*(-p\d+)?")


def read(site: Path, path: str) -> BeautifulSoup:
    return BeautifulSoup((site / path).read_text(encoding="utf-8"), "lxml")


def places(page: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """The chapters, sections and paragraphs of a page with their words."""
    for element in page.select("article [id]"):
        if PLACE.fullmatch(str(element["id"])) and element.get_text():
            yield str(element["id"]), " ".join(element.get_text().split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_the_pages_say_in_their_order(site: Path, language: str) -> None:
    folder = f"{language}/lanshan-2020"
    pages = ["index", *(f"c{number}" for number in range(1, 10))]
    apart = [place for name in pages for place in places(read(site, f"{folder}/{name}.html"))]
    together = list(places(read(site, f"{folder}/whole.html")))
    assert together == [place for place in apart if place[0] != "c0"]
    assert len(together) > 70


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_stands_in_it_once_and_leads_to_its_row(site: Path, language: str) -> None:
    figures = [address.partition("#")[2] for address in published() if re.search(r"-v[^-]+(-\d+)?$", address)]
    page = read(site, f"{language}/lanshan-2020/whole.html")
    assert sorted(str(data["id"]) for data in page.select("data[value]")) == sorted(figures)


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_stand_one_level_below_the_title(site: Path, language: str) -> None:
    article = read(site, f"{language}/lanshan-2020/whole.html").select_one("article")
    assert isinstance(article, Tag)
    assert [heading["id"] for heading in article.select("h1")] == ["report"]
    assert len(article.select("h2")) == 9
    assert all(str(heading["id"]).count("-s") == 1 for heading in article.select("h3"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_reached_from_every_page_of_the_report(site: Path, language: str) -> None:
    folder = site / language / "lanshan-2020"
    linked = [
        page.stem for page in sorted(folder.glob("*.html")) if 'href="whole.html"' in page.read_text("utf-8")
    ]
    assert linked == [page.stem for page in sorted(folder.glob("*.html")) if page.stem != "whole"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_search_finds_its_text_a_second_time(site: Path, language: str) -> None:
    html = (site / language / "lanshan-2020" / "whole.html").read_text(encoding="utf-8")
    assert text_of(html) == ""
    assert '<meta name="robots" content="noindex, follow">' in html


def test_a_report_offers_no_pdf_where_none_was_made(site: Path) -> None:
    assert "application/pdf" not in (site / "zh/lanshan-2020/index.html").read_text(encoding="utf-8")
    assert pdf_uri("x", "zh") == "data/x/x.zh.pdf"


def test_on_paper_it_is_set_as_official_documents_are(visit: Visit, served: str) -> None:
    page = visit.page
    page.goto(f"{served}zh/lanshan-2020/whole.html")
    page.emulate_media(media="print")
    style = (
        "element => { const s = getComputedStyle(element); return [s.fontSize, s.textAlign, s.textIndent]; }"
    )
    point = 4 / 3
    size, align, _ = page.locator("article h1").evaluate(style)
    assert (round(float(size[:-2]) / point), align) == (22, "center")
    for place in ("#c1", "#c1-s1", "#c1-s1-p1"):
        size, _, indent = page.locator(place).evaluate(style)
        assert (round(float(size[:-2]) / point), round(float(indent[:-2]) / point)) == (16, 32), place
    for gone in (".md-header", ".md-sidebar", ".md-footer", ".reading-tools"):
        assert not page.locator(gone).first.is_visible(), gone
    assert page.locator(".provenance dd").first.is_visible()


def test_on_paper_english_is_set_smaller_and_its_titles_are_no_larger_than_their_level(
    visit: Visit, served: str
) -> None:
    page = visit.page
    page.goto(f"{served}en/lanshan-2020/whole.html")
    page.emulate_media(media="print")
    sizes = [
        page.locator(place).evaluate("element => parseFloat(getComputedStyle(element).fontSize)")
        for place in ("article h1", "#c1", "#c1-s1", "#c1-s1-p1")
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert page.locator("#c1-s1").evaluate("element => getComputedStyle(element).textIndent") == "0px"


class Printed(NamedTuple):
    path: str
    content: bytes
    pages: list[str]
    outline: list[tuple[int, str]]
    tagged: bool


@pytest.fixture(scope="module", params=LANGUAGES)
def printed(request: pytest.FixtureRequest, site: Path) -> Printed:
    path = f"{request.param}/lanshan-2020/whole.html"
    content = print_pdf(found_browser(), site / path, 1_617_235_200)
    document = pypdfium2.PdfDocument(content)
    pages = [page.get_textpage().get_text_range() for page in document]
    outline = [(entry.level, entry.get_title()) for entry in document.get_toc()]
    return Printed(path, content, pages, outline, bool(pypdfium2.raw.FPDFCatalog_IsTagged(document)))


@pytest.mark.browser
def test_its_pdf_says_the_whole_report(site: Path, printed: Printed) -> None:
    # The reader of the PDF takes a hyphen at the end of a line for one that is not in the word.
    aside = re.compile(r"\s|-|\ufffe|\x02|— \d+ —")
    bare = aside.sub("", "".join(printed.pages))
    paragraphs = [words for _, words in places(read(site, printed.path))]
    assert [words for words in paragraphs if aside.sub("", words) not in bare] == []


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_of_a_chapter_on_paper_keeps_its_terms_in_their_sentences(
    visit: Visit, address: str, site: Path, language: str
) -> None:
    path = f"{language}/lanshan-2020/c6.html"
    visit.page.goto(address + path)
    document = pypdfium2.PdfDocument(visit.page.pdf())
    aside = re.compile(r"\s|-|\ufffe|\x02")
    pages = [aside.sub("", page.get_textpage().get_text_range()) for page in document]
    paragraphs = [words for place, words in places(read(site, path)) if "-p" in place]
    assert paragraphs
    broken = [words for words in paragraphs if not any(aside.sub("", words) in page for page in pages)]
    assert len(broken) < len(pages), broken  # one may go over the end of each page


OUTLINES = {
    "zh": [
        (0, "兰山区2020年度法治政府建设工作的报告"),
        (1, "一、加强党对法治建设的领导，压实法治政府建设责任"),
        (2, "一是统筹推进法治政府建设"),
    ],
    "en": [
        (0, "Report on Building a Law-based Government in Lanshan District, 2020"),
        (1, "I. Strengthening Party Leadership over Building the Rule of Law"),
        (2, "1. Coordinating Efforts to Build a Law-based Government"),
    ],
}


@pytest.mark.browser
def test_its_pdf_has_outline_tags_language_numbers_and_the_sites_date(printed: Printed) -> None:
    language = printed.path[:2]
    for (level, title), (expected, begins) in zip(printed.outline, OUTLINES[language], strict=False):
        assert level == expected
        assert title.startswith(begins)
    assert printed.tagged
    assert re.search(rb"/Lang \(" + language.encode(), printed.content)
    for number, text in enumerate(printed.pages, 1):
        assert f"— {number} —" in text
    assert printed.content.count(b"Date (D:20210401000000+00'00')") == 2


@pytest.mark.browser
def test_a_character_that_no_font_has_is_missed(site: Path, printed: Printed) -> None:
    html = (site / printed.path).read_text(encoding="utf-8")
    assert missing_characters(html, printed.content) == ""
    assert missing_characters(re.sub(r"</h2>", "龘</h2>", html, count=1), printed.content) == "龘"
