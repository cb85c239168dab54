"""Sentences in, codes out: ``tests/cases/codes.md``."""

from converter.figures.observing import observe
from converter.indicators import entry
from converter.indicators.coding import coded
from converter.indicators.setting import setting_of
from tests.casefile import cases
from tests.conftest import report_of


@cases("codes")
def test_codes_of_sentences(given: str, expected: str) -> None:
    report = report_of(f"溪山县2022年法治政府建设情况报告\n一、主要成效\n{given}")
    found = coded(observe(report), setting_of(report))
    told = (
        f"{one.span.of(report.folded)} {one.code} {entry(one.code).zh}"
        if one.code
        else f"{one.span.of(report.folded)} -"
        for one in found
    )
    assert "".join(f"{line}\n" for line in told) == expected


def test_a_name_that_fits_an_entry_and_has_no_code_is_doubted() -> None:
    report = report_of(
        "溪山县2022年法治政府建设情况报告\n一、主要成效\n五年来办理人大代表建议31件，植树3200株。"
    )
    doubts = [one.doubts for one in coded(observe(report), setting_of(report))]
    assert ["code_near" in why for why in doubts] == [True, False]
