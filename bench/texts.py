"""Whole reports as plain text to measure with: those of the evaluation set where it is there, else made-up ones."""

import random
from functools import cache
from pathlib import Path

_CORPUS = Path(__file__).parents[2] / "shared" / "eval" / "corpus"
_FOLDERS = ("cities_txt", "national", "pingtan", "provinces_2026", "shenzhen", "shenzhen_raw")
_SEED = 20261126
_NUMBERS = "一二三四五六七八九十"
_SUBJECTS = (
    "行政复议案件",
    "规范性文件",
    "执法人员培训",
    "政务服务事项",
    "法律援助案件",
    "人民调解组织",
    "重大行政决策",
    "信息公开申请",
)
_VERBS = ("办理", "清理", "审核", "公开", "受理", "完成", "新增", "评查")
_PHRASES = (
    "持续推进依法行政",
    "健全完善工作机制",
    "压实各级各部门责任",
    "强化监督检查",
    "提升队伍素质",
    "优化办事流程",
)


@cache
def texts() -> tuple[str, ...]:
    """The reports, no two alike, always in the same order."""
    files = sorted(file for folder in _FOLDERS for file in (_CORPUS / folder).glob("*.txt"))
    return tuple(file.read_text(encoding="utf-8") for file in files) or tuple(map(_made_up, range(40)))


def _made_up(number: int) -> str:
    choose = random.Random(_SEED + number)
    parts = [f"{numeral}、{choose.choice(_PHRASES)}\n{_chapter(choose)}" for numeral in _NUMBERS]
    return (
        f"第{number + 1}区2024年法治政府建设情况报告\n\n2024年,全区{choose.choice(_PHRASES)}。\n"
        + "\n".join(parts)
    )


def _chapter(choose: random.Random) -> str:
    return "\n".join(
        f"（{numeral}）{choose.choice(_PHRASES)}。{_sentences(choose)}" for numeral in _NUMBERS[:5]
    )


def _sentences(choose: random.Random) -> str:
    return "".join(
        f"全年{choose.choice(_VERBS)}{choose.choice(_SUBJECTS)}{choose.randint(2, 9999)}件,同比增长{choose.randint(1, 60)}.{choose.randint(1, 9)}%,{choose.choice(_PHRASES)}。"
        for _ in range(6)
    )
