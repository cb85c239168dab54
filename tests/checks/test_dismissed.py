"""An editor sets a note aside in the sidecar: with a reason, which the page and the data keep."""

from pathlib import Path

import pytest

from converter.build.convert import convert
from converter.cli.building import build
from converter.errors import InputError
from converter.sources.sidecar import parse_sidecar

NOTE = "rate-of-few-c1-v95"
# Long enough to be taken for a report.
TEXT = """南湖区2020年度法治政府建设情况报告
一、主要工作
4个市控断面达标率为95%。
"""
TEXT += "依法全面履行政府职能，持续优化营商环境，认真办好民生实事，定期走访企业听取意见。\n" * 8


def seed(folder: Path, sidecar: str) -> Path:
    report = folder / "nanhu-2020.txt"
    report.write_text(TEXT, encoding="utf-8")
    report.with_suffix(".toml").write_text(sidecar, encoding="utf-8")
    return report


def page_of(report: Path) -> str:
    pages = {
        change.path: change.text or "" for change in convert(report, docs=report.parent / "docs").changes
    }
    return pages["zh/nanhu-2020/notes.md"]


def test_a_note_stands_open_until_it_is_dismissed(tmp_path: Path) -> None:
    page = page_of(seed(tmp_path, ""))
    assert f"{{ #{NOTE} }}" in page
    # How editors answer is theirs to know, not for readers of the page.
    assert ".toml" not in page
    assert "编者已核：" not in page


def test_a_dismissed_note_stands_apart_with_its_reason(tmp_path: Path) -> None:
    page = page_of(seed(tmp_path, f'[dismissed]\n{NOTE} = "按监测次数计算"\n'))
    assert page.index("## 编者已核") < page.index(f"{{ #{NOTE} }}") < page.index("编者已核：按监测次数计算")
    assert "每一处都已由编者核过" in page


@pytest.mark.parametrize(
    "wrong", ['[dismissed]\nx = ""', "[dismissed]\nx = 3", 'dismissed = "x"', "[dismissed]\nx.5 = 'y'"]
)
def test_a_dismissal_needs_a_reason(tmp_path: Path, wrong: str) -> None:
    report = seed(tmp_path, wrong)
    with pytest.raises(InputError) as raised:
        parse_sidecar(wrong.encode(), report.with_suffix(".toml"))
    assert raised.value.key == "sidecar_dismissed"


def test_the_build_names_a_dismissal_of_a_note_that_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    seed(tmp_path, f'[dismissed]\n{NOTE} = "按监测次数计算"\nrate-of-few-c9-v1 = "早已改正"\n')
    build([Path("nanhu-2020.txt")], force=False)
    said = capsys.readouterr().err.splitlines()
    assert [line for line in said if "[dismissed]" in line] == [
        "nanhu-2020.toml: the note rate-of-few-c9-v1 in [dismissed] is no longer raised; its line can go."
    ]
