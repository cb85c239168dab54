"""The picture of a report that is shared: what it says, that nothing is cut from its numbers, and that a browser makes it."""

import struct
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from converter.release.pdf import find_browser, offered_pictures, photograph
from converter.site.head.about import About
from converter.site.head.meta import Site, meta_tags
from converter.site.pictures.share import SHARE_SIZE, Shared, share_picture
from converter.site.publisher import Publisher

TOLD = Shared(
    "某站",
    "甲县2023年法治政府建设情况报告",
    "甲县人民政府，2024年3月1日",
    [("187件", "受理案件"), ("27%", "纠错率")],
)


def texts(told: Shared) -> list[str]:
    return [
        str(text.text) for text in fromstring(share_picture(told)).iter("{http://www.w3.org/2000/svg}text")
    ]


def test_it_says_whose_report_it_is_and_its_figures() -> None:
    assert texts(TOLD) == ["某站", TOLD.title, TOLD.about, "187件", "受理案件", "27%", "纠错率"]


def test_a_long_title_is_cut_visibly_and_a_long_number_is_not() -> None:
    long = TOLD._replace(title="长" * 99, figures=[("超过 123,456,789.12亿立方米", "总" * 99)])
    said = texts(long)
    assert [line[-1] for line in said if set(line) <= {"长", "…"}] == ["长", "长", "…"]
    assert "超过 123,456,789.12亿立方米" in said


def test_a_page_names_the_picture_of_its_report_where_it_has_an_address() -> None:
    page = About("chapter", "zh", "一、服务", "", "", None, TOLD.title, "", ())
    publisher = Publisher("independent", {})
    tags = {
        tag.key: tag.content for tag in meta_tags(page, Site("站", "", publisher, "https://a.example/x.png"))
    }
    assert tags["og:image"] == "https://a.example/x.png"
    assert tags["og:image:alt"] == TOLD.title
    assert "og:image" not in {tag.key for tag in meta_tags(page, Site("站", "", publisher))}


@pytest.mark.browser
def test_a_browser_makes_a_picture_of_its_size(tmp_path: Path) -> None:
    browser = find_browser()
    if not browser:
        pytest.skip("no browser")
    folder = tmp_path / "data" / "jia"
    folder.mkdir(parents=True)
    (folder / "share.zh.svg").write_bytes(share_picture(TOLD))
    ((drawing, target),) = offered_pictures(tmp_path)
    made = photograph(browser, drawing)
    assert target.name == "share.zh.png"
    assert made.startswith(b"\x89PNG")
    assert struct.unpack(">II", made[16:24]) == SHARE_SIZE
