"""What kind a report is, what the rules ask of it, and by when."""

from datetime import date

import pytest

from converter.structure.segment import due_of, kind_of, report_kind, required_contents
from tests.conftest import report_of

BODY = "\n一、主要工作\n办结案件80件。\n二、存在的问题\n力量不足。\n"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("甲县2022年法治政府建设情况报告", "law"),
        ("甲县2018年度依法行政工作总结", "law"),
        ("甲县2022年政府信息公开工作年度报告", "disclosure"),
        ("2023年甲县政府工作报告", "work"),
        ("甲县水务局2022年行政执法统计年报", "enforcement"),
        ("甲县农业农村局2022年工作总结", "other"),
        ("各位代表：\n现在，我代表县人民政府向大会报告工作。", "work"),
        ("根据《中华人民共和国政府信息公开条例》，由甲县人民政府办公室编制。", "disclosure"),
        # A work report speaks of law-based government too.
        ("甲县政府工作报告\n法治政府建设情况报告如期完成。", "work"),
        # Who watches over a government is thanked in its work report, and in others beside their own subject.
        ("2022年，在县委领导下，在县人大及其常委会、县政协的监督支持下，各项工作取得新成效。", "work"),
        (
            "2022年，在县委领导下，在县人大、县政协的监督支持下，法治政府建设取得成效。现将法治政府建设情况报告如下。",
            "law",
        ),
        ("甲县关于印发《甲县法治政府建设工作要点》的通知", "other"),
        ("解读《甲县水务局2021年政府信息公开工作年度报告》", "other"),
        ("甲县司法局召开2023年度述法会 局长作法治政府建设情况报告", "other"),
        ("本报讯（记者 王某）近日，甲市人民代表大会开幕，市长代表市人民政府作政府工作报告。", "other"),
        ("甲市行政执法统计年报制度", "other"),
        ("根据政府信息公开条例，制定本公开指南。", "other"),
        ("关于公开征求《2024年政府工作报告（征求意见稿）》意见的公告", "other"),
        ("第一部分 行政执法总体情况\n第二部分 行政执法数据统计情况", "enforcement"),
        ("2021年，部里落实法治政府建设实施纲要，推动法治建设取得进展。学习是法治建设的遵循。", "law"),
        ("第一条 为做好政府信息公开年度报告工作，依据政府信息公开条例，制定本制度。", "other"),
        ("为规范法治政府建设年度报告，制定本工作指引。", "other"),
        ("一、政府信息公开总体情况\n政府信息公开机制健全。政府信息公开目录更新。", "disclosure"),
        ("一、总体情况\n1.主动公开。全年公开信息213条。2.依申请公开。未收到申请。", "disclosure"),
        ("一、加强对法治建设的领导\n党组落实推进法治建设第一责任人职责。", "law"),
        ("甲县关于印发《甲县2022年法治政府建设情况报告》的通知", "law"),
        # A notice that asks for reports is none; one that hands a report out, or a letter that sends it, holds it.
        ("甲县人民政府办公室关于报送2023年度法治政府建设情况报告的通知\n各部门：\n现通知如下：", "other"),
        ("甲县政府办关于做好2023年度政府信息公开工作年度报告编制工作的通知\n各部门：\n现通知如下：", "other"),
        ("甲县司法局关于上报2022年度依法行政工作总结的通知\n各部门：\n现通知如下：", "other"),
        ("甲县水务局关于报送2023年法治政府建设情况报告的函", "law"),
        ("各镇人民政府：\n现就做好法治政府建设情况报告工作有关事项通知如下：", "other"),
        ("现将甲县2023年法治政府建设情况报告如下：", "law"),
        # What tells how something is done.
        ("甲镇政府信息公开指南", "other"),
        ("甲镇政府信息公开目录\n为规范政府信息公开工作，根据政府信息公开条例，编制本目录。", "other"),
        ("甲县政府信息公开申请流程\n根据政府信息公开条例，申请公开的按以下流程办理。", "other"),
        ("甲县2023年行政执法事项清单", "other"),
        ("甲市法治政府建设规划", "other"),
        ("甲县水务局2023年法治政府建设工作总结及2024年工作计划", "law"),
        # News behind what a page says to its visitors.
        (
            "建议升级浏览器版本到最新版本！\nX\n当前位置：首页 > 要闻\n市司法局召开法治政府建设案例评审会\n"
            "来源：甲市司法局 发布时间：2023-09-21",
            "other",
        ),
        ("甲县水务局2023年度行政执法数据统计公示", "enforcement"),
        ("甲县水务局2023年度行政执法情况公示", "enforcement"),
        ("甲县水务局2023年度法治\n政府建设情况报告", "law"),
        # A government that looks back and gives no title: on all that a place does, not on one of its tasks.
        ("过去的五年，全市上下团结奋斗，地区生产总值年均增长8%。", "work"),
        ("一年来，我县各项事业全面进步，生产总值突破十亿元。", "work"),
        ("五年来，我国各族人民艰苦奋斗，国民经济全面好转。", "work"),
        ("2021年工作回顾\n过去五年，是石溪发展史上很不平凡的五年。地区生产总值突破百亿元。", "work"),
        ("一年来，全县财政运行平稳，财政收入增长8%。", "other"),
        ("三年来，全州教育事业发展，新建学校58所。", "other"),
        ("五年来，全县推进法治政府建设，服务经济社会发展。现将法治政府建设情况报告如下。", "law"),
    ],
)
def test_the_kind_is_told_by_the_title_or_else_by_the_opening(head: str, kind: str) -> None:
    assert report_kind(report_of(head + BODY)) == kind


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("石头县：督察整改推动法治政府建设再上台阶\n2023-05-12 石头县融媒体中心", "other"),
        ("政务公开进社区 阳光服务暖人心\n2023-05-12 石头县融媒体中心", "other"),
        ("石头市：行政执法案卷评查促信息公开提质增效\n来源：石头日报", "other"),
        ("石头县2023年法治政府建设情况\n2023-05-12 石头县司法局", "law"),
    ],
)
def test_news_that_tells_of_a_report_s_subject_is_none(head: str, kind: str) -> None:
    assert report_kind(report_of(f"{head}\n{'督察组查阅资料、个别谈话，检查整改落实。' * 12}")) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("3月4日，甲县第十四届人民代表大会第四次会议隆重开幕，县长在大会上作政府工作报告。", "news"),
        ("3月17日下午，县长与代表们共同审议《政府工作报告》，代表县政府听取意见。", "news"),
        ("甲市水务局2023年行政执法数据公示\n立案58件，办结55件，罚款24.7万元。", None),
        ("第一部分 甲县2024年度行政执法数据表\n立案58件，办结55件，罚款24.7万元。", None),
    ],
)
def test_news_of_a_session_is_no_report_and_data_on_enforcement_are_one(text: str, kind: str | None) -> None:
    assert kind_of(report_of(f"{text}\n{'会后，人大代表分组讨论了各项报告，并提出了意见。' * 12}")) == kind


@pytest.mark.parametrize(
    ("kind", "year", "issuer", "region", "day"),
    [
        ("law", 2022, "甲县水务局", "甲县", date(2023, 4, 1)),
        ("disclosure", 2022, "甲县水务局", "甲县", date(2023, 1, 31)),
        ("disclosure", 2022, "甲省教育委员会", "甲省", date(2023, 1, 31)),
        ("disclosure", 2017, "甲县水务局", "甲县", date(2018, 3, 31)),
        ("disclosure", 2022, "甲县人民政府办公室", "甲县", date(2023, 3, 31)),
        ("disclosure", 2022, "甲新区管理委员会", "甲新区", date(2023, 3, 31)),
        ("disclosure", 2022, None, "甲县", date(2023, 3, 31)),
        ("disclosure", 2022, "乙镇人民政府", "乙镇", None),
        ("work", 2022, "甲县人民政府", "甲县", None),
        ("other", 2022, None, None, None),
        ("law", None, None, None, None),
        (None, 2022, None, None, None),
    ],
)
def test_each_kind_has_its_own_deadline(
    kind: str | None, year: int | None, issuer: str | None, region: str | None, day: date | None
) -> None:
    assert due_of(kind, year, issuer, region) == day


def test_a_report_on_disclosure_is_asked_for_its_own_six_parts() -> None:
    text = "甲县2022年政府信息公开工作年度报告\n一、总体情况\n全县收到政府信息公开申请58件。\n二、存在的主要问题及改进情况\n不够规范。\n"
    found = {content.key: content.found for content in required_contents(report_of(text))}
    assert found == {
        "overview": "c1",
        "proactive": None,
        "requests": "c1-p1",
        "reviews": None,
        "problems": "c2",
        "other": None,
    }


def test_nothing_is_asked_of_a_work_report() -> None:
    assert required_contents(report_of("2023年甲县政府工作报告" + BODY)) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("甲县2022年法治政府建设情况报告" + BODY, None),
        ("甲县2022年法治政府建设情况报告\n附件下载\n打印本页\n关闭窗口\n", "navigation"),
        ("首页\n一、政务公开\n二、网上办事\n三、法治政府建设报告\n联系我们电话\n站点说明。\n", "navigation"),
        ("Annual report" + BODY + "It says the same as the Chinese text above. " * 9, "foreign"),
        ("甲县2022年法治政府建设情况报告" + BODY + "推行“互联网+监管”，建成APP和OA系统。\n", None),
        ("2022 1 2 3 4 5 6 7 8 9", "foreign"),
        ("甲县2023年与2024年政府信息公开年报对比分析" + BODY * 4, "comparison"),
        ("以下是甲县2021年和2022年两份法治政府建设报告的主要异同：" + BODY * 4, "comparison"),
        ("甲县2022年法治政府建设情况报告\n与2021年相比，2022年有较大变化，现报告如下。" + BODY * 4, None),
        (
            "甲县2022年政府信息公开工作年度报告" + BODY + "三、与上年数据的对比\n申请比上年增加8件。" + BODY,
            None,
        ),
    ],
)
def test_a_short_report_in_chinese_is_one(text: str, kind: str | None) -> None:
    assert kind_of(report_of(text)) == kind


def test_a_plan_beside_the_problems_is_found() -> None:
    text = "甲县2022年法治政府建设情况报告\n一、主要成效\n办结案件80件。\n二、存在的问题和下一步打算\n力量不足，将加强培训。\n"
    found = {content.key: content.found for content in required_contents(report_of(text))}
    assert (found["shortcomings"], found["plan"]) == ("c2", "c2")
