"""The menu of a report: which pages, in which order, and what comes before and after."""

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, get_navigation

from converter.layout import language_of
from converter.site.mkdocs.menu import Menus, arrange, order

PATHS = [
    "index.md",
    "zh/甲区-2020/index.md",
    "zh/甲区-2020/c1.md",
    "zh/甲区-2020/c10.md",
    "zh/甲区-2020/c2.md",
    "zh/甲区-2020/figures.md",
    "zh/甲区-2020/附录.md",
    "zh/乙县-2021/index.md",
    "zh/乙县-2021/c1.md",
    "en/甲区-2020/index.md",
    "关于.md",
]


@pytest.fixture
def nav(tmp_path: Path) -> Navigation:
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "docs_dir": str(tmp_path), "use_directory_urls": False})
    config.validate()
    files = [File(path, str(tmp_path), str(tmp_path / "site"), use_directory_urls=False) for path in PATHS]
    nav = get_navigation(Files(files), config)
    arrange(nav.pages)
    return nav


def menu(nav: Navigation, path: str) -> list[str]:
    page = next(page for page in nav.pages if page.file.src_uri == path)
    return [item.file.src_uri for item in Menus(nav).menu_of(page).pages]


def test_a_report_shows_its_own_pages_in_reading_order(nav: Navigation) -> None:
    names = ["index", "c1", "c2", "c10", "figures", "附录"]
    own = [f"zh/甲区-2020/{name}.md" for name in names]
    assert menu(nav, "zh/甲区-2020/c2.md") == ["index.md", *own]


def test_languages_are_books_of_their_own(nav: Navigation) -> None:
    assert menu(nav, "en/甲区-2020/index.md") == ["index.md", "en/甲区-2020/index.md"]


def test_outside_a_report_the_menu_lists_the_reports(nav: Navigation) -> None:
    homes = {path for path in PATHS if path.startswith("zh/") and path.endswith("/index.md")}
    assert menu(nav, "关于.md")[0] == "index.md"
    assert set(menu(nav, "关于.md")) == homes | {"index.md", "关于.md"}


def test_previous_and_next_stay_inside_the_report(nav: Navigation) -> None:
    beside = {
        page.file.src_uri: (
            page.previous_page and page.previous_page.file.name,
            page.next_page and page.next_page.file.name,
        )
        for page in nav.pages
    }
    assert beside["zh/甲区-2020/index.md"] == (None, "c1")
    assert beside["zh/甲区-2020/c10.md"] == ("c2", "figures")
    assert beside["zh/甲区-2020/附录.md"] == ("figures", None)
    assert beside["zh/乙县-2021/c1.md"] == ("index", None)
    assert beside["index.md"] == (None, None)


def test_chapters_are_ordered_by_number() -> None:
    names = ["c10", "c9", "c2", "c11", "c1"]
    in_order = ["c1", "c2", "c9", "c10", "c11"]
    assert sorted(names, key=lambda name: order(f"zh/x/{name}.md")) == in_order


def test_the_first_folder_is_the_language() -> None:
    assert [language_of(path) for path in ("zh/x/c1.md", "en/x/c1.md", "index.md")] == ["zh", "en", "zh"]
