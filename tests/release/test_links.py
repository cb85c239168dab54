"""A link that leads nowhere is found, whatever it looks like; one that leads somewhere is not complained of."""

from pathlib import Path

import pytest

from converter.release.links import BrokenLink, broken_links

PAGE = "zh/a/c1.html"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for folder in ("zh/a", "assets"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "index.html").write_text('<h1 id="top">公开</h1>', encoding="utf-8")
    (tmp_path / "zh/a/index.html").write_text('<a name="old"></a><p id="第一段">', encoding="utf-8")
    (tmp_path / "zh/a/数据 表.html").write_text("<p>", encoding="utf-8")
    (tmp_path / "assets/s.css").write_text("p {}", encoding="utf-8")
    return tmp_path


def broken(site: Path, html: str) -> list[BrokenLink]:
    (site / PAGE).write_text(f'<body id="body">{html}</body>', encoding="utf-8")
    return broken_links(site)


@pytest.mark.parametrize(
    "target",
    [
        "index.html",
        "./",
        ".",
        "../../",
        "../../index.html#top",
        "#body",
        "c1.html#body",
        "",
        "#",
        "index.html#old",
        "index.html#%E7%AC%AC%E4%B8%80%E6%AE%B5",
        "%E6%95%B0%E6%8D%AE%20%E8%A1%A8.html",
        "../../assets/s.css?v=2",
        "../../assets/s.css#any",
        "https://example.org/nowhere",
        "//example.org/nowhere",
        "mailto:a@example.org",
        "data:,",
    ],
)
def test_what_leads_somewhere_or_out_of_the_site(site: Path, target: str) -> None:
    assert broken(site, f'<a href="{target}">x</a>') == []


@pytest.mark.parametrize(
    "html",
    [
        '<a href="c2.html">x</a>',
        '<a href="#nowhere">x</a>',
        '<a href="index.html#top">x</a>',
        '<a href="/index.html">a server\'s root is not ours</a>',
        '<a href="../../../index.html">above the site</a>',
        '<a href="../">no index page</a>',
        '<img src="no.png">',
        "<script src='no.js'></script>",
        '<link rel="stylesheet" href="../../assets/no.css">',
    ],
)
def test_what_leads_nowhere(site: Path, html: str) -> None:
    (link,) = broken(site, html)
    assert link.page == PAGE
    assert f"{link.target}" in html


def test_links_come_in_order_and_each_once(site: Path) -> None:
    found = broken(site, '<a href="b.html"></a><a href="a.html"></a><a href="b.html"></a>')
    assert found == [BrokenLink(PAGE, "a.html"), BrokenLink(PAGE, "b.html")]


def test_the_page_for_any_address_leads_to_the_start_of_the_server(site: Path) -> None:
    page = '<a href="/"></a><a href="/zh/a/">数据</a><a href="/gone.html"></a>'
    (site / "404.html").write_text(page, encoding="utf-8")
    assert broken_links(site) == [BrokenLink("404.html", "/gone.html")]
