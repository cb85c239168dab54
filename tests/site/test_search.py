"""The search as a reader uses it: typed into the box of a built site, on a server and from a folder."""

import random
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from converter.site.search.fold import Fold
from converter.site.search.page import text_of
from converter.site.search.values import values
from converter.site.search.variants import paired, variants
from tests.site.conftest import Visit, until, visit_with

HOME = "zh/lanshan-2020/"
LINKS = ".md-search-result__link"
LIST = ".md-search .md-search-result__list"
STATUS = ".md-search .md-search-result__meta"
RESULTS = "[data-results]"
SEED = 20
SUBSTRINGS = 500


def ask(visit: Visit, query: str) -> list[str]:
    """Type a query into the box and return where the results lead, without what is to be marked there."""
    box = visit.page.locator(".md-search__input")
    box.focus()
    box.fill("")
    visit.page.wait_for_selector(f"{LIST}:empty", state="attached")
    box.fill(query)
    visit.page.wait_for_selector(f"{LIST}[aria-busy=false]", state="attached")
    found = visit.page.eval_on_selector_all(LINKS, "links => links.map(link => link.href)")
    return [re.sub(r"\?[^#]*", "", link) for link in found]


def test_what_is_nowhere_is_said_to_be_nowhere(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}index.html")
    assert ask(visit, "航空母舰") == []
    assert visit.page.inner_text(STATUS) == "没有找到“航空母舰”。"
    assert visit.page.locator(".md-search .found__help li").count() > 1


def test_one_word_in_another_form_is_no_answer_to_a_question_of_which_more_is_nowhere(
    visit: Visit, served: str
) -> None:
    """Pages have "cross-provincial"; what is there as it was typed is still an answer."""
    visit.page.goto(f"{served}en/index.html")
    assert ask(visit, "zebra crossing sonata") == []
    assert ask(visit, "zebra mediation sonata")


def test_what_holds_all_words_is_all_that_is_found(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}index.html")
    assert {link.partition("#")[0] for link in ask(visit, "调解 信访案件")} >= {f"{served}{HOME}c6.html"}
    assert not [link for link in ask(visit, "法律援助 公证") if "/c7" in link]


def test_a_heading_ranks_before_the_text(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}index.html")
    assert ask(visit, "行政复议")[1] == f"{served}{HOME}c6.html#c6-s4"


def test_the_hit_is_marked_in_the_result_and_on_the_page(visit: Visit, address: str) -> None:
    visit.page.goto(f"{address}{HOME}c1.html")
    ask(visit, "告知承诺")
    assert "告知承诺" in visit.page.eval_on_selector_all(
        ".md-search-result mark", "all => all.map(m => m.innerText)"
    )
    visit.page.locator(LINKS, has_text="流程再造").click()
    visit.page.wait_for_url("**/c2.html?h=**#c2-s2-p1")
    marked = visit.page.evaluate("Array.from(CSS.highlights.get('search'), String)")
    assert set(marked) == {"告知承诺"}


def test_a_number_is_marked_as_the_page_prints_it(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}{HOME}c1.html")
    ask(visit, "660000")
    visit.page.locator(LINKS, has_text="线上线下融合").click()
    visit.page.wait_for_url("**/c2.html?h=**#c2-s1-p1")
    assert visit.page.evaluate("Array.from(CSS.highlights.get('search'), String)") == ["66万"]


def test_what_was_found_far_down_a_section_is_in_sight(browser: Browser, served: str) -> None:
    visit = visit_with(browser, viewport={"width": 390, "height": 400})
    visit.page.goto(f"{served}{HOME}c2.html?h=罚没款#c2-s3", wait_until="load")
    place = visit.page.evaluate(
        "Array.from(CSS.highlights.get('search'))[0].getBoundingClientRect().toJSON()"
    )
    assert 0 < place["top"] < place["bottom"] < 400
    visit.page.context.close()


def test_a_page_names_its_report_and_its_places_stand_below_it(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}index.html")
    ask(visit, "市场主体")
    first = visit.page.locator(f"{LIST} > li").first
    assert first.locator(".found__title").inner_text() == "二、纵深推进依法行政，全面履行政府职能"
    assert first.locator(".found__report").inner_text() == "兰山区2020年度法治政府建设工作的报告"
    assert first.locator(".found__place .found__heading").inner_text() == "二是加快流程再造"
    assert "新增各类市场主体11.3万户" in first.locator(".found__place .found__text").inner_text()
    ask(visit, "行政")
    titled = visit.page.locator(".found__title", has_text="数据表")
    table = visit.page.locator(f"{LIST} > li").filter(has=titled)
    # Three places stand open, the others wait.
    more = table.locator("details").locator(".found__place").count()
    assert table.locator("> .found__place").count() == 3
    assert table.locator("summary").inner_text() == f"本页还有 {more} 处"
    table.locator("summary").click()
    assert table.locator("details[open]").count() == 1


def test_a_result_leads_to_the_paragraph_that_says_it(visit: Visit, served_library: str) -> None:
    """Where a chapter has no sections, and where the words stand in several of its paragraphs."""
    page = visit.page
    page.goto(f"{served_library}index.html")
    chapter = f"{served_library}zh/jia-2020/c1.html"
    assert {f"{chapter}#c1-p2", chapter} < set(ask(visit, "依法行政作为"))
    assert f"{served_library}zh/jia-2020/index.html#c0-p1" in ask(visit, "认真推进")
    ask(visit, "提升服务 政府工作 案件20件")
    first = page.locator(f"{LIST} > li").first
    assert first.locator(".found__title").inner_text() == "一、提升服务"
    places = first.locator(".found__place")
    assert [re.sub(r".*#", "", str(place.get_attribute("href"))) for place in places.all()] == [
        "c1-p1",
        "c1-p2",
    ]
    assert places.all_inner_texts() == [
        "全年受理行政复议案件20件。",
        "坚持把依法行政作为政府工作的基本准则。",
    ]
    places.last.click()
    page.wait_for_url(f"{chapter}?h=**#c1-p2")
    marked = page.evaluate("Array.from(CSS.highlights.get('search'), String)")
    assert marked == ["政府工作"]
    assert page.locator("p:target").inner_text().startswith("坚持把依法行政")
    assert not visit.complaints


def test_the_readers_language_comes_first_and_the_other_is_named(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}{HOME}c1.html")
    ask(visit, "legal aid")
    languages = visit.page.eval_on_selector_all(f"{LIST} > li", "all => all.map(one => one.lang)")
    assert languages == sorted(languages, reverse=True)
    assert set(languages) == {"zh-Hans", "en"}
    notes = visit.page.locator(".found__report").all_inner_texts()
    assert "按术语“法律援助”查找" in notes[0]
    assert "英文" in notes[-1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_open_with_results_it_is_accessible(browser: Browser, served: str, scheme: str, width: int) -> None:
    visit = visit_with(
        browser, viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    visit.page.goto(f"{served}{HOME}c1.html")
    ask(visit, "市场主体")
    until(visit.page, "document.getAnimations().every(({ playState }) => playState !== 'running')")
    found = Axe().run(visit.page, context=".md-search")
    visit.page.context.close()
    assert [
        (one["id"], [node["html"] for node in one["nodes"]]) for one in found.response["violations"]
    ] == []


@pytest.mark.parametrize(
    "query", ["zh/search.html?q=行政复仪", "en/search.html?q=pandemic", "en/search.html?q=dragon"]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_of_results_is_accessible(
    browser: Browser, served: str, query: str, scheme: str, width: int
) -> None:
    visit = visit_with(
        browser, viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    visit.page.goto(f"{served}{query}")
    visit.page.wait_for_selector(f"{RESULTS} :is({LINKS}, .found__try)")
    found = Axe().run(visit.page)
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    visit.page.context.close()
    assert [
        (one["id"], [node["html"] for node in one["nodes"]]) for one in found.response["violations"]
    ] == []


def test_keyboard_alone(visit: Visit, served: str) -> None:
    page = visit.page
    for key in "fs/":
        page.goto(f"{served}{HOME}c1.html")
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.matches('.md-search__input')")
    page.keyboard.press("Escape")
    assert not page.is_checked("#__search")
    ask(visit, "法律援助")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.href").endswith("#c6-s5-p1")
    page.keyboard.press("Enter")
    page.wait_for_url("**/c6.html?h=**#c6-s5-p1")
    # Material closes its drawers once, an eighth of a second after it arrived at an anchor: by the page's clock.
    page.evaluate("() => new Promise((ready) => setTimeout(ready, 300))")
    page.keyboard.press("/")
    page.keyboard.type("告知承诺")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zh/search.html?q=**")
    page.wait_for_selector(f"{RESULTS} {LINKS}")
    page.locator(f"{RESULTS} input").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/c2.html?h=**#c2-s2-p1")


def test_enter_before_the_search_is_there_is_not_forgotten(visit: Visit, served: str) -> None:
    page = visit.page
    page.route("**/assets/scripts/search.js", lambda route: (page.wait_for_timeout(500), route.continue_()))
    page.goto(f"{served}{HOME}c1.html")
    page.keyboard.press("/")
    page.keyboard.type("告知承诺")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zh/search.html?q=**")


def test_results_have_an_address_of_their_own(visit: Visit, address: str) -> None:
    """It can be shared, it is there when one comes back, and it is true to what was typed on."""
    page = visit.page
    page.goto(f"{address}zh/search.html?q=法律援助")
    page.wait_for_selector(f"{RESULTS} {LINKS}")
    assert page.input_value(f"{RESULTS} input") == "法律援助"
    assert page.title().startswith("法律援助 · 检索")
    page.fill(f"{RESULTS} input", "告知承诺")
    page.locator(f"{RESULTS} {LINKS}", has_text="流程再造").click()
    page.wait_for_url("**/c2.html?h=**#c2-s2-p1")
    page.go_back()
    page.wait_for_selector(f"{RESULTS} {LINKS}")
    assert page.input_value(f"{RESULTS} input") == "告知承诺"
    assert unquote(page.url).endswith("zh/search.html?q=告知承诺")
    page.locator("[data-language]").click()
    page.wait_for_url("**/en/search.html?q=**")
    assert not visit.complaints


def test_who_finds_nothing_is_told_what_to_try(visit: Visit, served: str) -> None:
    page = visit.page
    page.goto(f"{served}zh/search.html?q=航空母舰")
    page.wait_for_selector(f"{RESULTS} .found__help li")
    assert page.locator(f"{RESULTS} {LINKS}").count() == 0
    for door, there in (("存在的问题", "c8.html"), ("下一年工作安排", "c9.html")):
        page.fill(f"{RESULTS} input", "航空母舰")
        page.locator(f"{RESULTS} .found__try", has_text=door).click()
        page.wait_for_selector(f"{RESULTS} {LINKS}")
        assert there in str(page.locator(f"{RESULTS} {LINKS}").first.get_attribute("href"))


def test_who_is_not_taken_at_their_word_is_told_so(visit: Visit, served: str) -> None:
    page = visit.page
    page.goto(f"{served}index.html")
    ask(visit, "行政复仪")
    assert page.inner_text(STATUS).startswith("没有找到“行政复仪”，以下按“行政复议”查找。")
    ask(visit, "信访 调解 外星人")
    assert "没有“外星人”" in page.inner_text(STATUS)
    ask(visit, "法律援助")
    assert page.inner_text(STATUS).startswith("找到")


def test_text_that_comes_without_keys_is_searched(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}{HOME}c1.html")
    visit.page.focus(".md-search__input")
    visit.page.keyboard.insert_text("法律援助")
    visit.page.wait_for_selector(LINKS)


def test_the_index_is_loaded_only_for_a_search(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}{HOME}c1.html", wait_until="networkidle")
    assert not [request for request in visit.requests if "search" in request]
    ask(visit, "法治")
    assert [request for request in visit.requests if "/scripts/search.js" in request]
    assert [request for request in visit.requests if "/search/index" in request]


# A number as it is printed, with the word that belongs to it.
NUMBER = re.compile(r"[0-9](?:[0-9.,，]*[0-9])?(?:\s?(?:[百千万亿]+|thousand|million|billion))?")
CHECKSUM = re.compile(r"[0-9a-f]{32,}")


def cuts_a_number(text: str, start: int, end: int) -> bool:
    """True for a piece of which digits are only a part of a number, and for one of a checksum."""
    cut = [
        one
        for one in NUMBER.finditer(text)
        if one.start() < start < one.end() or one.start() < end < one.end()
    ]
    digits = any(re.search("[0-9]", text[max(start, one.start()) : min(end, one.end())]) for one in cut)
    return digits or any(one.start() < end and start < one.end() for one in CHECKSUM.finditer(text))


def substrings(site: Path, language: str) -> list[list[str]]:
    """From each page of a language and each place in its text a piece of up to 8 characters, lengths taken in turn."""
    pieces = []
    # The glossary and the state of the translations are for looking up, not for finding.
    aside = {site / language / "glossary.html", site / language / "translation.html"}
    for html in sorted({*site.glob(f"{language}/**/*.html")} - aside):
        soup = BeautifulSoup(text_of(html.read_text(encoding="utf-8")), "html.parser")
        for outside in soup.select(".cite, .cited, .figures tr[id] > td:last-child, .chart, .twin"):
            outside.decompose()
        for block in soup.select(":is(h1, h2, h3, p, li, td)"):
            text = " ".join(block.get_text().split())
            address = html.relative_to(site).as_posix()
            pieces += [
                [address, text[at : at + 2 + at % 7].strip()]
                for at in range(len(text) - 1)
                if not cuts_a_number(text, at, at + 2 + at % 7)
            ]
    # Punctuation alone is nothing to search for.
    return [piece for piece in pieces if re.search(r"\w", piece[1])]


READ = """
([lines, pairs]) => lines.map((line) => {
  const { text, from, to } = gongkai.fold(line, gongkai.paired(pairs));
  const back = from.every((start, at) => start < to[at] && to[at] <= line.length && (!at || from[at - 1] <= start));
  return [text, gongkai.values(text), back];
})
"""
LETTERS = (
    "0123456789.,，． 　　abZÉｋ㎡½①…℃％‰+-/、。“”《》（）\n\u200b\u00ad万亿千百分余多年復議著顯⼭百𠮷が"
    "一二三九两零〇十点"
)
WORDS = [
    *LETTERS,
    " million",
    "thousand",
    "12,145",
    ",000",
    "66万",
    "百分之",
    *["twenty-", "two", "one", "hundred", "and", "percent"],
]


def test_the_browser_reads_as_the_index_does(visit: Visit, served: str) -> None:
    """The case file, and seeded nonsense; every letter read comes from a place in the text."""
    cases = (Path(__file__).parents[1] / "cases" / "search-reading.md").read_text(encoding="utf-8")
    chance = random.Random(SEED)
    nonsense = ["".join(chance.choices(WORDS, k=chance.randint(1, 30))) for _ in range(3000)]
    lines = [*cases.splitlines(), *nonsense]
    visit.page.goto(f"{served}{HOME}c1.html")
    ask(visit, "法治")
    read = visit.page.evaluate(READ, [lines, paired(variants())])
    fold = Fold(variants())
    differing = [
        (line, there, [fold(line), values(fold(line)), True])
        for line, there in zip(lines, read, strict=True)
        if there != [fold(line), values(fold(line)), True]
    ]
    assert differing == []


# Asks the search itself, without its box, until it gave the page or has no more.
MISSED = """
async ([pieces, language]) => {
  const store = await gongkai.store(gongkai.place.root);
  const missed = [];
  for (const [place, query] of pieces) {
    let found = false;
    for await (const { pages } of gongkai.session(store, query, language)) {
      found = (pages || []).some((page) => page.address === place);
      if (found) break;
    }
    if (!found) missed.push([place, query]);
  }
  return missed;
}
"""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_that_stands_in_the_text_is_missed(
    visit: Visit, site: Path, address: str, language: str
) -> None:
    pieces = random.Random(SEED).sample(substrings(site, language), SUBSTRINGS)
    visit.page.goto(f"{address}{language}/lanshan-2020/c1.html")
    ask(visit, "法治")
    assert visit.page.evaluate(MISSED, [pieces, language]) == []
