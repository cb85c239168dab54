"""What the sidecar says of a report, and what follows from how its region is written."""

from converter.model import Fact, Source
from converter.pipeline import read, report_of

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
