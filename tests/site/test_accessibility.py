"""Nobody is kept out: WCAG 2.2 AA as far as axe-core can tell, and by keyboard, enlarged, without scripts, without motion."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from _pytest.mark.structures import ParameterSet
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.site.conftest import Visit, until, visit_with
from tests.site.kinds import KINDS, LIBRARY_KINDS, LIBRARY_PAGES, LOST, PAGES, WAYS, library_page_of, page_of

# WCAG 2.2 asks for targets of 24 px; axe-core looks for them only when told.
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
LARGE = "try { localStorage.setItem('gongkai.large', '1') } catch {}"


def opened(browser: Browser, scheme: str, width: int, large: bool) -> Visit:
    visit = visit_with(
        browser, viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    if large:
        visit.page.add_init_script(LARGE)
    return visit


def violations(page: Page, context: str | None = None) -> list[str]:
    found = Axe().run(page, context=context, options=OPTIONS).response["violations"]
    return [f"{one['id']}: {node['html'][:200]} {_why(node)}" for one in found for node in one["nodes"]]


def _why(node: dict[str, Any]) -> str:
    return " ".join(check["message"] for check in (*node["any"], *node["all"], *node["none"]))


# Each page is seen in half of the ways, and its twin in the other half.
def turns(
    kinds: Iterable[str], address: Callable[[str, str], str]
) -> Iterator[tuple[tuple[str, int, bool], list[str]]]:
    for at, way in enumerate(WAYS):
        odd = (at.bit_count()) % 2
        yield way, [address(kind, ("zh", "en")[(odd + number) % 2]) for number, kind in enumerate(kinds)]


OF_ONE, OF_MANY = list(turns(KINDS, page_of)), list(turns(LIBRARY_KINDS, library_page_of))


def ways(turns: list[tuple[tuple[str, int, bool], list[str]]]) -> list[ParameterSet]:
    """The ways as parameters; the first sees a page of each kind and so is a part of every run."""
    marks = [[pytest.mark.smoke], *([] for _ in turns[1:])]
    return [pytest.param(*turn, id=str(turn[0]), marks=mark) for turn, mark in zip(turns, marks, strict=True)]


@pytest.mark.parametrize(("way", "paths"), ways(OF_ONE))
def test_axe_finds_nothing(
    browser: Browser, served: str, way: tuple[str, int, bool], paths: list[str]
) -> None:
    visit = opened(browser, *way)
    found = {}
    for path in (LOST, *paths):
        visit.page.goto(served + path)
        found[path] = violations(visit.page)
    visit.page.keyboard.press("/")
    visit.page.keyboard.type("2020")
    until(visit.page, "document.querySelector('.md-search-result__list').childElementCount > 0")
    found["search"] = violations(visit.page, ".md-header")
    assert {path: told for path, told in found.items() if told} == {}
    assert not visit.complaints
    visit.page.context.close()


@pytest.mark.parametrize(("way", "paths"), ways(OF_MANY))
def test_axe_finds_nothing_where_there_are_several_reports(
    browser: Browser, served_library: str, way: tuple[str, int, bool], paths: list[str]
) -> None:
    visit = opened(browser, *way)
    found = {}
    for path in paths:
        visit.page.goto(served_library + path)
        found[path] = violations(visit.page)
    assert {path: told for path, told in found.items() if told} == {}
    assert not visit.complaints
    visit.page.context.close()


@pytest.mark.parametrize(("ways", "pages"), [(OF_ONE, PAGES), (OF_MANY, LIBRARY_PAGES)])
def test_every_page_was_looked_at_in_every_kind_of_way(
    ways: list[tuple[tuple[str, int, bool], list[str]]], pages: list[str]
) -> None:
    seen = {(path, part) for way, paths in ways for path in paths for part in way}
    assert seen == {(path, part) for path in pages for way in WAYS for part in way}


FOCUSED = """() => {
    const one = document.activeElement;
    if (one === document.body) return null;
    const shown = one.matches(".md-option") ? one.nextElementSibling : one;
    const box = shown.getBoundingClientRect();
    return {
        what: `${one.tagName} ${one.id || one.className} ${one.textContent.trim().slice(0, 30)}`,
        outlined: getComputedStyle(shown).outlineStyle !== "none",
        seen: box.width > 0 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight
            && shown.checkVisibility({ visibilityProperty: true }),
    };
}"""


def walk(page: Page, width: int) -> None:
    """Tab through a page: everything is reached, and one always sees where one is."""
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.md-skip')")
    asked = page.locator(
        "article a:visible, article button:visible, article select:visible, .md-copyright a"
    ).count()
    reached: list[dict[str, Any]] = []
    for _ in range(600):
        page.keyboard.press("Tab")
        one = page.evaluate(FOCUSED)
        if one is None or one in reached[:1]:
            break
        reached.append(one)
    assert [one["what"] for one in reached if not (one["outlined"] and one["seen"])] == []
    assert len(reached) >= asked, (width, asked, len(reached))


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", [page_of("chapter", "zh"), page_of("home", "en"), page_of("figures", "en")])
def test_the_keyboard_reaches_everything_and_one_sees_where_one_is(
    browser: Browser, served: str, path: str, width: int
) -> None:
    visit = opened(browser, "light", width, False)
    visit.page.goto(served + path)
    walk(visit.page, width)
    visit.page.context.close()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["zh/regions/jiaxian.html", "en/indicators/fg-6-3-02.html"])
def test_the_keyboard_reaches_everything_where_there_are_several_reports(
    browser: Browser, served_library: str, path: str, width: int
) -> None:
    visit = opened(browser, "light", width, False)
    visit.page.goto(served_library + path)
    walk(visit.page, width)
    visit.page.context.close()


def test_large_type_is_a_switch_that_is_remembered_and_announced(visit: Visit, served: str) -> None:
    page = visit.page
    page.goto(served + page_of("chapter", "zh"))
    size = "parseFloat(getComputedStyle(document.querySelector('article p[id]')).fontSize)"
    before = page.evaluate(size)
    switch = page.get_by_role("button", name="大字")
    assert switch.get_attribute("aria-pressed") == "false"
    switch.focus()
    page.keyboard.press("Enter")
    assert switch.get_attribute("aria-pressed") == "true"
    assert page.get_by_role("status").filter(has_text="大字号、高对比度").count() == 1
    assert page.evaluate(size) >= 1.25 * before
    page.goto(served + page_of("chapter", "en"))
    assert page.get_by_role("button", name="Large type").get_attribute("aria-pressed") == "true"
    page.get_by_role("button", name="Large type").press("Space")
    page.goto(served + page_of("chapter", "zh"))
    assert page.evaluate(size) == before


def test_the_menu_of_a_phone_opens_and_closes_with_the_keyboard(browser: Browser, served: str) -> None:
    visit = opened(browser, "light", 390, False)
    page = visit.page
    page.goto(served + page_of("chapter", "en"))
    menu = page.locator(".md-sidebar--primary")
    assert not menu.is_visible()
    button = page.locator("[data-drawer]")
    button.press("Enter")
    assert menu.is_visible()
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert not menu.is_visible()
    assert page.evaluate("document.activeElement.hasAttribute('data-drawer')")
    visit.page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_who_asks_for_contrast_gets_seven_to_one(browser: Browser, served: str, scheme: str) -> None:
    visit = visit_with(
        browser,
        viewport={"width": 1280, "height": 900},
        color_scheme=scheme,
        contrast="more",
        reduced_motion="reduce",
    )
    found = {}
    for kind in ("home", "report", "chapter", "figures", "notes", "glossary"):
        visit.page.goto(served + page_of(kind, "zh"))
        options = {"runOnly": {"type": "rule", "values": ["color-contrast-enhanced"]}}
        response = Axe().run(visit.page, options=options).response
        assert response["passes"], kind
        found[kind] = [
            node["html"][:150] + _why(node) for one in response["violations"] for node in one["nodes"]
        ]
    assert {kind: told for kind, told in found.items() if told} == {}
    visit.page.context.close()


def test_where_the_system_gives_the_colours_lines_say_what_grounds_said(
    browser: Browser, served: str
) -> None:
    visit = visit_with(browser, viewport={"width": 1280, "height": 900}, forced_colors="active")
    page = visit.page
    page.goto(f"{served}{page_of('figures', 'zh')}#c2-s1-v660000")
    page.wait_for_selector("tr:target")
    style = "element => getComputedStyle(element)[%r]"
    assert page.eval_on_selector("tr:target", style % "outlineStyle") == "solid"
    links = "nav.md-nav--primary .md-nav__link{}[href]"
    current = page.eval_on_selector(links.format("--active"), style % "borderLeftColor")
    others = page.eval_on_selector_all(
        links.format(":not(.md-nav__link--active)"),
        "all => all.map((one) => getComputedStyle(one).borderLeftColor)",
    )
    assert current not in others
    page.goto(f"{served}{page_of('chapter', 'zh')}#c2-s1-p1")
    assert page.eval_on_selector("p:target", style % "outlineStyle") == "solid"
    visit.page.context.close()


def test_at_400_percent_nothing_scrolls_sideways(browser: Browser, served: str, served_library: str) -> None:
    """1280 px enlarged four times are 320."""
    visit = opened(browser, "light", 320, False)
    wide = {}
    for path in [served + path for path in (LOST, *PAGES)] + [
        served_library + path for path in LIBRARY_PAGES
    ]:
        visit.page.goto(path)
        wide[path] = visit.page.evaluate("document.documentElement.scrollWidth")
    assert {path: width for path, width in wide.items() if width > 320} == {}
    visit.page.context.close()


def test_on_a_phone_no_column_is_one_character_wide(
    browser: Browser, served: str, served_library: str
) -> None:
    visit = opened(browser, "light", 390, False)
    widths = {}
    for path in [served + path for path in PAGES] + [served_library + path for path in LIBRARY_PAGES]:
        visit.page.goto(path)
        widths[path] = visit.page.eval_on_selector_all(
            "table.plain td",
            "all => all.map((one) => one.clientWidth / parseFloat(getComputedStyle(one).fontSize))",
        )
    assert any(widths.values())
    assert {path: min(told) for path, told in widths.items() if told and min(told) < 3} == {}
    visit.page.context.close()


def test_without_scripts_everything_is_read_and_no_button_is_dead(browser: Browser, served: str) -> None:
    visit = visit_with(browser, java_script_enabled=False)
    for path in PAGES:
        visit.page.goto(served + path)
        assert visit.page.locator("article h1").is_visible(), path
        dead = visit.page.locator("button:visible").all()
        assert [button.inner_text() for button in dead] == [], path
    visit.page.context.close()


def test_without_motion_nothing_moves(browser: Browser, served: str) -> None:
    visit = opened(browser, "light", 1280, False)
    visit.page.goto(served + page_of("chapter", "zh"))
    moving = """[...document.querySelectorAll("*")].filter((one) => {
        const style = getComputedStyle(one);
        return parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0;
    }).length"""
    assert visit.page.evaluate(moving) == 0
    visit.page.context.close()


@pytest.mark.parametrize("path", PAGES)
def test_tables_have_captions_and_scopes(browser: Browser, served: str, path: str) -> None:
    visit = visit_with(browser, java_script_enabled=False)
    visit.page.goto(served + path)
    for table in visit.page.locator("article table").all():
        assert table.locator("caption").count() == 1
        assert table.locator("th:not([scope])").count() == 0
        assert table.locator("th[scope=row]").count() == table.locator("tbody tr").count()
    visit.page.context.close()
