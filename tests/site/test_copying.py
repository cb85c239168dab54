"""What a reader takes away from a page: rows as CSV, citations with address and date."""

import csv
import io
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page

from converter.data import report_of_text
from converter.text.fold import fold
from converter.text.markup import visible
from converter.translation.memory import blocks_of
from tests.conftest import ROOT
from tests.site.conftest import Visit, until, visit_with
from tests.site.test_table import CHANGED, FIGURE, TABLE, column


@pytest.fixture
def copied(browser: Browser, served: str) -> Page:
    """The same in a browser that lets pages use the clipboard."""
    visit = visit_with(browser, permissions=["clipboard-read", "clipboard-write"])
    visit.page.goto(served + TABLE)
    return visit.page


def cited_address(address: str) -> str:
    """An address as a citation says it: that of a copy on disk only within the site."""
    return re.sub(r"^file:.*?/(?=(?:zh|en)/)", "", address)


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_rows_shown_are_copied_as_csv(copied: Page, served: str) -> None:
    copied.fill("[name=find]", "660000")
    copied.click(".tools [name=copy]")
    until(copied, "document.querySelector('.tools output').textContent === '已复制 1 行'")
    rows = list(csv.DictReader(io.StringIO(clipboard(copied))))
    assert len(rows) == 1
    assert rows[0]["原文"] == "66万户"
    assert rows[0]["数值"] == "660,000"
    assert rows[0]["地址"] == f"{served}zh/lanshan-2020/c2.html#{FIGURE}"
    copied.click(".tools [type=reset]")
    copied.select_option("[name=order]", "-3")
    copied.click(".tools [name=copy]")
    until(copied, "document.querySelector('.tools output').textContent.startsWith('已复制')")
    found = list(csv.DictReader(io.StringIO(clipboard(copied))))
    assert [row["指标"] for row in found] == column(copied, 1)


def test_no_copied_cell_becomes_a_formula(copied: Page) -> None:
    line = copied.evaluate("""gongkai.csv([['=1+1', '-3', '说 "是"', '@a']])""")
    assert line == '''"'=1+1","'-3","说 ""是""","'@a"'''


def test_a_row_is_cited_with_address_and_date_and_copied(copied: Page, served: str) -> None:
    row = copied.locator(f"tr[id='{FIGURE}']")
    row.locator("summary").click()
    chinese, english = row.locator(".cite p").all_inner_texts()
    assert re.search(r"\[R/OL\]\. \(2021-03-31\)\[\d{4}-\d\d-\d\d\]\. ", chinese)
    assert f"{served}zh/lanshan-2020/c2.html#{FIGURE}" in chinese
    assert re.search(r"\(2021, March 31\)\. .*Retrieved \w+ \d+, \d{4}, from http", english)
    entry = row.locator(".cite pre").inner_text()
    assert entry.startswith(f"@techreport{{lanshan-2020-{FIGURE},")
    assert f"url = {{{served}zh/lanshan-2020/c2.html#{FIGURE}}}" in entry
    assert re.search(r"urldate = \{\d{4}-\d\d-\d\d\}", entry)
    row.locator(".cite button").first.click()
    copied.wait_for_selector(".cite button:has-text('已复制')")
    assert clipboard(copied).startswith(chinese)
    assert "注册用户达66万户。" in clipboard(copied)


def test_a_figure_in_the_prose_is_cited_where_it_stands(visit: Visit, address: str) -> None:
    page = visit.page
    page.goto(f"{address}zh/lanshan-2020/c2.html#{FIGURE}")
    page.click(".cite.target summary")
    assert page.inner_text(".cite.target summary") == "引用这个数据：66万户"
    assert "二、纵深推进依法行政，全面履行政府职能 / 一是线上线下融合：" in page.inner_text(".cite.target q")
    there = cited_address(f"{address}zh/lanshan-2020/c2.html#{FIGURE}")
    assert there in page.inner_text(".cite.target p >> nth=0")
    page.keyboard.press("Escape")
    assert not page.locator(".cite.target q").is_visible()
    page.evaluate(f"location.hash = '{CHANGED}'")
    page.wait_for_selector(".cite.target summary:has-text('11.3万户')")
    assert page.locator(".cite.target").count() == 1
    assert not visit.complaints


def block_texts(language: str, page: str) -> dict[str, str]:
    """What the paragraphs of a page in docs/ say as a reader sees them, by id."""
    text = (ROOT / f"docs/{language}/lanshan-2020/{page}.md").read_text(encoding="utf-8")
    text = text.split("---\n", 2)[2]
    return {block.key: visible(block.text).replace("*", "") for block in blocks_of(text) if "-p" in block.key}


SELECTED = """id => {
    const place = document.getElementById(id);
    const range = document.createRange();
    range.selectNodeContents(place);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return selection.toString().trim();
}"""


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", [f"c{number}" for number in range(1, 10)])
def test_every_paragraph_copied_is_the_reports_text(
    visit: Visit, served: str, language: str, name: str
) -> None:
    """A selection has what the paragraph says and nothing besides, and so has what reads the page without drawing it."""
    page = visit.page
    page.goto(f"{served}{language}/lanshan-2020/{name}.html")
    written = block_texts(language, name)
    found = [id_ for id_ in written if page.locator(f"[id='{id_}']").count()]
    assert found
    for id_ in found:
        assert page.evaluate(SELECTED, id_) == written[id_]
        assert page.locator(f"[id='{id_}']").evaluate("place => place.textContent.trim()") == written[id_]


def test_every_paragraph_of_the_data_stands_on_its_page_word_for_word(site: Path) -> None:
    """But for punctuation, which the page prints in full width."""
    report = report_of_text((ROOT / "docs/data/lanshan-2020.json").read_text(encoding="utf-8"), "兰山区")
    written = {id_: paragraph.text for id_, paragraph in report.paragraphs.items()}
    said = {
        id_: place.text.strip()
        for page in sorted((site / "zh/lanshan-2020").glob("[ci]*.html"))
        for place in BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").select("article [id]")
        if (id_ := str(place["id"])) in written
    }
    assert len(written) > 30
    assert {id_: fold(text) for id_, text in said.items()} == {
        id_: fold(text) for id_, text in written.items()
    }


@pytest.mark.parametrize("query", ["", "?h=%E6%B3%A8%E5%86%8C"])
def test_no_citation_carries_what_was_searched_for(visit: Visit, served: str, query: str) -> None:
    page, there = visit.page, f"{served}zh/lanshan-2020/c2.html"
    for place in (FIGURE, "c2-s2-p1"):
        page.goto(f"{there}{query}#{place}")
        page.click(".cite.target summary")
        for cited in page.locator(".cite.target :is(p, pre)").all_inner_texts():
            assert f"{there}#{place}" in cited
            assert "h=" not in cited


def test_a_copy_on_disk_cites_the_place_within_the_site(visit: Visit, site: Path) -> None:
    page = visit.page
    page.goto(f"{(site / 'zh/lanshan-2020/c2.html').as_uri()}#{FIGURE}")
    page.click(".cite.target summary")
    cited = page.locator(".cite.target p").all_inner_texts()
    assert all(f"zh/lanshan-2020/c2.html#{FIGURE}" in text and "file:" not in text for text in cited)


def test_a_paragraph_is_cited_with_its_words(visit: Visit, served: str) -> None:
    page = visit.page
    page.goto(f"{served}zh/lanshan-2020/c4.html#c4-s5-p1")
    page.click(".cite.target summary")
    said = page.locator(".cite.target q").evaluate("quoted => quoted.textContent")
    assert said.endswith(f"“{block_texts('zh', 'c4')['c4-s5-p1']}”")


@pytest.mark.parametrize(("language", "said"), [("zh", "引用本段"), ("en", "Cite this paragraph")])
def test_a_paragraph_is_cited_with_the_keyboard_from_its_own_link(
    visit: Visit, address: str, language: str, said: str
) -> None:
    page, there = visit.page, f"{address}{language}/lanshan-2020/c2.html#c2-s2-p1"
    page.goto(there.partition("#")[0])
    pin = page.get_by_role("link", name=said).nth(1)
    assert pin.evaluate("pin => getComputedStyle(pin).opacity") == "0"
    pin.focus()
    assert pin.evaluate("pin => getComputedStyle(pin).opacity") == "1"
    page.keyboard.press("Enter")
    assert page.inner_text(".cite.target summary") == said
    assert page.url == there
    for cited in page.locator(".cite.target :is(p, pre)").all_inner_texts():
        assert cited_address(there) in cited
    assert "@techreport{lanshan-2020-c2-s2-p1," in page.inner_text(".cite.target pre")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#c2-s2-p1"
    assert not page.locator(".cite.target pre").is_visible()
    page.locator(".pin").first.click()
    assert page.locator(".cite.target").count() == 1
    assert not visit.complaints


def test_a_paragraphs_link_is_in_sight_on_a_phone_and_works_without_scripts(
    browser: Browser, served: str
) -> None:
    visit = visit_with(browser, java_script_enabled=False, has_touch=True, is_mobile=True)
    visit.page.goto(f"{served}zh/lanshan-2020/c2.html")
    visit.page.locator(".pin").nth(1).tap()
    assert visit.page.url.endswith("#c2-s2-p1")
    opacity = visit.page.locator(".pin").nth(3).evaluate("pin => Number(getComputedStyle(pin).opacity)")
    assert opacity > 0.5
