"""Several reports in, the pages that set them side by side out."""

import pytest
from msgspec.structs import replace

from converter.indicators import entry as indicator_of
from converter.pages.library import LibraryReport, RepeatedText, coverage_blocks, library_pages, lines_of
from converter.pages.library.levels import level_of
from converter.pages.library.library_page import LibraryPage
from converter.pages.library.regions import before, regions_of
from converter.pages.library.repeated_text import compare, percent
from converter.pages.library.values import by_indicator, drawable, warnings

ACCEPTED = "FG.6.3-02"


def pages(entries: list[LibraryReport], language: str = "zh") -> dict[str, str]:
    names = ("index", "figures", "c1", "c2", "c3", "c4")
    there = {f"{tongue}/{e.name}/{name}.md" for e in entries for tongue in ("zh", "en") for name in names}
    return dict(library_pages(entries, language, there, RepeatedText()))


def rows(page: str) -> list[list[str]]:
    lines = [line for line in page.splitlines() if line.startswith("|") and "---" not in line]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_one_report_makes_no_library(entries: list[LibraryReport]) -> None:
    assert pages(entries[:1]) == {}
    assert list(coverage_blocks(entries[:1], "zh", "zh/")) == []
    assert lines_of(entries[:1], "zh", (), RepeatedText()) == {}


def test_the_pages_of_a_library(entries: list[LibraryReport]) -> None:
    made = {
        "regions/index",
        "regions/jiaxian",
        "regions/yishi",
        "jia-2021/change",
        "indicators/index",
        "indicators/fg-2-2-04",
        "indicators/fg-6-3-02",
    }
    for language in ("zh", "en"):
        assert set(pages(entries, language)) == {f"{language}/{name}.md" for name in made}


def test_coverage_says_which_years_there_are_and_which_came_late(entries: list[LibraryReport]) -> None:
    blocks = list(coverage_blocks(entries, "zh", "zh/"))
    assert rows(blocks[2]) == [
        ["地区", "年度"],
        ["[甲县](zh/regions/jiaxian.md)", "[2021（迟）](zh/jia-2021/index.md)、[2020](zh/jia-2020/index.md)"],
        ["[乙市](zh/regions/yishi.md)", "[2021](zh/yi-2021/index.md)"],
    ]


def test_reports_of_one_region_and_year_are_told_apart(entries: list[LibraryReport]) -> None:
    other = replace(entries[1], name="jia-2021-open", kind="disclosure")
    cells = rows(list(coverage_blocks([*entries, other], "zh", ""))[2])[1]
    assert cells[1] == (
        "[2021年：政府信息公开工作年度报告（迟）](jia-2021-open/index.md)、[2021年：法治政府建设年度报告（迟）](jia-2021/index.md)、[2020](jia-2020/index.md)"
    )


def test_regions_stand_in_the_order_of_the_readers_language(entries: list[LibraryReport]) -> None:
    first, second, third = entries
    told = replace(third, strings={("region", "乙市"): "Alpha"})
    named = [
        row[0].partition("]")[0] for row in rows(list(coverage_blocks([first, second, told], "en", ""))[2])
    ]
    assert named[1] == "[Alpha"
    assert rows(pages([first, second, told], "en")["en/regions/index.md"])[1][0].startswith("[Alpha]")


def test_coverage_counts_one_as_one(entries: list[LibraryReport]) -> None:
    def told(chosen: list[LibraryReport], language: str) -> str:
        return list(coverage_blocks(chosen, language, ""))[1]

    assert told(entries, "en").startswith("2 regions, years 2020 to 2021.")
    assert told(entries[:2], "en").startswith("1 region, years 2020 to 2021.")
    assert told(entries[1:], "en").startswith("2 regions, year 2021.")
    assert told(entries[1:], "zh").startswith("2 个地区，2021 年度。")


def test_a_report_without_a_date_is_not_called_late(entries: list[LibraryReport]) -> None:
    assert [entry.late for entry in entries] == [False, True, False]
    assert not replace(entries[1], published=None).late
    # The rule is about this kind of report.
    assert not replace(entries[1], kind="work").late


def test_a_report_without_a_region_is_told_by_its_title(entries: list[LibraryReport]) -> None:
    nameless = replace(entries[2], region="")
    made = pages([entries[0], nameless])
    assert (
        rows(made["zh/indicators/fg-6-3-02.md"])[2][0]
        == "[乙市2021年法治政府建设情况报告](../yi-2021/index.md)"
    )
    assert "zh/regions/.md" not in made
    assert (
        list(coverage_blocks([entries[0], nameless], "zh", ""))[-1] == "另有 1 份报告没有写明地区，列在下面。"
    )
    assert "（yi-2021）" in pages([entries[0], replace(nameless, title="")])["zh/indicators/fg-6-3-02.md"]


def test_translated_names_stand_on_english_pages(entries: list[LibraryReport]) -> None:
    first, second, third = entries
    told = replace(second, headings={"c1": "1. Services"}, strings={("region", "甲县"): "Jia County"})
    made = pages([first, told, third], "en")
    assert "# Jia County { #region }" in made["en/regions/jiaxian.md"]
    assert "[1. Services](../jia-2021/c1.md)" in made["en/jia-2021/change.md"]


def test_a_region_says_each_indicator_once_with_its_years_and_a_line(entries: list[LibraryReport]) -> None:
    found = rows(pages(entries)["zh/regions/jiaxian.md"].partition("#figures")[2])
    assert found[4:] == [
        [
            "[受理行政复议案件](../indicators/fg-6-3-02.md) "
            '*2020 20; 2021 25*{ .line title="2020年：20 件；2021年：25 件" }',
            "",
            "",
        ],
        ["2020", "[20 件](../jia-2020/c1.md#c1-v20)", "2020年"],
        ["2021", "[25 件](../jia-2021/c1.md#c1-v25)", "2021年"],
    ]


def test_years_that_do_not_follow_each_other_make_no_line(entries: list[LibraryReport]) -> None:
    later = replace(entries[1], name="jia-2025", year=2025)
    assert ".line" not in pages([entries[0], later])["zh/regions/jiaxian.md"]


def test_a_year_told_twice_makes_no_line(entries: list[LibraryReport]) -> None:
    twice = replace(entries[1], name="jia-again", year=2020)
    assert ".line" not in pages([entries[0], twice, entries[2]])["zh/indicators/fg-6-3-02.md"]


def test_an_indicator_has_a_row_for_each_report_in_order_of_place_and_year(
    entries: list[LibraryReport],
) -> None:
    found = rows(pages(entries)["zh/indicators/fg-6-3-02.md"].partition("#years")[0])[1:]
    assert found == [
        ["2021年，县区级", "", "", ""],
        ["[甲县](../regions/jiaxian.md)", "[25 件](../jia-2021/c1.md#c1-v25)", "2021年", ""],
        ["2021年，级别不明", "", "", ""],
        ["[乙市](../regions/yishi.md)", "[超过 300 件](../yi-2021/c1.md#c1-v300)", "2021年", ""],
        ["2020年，县区级", "", "", ""],
        ["[甲县](../regions/jiaxian.md)", "[20 件](../jia-2020/c1.md#c1-v20)", "2020年", ""],
    ]


def test_bars_share_a_scale_within_a_year_and_a_level_alone(entries: list[LibraryReport]) -> None:
    first, second, _ = entries
    values = tuple(replace(value, value="50") for value in first.values)
    same = replace(first, name="bing-2020", region="丙县", values=values)
    of_the_province = replace(first, name="ding-2020", region="丁省", values=values)
    page = pages([first, second, same, of_the_province])["zh/indicators/fg-6-3-02.md"]
    found = rows(page.partition("#years")[0])[1:]
    assert [row[0] for row in found if not row[1]] == [
        "2021年，县区级",
        "2020年，省级",
        "2020年，县区级（图：0 至 50 件）",
    ]
    assert [row[-1].partition("{")[0] for row in found if "{ .bar " in row[-1]] == ["*96.0*", "*38.4*"]


@pytest.mark.parametrize(
    ("region", "path", "code", "level"),
    [
        ("全国", (), "", "nation"),
        ("甲", (), "370000", "province"),
        ("甲", (), "371300", "prefecture"),
        ("甲", (), "371302", "county"),
        ("甲", (), "371302104", "town"),
        ("甲市", ("乙省", "甲市"), "", "prefecture"),
        ("甲区", ("北京市", "甲区"), "", "county"),
        ("北京市", ("北京市",), "", "province"),
        ("甲旗", (), "", "county"),
        ("甲自治州", (), "", "prefecture"),
        ("甲市", (), "", "unknown"),
    ],
)
def test_a_region_has_a_level(
    entries: list[LibraryReport], region: str, path: tuple[str, ...], code: str, level: str
) -> None:
    (found,) = regions_of([replace(entries[0], region=region, path=path, code=code)])
    assert level_of(found) == level


def test_a_report_that_is_there_twice_counts_once_and_says_so(entries: list[LibraryReport]) -> None:
    first, second, other = entries
    again = replace(first, name="jia-2020-copy")
    told = [first, again, second, other]
    (region,) = [one for one in regions_of(told) if one.name == "甲县"]
    assert ([one.name for one in region.entries], region.copies) == (
        ["jia-2020", "jia-2021"],
        ((again, first),),
    )
    made = pages(told)
    assert "jia-2020-copy" not in made["zh/indicators/fg-6-3-02.md"]
    assert "的文字几乎相同" in made["zh/regions/jiaxian.md"]
    there = {f"zh/{entry.name}/index.md" for entry in told}
    lines = lines_of(told, "zh", there, RepeatedText())
    assert "(../jia-2020/index.md)" in lines["zh/jia-2020-copy/index.md"]
    assert "jia-2020-copy" in "\n".join(coverage_blocks(told, "zh", "zh/"))


def test_reports_of_one_place_and_year_with_other_texts_are_two(entries: list[LibraryReport]) -> None:
    first, second, _ = entries
    (region,) = regions_of([first, replace(second, name="jia-2020-b", year=2020)])
    assert (len(region.entries), region.copies) == (2, ())


def test_a_page_in_english(entries: list[LibraryReport]) -> None:
    page = pages(entries, "en")["en/indicators/fg-6-3-02.md"]
    assert "# Administrative reconsideration cases accepted { #indicator }" in page
    assert rows(page)[4][1:] == ["[more than 300](../yi-2021/c1.md#c1-v300)", "2021", ""], (
        "one measure needs no column"
    )


def test_what_one_report_alone_states_has_no_page(entries: list[LibraryReport]) -> None:
    alone = replace(entries[0], values=())
    without = replace(entries[1], values=())
    assert [path for path in pages([alone, without, entries[2]]) if "fg-" in path] == []


@pytest.mark.parametrize(
    ("changed", "warned"),
    [
        ({"unit": "万件"}, "unit"),
        ({"measure": "rate"}, "measure"),
        ({"status": "target"}, "status"),
        ({"bound": "about"}, "bound"),
        ({"period": "2021年1月至6月"}, "period"),
    ],
)
def test_what_differs_is_said_and_not_drawn(
    entries: list[LibraryReport], changed: dict[str, str], warned: str
) -> None:
    first, second, third = entries
    own = tuple(replace(v, **changed) if v.code == ACCEPTED else v for v in second.values)
    third = replace(third, values=tuple(replace(value, bound="exact") for value in third.values))
    same = by_indicator(regions_of([first, second, third]))[ACCEPTED]
    assert list(warnings(same, indicator_of(ACCEPTED))) == ["means"]
    assert len(drawable(same)) == 3
    found = by_indicator(regions_of([first, replace(second, values=own), third]))[ACCEPTED]
    assert warned in warnings(found, indicator_of(ACCEPTED))
    assert sorted(name.split("/")[0] for name in drawable(found)) == ["jia-2020", "yi-2021"]


def test_a_department_is_not_set_beside_a_whole_place(entries: list[LibraryReport]) -> None:
    first, second, third = entries
    bureau = replace(second, issuer="甲县水务局")
    found = by_indicator(regions_of([first, bureau, third]))[ACCEPTED]
    assert "body" in warnings(found, indicator_of(ACCEPTED))
    assert "jia-2021" not in {name.split("/")[0] for name in drawable(found)}


def test_what_a_value_holds_is_said(entries: list[LibraryReport]) -> None:
    first, second, third = entries
    own = tuple(replace(v, scope="含上年结转4件") if v.code == ACCEPTED else v for v in second.values)
    found = by_indicator(regions_of([first, replace(second, values=own), third]))[ACCEPTED]
    assert "scope" in warnings(found, indicator_of(ACCEPTED))
    page = pages([first, replace(second, values=own), third])["zh/indicators/fg-6-3-02.md"]
    assert "含上年结转4件" in page


@pytest.mark.parametrize(("value", "told"), [("28", True), ("20", False), ("30", True)])
def test_two_reports_on_one_year_that_disagree_are_told(
    entries: list[LibraryReport], value: str, *, told: bool
) -> None:
    first, _, third = entries
    own = tuple(replace(v, value=value) if v.code == ACCEPTED else v for v in first.values)
    other = replace(first, name="jia-2020-open", kind="disclosure", values=own)
    found = by_indicator(regions_of([first, other, third]))[ACCEPTED]
    assert ("otherwise" in warnings(found, indicator_of(ACCEPTED))) == told


def test_two_values_of_one_report_are_both_told_and_neither_is_drawn(entries: list[LibraryReport]) -> None:
    first, second, _ = entries
    more = tuple(replace(v, id="c9-v7", value="7") for v in second.values if v.code == ACCEPTED)
    both = replace(second, values=second.values + more)
    found = by_indicator(regions_of([first, both]))[ACCEPTED]
    assert [row.value.value for row in found] == ["20", "25", "7"]
    assert "several" in warnings(found, indicator_of(ACCEPTED))
    assert drawable(found) == {}


def test_the_year_before_is_of_the_same_body_and_kind(entries: list[LibraryReport]) -> None:
    first, second, _ = entries
    other = replace(first, name="work-2020", kind="work")
    office = replace(first, name="office-2020", issuer="甲县农业农村局")
    region = regions_of([other, first, second, office])[0]
    assert before(second, region) is first
    assert before(replace(second, issuer="甲县农业农村局"), region) is office
    assert before(first, region) is None


def test_carried_over_word_for_word(entries: list[LibraryReport]) -> None:
    found = compare(entries[1], entries[0])
    new = [sentence.text for sentence in found if not sentence.carried]
    assert new[:2] == [
        "2021年,甲县认真推进依法行政,现将法治政府建设情况报告如下。",
        "全年受理行政复议案件25件。",
    ]
    assert "坚持把依法行政作为政府工作的基本准则。" in [s.text for s in found if s.carried]
    page = pages(entries)["zh/jia-2021/change.md"]
    assert f"{percent(found)}%" in page
    assert "- 全年受理行政复议案件25件。" in page
    assert "坚持把依法行政" not in page


def test_all_and_nothing_are_said_only_where_they_are_true(entries: list[LibraryReport]) -> None:
    first = entries[0]
    assert percent(compare(first, first)) == "100"
    assert percent(compare(first, replace(first, chapters=()))) == "0"
    long = "\n".join(f"第{number}句话在去年的报告里没有出现过。" for number in range(1000))
    grown = replace(first, chapters=(*first.chapters[:1], ("c9", "", long)))
    assert percent(compare(grown, first)) == "&lt;1"
    assert percent(()) == "0"


def test_the_first_page_leads_to_the_years_beside_it(entries: list[LibraryReport]) -> None:
    there = {f"zh/{entry.name}/index.md" for entry in entries}
    lines = lines_of(entries, "zh", there, RepeatedText())
    assert "下一份：[2021年度](../jia-2021/index.md)" in lines["zh/jia-2020/index.md"]
    assert "上一份：[2020年度](../jia-2020/index.md)" in lines["zh/jia-2021/index.md"]
    assert "(change.md)" not in lines["zh/jia-2020/index.md"]


def test_without_english_pages_the_links_lead_to_the_chinese_ones(entries: list[LibraryReport]) -> None:
    there = {f"zh/{entry.name}/{name}.md" for entry in entries for name in ("index", "c1", "c2", "figures")}
    made = dict(library_pages(entries, "en", there, RepeatedText()))
    assert "(../../zh/yi-2021/c1.md#c1-v300)" in made["en/indicators/fg-6-3-02.md"]


def test_regions_of_one_name_are_told_apart_by_their_codes(entries: list[LibraryReport]) -> None:
    here, there = (replace(entries[at], code=code) for at, code in ((0, "110105"), (1, "220104")))
    assert [region.slug for region in regions_of([here, there])] == ["110105", "220104"]
    assert [region.slug for region in regions_of([here, entries[1]])] == ["110105"]


def test_a_region_is_one_however_its_reports_write_it(entries: list[LibraryReport]) -> None:
    first, second, other = entries
    path = ("甲省", "乙市", "甲县")
    written = [
        first,
        replace(second, region="乙市甲县", path=path),
        replace(other, region="丙市甲县", path=("丙市", "甲县")),
    ]
    told = [replace(written[0], path=path), *written[1:]]
    assert [(region.name, len(region.entries)) for region in regions_of(told)] == [
        ("丙市甲县", 1),
        ("甲县", 2),
    ]
    # Which of the two 甲县 the first one means nobody knows.
    assert [len(region.entries) for region in regions_of(written)] == [1, 1, 1]


@pytest.mark.parametrize("path", [(), ("甲省", "乙市", "甲县")])
def test_a_region_that_one_report_alone_writes_more_fully_is_that_one(
    entries: list[LibraryReport], path: tuple[str, ...]
) -> None:
    first, second, other = entries
    told = [first, replace(second, region="乙市甲县", path=path), replace(other, region="丙乡甲县村")]
    assert [(region.name, len(region.entries)) for region in regions_of(told)] == [
        ("丙乡甲县村", 1),
        ("甲县", 2),
    ]


def test_an_address_that_two_regions_would_have_gets_a_number(entries: list[LibraryReport]) -> None:
    told = [
        replace(entry, region=name) for entry, name in zip(entries, ("甲县", "夹县", "index"), strict=True)
    ]
    assert sorted(region.slug for region in regions_of(told)) == ["index-2", "jiaxian", "jiaxian-2"]


def test_what_a_report_says_is_no_markup(entries: list[LibraryReport]) -> None:
    odd = replace(entries[0], region="甲|县<b>", title="[标题](x) <script>")
    page = pages([odd, entries[2]])["zh/regions/jia-xian-b.md"]
    front, _, body = page.removeprefix("---\n").partition("\n---\n")
    assert "甲|县<b>" in front
    assert "<b>" not in body
    assert "<script>" not in body


def test_a_report_without_a_title_is_called_by_its_place_and_year(entries: list[LibraryReport]) -> None:
    untitled = replace(entries[0], title="", title_en="")
    place = LibraryPage("zh", "../", frozenset(), RepeatedText())
    assert place.title(untitled) == "甲县法治政府建设年度报告（2020年度）"
    assert place.title(replace(untitled, kind="other")) == "甲县2020年的报告"
    assert place.title(replace(untitled, year=None)) == f"未题名的报告（{untitled.name}）"
