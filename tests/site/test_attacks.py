"""A report is untrusted input: whatever it says reaches the site as visible text or not at all.

Every line of ``tests/cases/attacks.txt`` stands in a title, headings, paragraphs and the words around figures of
one report, which goes the whole way: conversion, a strict build, every page in a real browser, the search.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from lxml import etree
from markdown import markdown
from playwright.sync_api import Browser, Page

from converter.cli import main
from tests.site.conftest import ROOT, build, visit_with

ATTACKS = (ROOT / "tests" / "cases" / "attacks.txt").read_text(encoding="utf-8").splitlines()
# Elements no page of ours needs; none may come from a report.
FORBIDDEN = ["iframe", "object", "embed", "base", "marquee", "video", "audio", "math", "template", "isindex"]


def hostile_report() -> str:
    """A report each part of which is an attack, with enough of a report around it to be converted."""
    title = "某某区2020年<script>attacked(0)</script>法治政府建设情况报告"
    head = [title, "2020年，某某区认真履职。现报告如下。", "一、工作情况"]
    numerals = "一二三四五六七八九十"
    for n, attack in enumerate(ATTACKS):
        tens, units = divmod(n + 1, 10)
        number = (
            ("" if tens < 2 else numerals[tens - 1])
            + ("十" if tens else "")
            + (numerals[units - 1] if units else "")
        )
        head += [f"（{number}）{attack}", f"{attack}，办理{attack}案件{n + 5}件，办结率{n + 10}%。"]
    return "\n".join([*head, "二、下一步打算", *ATTACKS, "继续努力。"]) + "\n"


@pytest.fixture(scope="module")
def attacked_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of one hostile report, its facts hostile too."""
    project = tmp_path_factory.mktemp("attacked")
    shutil.copy(ROOT / "mkdocs.yml", project)
    (project / "seeds").mkdir()
    (project / "seeds" / "attack-2020.txt").write_text(hostile_report(), encoding="utf-8")
    (project / "seeds" / "attack-2020.toml").write_text(
        "[issuer]\nvalue = '<img src=x onerror=attacked(90)>'\nsource = '[x](javascript:attacked(91)) | {{ x }}'\n"
        "[original]\nvalue = 'javascript:attacked(92)//https://example.org/'\nsource = 'x'\n"
        "[[corrections]]\ndate = 2021-01-01\nwhat = ']]></summary><script>attacked(93)</script>{{ x }}'\n",
        encoding="utf-8",
    )
    (project / "publisher.toml").write_text(
        "[independent]\noperator = '</dd><script>attacked(94)</script>{{ x }}'\n", encoding="utf-8"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        result = CliRunner().invoke(main, ["build"])
    assert result.exit_code == 0, result.output
    built = project / "built"
    done = build(project, built)
    assert done.returncode == 0, done.stdout + done.stderr
    return built


@pytest.fixture(scope="module")
def pages(attacked_site: Path) -> list[Path]:
    return sorted(attacked_site.rglob("*.html"))


@pytest.fixture
def watched(browser: Browser) -> Iterator[Page]:
    """A page that tells when a script of the report runs or asks something."""
    visit = visit_with(browser, viewport={"width": 1280, "height": 900})
    visit.page.add_init_script("window.hits = []; window.attacked = n => { window.hits.push(n); }")
    visit.page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    yield visit.page
    visit.page.context.close()


def test_there_are_enough_attacks() -> None:
    assert len(set(ATTACKS)) >= 60


def test_no_script_of_a_report_runs(attacked_site: Path, pages: list[Path], watched: Page) -> None:
    assert attacked_site.is_dir()
    for page in pages:
        watched.goto(page.as_uri())
        watched.wait_for_timeout(150)
        assert watched.evaluate("window.hits") == [], page.name


def test_the_search_runs_none_either(pages: list[Path], watched: Page) -> None:
    watched.goto(next(page for page in pages if page.name == "c1.html").as_uri())
    watched.keyboard.press("/")
    for query in ("attacked", "<script>", "onerror", "{{", "javascript:"):
        watched.fill(".md-search__input", query)
        watched.wait_for_timeout(400)
        assert watched.evaluate("window.hits") == [], query


def test_no_mark_up_of_a_report_becomes_an_element(pages: list[Path]) -> None:
    for page in pages:
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        assert soup.find_all(FORBIDDEN) == [], page.name
        handlers = [tag for tag in soup.find_all(True) if any(name.startswith("on") for name in tag.attrs)]
        assert handlers == [], page.name
        targets = [
            str(tag.get("href") or tag.get("src") or "")
            for tag in soup.find_all(["a", "img", "link", "script"])
        ]
        assert [
            t for t in targets if t.lower().strip().startswith(("javascript", "data:text", "vbscript"))
        ] == []


def test_what_an_attack_says_is_shown(pages: list[Path]) -> None:
    chapter = next(page for page in pages if page.name == "c1.html")
    text = BeautifulSoup(chapter.read_text(encoding="utf-8"), "html.parser").get_text()
    for sign in (
        "<script>attacked(1)</script>",
        "<svg onload=attacked(5)>",
        "{{ attacked(55) }}",
        "attacked(80)",
    ):
        assert sign in text


def test_feeds_and_plain_text_hold_it_as_text(attacked_site: Path) -> None:
    for feed in (attacked_site / "feed.xml", attacked_site / "en" / "feed.xml"):
        root = etree.fromstring(feed.read_bytes())
        assert {etree.QName(element).namespace for element in root.iter()} == {"http://www.w3.org/2005/Atom"}
        assert "<script>attacked(0)</script>" in "".join(root.itertext())
        assert [link for link in root.xpath("//@href") if "script" in link.lower()] == []
    text = (attacked_site / "data/attack-2020/fulltext.zh.md").read_text("utf-8")
    shown = BeautifulSoup(markdown(text, extensions=["tables"]), "html.parser")
    assert "{{ attacked(55) }}" in shown.get_text()
    assert shown.find_all(["script", "img", *FORBIDDEN]) == []


def test_no_direction_mark_of_a_report_is_left(pages: list[Path]) -> None:
    marks = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b")
    assert [page.name for page in pages if marks & set(page.read_text(encoding="utf-8"))] == []


def test_every_page_carries_a_policy_that_allows_no_other_script(pages: list[Path]) -> None:
    for page in pages:
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        policy = soup.find("meta", {"http-equiv": "Content-Security-Policy"})
        if page.name == "404.html" and not soup.find("script"):
            continue
        assert policy is not None, page.name
        assert "unsafe" not in str(policy["content"])
        assert "default-src 'none'" in str(policy["content"])
