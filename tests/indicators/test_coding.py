"""What holds for every coded report, and what is reached on the evaluation set."""

from pathlib import Path

from converter.figures.observing import observe
from converter.indicators import entry
from converter.indicators.coding import coded
from converter.indicators.pattern_index import matches, may_fit
from converter.indicators.setting import setting_of
from converter.model import Observation, Report
from tests.conftest import report_of

LAW = ("lanshan2020", "longhua2019", "pingtan2023")


def of_report(report: Report) -> tuple[Observation, ...]:
    return coded(observe(report), setting_of(report))


def test_a_code_says_unit_and_kind_of_number(seed_report: Report) -> None:
    rows = [one for one in of_report(seed_report) if one.code]
    assert len(rows) > 50
    for one in rows:
        indicator = entry(one.code or "")
        assert (one.measure, one.unit in indicator.units) == (indicator.measure, True)


def test_nothing_but_the_code_is_set(seed_report: Report) -> None:
    found = observe(seed_report)
    assert [one.id for one in coded(found, setting_of(seed_report))] == [one.id for one in found]
    assert coded(coded(found, setting_of(seed_report)), setting_of(seed_report)) == coded(
        found, setting_of(seed_report)
    )


def test_figures_of_the_seed(seed_report: Report) -> None:
    codes = {one.span.of(seed_report.folded): one.code for one in of_report(seed_report)}
    expected = {
        "187件": "FG.6.3-02",
        "50%": "FG.6.3-02-up",
        "27%": "FG.6.3-06",
        "3132项": "FG.4.4-02",
        "4.75": "FG.1.5-01",
        "60个": "FG.5.2-01",
        "134处": None,
    }
    assert {surface: codes[surface] for surface in expected} == expected


def test_what_cannot_fit_fits_nothing(seed_report: Report) -> None:
    """Most figures are of no indicator; the words of half of them tell it at once."""
    found = [one for one in observe(seed_report) if one.measure != "change"]
    passed = [one for one in found if may_fit(one.indicator, one.measure, one.unit)]
    assert len(passed) < len(found)
    assert not any(matches(one.indicator, one.measure, one.unit) for one in found if one not in passed)


def test_half_the_figures_of_real_reports_have_a_code(evaluation: Path) -> None:
    texts = [(evaluation / "gold" / f"{name}.txt").read_text(encoding="utf-8") for name in LAW]
    codes = [one.code for text in texts for one in of_report(report_of(text)) if one.cell is None]
    assert sum(code is not None for code in codes) >= len(codes) / 2


def test_a_smaller_value_of_an_indicator_told_elsewhere_is_doubted() -> None:
    report = report_of(
        "溪山市2022年法治政府建设情况报告\n一、复议\n全市各级行政复议机构收到行政复议申请6200件。\n市政府收到行政复议申请1186件。"
    )
    told = [(one.code, one.doubts) for one in coded(observe(report), setting_of(report))]
    assert told == [("FG.6.3-01", ()), ("FG.6.3-01", ("code_smaller",))]
