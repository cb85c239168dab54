"""What a site has for programs, piece by piece: any text makes a feed, pages become one file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from converter.data import read_report
from converter.data.file import Fact
from converter.site.files.feed import Feed, FeedEntry, atom
from converter.site.files.one_markdown import one_page
from converter.site.head.about import About, plain
from converter.site.head.meta import Site, meta_tags
from converter.site.head.notice import notice, original_of
from converter.site.publisher import Publisher
from tests.conftest import ROOT

FEED = Feed("feed/zh", "zh-Hans", "新报告", "某人", "index.html", "", "2026-01-01")
LANSHAN = read_report(ROOT / "docs/data/lanshan-2020.json")
REPORT = replace(LANSHAN, title=None, region=None, report_year=None, published=None, issuer=None, facts={})


@given(st.lists(st.tuples(st.text(), st.text(), st.dates().map(str)), max_size=4))
def test_any_text_makes_a_feed_that_says_it(texts: list[tuple[str, str, str]]) -> None:
    entries = [FeedEntry(str(n), plain(a), plain(b), "x.html", day) for n, (a, b, day) in enumerate(texts)]
    root = etree.fromstring(atom(FEED, entries))
    titles = [entry.findtext("{*}title") or "" for entry in root.findall("{*}entry")]
    assert sorted(titles) == sorted(plain(title) for title, _, _ in texts)
    days = [stamp.text for stamp in root.findall("{*}entry/{*}updated")]
    assert days == sorted(days, reverse=True)


def test_a_feed_without_entries_is_dated_by_the_site() -> None:
    assert etree.fromstring(atom(FEED, [])).findtext("{*}updated") == "2026-01-01T00:00:00+08:00"


def page_of(**facts: str) -> About:
    told = {key: Fact(value, "x") for key, value in facts.items()}
    return About("chapter", "zh", "一、概况", "", "", replace(REPORT, facts=told), "", "", ())


@pytest.mark.parametrize(
    ("value", "address"),
    [
        ("https://example.org/a/1.html", "https://example.org/a/1.html"),
        (" http://example.org ", "http://example.org"),
        ("javascript:alert(1)//https://example.org", ""),
        ("https://user@evil.example/", ""),
        ("见政府网站", ""),
        ("https://[", "https://["),
    ],
)
def test_only_an_address_on_the_web_is_linked(value: str, address: str) -> None:
    assert original_of(page_of(original=value)) == address


def test_what_is_not_known_has_no_tag() -> None:
    told = {tag.key for tag in meta_tags(page_of(), Site("站", "", Publisher()))}
    assert told == {
        "SiteName", "ColumnName", "ColumnKeywords", "ColumnType", "ArticleTitle", "Keywords",
        "og:type", "og:site_name", "og:title", "og:locale",
    }  # fmt: skip


def test_a_page_of_no_report_asks_for_no_original() -> None:
    assert notice(None, Publisher()).no_original == ""
    assert notice(page_of(), Publisher()).no_original


PAGES = [
    '---\nreport: "x"\n---\n\n# 报告 { #report }\n\n引言。\n\n## 目录 { #contents }\n\n- [一、概况](c1.md)：1 节\n'
    "\n## 基本信息 { #about }\n\n| a |\n| --- |\n",
    "\ufeff---\r\npage: chapter\r\n---\r\n\r\n# 一、概况 { #c1 }\r\n\r\n## （一）办件 { #c1-s1 }\r\n\r\n"
    "办件[5件](figures.md#c1-v5)，见[外](https://example.org/a.md)。\r\n{: .editorial }\r\n",
]
WHOLE = """\
# 报告

网页：https://example.org/

引言。

## 基本信息

| a |
| --- |

## 一、概况

### （一）办件

办件5件，见[外](https://example.org/a.md)。
"""


def test_pages_become_one_file() -> None:
    assert one_page(PAGES, "网页：https://example.org/") == WHOLE
