"""A built site in, the files of its index out."""

import json
from pathlib import Path

import pytest

from converter.site.search import (
    Before,
    KnownTerm,
    Last,
    Replaced,
    index_part,
    join_index,
    marked,
    numbered,
    reuse_part,
    write_index,
)
from converter.site.search.postings import Worth
from tests.search.test_postings import read, read_lists

HOME = '<h1 id="report">乙区2020年报告</h1><p>全文。</p>'
CHAPTER = (
    '<h1 id="c1">一、复议</h1><p>复议</p><h2 id="c1-s1">受理</h2><p>顯著增加，达66万户。</p>'
    '<table><tr id="v"><td>用户</td></tr></table>'
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two languages, a report, chapters beyond nine, a page that is not to be searched."""
    pages = {
        "zh/b/index.html": HOME,
        "zh/b/c10.html": "<h1>十、计划</h1>",
        "zh/b/c2.html": CHAPTER,
        "en/b/c2.html": "<h1>Reconsideration</h1><p>0.66 million users</p>",
        "index.html": "<h1>报告</h1>",
    }
    for address, text in pages.items():
        file = tmp_path / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<html><body>菜单{marked(text)}</body></html>", encoding="utf-8")
    (tmp_path / "404.html").write_text("<h1>没有</h1>", encoding="utf-8")
    return tmp_path


def data(file: Path) -> object:
    """What a file of the index hands over."""
    text = file.read_text(encoding="utf-8").removesuffix(");\n")
    return json.loads(f"[{text.removeprefix('gongkai.receive(')}]")[1]


def files(site: Path) -> dict[str, object]:
    [folder] = [path for path in (site / "search").iterdir() if path.is_dir()]
    return {path.relative_to(folder).as_posix(): data(path) for path in sorted(folder.rglob("*.js"))}


def test_pages_are_in_the_order_of_their_language_and_report(site: Path) -> None:
    write_index(site, ())
    found = files(site)
    pages = [found[f"pages/{number}.js"] for number in (0, 2, 3, 4, 5)]  # 1 is 404.html
    assert [page[:3] for page in pages] == [  # type: ignore[index]
        ["index.html", "报告", ""],
        ["zh/b/index.html", "乙区2020年报告", ""],
        ["zh/b/c2.html", "一、复议", "乙区2020年报告"],
        ["zh/b/c10.html", "十、计划", "乙区2020年报告"],
        ["en/b/c2.html", "Reconsideration", ""],
    ]
    assert pages[2][3] == [  # type: ignore[index]
        ["", "一、复议", "复议"],
        ["c1-s1", "受理", "顯著增加，达66万户。"],
        ["v", "", "用户"],
    ]
    about = data(site / "search/index.js")
    assert about["languages"] == [["zh", 5], ["en", 1]]  # type: ignore[index]
    assert about["variants"] == "著着顯显"  # type: ignore[index]


def test_keys_say_where_and_how_well(site: Path) -> None:
    write_index(
        site, [KnownTerm(("复议",), ("reconsideration",), "t-r", {"zh": "再看一次", "en": "A second look"})]
    )
    found = files(site)
    keys = {
        key: read(text)
        for name, lists in found.items()
        if name.startswith("keys")
        for key, text in read_lists(lists).items()  # type: ignore[arg-type]
    }
    assert keys["复议"] == [(3, Worth.TITLE)]
    assert keys["受理"] == [(3, Worth.HEADING)]
    assert keys["显着"] == [(3, Worth.ONCE)]
    assert keys["用户"] == [(3, Worth.ROW)]
    assert keys["乙区"] == [(2, Worth.TITLE), (3, Worth.REPORT), (4, Worth.REPORT)]
    assert keys["=660000"] == [(3, Worth.ONCE), (5, Worth.ONCE)]
    assert keys["_reconsideration"] == [(5, Worth.TITLE)]
    assert "菜单" not in keys
    assert found["terms.js"] == [[["复议"], ["reconsideration"], "t-r"]]
    assert found["meanings/zh.js"] == ["再看一次"]


def test_the_same_site_gives_the_same_index_and_another_site_another_folder(site: Path) -> None:
    def written() -> dict[str, bytes]:
        write_index(site, ())
        return {str(path): path.read_bytes() for path in (site / "search").rglob("*.js")}

    first = written()
    assert written() == first
    (site / "index.html").write_text(marked("<h1>新</h1>"), encoding="utf-8")
    assert not {name for name in first if "pages" in name} & written().keys()


def test_parts_of_a_site_make_the_index_of_the_whole(site: Path, tmp_path: Path) -> None:
    write_index(site, ())
    whole = files(site)
    numbers = numbered(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    zh, en = ({a: n for a, n in numbers.items() if a.startswith("en/") is wanted} for wanted in (False, True))
    parts = [index_part(site, own, tmp_path / f"part-{name}") for name, own in (("en", en), ("zh", zh))]
    join_index(site, parts, numbers, ())
    assert files(site) == whole
    again = [reuse_part(site, part.file, part.file.read_bytes()) for part in parts]
    assert again == parts
    join_index(site, parts, numbers, ())
    assert files(site) == whole
    assert reuse_part(site, parts[0].file, b"damaged") is None


def test_files_of_the_last_index_that_are_the_same_are_not_written_again(site: Path, tmp_path: Path) -> None:
    write_index(site, ())
    whole = files(site)
    last = tmp_path / "last"
    (site / "search").rename(last)
    [folder] = (entry for entry in last.iterdir() if entry.is_dir())
    (folder / "pages/1.js").write_bytes(b"damaged")
    numbers = numbered(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    part = index_part(site, numbers, tmp_path / "part", folder)
    join_index(site, [part], numbers, (), Last(folder))
    assert files(site) == whole
    [now] = (entry for entry in (site / "search").iterdir() if entry.is_dir())
    same = {file.name: file.samefile(folder / "pages" / file.name) for file in (now / "pages").iterdir()}
    assert same == {name: name != "1.js" for name in same}


def test_the_index_before_and_what_was_replaced_make_the_index_of_the_whole(
    site: Path, tmp_path: Path
) -> None:
    numbers = numbered(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    zh, en = ({a: n for a, n in numbers.items() if a.startswith("en/") is wanted} for wanted in (False, True))
    parts = [index_part(site, own, tmp_path / f"part-{name}") for name, own in (("en", en), ("zh", zh))]
    joined = join_index(site, parts, numbers, ())
    for changed in (
        CHAPTER.replace("复议</p>", "诉讼，复议，复议</p>"),
        CHAPTER.replace("显著", ""),
        "<h1>无</h1>",
    ):
        (site / "zh/b/c2.html").write_text(f"<body>{marked(changed)}</body>", encoding="utf-8")
        assert reuse_part(site, parts[0].file, parts[0].file.read_bytes()) == parts[0]
        was = parts[1].file.rename(tmp_path / "was")
        parts[1] = index_part(site, zh, tmp_path / "part-zh")
        before = Before(joined, [Replaced(was, parts[1].file)])
        joined = join_index(site, parts, numbers, (), Last(before=before))
        mended = files(site)
        write_index(site, ())
        assert files(site) == mended
    same = join_index(
        site, [index_part(site, numbers, tmp_path / "all")], numbers, (), Last(before=Before(joined, ()))
    )
    assert same == joined
