"""One corrects on the page itself, with mouse, keyboard or touch, and soon sees it."""

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, Route, expect

from tests.editing.conftest import NAME
from tests.site.conftest import Visit, until, visit_with
from tests.site.test_accessibility import violations
from tests.surroundings import PATIENCE

CHAPTER = f"zh/{NAME}/c1.html"


@pytest.fixture
def visit(browser: Browser) -> Visit:
    return visit_with(browser, viewport={"width": 1280, "height": 900}, reduced_motion="reduce")


def shown(page: Page, selector: str, text: str) -> float:
    """Seconds until an element says ``text``; the page is loaded anew in between."""
    start = time.monotonic()
    while time.monotonic() < start + PATIENCE:
        try:
            if text in page.locator(selector).first.inner_text(timeout=5000):
                return time.monotonic() - start
        except Error:
            pass
        page.wait_for_timeout(20)
    pytest.fail(f"{selector} never said {text}")


def opened(page: Page) -> None:
    page.wait_for_selector("dialog[open] form")


def save(page: Page, paragraph: str, old: str, new: str) -> None:
    """Change the words of a paragraph with its pencil, and press the button that saves."""
    page.locator(f"#{paragraph}").hover()
    page.locator(f"#{paragraph} > .gk-pencil").click()
    opened(page)
    area = page.locator("dialog textarea")
    area.fill(area.input_value().replace(old, new))
    page.locator("dialog .gk-first").click()


def test_a_paragraph_is_changed_in_place(
    visit: Visit, preview: tuple[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    address, project = preview
    page = visit.page
    page.goto(address + CHAPTER)
    save(page, "c1-s1-p1", "1200件", "1201件")
    took = shown(page, "#c1-s1-p1", "1201件")
    assert "1201件" in (project / f"docs/zh/{NAME}/c1.md").read_text(encoding="utf-8")
    # Where one was, one is again, and it is said.
    until(page, "document.activeElement?.closest('[id]')?.id === 'c1-s1-p1'")
    expect(page.locator(".gk-status")).to_have_text(re.compile("^已更新 · 同时更新："))
    assert not visit.complaints
    with capsys.disabled():
        print(f"\nsaved to shown: {took:.1f} s", end=" ")


def test_a_number_is_asked_about_by_keyboard_alone(visit: Visit, preview: tuple[str, Path]) -> None:
    address, project = preview
    page = visit.page
    page.goto(address + CHAPTER)
    page.locator("#c1-s2-p1 data[value] a").first.focus()
    page.keyboard.press("Enter")
    opened(page)
    assert page.evaluate("document.activeElement.name") == "name"
    page.keyboard.press("Control+A")
    page.keyboard.type("检查企业次数")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "why":
            break
    page.keyboard.type("与原件核对")
    page.keyboard.press("Enter")
    page.locator("dialog[open]").wait_for(state="detached")  # who leaves before it is saved is asked
    page.goto(f"{address}zh/{NAME}/figures.html")
    shown(page, "article table", "检查企业次数")
    assert "检查企业次数" in (project / f"seeds/{NAME}.toml").read_text(encoding="utf-8")
    assert not visit.complaints


def test_who_goes_on_before_it_is_shown_gets_there(visit: Visit, preview: tuple[str, Path]) -> None:
    address, _ = preview
    page = visit.page
    page.goto(address + CHAPTER)
    save(page, "c1-s2-p1", "全年召开", "全年共召开")
    page.locator("dialog[open]").wait_for(state="detached")
    slow: list[Route] = []

    def hold(route: Route) -> None:
        slow.append(route)

    page.route("**/figures.html", hold)
    page.get_by_role("link", name="数据表").first.click(no_wait_after=True)
    while "全年共召开" not in page.request.get(address + CHAPTER).text():
        page.wait_for_timeout(100)
    page.wait_for_timeout(1000)  # the page was made meanwhile, and would be loaded anew
    slow[0].continue_()
    page.wait_for_url("**/figures.html")
    assert len(slow) == 1


def test_a_form_that_is_left_asks_first(visit: Visit, preview: tuple[str, Path]) -> None:
    address, _ = preview
    page = visit.page
    page.goto(address + CHAPTER)
    page.locator("#c1-s1 > .gk-pencil").focus()
    page.keyboard.press("Enter")
    opened(page)
    page.locator("dialog textarea").fill("（一）别的")
    asked: list[str] = []
    page.once("dialog", lambda one: (asked.append(one.message), one.dismiss()))
    page.keyboard.press("Escape")
    while not asked:
        page.wait_for_timeout(20)
    assert page.locator("dialog[open]").count() == 1
    page.once("dialog", lambda one: one.accept())
    page.keyboard.press("Escape")
    page.locator("dialog[open]").wait_for(state="detached")
    until(page, "document.activeElement?.parentElement?.id === 'c1-s1'")


def test_the_list_is_worked_through_by_keyboard(visit: Visit, preview: tuple[str, Path]) -> None:
    address, _ = preview
    page = visit.page
    page.goto(f"{address}_editing/?lang=zh")
    doubts = page.locator("[data-kind=doubts] > .gk-item")
    before = doubts.count()
    assert before
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.matches('[data-kind=doubts] > .gk-item')")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("a")
    shown(page, "[for=gk-left]", "已答复 1 处")
    expect(doubts).to_have_count(before - 1)
    # One goes on where one was, as soon as the script of the new page has run.
    page.locator(".gk-item:focus").wait_for()
    page.keyboard.press("n")
    assert page.locator("#later .gk-item").count() == 1
    page.reload()
    assert page.locator("#later .gk-item").count() == 1
    page.locator(".gk-item:has([data-ask])").first.focus()
    page.keyboard.press("c")
    opened(page)
    page.keyboard.press("Escape")
    assert not visit.complaints


def test_keys_are_in_nobodys_way(visit: Visit, preview: tuple[str, Path]) -> None:
    """Outside an item no letter but J does anything; in a field none does."""
    address, _ = preview
    page = visit.page
    page.goto(f"{address}_editing/?lang=zh")
    before = page.locator(".gk-item").count()
    for key in "acnk":
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert page.locator("[for=gk-left]").inner_text()
    assert page.locator(".gk-item").count() == before
    assert page.locator("dialog[open]").count() == 0


def test_english_is_written_beside_the_chinese(visit: Visit, preview: tuple[str, Path]) -> None:
    address, project = preview
    page = visit.page
    page.goto(f"{address}en/{NAME}/c2.html")
    page.locator("#c2-p1 > .gk-pencil").click()
    opened(page)
    assert "执法力量不足" in page.locator("dialog .gk-aside").first.inner_text()
    page.locator("dialog textarea").fill("There are 12 too few officers.")
    shown(page, "dialog .gk-verdicts", "12")
    page.locator("dialog textarea").fill("Enforcement is short of staff.")
    page.locator("dialog .gk-first").click()
    shown(page, "#c2-p1", "Enforcement is short of staff.")
    assert "short of staff" in (project / f"docs/en/{NAME}/c2.md").read_text(encoding="utf-8")
    assert not visit.complaints


def test_words_are_marked_and_a_figure_is_added(visit: Visit, preview: tuple[str, Path]) -> None:
    address, project = preview
    page = visit.page
    page.goto(address + CHAPTER)
    figure = page.locator("#c1-s2-p1 data[value]", has_text="3次")
    figure.locator("a").click()
    opened(page)
    page.locator("dialog [name=why]").fill("不是数据")
    page.locator("dialog button[value=none]").click()
    gone(page, "#c1-s2-p1 data[value]", "3次")
    page.locator("#c1-s2-p1 > .gk-pencil").wait_for()  # the page was loaded anew, its script too
    page.evaluate(MARK, ["#c1-s2-p1", "3次"])
    page.locator(".gk-selection button").first.click()
    opened(page)
    assert page.locator("dialog [name=words]").input_value() == "3次"
    page.locator("dialog [name=name]").fill("召开会议")
    page.locator("dialog [name=why]").fill("漏读")
    page.locator("dialog .gk-first").click()
    shown(page, "#c1-s2-p1 .sentence:nth-of-type(2) data[value]", "3次")
    assert 'name = "召开会议"' in (project / f"seeds/{NAME}.toml").read_text(encoding="utf-8")
    assert not visit.complaints


MARK = """([selector, words]) => {
    const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(words);
        if (at < 0) continue;
        getSelection().setBaseAndExtent(node, at, node, at + words.length);
        return;
    }
    throw new Error(words);
}"""


def gone(page: Page, selector: str, text: str) -> None:
    start = time.monotonic()
    while time.monotonic() < start + PATIENCE:
        try:
            if (
                text not in page.locator(selector).all_inner_texts()
                and page.locator("dialog[open]").count() == 0
            ):
                return
        except Error:
            pass
        page.wait_for_timeout(20)
    pytest.fail(f"{selector} went on saying {text}")


def test_where_two_write_at_once_both_texts_are_shown(browser: Browser, preview: tuple[str, Path]) -> None:
    address, project = preview
    one, other = (visit_with(browser, viewport={"width": 1280, "height": 900}).page for _ in range(2))
    for page in (one, other):
        page.goto(f"{address}zh/{NAME}/index.html")
        page.locator("#c0-p1 > .gk-pencil").click()
        opened(page)
    one.locator("dialog textarea").fill("2023年，清河县推进依法行政。")
    one.locator("dialog .gk-first").click()
    shown(one, "#c0-p1", "推进依法行政")
    other.locator("dialog textarea").fill("2023年，清河县推进法治建设。")
    other.locator("dialog .gk-first").click()
    shown(other, "dialog .gk-said", "没有保存")
    assert other.locator("dialog textarea").input_value() == "2023年，清河县推进法治建设。"
    assert "推进依法行政" in other.locator("dialog .gk-now").inner_text()
    other.locator("dialog .gk-first").click()
    shown(other, "#c0-p1", "推进法治建设")
    assert "推进法治建设" in (project / f"docs/zh/{NAME}/index.md").read_text(encoding="utf-8")


UNNAMED = """() => [...document.querySelectorAll("dialog :is(input:not([type=hidden]), select, textarea)")]
    .filter((one) => !one.labels.length).map((one) => one.name)"""
WAYS = [("light", 1280), ("dark", 1280), ("light", 390), ("dark", 390)]


@pytest.mark.parametrize(("scheme", "width"), WAYS)
def test_axe_finds_nothing(browser: Browser, preview: tuple[str, Path], scheme: str, width: int) -> None:
    address, _ = preview
    visit = visit_with(
        browser, viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = visit.page
    found = {}
    for language in ("zh", "en"):
        page.goto(f"{address}{language}/{NAME}/c1.html")
        found[f"{language} page"] = violations(page)
        page.locator("#c1-s1-p1 > .gk-pencil").click()
        opened(page)
        found[f"{language} paragraph"] = violations(page, "dialog")
        page.keyboard.press("Escape")
        page.locator("data[value] a").first.click()
        opened(page)
        found[f"{language} figure"] = violations(page, "dialog")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.keyboard.press("Escape")
        if language == "zh":
            page.evaluate(MARK, ["#c1-s1-p1", "全年"])
            page.locator(".gk-selection button").first.wait_for()
            found["words"] = violations(page)
        page.goto(f"{address}{language}/{NAME}/index.html")
        page.locator(":is(#about, #report) > .gk-pencil").first.click()
        opened(page)
        found[f"{language} facts"] = violations(page, "dialog")
        # Every field is called by its label: a label leads to one thing.
        assert page.evaluate(UNNAMED) == []
        page.goto(f"{address}_editing/?lang={language}")
        found[f"{language} work"] = violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert {what: told for what, told in found.items() if told} == {}
    assert not visit.complaints
    page.context.close()


def typed_in(page: Page, text: str) -> None:
    page.locator("#c0-p1 > .gk-pencil").click()
    opened(page)
    page.locator("dialog textarea").fill(text)


def test_what_was_typed_is_there_again_after_a_reload(visit: Visit, preview: tuple[str, Path]) -> None:
    address, _ = preview
    page = visit.page
    page.goto(f"{address}zh/{NAME}/index.html")
    before = page.locator("#c0-p1").inner_text()
    typed_in(page, "写了一半")
    kinds: list[str] = []
    page.once("dialog", lambda one: (kinds.append(one.type), one.accept()))
    page.reload()
    assert kinds == ["beforeunload"]
    page.locator(".gk-goes-on").click()
    opened(page)
    assert page.locator("dialog textarea").input_value() == "写了一半"
    assert "没有保存" in page.locator("dialog .gk-draft").inner_text()
    page.locator("dialog .gk-draft button").click()
    page.wait_for_selector(".gk-draft", state="detached")
    assert page.locator("dialog textarea").input_value().strip() in before
    page.keyboard.press("Escape")
    page.reload()
    page.locator("#c0-p1 > .gk-pencil").wait_for()
    assert page.locator(".gk-goes-on").count() == 0


def test_a_preview_started_again_is_met_without_losing_a_word(
    visit: Visit, preview: tuple[str, Path]
) -> None:
    """The page has the token of a former run: it asks for itself anew, and saves."""
    address, project = preview
    page = visit.page
    page.route(
        f"{address}zh/{NAME}/index.html",
        lambda route: route.fulfill(response=(got := route.fetch()), body=OLD.sub(r'\1"old"', got.text())),
        times=1,
    )
    page.goto(f"{address}zh/{NAME}/index.html")
    typed_in(page, "2023年，清河县推进依法治县。")
    page.locator("dialog .gk-first").click()
    shown(page, "#c0-p1", "依法治县")
    assert "依法治县" in (project / f"docs/zh/{NAME}/index.md").read_text(encoding="utf-8")


OLD = re.compile(r'("token": )"[^"]*"')


def test_who_is_cut_off_while_saving_hears_whether_it_was_saved(
    visit: Visit, preview: tuple[str, Path]
) -> None:
    address, _ = preview
    page = visit.page
    page.goto(f"{address}zh/{NAME}/index.html")
    page.route("**/_editing/save", lambda route: route.abort(), times=1)
    typed_in(page, "2023年，清河县推进法治。")
    page.locator("dialog .gk-first").click()
    shown(page, "dialog .gk-said", "没有保存成")
    page.locator("dialog .gk-first").click()
    shown(page, "#c0-p1", "推进法治。")


def test_a_needed_reason_is_asked_for_in_the_words_of_the_page(
    visit: Visit, preview: tuple[str, Path]
) -> None:
    address, _ = preview
    page = visit.page
    page.goto(address + CHAPTER)
    page.locator("#c1-s1-p1 data[value] a").first.click()
    opened(page)
    page.locator("dialog .gk-first").click()
    assert "请写明理由" in page.locator("dialog [name=why]").evaluate("(one) => one.validationMessage")


def test_a_reason_in_the_list_is_left_and_sent_by_keys(visit: Visit, preview: tuple[str, Path]) -> None:
    address, _ = preview
    page = visit.page
    sent: list[str] = []

    def refuse(route: Route) -> None:
        sent.append(route.request.post_data_json["said"]["why"])
        route.fulfill(status=400, json={"message": "没有保存", "why": "other"})

    page.route("**/_editing/save", refuse)
    page.goto(f"{address}_editing/?lang=zh")
    field = page.locator(".gk-why input").first
    field.fill("原件第三页")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.gk-item')")
    page.reload()
    assert field.input_value() == "原件第三页"
    field.press("Enter")
    shown(page, ".gk-status", "没有保存")
    assert sent == ["原件第三页"]


def test_a_folder_and_a_caption_have_pencils(visit: Visit, preview: tuple[str, Path]) -> None:
    address, _ = preview
    page = visit.page
    for folder in (f"zh/{NAME}/", "en/", ""):
        page.goto(address + folder)
        page.locator(".gk-bar").wait_for()
    page.goto(f"{address}zh/{NAME}/")
    assert page.locator("h1 > .gk-pencil").count() == 1
    page.goto(f"{address}zh/")
    page.wait_for_url(address)
    assert not visit.complaints


def test_a_finger_finds_the_pencils(browser: Browser, preview: tuple[str, Path]) -> None:
    address, _ = preview
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    for path in (CHAPTER, f"zh/{NAME}/figures.html"):
        page.goto(address + path)
        page.locator(".gk-pencil").first.wait_for(state="attached")
        sizes = page.evaluate(SIZES)
        assert sizes
        assert min(sizes) >= 44
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


SIZES = """() => [...document.querySelectorAll("article .gk-pencil")].map((one) => one.getBoundingClientRect())
    .flatMap(({ width, height }) => [width, height])"""


def test_a_note_is_answered_where_it_stands(visit: Visit, preview: tuple[str, Path]) -> None:
    address, project = preview
    page = visit.page
    page.goto(f"{address}zh/{NAME}/notes.html")
    page.locator("h2[id^=rate-too-high] > .gk-pencil").click()
    opened(page)
    page.locator("dialog [name=why]").fill("比率按已办结的计算")
    page.locator("dialog .gk-first").click()
    shown(page, "article", "比率按已办结的计算")
    assert "比率按已办结的计算" in (project / f"seeds/{NAME}.toml").read_text(encoding="utf-8")
    assert not visit.complaints
