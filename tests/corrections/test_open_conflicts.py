"""What is put right and taken back while a conflict stands open leaves each page as it was."""

from pathlib import Path

import pytest
from click.testing import Result

from tests.corrections.site import built_site, run

PAGE = Path("docs/zh/jia-2023/c1.md")
REPORT = """甲县2023年政府工作报告
各位代表：现在报告工作。
一、2023年工作回顾
一年来，全县上下共同努力，主要做了以下工作。
——经济总量持续增长。全年实现工业产值80亿元，同比增长5%。
——发展活力持续增强。新增企业120家，取消证明56件。
——城乡品质持续提升。举办展会3场，单日客流量最高突破8万人次，公路建成12公里。
——民生福祉持续改善。新增岗位900个，改造老屋34户。
——经受考验的一年。一年来，我们坚持实事求是。
二、存在的问题
仍有9项制度需要完善。
"""
HEADINGS = ("经济总量持续增长", "发展活力持续增强", "城乡品质持续提升", "民生福祉持续改善")


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return built_site(tmp_path, "jia-2023", REPORT, monkeypatch)


def done(*arguments: str) -> Result:
    told = run(*arguments)
    assert told.exit_code == 0 or arguments[0] == "check", told.output
    return told


def demote(heading: str) -> None:
    done("correct", "heading", "jia-2023", heading, "--none", "--why", "试")


def reword(old: str, new: str) -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert old in text
    PAGE.write_text(text.replace(old, new, 1), encoding="utf-8")


def pages() -> dict[str, str]:
    return {file.as_posix(): file.read_text(encoding="utf-8") for file in Path("docs").rglob("*.md")}


def data() -> bytes:
    return Path("docs/data/jia-2023.json").read_bytes()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        *((f"## ——{one}", f"## {one}") for one in HEADINGS),
        *((f"——{one}", f"——{one}的情况") for one in HEADINGS),
        (HEADINGS[1], "注意"),
    ],
)
@pytest.mark.parametrize("demoted", HEADINGS[1:])
def test_a_heading_taken_away_and_back_beside_an_edited_one(old: str, new: str, demoted: str) -> None:
    reword(old, new)
    done("build")
    before = pages(), data()
    demote(f"——{demoted}")
    done("build")
    done("undo", "jia-2023")
    assert (pages(), data()) == before
