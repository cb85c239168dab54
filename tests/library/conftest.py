"""Short reports of our own, of two regions and two years, converted."""

from pathlib import Path

import pytest

from converter.build.convert import convert, translations
from converter.data import report_of_text
from converter.layout import data_path
from converter.pages.library import LibraryReport, library_report

REPORT = """{region}{year}年法治政府建设情况报告
{year}年，{region}认真推进依法行政，现将法治政府建设情况报告如下。
一、提升服务
{first}
坚持把依法行政作为政府工作的基本准则。
二、加强监督
{second}
三、存在的问题
行政执法力量还需要进一步加强。
四、下一年工作安排
{plan}
{region}人民政府
{day}
"""
PLAN = (
    "继续加强法治政府建设，完善政务服务，加强行政执法人员培训，健全矛盾纠纷化解机制，提高依法行政能力和水平。"
    "进一步规范执法程序，落实重大行政决策制度，强化合法性审查，推动政务公开，主动接受社会各方面监督。"
    "加强法治宣传教育，办好为民实事，持续优化营商环境，把各项工作任务落到实处，让群众看得见、感受得到。"
)
TEXTS = {
    "jia-2020": REPORT.format(
        region="甲县",
        year=2020,
        first="全年受理行政复议案件20件。",
        second="审查规范性文件35件。",
        plan=PLAN,
        day="2021年3月20日",
    ),
    "jia-2021": REPORT.format(
        region="甲县",
        year=2021,
        first="全年受理行政复议案件25件。",
        second="审查规范性文件35件。",
        plan=PLAN,
        day="2022年4月12日",
    ),
    "yi-2021": REPORT.format(
        region="乙市",
        year=2021,
        first="全年受理行政复议案件超过300件。",
        second="审查规范性文件120件。",
        plan=PLAN,
        day="2022年3月31日",
    ),
}


@pytest.fixture
def seeds(tmp_path: Path) -> list[Path]:
    """The reports as raw files in a project of their own."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return sorted(folder.iterdir())


@pytest.fixture
def entries(seeds: list[Path], tmp_path: Path) -> list[LibraryReport]:
    """The reports as a library holds them."""
    return [_entry(seed, tmp_path / "docs") for seed in seeds]


def _entry(seed: Path, docs: Path) -> LibraryReport:
    made = convert(seed, docs)
    texts = {change.path: change.text or "" for change in made.changes}
    return library_report(
        made.name, report_of_text(texts[data_path(made.name)], made.name), translations(docs, made)
    )
