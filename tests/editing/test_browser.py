"""One corrects on the page itself, with mouse, keyboard or touch, and soon sees it."""

import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page

from tests.editing.conftest import NAME
from tests.site.conftest import Visit, visit_with
from tests.site.test_accessibility import violations

PATIENCE = 60.0
CHAPTER = f"zh/{NAME}/c1.html"


@pytest.fixture
def visit(browser: Browser) -> Visit:
    return visit_with(browser, viewport={"width": 1280, "height": 900}, reduced_motion="reduce")


def shown(page: Page, selector: str, text: str) -> float:
    """Seconds until an element says ``text``; the page is loaded anew in between."""
    start = time.monotonic()
    while time.monotonic() < start + PATIENCE:
        try:
            if text in page.locator(selector).first.inner_text(timeout=300):
                return time.monotonic() - start
        except Error:
            pass
        page.wait_for_timeout(20)
    pytest.fail(f"{selector} never said {text}")


def opened(page: Page) -> None:
    page.wait_for_selector("dialog[open] form")


def test_a_paragraph_is_changed_in_place(
    visit: Visit, preview: tuple[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    address, project = preview
    page = visit.page
    page.goto(address + CHAPTER)
    page.locator("#c1-s1-p1").hover()
    page.locator("#c1-s1-p1 > .gk-pencil").click()
    opened(page)
    area = page.locator("dialog textarea")
    area.fill(area.input_value().replace("1200件", "1201件"))
    page.locator("dialog .gk-first").click()
    took = shown(page, "#c1-s1-p1", "1201件")
    assert "1201件" in (project / f"docs/zh/{NAME}/c1.md").read_text(encoding="utf-8")
    page.wait_for_timeout(500)
    # Where one was, one is again, and it is said.
    assert page.evaluate("document.activeElement.closest('[id]').id") == "c1-s1-p1"
    assert "已更新" in page.locator(".gk-status").inner_text()
    assert not visit.complaints
    with capsys.disabled():
        print(f"\nsaved to shown: {took:.1f} s", end=" ")


def test_a_number_is_asked_about_by_keyboard_alone(visit: Visit, preview: tuple[str, Path]) -> None:
    address, project = preview
    page = visit.page
    page.goto(address + CHAPTER)
    page.locator("#c1-s2-p1 data.figure a").first.focus()
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
    page.goto(f"{address}zh/{NAME}/figures.html")
    shown(page, "article table", "检查企业次数")
    assert "检查企业次数" in (project / f"seeds/{NAME}.toml").read_text(encoding="utf-8")
    assert not visit.complaints


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
    page.wait_for_timeout(200)
    assert asked
    assert page.locator("dialog[open]").count() == 1
    page.once("dialog", lambda one: one.accept())
    page.keyboard.press("Escape")
    page.wait_for_timeout(200)
    assert page.locator("dialog[open]").count() == 0
    assert page.evaluate("document.activeElement.parentElement.id") == "c1-s1"


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
        page.locator("data.figure a").first.click()
        opened(page)
        found[f"{language} figure"] = violations(page, "dialog")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert {what: told for what, told in found.items() if told} == {}
    assert not visit.complaints
    page.context.close()
