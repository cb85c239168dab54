"""The whole play in one go: two raw reports become a published site that is right, and nobody opens an editor.

The reports are those of the evaluation beside the project; what is put right is chosen by place, whatever it says.
"""

import os
import random
import shutil
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Error, Locator, Page

from tests.editing.conftest import serving
from tests.editing.test_browser import MARK, opened, shown
from tests.site.conftest import visit_with
from tests.surroundings import PATIENCE

# A hundred clicks, each until its page is made again: two minutes on an idle machine.
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(3600)]

SEED = 7201
REPORT, FORM = "gongzuo", "biaoge"
TITLE, TITLE_EN, ISSUER = "本市某年政府工作报告", "Report on the Work of the Government", "本市人民政府"
NAMES = ("更正的名称甲", "更正的名称乙", "更正的名称丙")
MISSED = "补上的数据"
ENGLISH = "The English of paragraph {number} of this page, as a translator wrote it."


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, evaluation: Path) -> Iterator[tuple[str, Path]]:
    """A preview of a new site with two raw reports: a form as HTML, a report as Word."""
    folder = tmp_path_factory.mktemp("play")
    _run(folder, "-m", "converter", "new", "mine")
    project = folder / "mine"
    forms = [str(evaluation / "forms" / "forms.py"), "--seed", str(SEED), "--kind", "disclosure"]
    _run(folder, *forms, "--style", "html_trs", "--out", str(folder / "raw"))
    shutil.copy(next((folder / "raw").glob("*.html")), project / "seeds" / f"{FORM}.html")
    word = sorted((evaluation / "corpus").rglob("*.docx"))
    chosen = random.Random(SEED).choice(word)
    (project / "seeds" / f"{REPORT}.docx").write_bytes(chosen.read_bytes())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "converter", "serve", "--port", str(port)]
    environment = os.environ | {"GONGKAI_EDITOR": "张三", "GONGKAI_LANG": "zh"}
    with serving(project, f"http://127.0.0.1:{port}/", command, environment) as address:
        yield address, project


def _run(folder: Path, *command: str) -> None:
    done = subprocess.run([sys.executable, *command], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout


class Done(NamedTuple):
    """What the published site is to have: names that were, a heading, a year, the id of a cell, paragraphs in English."""

    former: list[str]
    heading: str
    year: str
    cell: str
    count: int


@dataclass
class Clerk:
    """Who does it: with clicks that are counted, and eyes that wait until something is there."""

    page: Page
    address: str
    clicks: int = 0

    def go(self, path: str) -> None:
        self.page.goto(self.address + path)

    def click(self, where: Locator) -> None:
        self.clicks += 1
        self.page.wait_for_load_state()  # before that, no script hears of a click
        where.click()

    def open(self, where: Locator) -> None:
        self.click(where)
        opened(self.page)

    def save(self, button: str = ".gk-first", **said: str) -> None:
        """Fill in the form that is open, save it, and wait until it is shown."""
        for name, text in said.items():
            field = self.page.locator(f"dialog [name={name}]")
            if field.evaluate("(one) => one.tagName") == "SELECT":
                field.select_option(text)
            else:
                field.fill(text)
        self.click(self.page.locator(f"dialog {button}"))
        self.until("the page is as it was saved", self.is_shown)

    def is_shown(self) -> bool:
        return self.page.locator(".gk-status").inner_text().startswith(("已更新", "Up to date"))

    def until(self, what: str, is_so: Callable[[], object]) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if is_so():
                    return
            except Error:  # the page is loaded anew
                pass
            self.page.wait_for_timeout(50)
        pytest.fail(f"never: {what}; {self.page.locator('.gk-said').all_inner_texts()}")


def test_two_raw_reports_become_a_published_site(
    browser: Browser, desk: tuple[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    address, project = desk
    visit = visit_with(browser, viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    clerk, begun = Clerk(visit.page, address), time.monotonic()
    says_what_it_is(clerk)
    done = Done(
        names_three_figures(clerk),
        moves_a_heading(clerk),
        adds_a_figure(clerk),
        puts_a_cell_right(clerk),
        translates_a_page(clerk),
    )
    settles_all(clerk)
    takes_the_last_name_back(clerk, done.former)
    publishes(clerk)
    assert not visit.complaints
    with capsys.disabled():
        print(f"\n{clerk.clicks} clicks, {(time.monotonic() - begun) / 60:.1f} minutes", end=" ")
    with zipfile.ZipFile(project / "gongkai-site.zip") as packed:
        packed.extractall(project.parent / "released")
    reader = visit_with(browser, viewport={"width": 1280, "height": 900})
    reads(reader.page, next((project.parent / "released").rglob("index.html")).parent, done)
    assert not reader.complaints


def says_what_it_is(clerk: Clerk) -> None:
    clerk.go(f"zh/{REPORT}/index.html")
    clerk.open(clerk.page.locator(":is(#about, #report) > .gk-pencil").first)
    clerk.save(title=TITLE, title_en=TITLE_EN, issuer=ISSUER, why="原件落款")
    shown(clerk.page, "h1", TITLE)


def names_three_figures(clerk: Clerk) -> list[str]:
    """What they were called."""
    clerk.go(f"zh/{REPORT}/c1.html")
    ids = [one.get_attribute("id") for one in clerk.page.locator("p data[value]").all()[: len(NAMES)]]
    former = []
    for id_, name in zip(ids, NAMES, strict=True):
        clerk.open(clerk.page.locator(f"[id='{id_}'] > a"))
        former.append(clerk.page.locator("dialog [name=name]").input_value())
        clerk.save(name=name, why="与原件核对")
    return former


def moves_a_heading(clerk: Clerk) -> str:
    heading = clerk.page.locator("article h2[id]").nth(1)
    text = heading.evaluate("(one) => one.firstChild.textContent.trim()")
    clerk.open(heading.locator(".gk-pencil"))
    clerk.save(level="3", why="与原件核对")
    shown(clerk.page, "article h3", text)
    return str(text)


def adds_a_figure(clerk: Clerk) -> str:
    """A number that the program took for none: the first year that is named in a paragraph."""
    block, year = clerk.page.evaluate(YEAR)
    clerk.page.evaluate(MARK, [f"[id='{block}']", year])
    clerk.open(clerk.page.locator(".gk-selection button").first)
    clerk.save(name=MISSED, unit="年", why="漏读")
    shown(clerk.page, f"[id='{block}'] data[value]", year)
    return str(year)


YEAR = """() => {
    for (const block of document.querySelectorAll("article p[id]")) {
        const copy = block.cloneNode(true);
        for (const one of copy.querySelectorAll("data")) one.replaceWith("\\n");
        const found = /(?<!\\d)20\\d\\d年/.exec(copy.textContent);
        if (found && block.querySelector(".gk-pencil")) return [block.id, found[0]];
    }
    throw new Error("no year");
}"""


def puts_a_cell_right(clerk: Clerk) -> str:
    clerk.go(f"zh/{FORM}/c3.html")
    figure = clerk.page.locator("td data[value]").first
    id_ = figure.get_attribute("id")
    clerk.open(figure.locator("a"))
    clerk.save(cell="4321", why="与原件核对")
    shown(clerk.page, f"[id='{id_}']", "4321")
    return str(id_)


def translates_a_page(clerk: Clerk) -> int:
    """How many paragraphs it has."""
    clerk.go(f"en/{REPORT}/c2.html")
    blocks = [
        one.get_attribute("id")
        for one in clerk.page.locator("article :is(h1, h2, p)[id]:has(> .gk-pencil)").all()
    ]
    for number, id_ in enumerate(blocks):
        block = clerk.page.locator(f"[id='{id_}']")
        clerk.open(block.locator("> .gk-pencil"))
        clerk.page.locator("dialog textarea").fill(ENGLISH.format(number=number))
        clerk.page.wait_for_timeout(100)
        clerk.save()
        shown(clerk.page, f"[id='{id_}']", ENGLISH.format(number=number))
    return len(blocks)


def settles_all(clerk: Clerk) -> None:
    """What is in doubt is looked at, and found right: a false note is one of them."""
    clerk.go(f"zh/{REPORT}/index.html")
    clerk.click(clerk.page.get_by_role("link", name="待办"))
    doubts = clerk.page.locator("[data-kind=doubts] > .gk-item")
    doubts.first.wait_for()
    while left := doubts.count():
        clerk.click(doubts.first.locator("[data-key-of=a]"))
        clerk.until(
            "one less", lambda left=left: doubts.count() < left and clerk.page.locator("#gk-left").count()
        )


def takes_the_last_name_back(clerk: Clerk, former: list[str]) -> None:
    changes = clerk.page.locator(".gk-changes li")
    before = changes.count()
    clerk.click(changes.filter(has_text=NAMES[-1]).locator("button"))
    clerk.until("one change less", lambda: 0 < changes.count() < before)
    clerk.go(f"zh/{REPORT}/figures.html")
    shown(clerk.page, "article table", former[-1])


def publishes(clerk: Clerk) -> None:
    clerk.click(clerk.page.get_by_role("link", name="待办"))
    assert "还有 0 处" in clerk.page.locator("[for=gk-left]").inner_text()
    clerk.click(clerk.page.locator("[data-publish]"))
    told = clerk.page.locator(".gk-released > p").first
    told.wait_for(timeout=PATIENCE * 1000)
    assert told.inner_text().startswith("已发布"), clerk.page.locator(".gk-released").inner_text()


def reads(page: Page, site: Path, done: Done) -> None:
    """Who opens the site finds all that was put right, and nothing of the editing."""

    def go(path: str) -> None:
        page.goto((site / path).as_uri())
        assert page.locator(".gk-pencil, .gk-bar, #gongkai-editing").count() == 0

    go(f"zh/{REPORT}/index.html")
    assert page.locator("h1").inner_text().strip().startswith(TITLE)
    assert ISSUER in page.locator("article").inner_text()
    go(f"en/{REPORT}/index.html")
    assert page.locator("h1").inner_text().strip().startswith(TITLE_EN)
    go(f"zh/{REPORT}/figures.html")
    names = page.locator("article table").first.inner_text()
    assert [name in names for name in (*NAMES, MISSED)] == [True, True, False, True]
    assert done.former[-1] in names
    go(f"zh/{REPORT}/c1.html")
    assert done.heading in page.locator("article h3").all_inner_texts()[0]
    assert done.year in page.locator("article p data[value]").all_inner_texts()
    go(f"zh/{FORM}/c3.html")
    assert page.locator(f"[id='{done.cell}']").inner_text() == "4321"
    go(f"en/{FORM}/c3.html")
    assert "4321" in page.locator("article table").first.inner_text()
    go(f"en/{REPORT}/c2.html")
    text = page.locator("article").inner_text()
    assert all(ENGLISH.format(number=number) in text for number in range(done.count))
