"""Places, titles, headings and bodies in English by rule and by data, and what no rule may touch."""

import csv
import re

import pytest

from converter.errors import InputError
from converter.limits import time_limit
from converter.translation.english import by_rule, form_in_english
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("兰山区", "Lanshan District"),
        ("临沂市兰山区", "Lanshan District, Linyi"),
        ("浙江省杭州市西湖区", "Xihu District, Hangzhou, Zhejiang Province"),
        ("龙岗区坪地街道", "Pingdi Subdistrict, Longgang District"),
        ("清原满族自治县英额门镇", "Ying'emen Town, Qingyuan Manchu Autonomous County"),
        ("陕西", "Shaanxi"),
        ("陕西省", "Shaanxi Province"),
        ("山西省", "Shanxi Province"),
        ("西藏自治区", "Xizang Autonomous Region"),
        ("墨竹工卡县", "Maizhokunggar County"),
        ("日喀则市桑珠孜区", "Samzhubze District, Xigaze"),
        ("科尔沁左翼后旗", "Horqin Left Wing Rear Banner"),
        ("新巴尔虎左旗", "Xin Barag Left Banner"),
        ("索县", "Sog County"),
        ("伊犁哈萨克自治州", "Ili Kazak Autonomous Prefecture"),
        ("大柴旦行政区", "Da Qaidam Administrative Zone"),
        ("岗巴县", "Gamba County"),
        ("伽师县", "Jiashi County"),
        ("鄂伦春自治旗", "Oroqen Autonomous Banner"),
        ("香格里拉市", "Shangri-La"),
        ("宕昌县", "Tanchang County"),
        ("内蒙古自治区", "Inner Mongolia Autonomous Region"),
        ("酉阳土家族苗族自治县", "Youyang Tujia and Miao Autonomous County"),
        ("管城回族区", "Guancheng Hui District"),
        ("单县", "Shanxian County"),
        ("新县", "Xinxian County"),
        ("桐乡市", "Tongxiang"),
        ("示例市甲区", "Jiaqu District, Shili"),
        ("新林区", "Xinlin District"),
        ("东阿县", "Dong'e County"),
        ("乐清市", "Yueqing"),
        ("宁都县", "Ningdu County"),
        ("长子县", "Zhangzi County"),
        ("浦东新区", "Pudong New Area"),
        ("平潭综合实验区", "Pingtan Comprehensive Experimental Zone"),
    ],
)
def test_places(zh: str, en: str) -> None:
    assert by_rule("region", zh) == en


@pytest.mark.parametrize("zh", ["全市", "我区", "本县", "新区", "郑州市区", "人民", "落实情况", ""])
def test_what_is_no_place_has_no_name(zh: str) -> None:
    assert by_rule("region", zh) is None


def test_every_listed_place_has_a_name_in_latin_letters() -> None:
    with (ROOT / "converter/structure/segment/places.csv").open(encoding="utf-8") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    assert [
        name for name in names if not re.fullmatch("[A-Za-zÜü', ()-]+", by_rule("region", name) or "")
    ] == []


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        (
            "云河区2021年法治政府建设年度报告",
            "Report on Building a Law-based Government in Yunhe District, 2021",
        ),
        (
            "2021年度云河区法治政府建设工作报告",
            "Report on Building a Law-based Government in Yunhe District, 2021",
        ),
        (
            "云河区司法局2020年法治政府建设情况报告",
            "Report of the Justice Bureau of Yunhe District on Building a Law-based Government, 2020",
        ),
        ("云河区2021年政府工作报告", "Report on the Work of the Government of Yunhe District, 2021"),
        (
            "云河区2022年政府信息公开工作年度报告",
            "Annual Report on Open Government Information in Yunhe District, 2022",
        ),
        ("政府工作报告", "Report on the Work of the Government"),
        (
            "关于云河街道2024年法治政府建设情况的报告",
            "Report on Building a Law-based Government in Yunhe Subdistrict, 2024",
        ),
        ("全市法治政府建设情况报告", None),
        ("云河区2021年法治政府建设情况报告解读", None),
        ("2020年和2021年法治政府建设情况报告", None),
    ],
)
def test_titles(zh: str, en: str | None) -> None:
    assert by_rule("title", zh) == en


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("三、存在的问题", "III. Problems"),
        ("（二）存在的主要问题", "(2) Problems"),
        ("一、2023年工作回顾", "I. Review of Work, 2023"),
        ("二、2024年的主要工作", "II. Main Work, 2024"),
        ("第三部分 下一步工作打算", "Part 3: Next Steps"),
        ("3.总体情况", "3\\. Overview"),
        ("（一）加强党的领导", "(1) Strengthening Party leadership"),
        (
            "一是强化组织领导，夯实法治基础",
            "1\\. Strengthening organization and leadership; consolidating the foundation of the rule of law",
        ),
        ("三、依法全面履行政府职能", "III. Fully and lawfully performing government functions"),
        ("（二）扎实推进法治政府建设", "(2) Building a law-based government"),
        ("（二）履行政府职能优化政务服务", None),
        ("（三）加强某某某建设", None),
        ("加强党的领导。", None),  # a sentence
        ("一、2022年以来工作回顾", None),  # not of one year
        ("二、加强存在的问题整改", None),
        ("一、2021年和2022年工作回顾", "I. Review of Work in 2021 and 2022"),
        (
            "一、“十四五”时期和2025年工作回顾",
            "I. Review of Work in the 14th Five-Year Plan Period and 2025",
        ),
        ("二、今后五年奋斗目标和主要任务", "II. Targets and Tasks for the Next Five Years"),
        ("（一）依法行政水平持续提升", "(1) Level of law-based administration steadily improved"),
        ("第二，高度重视，强化领导", "2\\. Giving high priority; strengthening leadership"),
        ("（三）矛盾纠纷化解机制", "(3) Dispute resolution mechanisms"),
        (
            "（三）加强法治宣传教育工作的组织领导",
            "(3) Strengthening organization and leadership of rule-of-law publicity and education work",
        ),
        ("（五）加强改革的统筹协调", None),  # of reform, or reformed?
        ("（四）法治政府建设取得新成效", "(4) Progress made in building a law-based government"),
        (
            "一、以习近平法治思想为指引，推进依法行政",
            "I. Guided by Xi Jinping Thought on the Rule of Law; advancing law-based administration",
        ),
        ("（一）主动公开政府信息的数量", "(1) Amount of Information Disclosed"),
        ("三、信息公开的收费及减免情况", "III. Fees Charged and Reduced for Disclosure"),
        ("六、信息公开工作存在的主要问题及改进情况", "VI. Main Problems and Improvements"),
        (
            "四、因信息公开申请行政复议、提起行政诉讼的情况",
            "IV. Administrative Reconsideration and Litigation over the Disclosure of Government Information",
        ),
        ("（五）宣传培训情况", "(5) Publicity and Training"),
        ("一、法治政府建设主要工作和成效", "I. Building a Law-based Government: Main Work and Results"),
        (
            "（二）恪守依法行政，厘清权力边界",
            "(2) Upholding law-based administration; making clear the boundaries of power",
        ),
        ("四、对2019年政府工作的建议", "IV. Proposals for the Work of the Government, 2019"),
        ("（一）检查情况", None),  # of what?
        ("五、行政执法主体概况", "V. Administrative law enforcement entities"),
        ("二、差距和不足", "II. Problems"),
        ("六、问题及2031年工作打算", "VI. Problems and Next Steps, 2031"),
        ("第一章　总　则", "Chapter 1: General Provisions"),
        ("三要强化公共服务体系建设", "3\\. Strengthening public service system construction"),
        ("（二）奋力推进乡村全面振兴", "(2) Advancing all-round rural revitalization"),
        ("（一）经济运行稳中向好", "(1) Steady progress in economic performance"),
        ("（六）自觉接受社会监督", "(6) Accepting oversight"),
        ("一、抓普法，增强法治观念", "I. Publicizing the law; enhancing the awareness of the rule of law"),
        ("二是部分乡镇执法力量薄弱", "2\\. Township law enforcement personnel weak in some cases"),
        ("三是普法宣传不够深入", "3\\. Law publicity not deep enough"),
        ("（三）政策解读质量有待进一步提升", "(3) Quality of policy interpretation still to be improved"),
        ("（二）权力监督更加严密", "(2) Oversight of power further tightened"),
        ("——积极扩大有效投资", "Expanding effective investment"),
        ("（一）完善审核机制", "(1) Improving review mechanisms"),
        ("四、公共图书馆服务网络", "IV. Public library service networks"),
        ("五、履行职能优化服务", None),
        ("国务院办公厅", None),  # a signature
        ("2027年甲乙丙回顾", None),
        ("存在的问题仍然不少，需要解决。", None),
        (
            "（一）以规范审批为重点，推动窗口水平不断提升",
            "(1) With standardizing approval as the focus; improving the level of service windows",
        ),
        (
            "（二）坚持安全为先，夯基础强监管",
            "(2) Putting safety first; consolidating the foundation and strengthening oversight",
        ),
        ("（三）依法预防处置食品安全事故", "(3) Lawfully preventing and handling food safety accidents"),
        ("（四）以数字化改革推动流程优化", "(4) Promoting process optimization through digital reforms"),
        (
            "（五）推动养老服务与医疗服务深度融合",
            "(5) Integrating elderly care services with medical services",
        ),
        ("（六）将普法宣传纳入绩效考核", "(6) Including law publicity in performance assessment"),
        ("（七）调解员能力素质有待提升", "(7) Competence of mediators still to be improved"),
        ("（八）坚持推进调解组织建设", "(8) Advancing mediation organization construction"),
        ("（九）加快数字政府建设", "(9) Speeding up the building of digital government"),
        ("（一）推动绿色发展和水质提升", "(1) Promoting green development and water-quality improvement"),
        ("（二）突出创新引领", None),  # what is stressed, and nothing is innovated
        ("（三）推动清单落地", None),  # calls for no landing
        ("（四）完善社会保障", "(4) Improving social security"),  # one word, no support for society
    ],
)
def test_headings_that_all_reports_have(zh: str, en: str | None) -> None:
    assert form_in_english(zh) == en


def test_a_paragraph_is_no_heading_and_told_at_once() -> None:
    paragraph = "2021年工作、" * 40 + "办理案件、开展培训、" * 200
    with time_limit(60, InputError("too_slow")):  # of a processor; what tries every combination takes hours
        assert form_in_english(paragraph) is None
        assert form_in_english(paragraph[:60]) is None


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("云河区人民政府", "People's Government of Yunhe District"),
        ("临沂市兰山区司法局", "Justice Bureau of Lanshan District, Linyi"),
        ("国务院", "State Council"),
        ("云河区某某某工作专班", None),
    ],
)
def test_bodies(zh: str, en: str | None) -> None:
    assert by_rule("issuer", zh) == en
