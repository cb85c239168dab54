"""What a person says of a report in the file beside it."""

from pathlib import Path

import pytest

from converter.errors import InputError
from converter.model import Source
from converter.pipeline import report_of
from converter.sources.sidecar import parse_sidecar

TEXT = "现在,我代表区人民政府向大会报告工作。\n一、过去五年工作回顾\n有成效。\n"


def test_a_person_says_which_place_and_year_a_report_is_about() -> None:
    told = '[region]\nvalue = "甲区"\nsource = "甲区人民政府网站"\n[report_year]\nvalue = "2021"\nsource = "会议日期"\n'
    facts = parse_sidecar(told.encode(), Path("a.toml")).facts
    alone, helped = (report_of(Source("a.txt", "text", TEXT, "0" * 64, facts=known)) for known in ({}, facts))
    assert (alone.region, alone.report_year) == (None, None)
    assert (helped.region, helped.report_year) == ("甲区", 2021)


@pytest.mark.parametrize("year", ["去年", "21", "2021年", "20211"])
def test_a_year_that_is_none_is_refused(year: str) -> None:
    with pytest.raises(InputError) as raised:
        parse_sidecar(f'[report_year]\nvalue = "{year}"\nsource = "a"\n'.encode(), Path("a.toml"))
    assert "2023" in str(raised.value.details)
