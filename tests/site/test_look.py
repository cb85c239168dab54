"""What a reader sees on a phone, in the dark, on paper, and what every page says about itself."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, expect

from converter.site.words import words
from tests.site.conftest import Visit, visit_with

HOME = "zh/lanshan-2020/"
LIGHT = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"


def pages(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def test_no_page_scrolls_sideways_on_a_phone(browser: Browser, site: Path, served: str) -> None:
    visit = visit_with(browser, viewport={"width": 390, "height": 844})
    for path in pages(site):
        visit.page.goto(served + path)
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 390, path
    assert not visit.complaints
    visit.page.context.close()


WIDTHS = range(300, 620, 4)


def test_the_unseen_mark_of_a_paragraph_takes_no_line_of_its_own(browser: Browser, served: str) -> None:
    visit = visit_with(browser, viewport={"width": 1280, "height": 900})
    visit.page.goto(f"{served}{HOME}c2.html")
    measured = visit.page.evaluate(
        """widths => widths.map(width => {
            const one = [...document.querySelectorAll("p:has(> a.pin)")].find(p => p.textContent.length > 60);
            one.style.width = `${width}px`;
            const pin = one.querySelector("a.pin"), high = one.offsetHeight;
            pin.style.display = "none";
            const alone = one.offsetHeight;
            pin.style.display = "";
            return high - alone;
        })""",
        list(WIDTHS),
    )
    assert set(measured) == {0}
    visit.page.context.close()


def test_the_chapters_on_the_home_follow_their_heading(browser: Browser, served: str) -> None:
    visit = visit_with(browser, viewport={"width": 1280, "height": 900})
    visit.page.goto(f"{served}index.html")
    heading, chapters = (
        visit.page.locator(f"{one}").bounding_box() for one in ("#chapters", "#chapters + ul")
    )
    assert heading
    assert chapters
    assert chapters["y"] - heading["y"] < 60
    visit.page.context.close()


def test_no_page_asks_for_anything_elsewhere(visit: Visit, site: Path, address: str) -> None:
    for path in pages(site):
        visit.page.goto(address + path, wait_until="networkidle")
    assert [request for request in visit.requests if not request.startswith(address)] == []
    assert not visit.complaints


@pytest.mark.parametrize(("scheme", "darkest", "lightest"), [("light", 200, 255), ("dark", 0, 60)])
def test_the_colours_follow_the_reader(
    browser: Browser, served: str, scheme: str, darkest: int, lightest: int
) -> None:
    visit = visit_with(browser, color_scheme=scheme)
    visit.page.goto(f"{served}{HOME}c2.html")
    assert all(darkest <= part <= lightest for part in visit.page.evaluate(LIGHT))
    visit.page.context.close()


def test_paper_shows_the_text_alone(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}{HOME}c2.html")
    visit.page.emulate_media(media="print")
    for chrome in (".md-header", ".md-sidebar", ".md-path", ".md-footer__inner"):
        assert not visit.page.locator(chrome).first.is_visible(), chrome
    assert visit.page.locator("article").is_visible()


def test_the_menu_stays_inside_the_report_and_marks_the_page(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}{HOME}c2.html")
    titles = visit.page.locator(".md-nav--primary > .md-nav__list > li > a").all_inner_texts()
    assert titles[1] == "兰山区2020年度法治政府建设工作的报告"
    assert titles[3].startswith("二、纵深推进依法行政")
    assert visit.page.locator(".md-nav--primary a.md-nav__link--active").inner_text() == titles[3]
    assert visit.page.locator(".md-footer__link--next").get_attribute("href") == "c3.html"
    assert visit.page.locator(".md-path a").all_inner_texts()[-1] == titles[1]


def test_every_page_says_what_it_is(site: Path) -> None:
    for path in pages(site):
        soup = BeautifulSoup((site / path).read_text(encoding="utf-8"), "html.parser")
        language = "en" if path.startswith("en/") else "zh"
        assert soup.html and soup.html["lang"] == language, path
        assert path == "404.html" or soup.select_one('meta[name="description"][content]'), path
        assert len(soup.select("h1")) == 1, path


def test_developer_documents_and_copies_are_not_published(site: Path) -> None:
    assert not (site / "dev").exists()
    assert not [path for path in site.rglob("*") if path.name.startswith(".")]


CHARTS = """() => [...document.querySelectorAll("svg.chart:has(text)")].map(drawn =>
    11 * drawn.getBoundingClientRect().width / drawn.viewBox.baseVal.width)"""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_a_phone_small_words_can_be_read_and_no_table_of_the_home_is_cut(
    browser: Browser, served: str, language: str
) -> None:
    visit = visit_with(browser, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    visit.page.goto(f"{served}{language}/lanshan-2020/index.html")
    sizes = visit.page.evaluate(CHARTS)
    assert sizes
    assert min(sizes) >= 10
    visit.page.goto(f"{served}{language}/lanshan-2020/c2.html")
    visit.page.locator("a.term").first.tap()
    size = visit.page.locator(".explanation p").evaluate(
        "told => parseFloat(getComputedStyle(told).fontSize)"
    )
    assert size >= 14
    visit.page.goto(f"{served}{'index.html' if language == 'zh' else 'en/index.html'}")
    cut = "boxes => boxes.filter(box => box.scrollWidth > box.clientWidth + 1).length"
    assert visit.page.locator("article .scroll").evaluate_all(cut) == 0
    visit.page.context.close()


def test_the_list_of_sections_marks_the_one_that_a_link_to_its_paragraph_leads_to(
    browser: Browser, served: str
) -> None:
    visit = visit_with(browser, viewport={"width": 1300, "height": 800})
    for part in ("c4-s2", "c4-s3", "c4-s4"):
        visit.page.goto("about:blank")
        visit.page.goto(f"{served}{HOME}c4.html#{part}-p1")
        marked = visit.page.locator(f'.md-nav--secondary .md-nav__link--active[href="#{part}"]').first
        marked.wait_for(state="attached")
    visit.page.context.close()


def test_the_search_without_scripts_says_why_it_is_empty(browser: Browser, served: str) -> None:
    visit = visit_with(browser, java_script_enabled=False)
    for page, told in (("zh/search.html", "JavaScript"), ("en/search.html", "needs JavaScript")):
        visit.page.goto(served + page)
        assert told in visit.page.locator("article").inner_text()
    visit.page.context.close()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_table_counts_the_figures_marked_as_doubtful_before_it(site: Path, language: str) -> None:
    text = (site / f"{language}/lanshan-2020/figures.html").read_text(encoding="utf-8")
    soup = BeautifulSoup(text, "html.parser")
    told = words(language)["doubts"].format(count=len(soup.select("td .doubt")))
    assert [line.text for line in soup.select("p.doubts")] == [told]
    assert text.index('<p class="doubts">') < text.index("<table")


def test_a_sheet_of_pictures_says_who_issued_the_report_and_when(site: Path) -> None:
    soup = BeautifulSoup((site / f"{HOME}pictures.html").read_text(encoding="utf-8"), "html.parser")
    (line,) = soup.select(".on-paper")
    assert "临沂市兰山区人民政府，2021年3月31日发布" in line.text


def test_the_contents_mark_the_section_that_an_address_points_into(visit: Visit, served: str) -> None:
    visit.page.set_viewport_size({"width": 1280, "height": 600})
    visit.page.goto(f"{served}zh/lanshan-2020/c6.html#c6-s4-v187")
    marked = visit.page.locator(".md-sidebar--secondary .md-nav__link--active")
    expect(marked).to_have_count(1)
    assert marked.get_attribute("href") == "#c6-s4"
    assert marked.get_attribute("aria-current") == "location"
    visit.page.evaluate("document.getElementById('c6-s1').scrollIntoView({ behavior: 'instant' })")
    expect(visit.page.locator('.md-sidebar--secondary [href="#c6-s1"]')).to_have_attribute(
        "aria-current", "location"
    )


def test_who_comes_back_by_the_keyboard_stands_where_they_left(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}zh/lanshan-2020/c6.html")
    link = visit.page.locator("#c6-s4-v187 > a")
    link.focus()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/figures.html*")
    visit.page.go_back()
    expect(link).to_be_focused()
