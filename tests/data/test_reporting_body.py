"""Whose figures a report gives: what speaks for a whole place, and what for itself."""

import pytest

from converter.data.reporting_body import body_of


@pytest.mark.parametrize(
    ("issuer", "region"),
    [
        ("", "甲县"),
        ("甲县人民政府", "甲县"),
        ("丙市甲县人民政府", "甲县"),
        ("甲县人民政府", "丙市甲县"),
        ("甲县人民政府办公室", "甲县"),
        ("县人民政府", "甲县"),
        ("甲族自治州人民政府", "甲州"),
        ("甲经济开发区管理委员会", "甲经济开发区"),
        ("甲区人民政府乙街道办事处", "乙街道"),
        ("甲县丙镇人民政府", "丙镇"),
        ("丙镇", "甲县丙镇"),
        ("中共甲县委", "甲县"),
        ("甲县委全面依法治县委员会办公室", "甲县"),
        ("国务院", "全国"),
        ("甲县人民政府", ""),
    ],
)
def test_a_government_speaks_for_its_place(issuer: str, region: str) -> None:
    assert body_of(issuer, region) == ""


@pytest.mark.parametrize(
    ("issuer", "region"),
    [
        ("甲县水务局", "甲县"),
        ("甲县人民法院", "甲县"),
        ("甲县丙镇人民政府", "甲县"),
        ("丙街道", "甲县"),
        ("甲县经济开发区管理委员会", "甲县"),
        ("甲县国有资产监督管理委员会", "甲县"),
        ("甲县发改委", "甲县"),
        ("共青团甲县委", "甲县"),
        ("甲县人大常委会", "甲县"),
        ("甲县人民政府外事办公室", "甲县"),
        ("甲县人民政府驻京办事处", "甲县"),
        ("水务局", ""),
    ],
)
def test_any_other_body_speaks_for_itself(issuer: str, region: str) -> None:
    assert body_of(issuer, region) == issuer
