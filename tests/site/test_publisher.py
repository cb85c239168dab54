"""Who publishes the site, on every page of it: tags, notice, foot; and what the site has for programs."""

import json
import re
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from lxml import etree, html

from converter.cli.building import build as convert
from converter.site.words import table
from tests.site.conftest import ROOT, build
from tests.test_publisher import OFFICIAL

REPORT = "lanshan-2020"
URL = "https://www.example.gov.cn/fazhi/"
ORIGINAL = "https://origin.example.org/a/1.html?x=1&y=2"
SIDECAR = f"""
[original]
value = "{ORIGINAL}"
source = "测试"

[[corrections]]
date = 2022-03-01
what = "更正第二章的“<注册用户>”数"
what_en = "Number of <registered users> corrected"
why = "抄录有误"
"""
SAID = "".join(f'{key} = "{value}"\n' for key, value in OFFICIAL.items())
PAGES = {
    "en/index.md": "---\npage: home\ndescription: Reports\n---\n\n# Annual reports\n\n"
    f"[Lanshan]({REPORT}/index.md)\n",
    f"en/{REPORT}/index.md": f"---\nreport: {REPORT}\npage: report\ndescription: About it\n---\n\n"
    "# Report on Building a Law-based Government { #report }\n\n[One](c1.md)\n",
    f"en/{REPORT}/c1.md": f"---\nreport: {REPORT}\npage: chapter\n---\n\n# 1. Leadership & duty {{ #c1 }}\n\nText.\n",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one report, its sidecar, and some English pages."""
    copy = tmp_path_factory.mktemp("publisher")
    shutil.copy(ROOT / "mkdocs.yml", copy)
    (copy / "seeds").mkdir()
    shutil.copy(ROOT / "seeds" / f"{REPORT}.txt", copy / "seeds")
    sidecar = (ROOT / "seeds" / f"{REPORT}.toml").read_text(encoding="utf-8") + SIDECAR
    (copy / "seeds" / f"{REPORT}.toml").write_text(sidecar, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(copy)
        assert convert((), force=False) == 0
    shutil.rmtree(copy / "docs/en", ignore_errors=True)
    for path, text in PAGES.items():
        (copy / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (copy / "docs" / path).write_text(text, encoding="utf-8")
    return copy


def built(
    project: Path, folder: Path, publisher: str, url: str = ""
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    copy = Path(shutil.copytree(project, folder / "project"))
    (copy / "publisher.toml").write_text(publisher, encoding="utf-8")
    if url:
        with (copy / "mkdocs.yml").open("a", encoding="utf-8") as config:
            config.write(f"\nsite_url: {url}\n")
    return folder / "site", build(copy, folder / "site")


@pytest.fixture(scope="module")
def official(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("official")
    site, done = built(project, folder, f'profile = "official"\n[official]\n{SAID}', URL)
    assert done.returncode == 0, done.stderr
    return site


@pytest.fixture(scope="module")
def independent(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("independent")
    site, done = built(project, folder, '[independent]\noperator = "某读书会 <i>"\n')
    assert done.returncode == 0, done.stderr
    return site


def page(site: Path, path: str) -> html.HtmlElement:
    return html.fromstring((site / path).read_bytes())


def pages(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def tags(site: Path, path: str) -> dict[str, str]:
    """The tags of a page by name; each is there once, but for alternate locales."""
    found = [(m.get("name") or m.get("property"), m.get("content")) for m in page(site, path).iter("meta")]
    named = [(name.lower(), content) for name, content in found if name]
    assert len(named) == len(dict(named)), path
    return {name: content for name, content in found if name}


OF_SITE = {"SiteName", "SiteDomain", "SiteIDCode"}
OF_COLUMN = {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
OF_ARTICLE = {"ArticleTitle", "PubDate", "ContentSource"}


def test_every_page_of_an_official_site_has_the_tags_of_the_site(official: Path) -> None:
    for path in pages(official):
        if path != "404.html":
            told = tags(official, path)
            assert [told[name] for name in sorted(OF_SITE)] == [
                OFFICIAL["site_domain"],
                OFFICIAL["site_id_code"],
                OFFICIAL["site_name"],
            ]
            assert told.keys() >= OF_COLUMN
            assert all(told.values())


def test_only_chapters_are_articles(official: Path) -> None:
    articles = {path for path in pages(official) if OF_ARTICLE & tags(official, path).keys()}
    chapters = {path for path in pages(official) if re.search(r"/c\d+\.html$", path)}
    assert articles == chapters
    assert len(chapters) == 10
    for path in chapters:
        told = tags(official, path)
        assert told.keys() >= OF_ARTICLE
        assert told["PubDate"] == "2021-03-31 00:00"
        assert told["ContentSource"] == OFFICIAL["organiser"]  # the report itself names nobody
        assert "Author" not in told
        assert told["Url"] == URL + path


def test_tags_speak_the_language_of_the_page(official: Path) -> None:
    told = tags(official, f"en/{REPORT}/c1.html")
    assert told["ArticleTitle"] == "1. Leadership & duty"
    assert told["ColumnName"] == "Report on Building a Law-based Government"
    assert told["ColumnType"] == "Open government information"
    assert told["og:locale"] == "en_GB"
    assert told["og:site_name"] == OFFICIAL["site_name"]
    assert told["og:locale:alternate"] == "zh_CN"
    chinese = tags(official, f"zh/{REPORT}/c1.html")
    assert chinese["ColumnKeywords"] == "兰山区，2020年，法治政府建设年度报告"
    assert chinese["og:locale"] == "zh_CN"
    assert chinese["og:url"] == URL + f"zh/{REPORT}/c1.html"
    assert chinese["article:published_time"] == "2021-03-31"


def test_the_foot_of_an_official_site_names_who_and_says_nothing_of_a_copy(official: Path) -> None:
    for path in pages(official):
        text = page(official, path).text_content()
        assert "独立" not in text, path
        assert page(official, path).xpath("//*[contains(@class, 'md-banner')]") == []
        assert "independent copy" not in text, path
        assert "not a government" not in text, path
        if path != "404.html":
            foot = page(official, path).xpath("//footer//dl")[0]
            said = dict(
                zip(foot.xpath(".//dt/text()"), (dd.text_content() for dd in foot.iter("dd")), strict=True)
            )
            chinese = not path.startswith("en/")
            assert said["主办单位" if chinese else "Organized by"] == OFFICIAL["organiser"]
            assert (
                said["网站标识码" if chinese else "Website identification code"] == OFFICIAL["site_id_code"]
            )
            assert foot.xpath(".//a/@href") == ["https://beian.miit.gov.cn/", "https://beian.mps.gov.cn/"]


def test_every_page_of_an_independent_copy_says_so_in_both_languages(independent: Path) -> None:
    for path in pages(independent):
        text = page(independent, path).text_content()
        assert "本站是独立整理的副本，不是政府网站" in text, path
        assert "This is an independent copy, not a government website" in text, path
        if path != "404.html":
            short = page(independent, path).xpath("//*[@class='notice']/strong/text()")
            assert short == [
                "Independent copy, not a government website"
                if path.startswith("en/")
                else "独立副本，不是政府网站"
            ]
            assert "某读书会 <i>" in text
            assert ("The English is an unofficial translation" in text) == path.startswith("en/")


def test_the_page_about_the_site_says_whom_to_tell_of_an_error_or_that_there_is_nobody(
    site: Path, independent: Path, official: Path
) -> None:
    def told(built: Path, language: str) -> tuple[bool, ...]:
        said, words = page(built, f"{language}/about.html").text_content(), table("words")[language]
        keys = ("publisher_unnamed", "tell_nobody", "tell_named", "tell")
        return tuple(words[key] in said for key in keys)

    assert told(site, "en") == told(site, "zh") == (True, True, False, False)
    assert told(independent, "zh") == (False, False, True, False)
    assert told(official, "zh") == (False, False, False, True)
    assert OFFICIAL["telephone"] in page(official, "zh/about.html").xpath("string(//article)")


def test_pages_of_a_report_link_its_original(independent: Path) -> None:
    for path in pages(independent):
        links = page(independent, path).xpath(
            "//*[@class='notice' or contains(@class, 'publisher')]//a/@href"
        )
        assert (ORIGINAL in links) == (REPORT in path), path


def test_where_the_original_is_not_known_no_address_is_made_up(site: Path) -> None:
    links = page(site, f"zh/{REPORT}/c1.html").xpath("//*[contains(@class, 'publisher')]//a/@href")
    assert [link for link in links if "://" in link] == []
    assert "原文的网址尚不清楚" in page(site, f"zh/{REPORT}/c1.html").text_content()


@pytest.mark.slow
def test_an_independent_copy_shows_no_code_of_a_government_whatever_is_configured(
    project: Path, tmp_path: Path
) -> None:
    site, done = built(project, tmp_path, f'profile = "independent"\n[official]\n{SAID}')
    assert done.returncode != 0
    assert done.stderr.count("must not carry") == len(OFFICIAL)
    # A strict build ends before anything is handed on; a lax one still shows none of it.
    lax = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site)]
    subprocess.run(lax, cwd=tmp_path / "project", capture_output=True, check=True)
    everything = b"".join(file.read_bytes() for file in site.rglob("*") if file.is_file())
    for key in ("site_id_code", "icp", "police", "organiser", "telephone", "site_domain"):
        assert OFFICIAL[key].encode() not in everything, key


@pytest.mark.slow
def test_an_incomplete_official_site_is_not_built(project: Path, tmp_path: Path) -> None:
    _, done = built(project, tmp_path, 'profile = "official"\n')
    assert done.returncode != 0
    assert "必须写明“网站标识码”" in done.stderr


@pytest.mark.slow
def test_an_address_on_another_host_is_told(project: Path, tmp_path: Path) -> None:
    publisher = f'profile = "official"\n[official]\n{SAID}'
    _, done = built(project, tmp_path, publisher, "https://example.org/")
    assert done.returncode != 0
    assert "site_url in mkdocs.yml is at example.org" in done.stderr


@pytest.mark.slow
def test_a_file_that_cannot_be_understood_is_one_line(project: Path, tmp_path: Path) -> None:
    _, done = built(project, tmp_path, "profile = 'semi'\n")
    assert done.returncode != 0
    assert 'publisher.toml: profile = "semi"' in done.stderr
    assert "Traceback" not in done.stderr


def test_no_address_is_made_up(independent: Path) -> None:
    for path in pages(independent):
        tree = page(independent, path)
        assert tree.xpath("//link[@rel='canonical']") == []
        told = tags(independent, path)
        assert told.keys().isdisjoint({"Url", "og:url", "SiteDomain", "SiteIDCode"})
    assert not (independent / "sitemap.xml").exists()
    assert "Sitemap" not in (independent / "robots.txt").read_text(encoding="utf-8")


def test_breadcrumbs(official: Path, independent: Path) -> None:
    def trail(site: Path, path: str) -> list[tuple[int, str, str]]:
        found = page(site, path).xpath("//script[@type='application/ld+json']/text()")
        (crumbs,) = [one for one in map(json.loads, found) if one["@type"] == "BreadcrumbList"]
        return [(one["position"], one["name"], one["item"]) for one in crumbs["itemListElement"]]

    title = "兰山区2020年度法治政府建设工作的报告"
    chapter = "一、加强党对法治建设的领导，压实法治政府建设责任"
    names = ["政府年度报告", title, chapter]
    path = f"zh/{REPORT}/c1.html"
    addresses = ["index.html", f"zh/{REPORT}/index.html", path]
    assert trail(official, path) == [(n + 1, names[n], URL + addresses[n]) for n in range(3)]
    assert [item for _, _, item in trail(independent, path)] == ["../../index.html", "index.html", "c1.html"]


ATOM = "{http://www.w3.org/2005/Atom}"


def valid_feed(data: bytes) -> etree._Element:
    """The feed, once it has what RFC 4287 requires of it (4.1.1, 4.1.2), each exactly once."""
    feed = etree.fromstring(data)
    assert feed.tag == f"{ATOM}feed"
    ids = [feed.findtext(f"{ATOM}id")]
    for part in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(part.findall(ATOM + name)) == 1, name
            assert part.findtext(ATOM + name)
        stamp = part.findtext(f"{ATOM}updated")
        assert datetime.fromisoformat(stamp).tzinfo
        assert [link.get("href") for link in part.findall(f"{ATOM}link[@rel='alternate']")] != []
    for entry in feed.findall(f"{ATOM}entry"):
        ids.append(entry.findtext(f"{ATOM}id"))
        assert entry.find(f"{ATOM}author") is not None or feed.find(f"{ATOM}author") is not None
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one) for one in ids)
    assert len(set(ids)) == len(ids)
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    return feed


@pytest.mark.parametrize(
    ("path", "language", "titles"),
    [
        (
            "feed.xml",
            "zh-Hans",
            [
                "更正：兰山区2020年度法治政府建设工作的报告：更正第二章的“<注册用户>”数",
                "兰山区2020年度法治政府建设工作的报告",
            ],
        ),
        (
            "en/feed.xml",
            "en",
            [
                "Correction: Report on Building a Law-based Government: "
                "Number of <registered users> corrected",
                "Report on Building a Law-based Government",
            ],
        ),
    ],
)
def test_the_feed_tells_new_and_corrected_reports(
    official: Path, independent: Path, path: str, language: str, titles: list[str]
) -> None:
    feed = valid_feed((official / path).read_bytes())
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    assert feed.xpath("//*[local-name()='entry']/*[local-name()='title']/text()") == titles
    assert feed.findtext(f"{ATOM}updated") == "2022-03-01T00:00:00+08:00"
    assert feed.xpath("*[local-name()='link'][@rel='self']/@href") == [URL + path]
    links = feed.xpath("//*[local-name()='link']/@href")
    assert all(link.startswith(URL) and (official / link.removeprefix(URL)).exists() for link in links)
    other = valid_feed((independent / path).read_bytes())
    assert feed.xpath("//*[local-name()='id']/text()") == other.xpath("//*[local-name()='id']/text()")
    relative = other.xpath("//*[local-name()='link']/@href")
    assert all((independent / path).parent.joinpath(link).exists() for link in relative)
    assert other.xpath("*[local-name()='link'][@rel='self']") == []
    assert other.findtext(f"{ATOM}author/{ATOM}name") == "某读书会 <i>"


def test_every_page_names_the_feed_of_its_language(independent: Path) -> None:
    for path in set(pages(independent)) - {"404.html"}:
        (link,) = page(independent, path).xpath("//head/link[@type='application/atom+xml']")
        target = (independent / path).parent / link.get("href")
        assert target.resolve() == independent / ("en/feed.xml" if path.startswith("en/") else "feed.xml")
        assert link.get("rel").split() == ["alternate", "feed"]


def test_the_sitemap_names_each_page_and_its_twin(official: Path) -> None:
    root = etree.fromstring((official / "sitemap.xml").read_bytes())
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert root.tag == f"{space}urlset"
    twins = {}
    for url in root:
        assert url.tag == f"{space}url"
        assert url[0].tag == f"{space}loc"
        assert {child.tag for child in url[1:]} <= {"{http://www.w3.org/1999/xhtml}link"}
        assert {link.get("rel") for link in url[1:]} <= {"alternate"}
        twins[url[0].text] = {link.get("hreflang"): link.get("href") for link in url[1:]}
    # The page of a whole report says again what its chapters say.
    once = {path for path in pages(official) if path != "404.html" and not path.endswith("/whole.html")}
    assert set(twins) == {URL + path for path in once}
    both = {"zh-Hans": f"{URL}zh/{REPORT}/c1.html", "en": f"{URL}en/{REPORT}/c1.html"}
    assert twins[both["zh-Hans"]] == twins[both["en"]] == both
    assert twins[f"{URL}index.html"] == {"zh-Hans": f"{URL}index.html", "en": f"{URL}en/index.html"}
    assert twins[f"{URL}zh/{REPORT}/c2.html"] == {}
    for address in (one for known in twins.values() for one in known.values()):
        assert (official / address.removeprefix(URL)).exists()


def test_robots_lead_to_the_sitemap(official: Path) -> None:
    lines = (official / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["User-agent: *", "Allow: /"]
    assert lines[-1] == f"Sitemap: {URL}sitemap.xml"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_whole_report_is_one_file_of_markdown(independent: Path, project: Path, language: str) -> None:
    text = (independent / f"data/{REPORT}/fulltext.{language}.md").read_text(encoding="utf-8")
    headings = re.findall(r"^(#+) (.*)", text, re.M)
    assert [level for level, _ in headings].count("#") == 1
    assert headings[0][0] == "#"
    assert not re.search(r"\{ ?[#:.]|\.md|^---$", text, re.M)
    if language == "zh":
        for number in range(1, 10):
            chapter = (project / f"docs/zh/{REPORT}/c{number}.md").read_text(encoding="utf-8")
            for paragraph in chapter.split("\n\n")[2:]:
                said = re.sub(r"^#+|\s*\{.*\}$", "", paragraph, flags=re.M).strip()
                assert said in text
        # Programs get the table of figures as CSV and JSON.
        assert "| 660,000 |" not in text
    else:
        assert [title for _, title in headings] == [
            "Report on Building a Law-based Government",
            "1. Leadership & duty",
        ]


def test_the_picture_page_leads_only_to_pages_that_are_there(independent: Path) -> None:
    there = {name for name in pages(independent) if name.startswith(f"en/{REPORT}/")}
    main = page(independent, f"en/{REPORT}/pictures.html").find(".//main")
    led = {href.partition("#")[0] for href in main.xpath(".//a/@href") if re.match(r"c\d", href)}
    assert {f"en/{REPORT}/{name}" for name in led} <= there
    assert "2,735" in main.xpath("string(.//table)")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_home_of_a_report_links_it_and_the_data(independent: Path, language: str) -> None:
    path = f"{language}/{REPORT}/index.html"
    links = page(independent, path).xpath("//*[@class='machines']//a/@href")
    assert links == [f"../../data/{REPORT}/fulltext.{language}.md", f"../../data/{REPORT}/fulltext.json"]
    assert all((independent / path).parent.joinpath(link).resolve().exists() for link in links)


def test_llms_txt_lists_every_report_in_each_language(independent: Path, official: Path) -> None:
    for site, start in ((independent, ""), (official, URL)):
        text = (site / "llms.txt").read_text(encoding="utf-8")
        assert text.startswith("# 公开 · 政府年度报告 · Gongkai · Government annual reports\n\n> ")
        links = re.findall(r"\]\((.*?)\)", text)
        assert links == [
            start + address
            for language in ("zh", "en")
            for address in (f"data/{REPORT}/fulltext.{language}.md", f"data/{REPORT}/fulltext.json")
        ]
        assert ("not a government website" in text) == (site == independent)
