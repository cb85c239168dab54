"""Two languages in the browser: switching at the same place, text side by side, what a translation lacks, terms."""

import json
import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, expect

from converter.site.content.parallel import beside
from converter.site.words import words
from converter.translation.memory import Unit
from tests.conftest import ROOT
from tests.site.conftest import Visit, build, visit_with

REPORT = "lanshan-2020"
BUTTON = "[data-parallel]"


def soup_of(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")


def test_both_languages_have_the_same_places_and_every_figure_is_anchored(site: Path) -> None:
    data = json.loads((ROOT / f"docs/data/{REPORT}.json").read_text(encoding="utf-8"))
    figures = set()
    for zh in sorted((site / "zh" / REPORT).glob("*.html")):
        pages = [soup_of(site / language / REPORT / zh.name) for language in ("zh", "en")]
        ids = [[element["id"] for element in page.select("article [id]")] for page in pages]
        assert sorted(ids[0]) == sorted(ids[1]), zh.name
        figures |= {element["id"] for element in pages[1].select("data[value]")}
    assert figures == {o["id"] for o in data["observations"]}


def test_no_chinese_on_an_english_page_goes_unmarked(site: Path) -> None:
    for page in sorted((site / "en").rglob("*.html")):
        soup = soup_of(page)
        for chinese in soup.select("article [lang^=zh], .twin, pre"):
            chinese.decompose()
        assert re.findall(r"[\u4e00-\u9fff]+", soup.select_one("article").get_text()) == [], page.name  # type: ignore[union-attr]


def test_the_reader_stays_at_the_same_place(visit: Visit, served: str) -> None:
    page = visit.page
    page.goto(f"{served}zh/{REPORT}/c2.html#c2-s2-v80000")
    page.click("[data-language]")
    page.wait_for_url(f"**/en/{REPORT}/c2.html#c2-s2-v80000")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("#c2-s2-v80000").text_content() == "80,000"
    page.locator("#c2-s5").scroll_into_view_if_needed()
    page.evaluate("document.getElementById('c2-s5').scrollIntoView()")
    page.focus("[data-language]")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"/zh/{REPORT}/c2\.html#c2-s5"))
    assert visit.complaints == []


def test_the_other_language_beside_each_paragraph_by_keyboard_and_remembered(
    visit: Visit, address: str
) -> None:
    page = visit.page
    page.goto(f"{address}zh/{REPORT}/c2.html")
    twin = page.locator(".twin").nth(2)
    expect(twin).to_be_hidden()
    page.focus(BUTTON)
    page.keyboard.press("Enter")
    expect(twin).to_be_visible()
    assert twin.get_attribute("lang") == "en"
    assert page.get_attribute(BUTTON, "aria-pressed") == "true"
    assert page.locator("[data-said]").text_content() == words("zh")["parallel_on"]
    page.reload()
    expect(page.locator(".twin").nth(2)).to_be_visible()
    own, beside_it = (
        page.locator("#c2-s1-p1").bounding_box(),
        page.locator("#c2-s1-p1 + .twin").bounding_box(),
    )
    assert own and beside_it and own["x"] + own["width"] <= beside_it["x"]
    page.set_viewport_size({"width": 390, "height": 800})
    own, under_it = page.locator("#c2-s1-p1").bounding_box(), page.locator("#c2-s1-p1 + .twin").bounding_box()
    assert own and under_it and own["y"] + own["height"] <= under_it["y"]
    page.click(BUTTON)
    expect(page.locator(".twin").nth(2)).to_be_hidden()


def test_it_is_in_print_where_it_is_switched_on(visit: Visit, served: str) -> None:
    page = visit.page
    page.goto(f"{served}en/{REPORT}/c2.html")
    page.emulate_media(media="print")
    expect(page.locator(".twin").nth(2)).to_be_hidden()
    page.emulate_media(media="screen")
    page.click(BUTTON)
    page.emulate_media(media="print")
    expect(page.locator(".twin").nth(2)).to_be_visible()


SHOWN = "term => getComputedStyle(term, '::after').content"


def test_a_term_explains_itself_on_hover_and_focus_and_goes_with_escape(visit: Visit, served: str) -> None:
    page = visit.page
    for language in ("zh", "en"):
        page.goto(f"{served}{language}/{REPORT}/c6.html")
        term = page.locator("a.term").first
        told = term.get_attribute("aria-description") or ""
        assert len(told) > 5
        assert term.evaluate(SHOWN) == "none"
        term.focus()
        assert told in term.evaluate(SHOWN)
        page.keyboard.press("Escape")
        assert term.evaluate(SHOWN) == "none"
        term.hover()
        assert told in term.evaluate(SHOWN)
        name = re.search(r"#(t-[\w-]+)$", term.get_attribute("href") or "")
        assert name
        assert soup_of_url(page, served, language).select_one(f"#{name[1]}")


def test_a_touched_term_is_explained_on_the_page_itself(browser: Browser, served: str) -> None:
    page = visit_with(browser, has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800}).page
    page.goto(f"{served}zh/{REPORT}/c6.html")
    term = page.locator("a.term").first
    told = term.get_attribute("aria-description") or ""
    term.tap()
    expect(page.locator(".explanation p")).to_have_text(told)
    assert page.url.endswith("c6.html")
    page.locator("h1").first.tap()
    expect(page.locator(".explanation")).to_be_hidden()
    page.locator("a.term").nth(1).tap()
    page.locator(".explanation a").tap()
    page.wait_for_url("**/glossary.html#t-*")


def soup_of_url(page: object, served: str, language: str) -> BeautifulSoup:
    text = page.request.get(f"{served}{language}/glossary.html").text()  # type: ignore[attr-defined]
    return BeautifulSoup(text, "html.parser")


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a project in which one Chinese paragraph was changed, and one translation is missing."""
    project = tmp_path_factory.mktemp("edited")
    for name in ("docs", "mkdocs.yml", "publisher.toml", "seeds"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, project / name)
        elif (ROOT / name).is_file():
            shutil.copy(ROOT / name, project / name)
    zh, en = (project / f"docs/{language}/{REPORT}/c2.md" for language in ("zh", "en"))
    text = zh.read_text(encoding="utf-8")
    zh.write_text(text.replace("推进兰山区为民服务格局建设", "推进全区为民服务格局建设"), encoding="utf-8")
    blocks = en.read_text(encoding="utf-8").split("\n\n")
    chinese = text.split("\n\n")
    at = next(at for at, block in enumerate(chinese) if block.startswith("畅通群众"))
    blocks[at] = chinese[at]
    en.write_text("\n\n".join(blocks), encoding="utf-8")
    built = project / "site"
    done = build(project, built)
    assert done.returncode == 0, done.stdout + done.stderr
    return built


def test_exactly_the_paragraphs_concerned_are_marked(edited: Path) -> None:
    page = soup_of(edited / f"en/{REPORT}/c2.html")
    assert [p["id"] for p in page.select(".stale")] == ["c2-s1-p1"]
    assert page.select_one(".state").get_text() == words("en")["translation"]["stale"]  # type: ignore[union-attr]
    other = soup_of(edited / f"en/{REPORT}/c1.html")
    assert other.select(".stale, .missing, .state") == []


def test_a_missing_paragraph_shows_the_chinese_as_chinese(edited: Path) -> None:
    # The page was put back to Chinese by hand.
    page = soup_of(edited / f"en/{REPORT}/c2.html")
    shown = page.select_one("#c2-s4-p1")
    assert shown
    assert shown["lang"] == "zh-Hans"


def test_the_page_for_editors_names_what_is_stale(edited: Path) -> None:
    page = soup_of(edited / "en/translation.html")
    assert page.select_one("a[href='lanshan-2020/c2.html#c2-s1-p1']")
    rows = {
        row.a["href"]: [cell.get_text() for cell in row.select("th, td")] for row in page.select("tbody tr")
    }  # type: ignore[union-attr, index]
    title, *counts = rows["lanshan-2020/c2.html"]
    assert title.startswith("II. ")
    assert counts in (["10", "0", "1", "0"], ["9", "0", "1", "1"])
    assert page.h2.get_text().startswith("Report on Building a Law-based Government")  # type: ignore[union-attr]


def test_a_page_without_any_translation_says_so_once() -> None:
    units = [Unit("c1", "c1", "一、甲"), Unit("c1", "c1-p1", "乙。"), Unit("c1", "c1-p2", "丙。")]
    page = beside("# 一、甲 { #c1 }\n\n乙。\n\n丙。", units, "en", words("en")["translation"])
    assert page.count(".state") == 1
    assert page.count('lang="zh-Hans"') == 3


def test_a_paragraph_put_into_the_chinese_page_moves_no_remark_before_the_next_build() -> None:
    units = [
        Unit("c1", "c1-p1", "新。"),
        Unit("c1", "c1-p2", "乙。", "Two.", "乙。"),
        Unit("c1", "c1-p3", "丙。", "Three.", "丁。"),
    ]
    page = beside("Two.\n\nThree.", units, "en", words("en")["translation"])
    assert page.split("\n\n")[:2] == ["Two.", '乙。\n{: .twin lang="zh-Hans" }']
    assert "Three.\n{: .stale }" in page
