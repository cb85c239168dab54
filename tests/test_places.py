"""Which places a region is part of, and where a name begins."""

import pytest

from converter.structure.segment.place_names import region_path, without_lead
from converter.structure.segment.places import places


@pytest.mark.parametrize(
    ("region", "path"),
    [
        ("洪泽区", ("江苏省", "淮安市", "洪泽区")),
        ("淮安市洪泽区", ("江苏省", "淮安市", "洪泽区")),
        ("江苏省淮安市洪泽区", ("江苏省", "淮安市", "洪泽区")),
        ("北京市朝阳区", ("北京市", "朝阳区")),
        ("江苏省", ("江苏省",)),
        ("兰山区青石镇", ("山东省", "临沂市", "兰山区", "青石镇")),
        ("鼓楼区", None),  # there are several
        ("荆州松滋市", ("湖北省", "荆州市", "松滋市")),
        ("荆州洪泽区", None),
        ("徐州市鼓楼区", ("江苏省", "徐州市", "鼓楼区")),
        ("广州市洪泽区", None),  # there is none
        ("青石镇", None),
        ("淮安市的", None),
        ("淮安经济技术开发区", ("江苏省", "淮安市", "淮安经济技术开发区")),
        ("淮安市高新区", ("江苏省", "淮安市", "高新区")),
        ("盐港经济技术开发区", None),
    ],
)
def test_a_region_has_the_places_it_is_part_of_where_that_is_sure(
    region: str, path: tuple[str, ...] | None
) -> None:
    assert region_path(region) == path


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("现公布泰州市", "泰州市"),
        ("由中江县", "中江县"),
        ("寄望广州市", "广州市"),
        ("和田市", "和田市"),
        ("为民镇", "为民镇"),
        ("古州市襄城区", "古州市襄城区"),
        ("现公布江苏淮安市", "江苏淮安市"),
    ],
)
def test_a_name_begins_where_the_place_does(words: str, name: str) -> None:
    assert without_lead(words) == name


def test_every_place_is_part_of_one_that_is_listed() -> None:
    for place in places().values():
        assert (place.rank == "province") == (not place.within), place
        assert all(above in places() for above in place.within.split()), place


@pytest.mark.parametrize(
    ("region", "text", "path"),
    [
        ("鼓楼区", "我区在南京名列前茅，南京都市圈、南京港联动。", ("江苏省", "南京市", "鼓楼区")),
        ("鼓楼区", "学习南京、福州、徐州、开封。", None),
        ("鼓楼区", "南京南京南京南京，福州福州。", None),
        ("白沙路街道", "\n慈溪市委、市政府:\n现报告如下", ("浙江省", "宁波市", "慈溪市", "白沙路街道")),
        ("白沙路街道", "向慈溪市委、市政府负责。", None),
        ("白沙路街道", "联系(地址:慈溪市某某路1号)。", ("浙江省", "宁波市", "慈溪市", "白沙路街道")),
        ("白沙路街道", "通过慈溪市人民政府门户网站公开。", ("浙江省", "宁波市", "慈溪市", "白沙路街道")),
        (
            "白沙路街道",
            "\n宁波市慈溪市白沙路街道推进依法行政。",
            ("浙江省", "宁波市", "慈溪市", "白沙路街道"),
        ),
        # A city has many counties, and of two counties neither is meant.
        ("白沙路街道", "通过宁波市人民政府门户网站公开。", None),
        ("白沙路街道", "地址:慈溪市某某路1号,通过余姚市人民政府网站公开。", None),
        # A street of 和平区 is in the city that the text says it is in, not in the one it learns from.
        ("和平区甲街道", "主办:天津市和平区人民政府", ("天津市", "和平区", "甲街道")),
        ("鼓楼区", "徐州市鼓楼区人民政府办公室主办,技术支持:南京某某公司", ("江苏省", "徐州市", "鼓楼区")),
        ("朝阳区", "长春朝阳区创建示范区。", ("吉林省", "长春市", "朝阳区")),
        ("朝阳区", "长春市委依法治市办:现将情况报告如下。", ("吉林省", "长春市", "朝阳区")),
        ("河东区", "主办:天津市人民政府", ("天津市", "河东区")),
        ("河东区", "与天津市人民政府签订协议。", None),
        ("鼓楼区", "干部赴福州市鼓楼区学习。", None),
        ("鼓楼区", "徐州市鼓楼区同福州市鼓楼区结对。", None),
        ("大鹏新区", "", ("广东省", "深圳市", "大鹏新区")),
    ],
)
def test_the_text_says_which_of_several_places_is_meant(
    region: str, text: str, path: tuple[str, ...] | None
) -> None:
    assert region_path(region, text) == path
