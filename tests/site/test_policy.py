"""Which scripts a page may hold, and what a page says of itself at its top, on small sites."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from converter.cli import main
from converter.site.head.front import used
from converter.site.head.policy import hash_of
from tests.site.conftest import ROOT, build


def small_site(folder: Path, page: str, publisher: str = "") -> subprocess.CompletedProcess[str]:
    """Build a site of a home and one page a person wrote."""
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "publisher.toml").write_text(publisher, encoding="utf-8")
    (folder / "docs" / "zh" / "甲").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# 首页\n", encoding="utf-8")
    (folder / "docs" / "zh" / "甲" / "page.md").write_text(page, encoding="utf-8")
    return build(folder, folder / "built")


def built_page(folder: Path) -> BeautifulSoup:
    return BeautifulSoup((folder / "built/zh/甲/page.html").read_text(encoding="utf-8"), "html.parser")


@pytest.mark.parametrize(
    "script",
    [
        "<script>attacked()</script>",
        "<SCRIPT>attacked()</SCRIPT>",
        '<script src="x.js"></script>',
        '<script src="assets/scripts/../../x.js"></script>',
        '<script type="application/json"><b></script>',
        "<svg><script>attacked()</script></svg>",
    ],
)
@pytest.mark.slow
def test_a_script_that_is_not_the_sites_own_stops_the_build(tmp_path: Path, script: str) -> None:
    done = small_site(tmp_path, f"# 甲\n\n<div>{script}</div>\n", 'html = "kept"\n')
    assert done.returncode != 0
    assert "zh/甲/page.md" in done.stderr
    assert "script that is not known" in done.stderr
    assert "Traceback" not in done.stderr


def test_html_is_kept_where_the_publisher_says_so(tmp_path: Path) -> None:
    done = small_site(tmp_path, '# 甲\n\n<div style="x" data-y="z">乙</div>\n', 'html = "kept"\n')
    assert done.returncode == 0, done.stderr
    assert built_page(tmp_path).find("div", {"data-y": "z"})


def test_html_is_cleaned_and_told_otherwise(tmp_path: Path) -> None:
    done = small_site(tmp_path, "# 甲\n\n<div><script>attacked()</script><sub>乙</sub></div>\n")
    assert done.returncode != 0  # A strict build counts what it tells.
    assert "zh/甲/page.md：HTML" in done.stderr
    page = built_page(tmp_path)
    assert page.find("sub")
    assert "attacked" not in str(page)


def test_what_a_browser_remembers_is_told_in_one_file_for_all_pages(site: Path) -> None:
    shared = (site / "assets/scripts/palette.js").read_text(encoding="utf-8")
    assert shared.startswith('__md_scope=new URL("../..",document.currentScript.src)')
    assert "__md_get=" in shared
    chapter = (site / "zh/lanshan-2020/c1.html").read_text(encoding="utf-8")
    assert "__md_" not in chapter
    assert 'src="../../assets/scripts/palette.js"' in chapter


def test_the_policy_is_of_the_templates_scripts_whatever_a_page_holds(tmp_path: Path, site: Path) -> None:
    done = small_site(tmp_path, "# 甲\n\n<script>attacked()</script>\n")
    assert "Traceback" not in done.stderr

    def policy(page: BeautifulSoup) -> str:
        found = page.find("meta", {"http-equiv": "Content-Security-Policy"})
        assert found
        return str(found["content"])

    chapters = [
        BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        for file in site.glob("*/lanshan-2020/c*.html")
    ]
    attacked = built_page(tmp_path)
    assert hash_of("attacked()") not in policy(attacked)
    for page in [*chapters, attacked]:
        inline = [hash_of(code.string or "") for code in page.find_all("script", src=False, type=False)]
        assert sorted(inline) == sorted(re.findall(r"'sha256-[^']*'", policy(page)))
        assert "unsafe" not in policy(page)


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("page: {x: 1}", "page at the top should be a line of text"),
        ("report: [a]", "report at the top should be a line of text"),
        ("hide: 3", "hide at the top should be a list of words"),
        ("search: 也许", "search at the top should be true or false"),
        ("title: {a: b}", "title at the top should be a line of text"),
        ("template: none.html", "template at the top cannot be used"),
        ("template: redirect.html\nlocation: https://example.org/", "template at the top cannot be used"),
        ("icon: material/none", "icon at the top cannot be used"),
    ],
)
@pytest.mark.slow
def test_front_matter_that_cannot_be_used_is_told_and_left_out(tmp_path: Path, front: str, told: str) -> None:
    done = small_site(tmp_path, f"---\n{front}\n---\n# 甲\n")
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert built_page(tmp_path).find("h1", string="甲")


def test_front_matter_is_text() -> None:
    written = {
        "title": 2020,
        "description": "a\n b",
        "hide": "toc",
        "search": False,
        "status": 'x" y',
        "page": None,
    }
    assert used(written) == {"title": "2020", "description": "a b", "hide": ["toc"], "search": False}


def test_titles_and_descriptions_are_whole(tmp_path: Path) -> None:
    title = "“甲”</title><b> & \"乙\" '丙' &lt;"
    quoted = title.replace('"', '\\"')
    done = small_site(tmp_path, f'---\ntitle: "{quoted}"\ndescription: "{quoted}"\n---\n# 丁\n')
    assert done.returncode == 0, done.stderr
    page = built_page(tmp_path)
    description = page.find("meta", {"name": "description"})
    assert page.title
    assert description
    assert page.title.get_text().startswith(title)
    assert description["content"] == title


def test_check_names_mark_up_and_what_becomes_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    (tmp_path / "seeds").mkdir()
    shutil.copy(ROOT / "seeds/lanshan-2020.txt", "seeds")
    run = CliRunner()
    assert run.invoke(main, ["build"]).exit_code == 0
    page = tmp_path / "docs/zh/extra.md"
    page.write_text("# 甲\n\nH<sub>2</sub>O\n", encoding="utf-8")
    done = run.invoke(main, ["check"])
    assert done.exit_code == 0, done.output
    assert "docs/zh/extra.md:3: the HTML <sub> is published as it is." in done.output
    page.write_text("# 甲\n\n<meta http-equiv=refresh content=0>\n\n[乙](javascript:x)\n", encoding="utf-8")
    done = run.invoke(main, ["check"])
    assert done.exit_code == 1
    assert "docs/zh/extra.md:3: the HTML <meta http-equiv=refresh content=0> is not allowed" in done.output
    assert "docs/zh/extra.md:5: the link javascript:x may lead only to this site" in done.output
    Path("publisher.toml").write_text('html = "kept"\n', encoding="utf-8")
    assert run.invoke(main, ["check"]).exit_code == 0
