"""The search as a reader uses it: typed into the box of a built site, on a server and from a folder."""

import random
import re
from pathlib import Path

from bs4 import BeautifulSoup

from converter.search.fold import Fold
from converter.search.values import values
from converter.search.variants import paired, variants
from tests.site.conftest import Visit

HOME = "zh/lanshan-2020/"
LINKS = ".md-search-result__link"
LIST = ".md-search-result__list"
STATUS = ".md-search-result__meta"
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


def test_all_terms_must_occur(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}index.html")
    assert ask(visit, "法律援助 野生动物") == []


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
    visit.page.wait_for_url("**/c2.html?h=**#c2-s2")
    marked = visit.page.evaluate("Array.from(CSS.highlights.get('search'), String)")
    assert set(marked) == {"告知承诺"}


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
    assert page.evaluate("document.activeElement.href").endswith("#c6-s5")
    page.keyboard.press("Enter")
    page.wait_for_url("**/c6.html?h=**#c6-s5")
    # Material closes its drawers once, an eighth of a second after it arrived at an anchor.
    page.wait_for_timeout(300)
    page.keyboard.press("/")
    page.keyboard.type("告知承诺")
    # Enter waits for what is still on its way.
    page.keyboard.press("Enter")
    page.wait_for_url("**/c2.html?h=**#c2-s2")


def test_text_that_comes_without_keys_is_searched(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}{HOME}c1.html")
    visit.page.focus(".md-search__input")
    visit.page.keyboard.insert_text("法律援助")
    visit.page.wait_for_selector(LINKS)


def test_the_index_is_loaded_only_for_a_search(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}{HOME}c1.html", wait_until="networkidle")
    of_search = [Path(request).name for request in visit.requests if "/search/" in request]
    assert of_search == ["open.js", "highlight.js"]
    ask(visit, "法治")
    assert [request for request in visit.requests if "/search/index" in request]


def substrings(site: Path) -> list[list[str]]:
    """From each page and each place in its text a piece of up to 8 characters, lengths taken in turn."""
    pieces = []
    for html in sorted(site.glob("zh/**/*.html")):
        soup = BeautifulSoup(html.read_text(encoding="utf-8"), "html.parser")
        for outside in soup.select(
            ".cite, .cited, .chart, .tools, .downloads, .twin, .state, .reading-tools, .machines"
        ):
            outside.decompose()
        for block in soup.select("article :is(h1, h2, h3, p, li, td)"):
            text = " ".join(block.get_text().split())
            address = html.relative_to(site).as_posix()
            pieces += [[address, text[at : at + 2 + at % 7].strip()] for at in range(len(text) - 1)]
    # Punctuation alone is nothing to search for.
    return [piece for piece in pieces if re.search(r"\w", piece[1])]


READ = """
([lines, pairs]) => lines.map((line) => {
  const { text, from, to } = gongkai.fold(line, gongkai.paired(pairs));
  const back = from.every((start, at) => start < to[at] && to[at] <= line.length && (!at || from[at - 1] <= start));
  return [text, gongkai.values(text), back];
})
"""
LETTERS = "0123456789.,，． 　　abZÉｋ㎡½①…℃％‰+-/、。“”《》（）\n\u200b\u00ad万亿千百分余多年復議著顯⼭百𠮷が"
WORDS = [*LETTERS, " million", "thousand", "12,145", ",000", "66万"]


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
async (pieces) => {
  const store = await gongkai.store(gongkai.place.root);
  const missed = [];
  for (const [place, query] of pieces) {
    let found = false;
    for await (const { pages } of gongkai.session(store, query, "zh")) {
      found = pages.some((page) => page.address === place);
      if (found) break;
    }
    if (!found) missed.push([place, query]);
  }
  return missed;
}
"""


def test_nothing_that_stands_in_the_text_is_missed(visit: Visit, site: Path, address: str) -> None:
    pieces = random.Random(SEED).sample(substrings(site), SUBSTRINGS)
    visit.page.goto(f"{address}{HOME}c1.html")
    ask(visit, "法治")
    assert visit.page.evaluate(MISSED, pieces) == []
