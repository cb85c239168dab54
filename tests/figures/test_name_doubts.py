"""A name's own tests: what is doubted, and what stands in the place of a name that was cut at a wrong place."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from converter.data.doubts import DOUBTS
from converter.figures.name_form import is_broken, says_too_little
from converter.figures.name_signs import IN_SENTENCE, OF_NAME, WEIGHED
from converter.figures.observing import observe
from converter.figures.reading_doubts import period_doubts
from converter.figures.years import Years
from converter.model import Doubt
from tests.conftest import report_of
from tests.figures.test_cases import observed


@pytest.mark.parametrize(
    "name", ["", "发布”公众号", "打造“门店", "的案件", "全员劳动生产率从人均", "各县（市标准", "涉及和"]
)
def test_cut_names_are_known(name: str) -> None:
    assert is_broken(name)


@pytest.mark.parametrize(
    "name",
    [
        "受理行政复议案件",
        "“好差评”满意率",
        "普惠托位普及",
        "完成土地出让",
        "城乡居民收入比",
        "审查决策（通过）",
        "审结案件",
        "政协提案",
    ],
)
def test_whole_names_are_not_doubted(name: str) -> None:
    assert not is_broken(name)
    assert not says_too_little(name)


@pytest.mark.parametrize(
    "name", ["立案", "满意率", "涉及金额", "事项", "同比增长", "居全市", "成员", "执法单位", "向公安机关移送"]
)
def test_names_that_say_too_little_are_known(name: str) -> None:
    assert says_too_little(name)


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("推动化解老旧小区道路积水、夜间照明不足和停车困难等方面的实际问题21件。", ["name_little"]),
        ("首批20项授权事项大部分落地。", ["name_told"]),
        ("首批20项授权事项。", [""]),
        ("茶园仲裁立案34件,涉及采茶工52人,结案率95%。", ["", "", "name_carried"]),
        ("引进竹编加工企业7家,受理排污申请29件,撤销2件。", ["", "", "name_carried"]),
        ("办理征地纠纷8件,调解成功6件。", ["", ""]),
        ("评查许可案卷70卷,查出问题9处。", ["", "name_thin"]),
        ("为民办实事服务服务群众8人。", ["name_broken"]),
        ("选派骨干15名。", [""]),
    ],
)
def test_a_name_whose_signs_weigh_enough_is_doubted(text: str, doubts: list[str]) -> None:
    _, figures = observed(text)
    assert ["".join(figure.doubts) for figure in figures] == doubts


def test_each_sign_has_a_weight_and_each_that_speaks_for_a_doubt_its_words() -> None:
    weighed = WEIGHED.load().sign
    assert weighed.keys() == OF_NAME.keys() | IN_SENTENCE.keys()
    assert {sign.doubt for sign in weighed.values() if sign.weight > 0} <= DOUBTS.load().keys()


def test_neighbours_that_are_not_told_apart_are_doubted_and_what_came_of_one_is_not() -> None:
    _, figures = observed(
        "执法队(东部几个片区)办结案件16件、执法队(西部几个片区)办结案件10件。行政审批办理时限由18天压缩到5天。"
    )
    assert [figure.doubts for figure in figures] == [("name_alike",), ("name_alike",), (), ()]


def test_the_same_of_another_year_needs_no_other_name() -> None:
    _, figures = observed("新增茶叶龙头企业5家,去年新增茶叶龙头企业8家。")
    assert [figure.indicator for figure in figures] == ["新增茶叶龙头企业"] * 2
    assert all("name_alike" not in figure.doubts for figure in figures)


def test_in_place_of_a_cut_name_stands_the_clause() -> None:
    _, (figure,) = observed("占山区总数62%的茶农已经增收。打造品牌。")
    assert (figure.indicator, figure.doubts) == ("“占山区总数62%的茶农已经增收”", ("name_broken",))


def test_periods_and_statuses_that_are_not_clear_are_doubted() -> None:
    _, figures = observed(
        "上半年受理建议5件,网站访问8次。2018年、2019年持续推进,群众满意率达97%。争取新区学位300座。举办茶艺讲座不少于4场。"
    )
    assert [figure.doubts[-1:] for figure in figures] == [
        (),
        (),
        ("period_unsure",),
        ("status_unsure",),
        ("status_unsure",),
    ]


def test_a_part_told_at_length_is_doubted_and_a_short_one_is_not() -> None:
    _, figures = observed(
        "收到本地群众各类来信申请90件,其中涉及征地拆迁补偿事项12件。受理案件80件,其中刑事30件。"
    )
    assert [figure.doubts for figure in figures] == [(), ("name_part",), (), ()]


def test_what_no_year_is_known_for_is_doubted_and_what_a_concluded_one_counts() -> None:
    unknown = observe(report_of("受理申请12件。今年培训干部40人。"))
    assert [one.doubts for one in unknown] == [(), ("period_missing",)]
    report = report_of("南湖区2020年度工作报告\n一、工作\n2020年受理申请12件。今年培训干部40人。")
    concluded = (Doubt("report_year", "year_counted", 0, 0),)
    assert [one.doubts for one in observe(report)] == [(), ()]
    assert [one.doubts for one in observe(replace(report, doubts=concluded))] == [(), ("period_assumed",)]


def test_a_text_without_a_year_lends_that_of_which_it_speaks_with_a_doubt() -> None:
    report = report_of("南湖区要闻\n2020年受理申请12件。今年培训干部40人。")
    lent = observe(replace(report, report_year=None, published=date(2021, 1, 5)))
    told = [(one.period, one.doubts) for one in lent]
    assert told == [("2020年", ()), ("2021年", ("period_assumed",))]


def test_about_behind_a_result_is_doubted() -> None:
    _, figures = observed("工业投资年均增长6%左右,新建学校3所。")
    assert [figure.doubts for figure in figures] == [("status_unsure",), ()]


@given(st.text("受理案件15件,其中“维持”3、的和（）率为98%;", max_size=40))
def test_every_doubt_has_its_words_and_no_name_is_broken_silently(text: str) -> None:
    for figure in observed(text)[1]:
        assert set(figure.doubts) <= DOUBTS.load().keys()
        assert figure.indicator.count("“") == figure.indicator.count("”")
        assert not is_broken(figure.indicator) or "name_broken" in figure.doubts


@pytest.mark.parametrize(
    ("named", "before", "doubts"),
    [
        ("2019年", "选定试点项目", ("period_unsure",)),
        ("2019年", "2019年选定试点项目", ()),
        ("2020年", "2020年办理案件28件,比2019年增加12件,增幅为", ()),
        ("2018年至2020年", "2018年至2020年,审结案件28件,结案率达", ()),
        ("2020年", "2019年、2020年持续推进,满意率达", ("period_unsure",)),
    ],
)
def test_a_time_of_a_year_the_passage_does_not_tell_of_is_doubted(
    named: str, before: str, doubts: tuple[str, ...]
) -> None:
    assert tuple(period_doubts(named, named, "result", before, Years(2020, 2020))) == doubts
