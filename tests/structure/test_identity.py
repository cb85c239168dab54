"""What the sidecar says of a report, and what follows from how its region is written."""

from converter.model import Fact, Source
from converter.pipeline import read, report_of
from converter.sources import source_of

TITLE = "盐港区2021年法治政府建设情况报告\n"
BODY = "一、主要工作\n盐港区机关办结案件80件。\n"


def source(text: str, **facts: str) -> Source:
    told = {key: Fact(value, "somebody") for key, value in facts.items()}
    return Source("case.txt", "text", text, "0" * 64, facts=told)


def test_an_issuer_of_the_sidecar_is_no_word_of_the_text() -> None:
    assert report_of(source(TITLE + BODY, issuer="海口湾市盐港区人民政府")).region == "盐港区"
    assert report_of(source(BODY, issuer="海口湾市盐港区人民政府")).region == "海口湾市盐港区"


def test_days_of_the_sidecar_stand() -> None:
    report = report_of(source(TITLE + BODY, written="2022-01-12", delivered="2022-01-10"))
    assert (str(report.written), str(report.delivered), str(report.published)) == (
        "2022-01-12",
        "2022-01-10",
        "2022-01-12",
    )


def test_a_region_leaves_the_names_of_its_figures_however_it_is_written() -> None:
    signed = TITLE + BODY + "海口湾市盐港区人民政府\n"
    for text in (TITLE + BODY, signed):
        assert [one.indicator for one in read(source(text)).observations] == ["机关办结案件"]


def test_the_name_of_a_site_is_no_title_where_one_is_printed() -> None:
    page = (
        "<html><head><title>甲县人民政府</title></head><body><p>甲县人民政府</p><p>关于2023年法治政府建设情况的报告</p>"
        "<p>2023年，甲县认真依法履职，各项工作取得新的成效，现将有关情况报告如下。</p><p>一、主要工作</p>"
        "<p>办结行政复议案件26件，调解成功率为91%。</p></body></html>"
    )
    title = report_of(source_of(page.encode(), "page.html")).title
    assert title and "".join(title.split()) == "甲县人民政府关于2023年法治政府建设情况的报告"
