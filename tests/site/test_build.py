"""What a build promises: warnings where edits broke something, the same site twice, pages that need none of it."""

import shutil
from pathlib import Path

import pytest

from tests.site.conftest import ROOT, build

CHAPTER = "docs/zh/lanshan-2020/c2.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project's pages that a test may edit."""
    copy = tmp_path / "project"
    shutil.copytree(ROOT / "docs", copy / "docs")
    shutil.copy(ROOT / "mkdocs.yml", copy)
    return copy


def edit(page: Path, old: str, new: str) -> None:
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new), encoding="utf-8")


EDITS = [
    ("c2", "66万户", "67万户", "c2.md：正文“二、", "找不到“66万户”", "“66万户” (", "is no longer in"),
    ("c2", "，注册用户达66万户", "", "c2.md：正文“二、", "找不到“66万户”", "“66万户” (", "is no longer in"),
    (
        "figures",
        "[66万户]",
        "[67万户]",
        "figures.md：“",
        "写着“67万户”",
        "报告写的是“66万户”",
        "says “67万户”",
    ),
    ("figures", "| 660,000 |", "| 670,000 |", "figures.md：“", "化为数值是 660000", "is 660000"),
    ("figures", "(c2.md#c2-s1-v660000)", "(c2.md)", "没有“66万户”", "the table has no row for “66万户”"),
]


@pytest.mark.parametrize(("page", "old", "new", "said"), [(p, o, n, s) for p, o, n, *s in EDITS])
@pytest.mark.slow
def test_a_hand_edit_of_a_figure_fails_the_strict_build(
    project: Path, page: str, old: str, new: str, said: list[str]
) -> None:
    edit(project / f"docs/zh/lanshan-2020/{page}.md", old, new)
    done = build(project, project / "site")
    assert done.returncode != 0
    # MkDocs has its own word about the link that leads nowhere now.
    warnings = [line for line in done.stderr.splitlines() if "gongkai build" in line]
    assert len(warnings) == 1
    assert [words for words in [*said, "c2-s1-v660000"] if words not in warnings[0]] == []


def test_words_may_be_edited_around_the_numbers(project: Path) -> None:
    edit(project / CHAPTER, "注册用户达66万户", "**注册用户**已经达到66万户")
    done = build(project, project / "site")
    assert done.returncode == 0, done.stderr
    assert 'id="c2-s1-v660000"' in (project / "site/zh/lanshan-2020/c2.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_page_a_person_adds_joins_the_menu_of_its_report(project: Path) -> None:
    (project / "docs/zh/lanshan-2020/preface.md").write_text("# 编者说明\n\n补充说明。\n", encoding="utf-8")
    done = build(project, project / "site")
    assert done.returncode == 0, done.stderr
    assert "编者说明" in (project / "site/zh/lanshan-2020/c1.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_page_may_stay_out_of_the_search(project: Path) -> None:
    (project / "docs/zh/lanshan-2020/draft.md").write_text(
        "---\nsearch: false\n---\n\n# 草稿\n", encoding="utf-8"
    )
    done = build(project, project / "site")
    assert done.returncode == 0, done.stderr
    texts = [path.read_text(encoding="utf-8") for path in (project / "site/search").glob("*/pages/*.js")]
    assert [text for text in texts if "c2.html" in text]
    assert not [text for text in texts if "draft.html" in text]


@pytest.mark.slow
def test_the_same_pages_give_the_same_site(site: Path, tmp_path: Path) -> None:
    assert build(ROOT, tmp_path / "again").returncode == 0
    first, second = (
        {path.relative_to(root): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
        for root in (site, tmp_path / "again")
    )
    assert sorted(path for path in first.keys() | second.keys() if first.get(path) != second.get(path)) == []


def test_the_pages_need_neither_plugin_nor_extension_nor_theme(project: Path) -> None:
    plain = "site_name: plain\nmarkdown_extensions: [attr_list]\nexclude_docs: .*\n"
    (project / "mkdocs.yml").write_text(plain, encoding="utf-8")
    done = build(project, project / "site")
    assert done.returncode == 0, done.stderr
    assert "66万户" in (project / "site/zh/lanshan-2020/c2/index.html").read_text(encoding="utf-8")
