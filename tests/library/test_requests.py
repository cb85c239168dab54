"""What became of requests year by year, and where one year does not fit the next: never where nobody can tell."""

from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement

import pytest

from converter.data.requests import Requests, Stated, results
from converter.pages.library import LibraryReport, RepeatedText, library_pages, lines_of
from converter.pages.library.regions import Region
from converter.pages.library.request_pages import misfits
from converter.site.files.generated import with_lines
from converter.site.markdown.stacks import draw_stacks


def told(carried_in: int | None = None, carried_over: int | None = None, granted: int = 0) -> Requests:
    """What a report says: nothing of what is None; all it concluded was granted."""
    amounts = {
        "carried_in": carried_in,
        "carried_over": carried_over,
        "concluded": granted,
        "granted": granted,
    }
    rest = dict.fromkeys((key for key in results() if key != "granted"), 0)
    return {k: Stated(Decimal(v)) for k, v in {**rest, **amounts}.items() if v is not None}


def report(year: int, requests: Requests, name: str = "", **given: str) -> LibraryReport:
    usual = {"title": f"甲县{year}年政府信息公开工作年度报告", "kind": "disclosure", "region": "甲县"}
    return LibraryReport(name or f"jia-{year}", year=year, requests=requests, **{**usual, **given})  # type: ignore[arg-type]


FIRST, SECOND = report(2021, told(carried_over=5, granted=4)), report(2022, told(carried_in=6, granted=8))


def found(*entries: LibraryReport) -> list[tuple[int, int]]:
    return [(int(m.then.value), int(m.now.value)) for m in misfits(Region("甲县", "jia", entries))]


def test_a_number_carried_over_otherwise_is_a_misfit() -> None:
    assert found(FIRST, SECOND) == [(5, 6)]


@pytest.mark.parametrize(
    "later",
    [
        report(2022, told(carried_in=5)),  # the same
        report(2022, told()),  # nothing said
        report(2023, told(carried_in=6)),  # a year between them
        report(2022, told(carried_in=6), kind="law"),
        report(2022, told(carried_in=6), title="甲县水利局2022年政府信息公开工作年度报告"),
    ],
)
def test_no_misfit_where_the_numbers_are_the_same_or_nothing_says_that_they_should_be(
    later: LibraryReport,
) -> None:
    assert found(FIRST, later) == []


def test_issuers_tell_bodies_apart_and_two_reports_on_one_year_say_nothing() -> None:
    bureau = report(2022, told(carried_in=6), issuer="甲县水利局")
    assert found(report(2021, told(carried_over=5), issuer="甲县人民政府"), bureau) == []
    assert found(report(2021, told(carried_over=5), issuer="甲县水利局"), bureau) == [(5, 6)]
    assert found(FIRST, SECOND, report(2022, told(carried_in=7), name="corrected")) == []


def test_the_page_of_notes_and_the_first_page_tell_of_it_in_both_languages() -> None:
    for language, words in (
        ("zh", "上年结转 6 件，上一年度报告结转 5 件"),
        ("en", "6 brought forward from the year before, but that year’s report carried 5 forward"),
    ):
        lines = lines_of([FIRST, SECOND], language, (), RepeatedText())
        assert lines[f"{language}/jia-2022/notes.md"].startswith(f"## {words} {{ #carried-over }}")
        assert "(notes.md#carried-over)" in lines[f"{language}/jia-2022/index.md"]
        assert "carried-over" not in lines[f"{language}/jia-2021/index.md"]


def test_a_region_has_a_picture_and_a_table_of_two_years() -> None:
    pages = dict(library_pages([FIRST, SECOND], "en", (), RepeatedText()))
    page = pages["en/regions/jiaxian.md"]
    assert "*2021 2022; Granted in full 4 8; Granted in part 0 0; " in page
    assert "2021: Granted in full 4, Granted in part 0, " in page
    assert "| Brought forward from the year before | — | 6 |" in page
    assert "| Granted in full, as a share of total outcomes | 100.0% | 100.0% |" in page
    assert "- The report on 2022 says that 6 requests" in page


def test_one_year_alone_has_neither() -> None:
    other = report(2022, told(), title="乙县2022年报告", region="乙县", name="yi")
    pages = dict(library_pages([FIRST, other], "zh", (), RepeatedText()))
    assert (
        "政府信息公开申请"
        not in pages["zh/regions/jiaxian.md"].partition("#reports")[2].partition("#figures")[0][200:]
    )


@pytest.mark.parametrize(
    ("page", "block", "want"),
    [
        ("# T\nNone.\n", "Line.", ["# T", "Line.", "None."]),
        ("# T\nNone.\n", "## Part", ["# T", "None.", "## Part"]),
        (
            "# T\n## Note\n## How { #answer }\n",
            "## Part",
            ["# T", "## Note", "## Part", "## How { #answer }"],
        ),
    ],
)
def test_a_line_stands_below_the_title_a_part_before_how_to_answer(
    page: str, block: str, want: list[str]
) -> None:
    assert [line for line in with_lines(page, block).splitlines() if line] == want


def drawing(words: str) -> Element:
    root = Element("div")
    SubElement(root, "em", {"class": "stack", "title": "said"}).text = words
    draw_stacks(root)
    return root[0]


def test_a_bar_a_year_in_parts_with_what_it_says_as_its_title() -> None:
    drawn = drawing("2021 2022; in full 3 0; refused 1 2")
    assert (drawn.tag, drawn.get("role"), drawn.findtext("title")) == ("svg", "img", "said")
    bars = [(rect.get("class"), rect.get("width")) for rect in drawn.iter("rect")]
    assert bars == [
        ("part0", "187.5"),
        ("part1", "62.5"),
        ("part1", "125.0"),
        ("part0", "12.0"),
        ("part1", "12.0"),
    ]
    assert [text.text for text in drawn.iter("text")] == ["2021", "4", "2022", "2", "in full", "refused"]


@pytest.mark.parametrize("words", ["2021 2022", "2021; a x", "2021; 3", "2021; a -1", "2021 2022; a 0 0", ""])
def test_what_is_no_numbers_is_left_as_it_stands(words: str) -> None:
    assert drawing(words).tag == "em"
