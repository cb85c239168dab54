"""The table of figures as a reader uses it: filtered, ordered, searched, linked, by keys alone, on a phone."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import Visit, until, visit_with

TABLE = "zh/lanshan-2020/figures.html"
FIGURE = "c2-s1-v660000"
CHANGED = "c2-s2-v113000"
ROWS = "table.figures tr[id]:visible"
OUTPUT = ".tools output"


def column(page: Page, number: int) -> list[str]:
    return page.locator(f"{ROWS} > :is(th, td):nth-child({number})").all_inner_texts()


def asked(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


@pytest.fixture
def table(visit: Visit, address: str) -> Page:
    """The table of the seed's figures, open on a desktop screen, on a server and from a folder."""
    visit.page.goto(address + TABLE)
    return visit.page


def test_all_rows_are_there_in_the_order_of_the_report(table: Page, site: Path) -> None:
    soup = BeautifulSoup((site / TABLE).read_text(encoding="utf-8"), "html.parser")
    written = [row["id"] for row in soup.select("table.figures tr[id]")]
    shown = table.eval_on_selector_all("table.figures tr[id]", "rows => rows.map(row => row.id)")
    assert shown == written
    assert table.inner_text(OUTPUT) == f"显示 {len(written)} 个，共 {len(written)} 个"


@pytest.mark.smoke
def test_a_columns_title_puts_its_rows_in_order_and_back(table: Page, visit: Visit) -> None:
    as_printed, title = column(table, 3), table.locator("th", has_text="数值")
    values = [float(text.replace(",", "").partition("–")[0]) for text in as_printed]
    for state, order, expected in (
        ("ascending", "3", sorted(values)),
        ("descending", "-3", sorted(values, reverse=True)),
    ):
        title.locator("button").click()
        assert title.get_attribute("aria-sort") == state
        assert asked(table) == {"order": order}
        assert [float(text.replace(",", "").partition("–")[0]) for text in column(table, 3)] == expected
    title.locator("button").click()
    assert column(table, 3) == as_printed
    assert asked(table) == {}
    assert not visit.complaints


def test_words_are_in_order_and_what_is_empty_comes_last(table: Page) -> None:
    for order in ("4", "-4"):
        table.select_option("[name=order]", order)
        bounds = column(table, 4)
        assert bounds[0]
        assert not bounds[-1]
        assert bounds.index("") == len([text for text in bounds if text])


def test_filters_narrow_each_other_and_the_address_says_so(table: Page) -> None:
    table.select_option("[name=chapter]", label="二、纵深推进依法行政，全面履行政府职能")
    table.select_option("[name=measure]", "rate")
    assert set(column(table, 8)) == {"比率"}
    assert asked(table) == {"chapter": "f-c2", "measure": "rate"}
    assert table.locator("tr.chapter h2:visible").all_inner_texts() == [
        "二、纵深推进依法行政，全面履行政府职能"
    ]
    shown = len(column(table, 1))
    assert table.inner_text(OUTPUT).startswith(f"显示 {shown} 个")
    table.select_option("[name=chapter]", "")
    table.select_option("[name=measure]", "")
    table.select_option("[name=status]", "norm")
    assert all(kind.endswith("（要求）") for kind in column(table, 8))


@pytest.mark.parametrize("query", ["66万户", "６６万户", "660000", "660,000", "注册用户", "註冊用戶"])
def test_a_search_reads_widths_and_digits_as_the_reader_means_them(table: Page, query: str) -> None:
    table.fill("[name=find]", query)
    assert table.locator(f"tr[id='{FIGURE}']").is_visible()
    assert len(column(table, 1)) == 1
    assert asked(table) == {"find": query}


def test_what_no_row_says_is_told_and_reset_brings_all_back(table: Page) -> None:
    table.fill("[name=find]", "航空母舰")
    assert table.inner_text(OUTPUT) == "没有符合条件的数据，请放宽条件。"
    assert not column(table, 1)
    table.click(".tools [type=reset]")
    table.wait_for_selector(ROWS)
    assert asked(table) == {}
    assert table.get_attribute(OUTPUT, "aria-live") == "polite"


def test_an_address_shows_what_it_says(visit: Visit, address: str) -> None:
    visit.page.goto(f"{address}{TABLE}?measure=change&order=-3&find=同比&chapter=nowhere")
    assert set(column(visit.page, 8)) <= {"增减", "数量"}
    assert visit.page.input_value("[name=find]") == "同比"
    assert visit.page.input_value("[name=chapter]") == ""
    first = visit.page.url
    rows = column(visit.page, 1)
    visit.page.reload()
    assert (visit.page.url, column(visit.page, 1)) == (first, rows)
    assert not visit.complaints


def test_an_address_of_a_row_lights_it_up_and_shows_it_despite_filters(visit: Visit, address: str) -> None:
    page = visit.page
    page.goto(f"{address}{TABLE}?find=法律援助#{FIGURE}")
    page.wait_for_selector(f"tr[id='{FIGURE}']:target")
    assert page.locator(f"tr[id='{FIGURE}']").is_visible()
    assert 60 < page.locator(f"tr[id='{FIGURE}']").bounding_box()["y"] < 700  # type: ignore[index]
    until(page, "!location.search")
    assert page.url.endswith(f"#{FIGURE}")
    page.select_option("[name=order]", "3")
    page.evaluate("location.hash = 'f-c5'")
    until(page, "document.querySelector('#f-c5').getBoundingClientRect().top < 400")
    assert page.locator("#f-c5").is_visible()


def test_a_comparison_leads_to_the_row_it_speaks_of(table: Page) -> None:
    table.click(f"tr[id='{CHANGED}'] a:has-text('同比增长45.44%')")
    assert table.inner_text("tr:target th") == "新增各类市场主体同比增长"
    table.click("tr:target .comparison a")
    assert table.locator("tr:target").get_attribute("id") == CHANGED


def test_by_keys_alone(table: Page) -> None:
    table.focus("[name=find]")
    table.keyboard.type("同比")
    for _ in range(30):
        table.keyboard.press("Tab")
        if table.evaluate("document.activeElement.closest('th')?.innerText === '数值'"):
            break
    table.keyboard.press("Enter")
    assert asked(table) == {"find": "同比", "order": "3"}
    for _ in range(20):
        table.keyboard.press("Tab")
        if table.evaluate("document.activeElement.tagName === 'SUMMARY'"):
            break
    table.keyboard.press("Enter")
    assert table.locator(".cite[open]").count() == 1
    table.keyboard.press("Escape")
    assert table.locator(".cite[open]").count() == 0
    assert table.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_without_scripts_each_row_says_its_sentence_and_the_page_how_to_cite_it(
    browser: Browser, served: str
) -> None:
    visit = visit_with(browser, java_script_enabled=False)
    visit.page.goto(served + TABLE)
    assert not visit.page.locator(".tools").is_visible()
    assert visit.page.locator("table.figures").count() == visit.page.locator("article h2").count() > 1
    # A sentence of several figures is quoted by the first of them, and the others lead there.
    visit.page.click(f"tr[id='{FIGURE}'] > td:last-child > a + a")
    visit.page.click("tr:target .cite summary")
    assert "注册用户达66万户。" in visit.page.inner_text("tr:target .cite q")
    visit.page.click("article > .cite summary")
    assert "[填写引用日期]. zh/lanshan-2020/figures.html" in visit.page.inner_text(
        "article > .cite p >> nth=0"
    )
    visit.page.goto(f"{served}zh/lanshan-2020/c2.html")
    visit.page.click("article > .cite summary")
    assert "zh/lanshan-2020/c2.html" in visit.page.inner_text("article > .cite p >> nth=0")
    visit.page.context.close()


def test_on_a_phone_rows_are_cards_with_named_values(browser: Browser, served: str) -> None:
    visit = visit_with(browser, viewport={"width": 390, "height": 844})
    visit.page.goto(f"{served}{TABLE}#{CHANGED}")
    visit.page.click(f"tr[id='{CHANGED}'] summary")
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 390
    name = "element => getComputedStyle(element, '::before').content"
    assert visit.page.eval_on_selector(f"tr[id='{CHANGED}'] .value", name) == '"数值"'
    visit.page.select_option("[name=order]", "-3")
    # A card far from the window is not laid out, and says nothing that could be read there.
    visit.page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    first = visit.page.locator(f"{ROWS} > :is(th, td):nth-child(1)").first
    expect(first).to_have_text("促进增收节支", use_inner_text=True)
    assert not visit.complaints
    visit.page.context.close()


def test_a_row_far_down_is_in_sight_on_a_phone(browser: Browser, served: str) -> None:
    visit = visit_with(browser, viewport={"width": 390, "height": 844})
    visit.page.goto(served + TABLE)
    last = visit.page.eval_on_selector_all("table.figures tr[id]", "rows => rows[rows.length - 8].id")
    visit.page.goto(f"{served}{TABLE}?find=#{last}")
    until(visit.page, "document.querySelector('tr:target').getBoundingClientRect().top < 600")
    assert 60 < visit.page.locator("tr:target").bounding_box()["y"] < 600  # type: ignore[index]
    visit.page.context.close()


def test_paper_shows_the_rows_without_the_tools(table: Page) -> None:
    table.emulate_media(media="print")
    assert not table.locator(".tools :is(label, button):visible").count()
    assert table.locator(OUTPUT).is_visible()
    assert not table.locator(
        "tr[id] > td:last-child > a:visible, tr[id] > td:last-child > .cite:visible"
    ).count()
    # That a figure is in doubt is said on paper too.
    assert table.locator("tr[id] > td:last-child > .doubt > summary").first.is_visible()
    assert table.locator(f"tr[id='{FIGURE}']").is_visible()


CONTRAST = """element => {
    const parts = colour => colour.match(/[\\d.]+/g).map(Number);
    const light = colour => parts(colour).slice(0, 3).map(part => part / 255)
        .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
    let ground = element;
    while (ground && parts(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
    const style = getComputedStyle(element);
    const [one, other] = [style.fill === "rgb(0, 0, 0)" ? style.color : style.fill,
        getComputedStyle(ground || document.body).backgroundColor].map(light).sort((a, b) => b - a);
    return (one + 0.05) / (other + 0.05);
}"""
WORDS = (
    ".tools label",
    ".tools input",
    ".tools select",
    ".tools button",
    "th button",
    "tr[id] td",
    ".chart text",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_and_controls_have_names(browser: Browser, served: str, scheme: str) -> None:
    visit = visit_with(browser, color_scheme=scheme)
    visit.page.goto(f"{served}{TABLE}#{CHANGED}")
    for words in (*WORDS, "tr:target td", "tr:target .chart text"):
        assert visit.page.eval_on_selector(words, CONTRAST) >= 4.5, words
    assert visit.page.get_by_role("searchbox", name="检索", exact=True).is_visible()
    for name in ("章", "性质", "状态", "排序"):
        assert visit.page.get_by_role("combobox", name=name, exact=True).is_visible()
    visit.page.focus(".tools select")
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    visit.page.context.close()


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "程序读取，尚待核对："), ("en", "Read by the program and not yet checked:")]
)
def test_why_a_row_is_in_doubt_is_told_by_key_by_touch_and_without_scripts(
    browser: Browser, served: str, language: str, said: str
) -> None:
    address = f"{served}{language}/lanshan-2020/figures.html"
    phone = {"has_touch": True, "is_mobile": True, "viewport": {"width": 390, "height": 800}}
    for ways, press in (({}, "press"), (phone, "tap"), ({"java_script_enabled": False}, "press")):
        visit = visit_with(browser, **ways)  # type: ignore[arg-type]
        visit.page.goto(address)
        mark = visit.page.locator(".doubt > summary").first
        told = visit.page.locator(".doubt > div").first
        assert not told.is_visible()
        assert mark.get_attribute("aria-label") in ("为什么待核对？", "Why is this in doubt?")
        mark.tap() if press == "tap" else mark.press("Enter")
        assert told.is_visible()
        assert told.inner_text().startswith(said)
        visit.page.context.close()


def test_of_a_row_one_thing_is_told_at_a_time_and_escape_ends_it(table: Page) -> None:
    row = table.locator("tr:has(.doubt)").first
    row.locator(".doubt > summary").press("Enter")
    row.locator(".cite > summary").press("Enter")
    until(table, "() => document.querySelectorAll('tr[id] > td:last-child > details[open]').length === 1")
    row.locator(".cite > summary").press("Escape")
    row.locator(".doubt > summary").press("Enter")
    row.locator(".doubt > summary").press("Escape")
    assert table.locator("tr[id] > td:last-child > details[open]").count() == 0
    assert table.evaluate("document.activeElement.parentElement.className") == "doubt"


def test_a_comparison_takes_no_column_of_all_rows(table: Page) -> None:
    assert not table.locator("thead th.comparison").is_visible()
    row = table.locator("tr[id]:has(.comparison a)").first
    first, comparison = (row.locator(part).bounding_box() for part in ("th", ".comparison"))
    assert first is not None
    assert comparison is not None
    assert comparison["y"] >= first["y"] + first["height"]
    assert comparison["width"] > 700
    assert table.locator("tr[id] > td:nth-child(6):empty").first.bounding_box() is None
    head, below = (
        table.locator(f"{part} > :nth-child(2)").first.bounding_box() for part in ("thead tr", "tr[id]")
    )
    assert head is not None
    assert below is not None
    assert abs(head["x"] - below["x"]) < 2, "a column stands below its title"
