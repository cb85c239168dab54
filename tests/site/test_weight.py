"""Light: what a first visit transfers, and that nothing moves while a page arrives."""

import gzip
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from converter.site.files.bundles import said_by, sent
from converter.site.files.unused import PARTS, without
from converter.site.words import SCRIPTS
from tests.conftest import ROOT
from tests.site.conftest import Visit, visit_with
from tests.site.kinds import PAGES, page_of

LIMIT = 300_000
# A tenth of what Core Web Vitals call good.  On a busy machine a browser paints between two scripts, and a button comes a frame late.
MOVED = 0.01
SHIFTED = """() => new Promise((resolve) => {
    const shifts = [];
    new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(shifts.map((one) => [one.value,
        ...one.sources.map((source) => source.node?.outerHTML?.slice(0, 80) || source.node?.nodeName)])), 100);
})"""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_first_visit_to_a_chapter_is_light(visit: Visit, site: Path, served: str, language: str) -> None:
    visit.page.goto(served + page_of("chapter", language), wait_until="networkidle")
    root = urlsplit(served).path
    names = {urlsplit(address).path.removeprefix(root) for address in visit.requests}
    # A server compresses text; its headers are a few hundred bytes a file.
    weight = {name: len(gzip.compress((site / name).read_bytes())) + 300 for name in names}
    assert sum(weight.values()) < LIMIT, weight


@pytest.mark.parametrize(
    ("kind", "own"),
    [("chapter", ["palette.js", "page.js"]), ("figures", ["palette.js", "table.js", "page.js"])],
)
def test_a_page_waits_for_few_scripts_and_one_sheet(site: Path, kind: str, own: list[str]) -> None:
    soup = BeautifulSoup((site / page_of(kind, "zh")).read_text(encoding="utf-8"), "html.parser")
    scripts = [str(script["src"]).rpartition("/") for script in soup.select("script[src]")]
    assert [name for folder, _, name in scripts if folder.endswith("assets/scripts")] == own
    assert len(scripts) == len(own) + 1, "and Material's own"
    sheets = [str(sheet["href"]) for sheet in soup.select("link[rel=stylesheet]")]
    assert [sheet for sheet in sheets if "gongkai" in sheet] == ["../../assets/gongkai/all.css"]


def test_the_sources_of_a_script_are_sent_in_it_and_not_beside_it(site: Path) -> None:
    assert sorted(path.name for path in (site / "assets/scripts").iterdir()) == [
        "glossary.js",
        "page.js",
        "palette.js",
        "search.js",
        "table.js",
    ]
    theme = ROOT / "converter/site/theme"
    for name, script in SCRIPTS.load().items():
        lines = [
            line
            for part in script.sources
            for line in (theme / f"assets/{part}.js").read_text("utf-8").splitlines()
        ]
        code = [told for line in lines if (told := line.lstrip()) and not told.startswith("//")]
        told = (site / f"assets/scripts/{name}.js").read_text(encoding="utf-8")
        assert told.splitlines() == [*said_by(script).splitlines(), *code]
        assert not any((site / f"assets/{part}.js").exists() for part in script.sources)


def test_a_script_is_sent_with_every_word_it_says_and_no_other() -> None:
    theme = ROOT / "converter/site/theme/assets"
    for name, script in SCRIPTS.load().items():
        code = "".join((theme / f"{part}.js").read_text("utf-8") for part in script.sources)
        asked = {*re.findall(r'gongkai\.say\("(\w+)"', code)}
        assert asked <= {word for words in script.says.values() for word in words} | _sent_with("page"), name
        unused = [word for words in script.says.values() for word in words if word not in code]
        assert unused == [], name


def _sent_with(name: str) -> set[str]:
    return {word for words in SCRIPTS.load()[name].says.values() for word in words}


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("/* why */\n.a,\n.b > i {\n  margin: 0 1px;\n}\n", ".a,.b > i{margin:0 1px}\n"),
        (".a::before {\n  content: \"{a; b} : c\";\n}\n", '.a::before{content:"{a; b} : c"}\n'),
        ("@media (min-width: 2em) {\n  .a :is(b, i) { top: calc(1em + 2px); }\n}\n", "@media (min-width:2em){.a :is(b,i){top:calc(1em + 2px)}\n}\n"),
    ],
)  # fmt: skip
def test_a_sheet_is_sent_without_what_only_its_authors_read(sheet: str, expected: str) -> None:
    assert sent(sheet) == expected


@pytest.mark.parametrize(
    ("rule", "asked", "kept"),
    [
        (".md-typeset .admonition{a:b}", [], ""),
        (".md-typeset .admonition{a:b}", ["admonition"], ".md-typeset .admonition{a:b}"),
        (".md-typeset .admonition,.md-typeset details{a:b}", [], ".md-typeset details{a:b}"),
        (".md-typeset :is(.admonition,details){a:b}", [], ".md-typeset :is(.admonition,details){a:b}"),
        (".md-typeset :not(.footnote-ref){a:b}", [], ".md-typeset :not(.footnote-ref){a:b}"),
        ("@media print{.md-tabs{a:b}.c{d:e}}", [], "@media print{.c{d:e}}"),
        ("@media print{.md-tabs{a:b}}.c{d:e}", [], ".c{d:e}"),
        ("@keyframes x{0%{a:b}to{a:c}}", [], "@keyframes x{0%{a:b}to{a:c}}"),
        (".tips,.tip,.keys,.keyset{a:b}", [], ".tips,.keyset{a:b}"),
    ],
)
def test_of_materials_sheet_only_what_the_site_asks_nothing_of_is_left_out(
    rule: str, asked: list[str], kept: str
) -> None:
    assert without(rule, set(asked)) == kept


def test_nothing_on_a_page_has_a_class_whose_rules_were_left_out(site: Path) -> None:
    """Elements of the built site are dressed as with Material's whole sheet."""
    gone = re.compile("|".join(f"(?:{name})" for part in PARTS.load().parts for name in part.classes))
    for path in site.rglob("*.html"):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        names = {str(name) for element in soup.select("[class]") for name in element["class"]}
        assert [name for name in names if gone.match(name)] == [], path


def test_the_page_of_results_asks_early_for_what_answers(site: Path) -> None:
    for language in ("zh", "en"):
        soup = BeautifulSoup((site / language / "search.html").read_text(encoding="utf-8"), "html.parser")
        early = [str(link["href"]) for link in soup.select("link[rel=preload]")]
        assert early == ["../assets/scripts/search.js", "../search/index.js"]
        assert all((site / language / path).is_file() for path in early)


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_arrives(browser: Browser, served: str, width: int) -> None:
    visit = visit_with(browser, viewport={"width": width, "height": 900})
    visit.page.add_init_script("try { localStorage.setItem('gongkai.parallel', '1') } catch {}")
    moved = {}
    for path in PAGES:
        visit.page.goto(served + path)
        moved[path] = visit.page.evaluate(SHIFTED)
    assert {
        path: shifts for path, shifts in moved.items() if sum(value for value, *_ in shifts) >= MOVED
    } == {}
    visit.page.context.close()
