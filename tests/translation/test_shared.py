"""One memory over all reports: nothing is translated twice, and what is like something translated is offered."""

import csv
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from converter.build.english import current_memory
from converter.cli import main
from converter.layout import DOCS
from converter.translation.memory import (
    Memory,
    Shared,
    Unit,
    drafted,
    known_in,
    offers,
    read_memory,
    read_tmx,
    reviewed,
    state_of,
    tmx,
    word_diff,
    write_memory,
)
from converter.translation.memory.blocks import place_of
from converter.translation.terms import terms
from tests.conftest import ROOT
from tests.translation.test_life import TEXT

NEXT = "lanshan-2021"
NEW = "县城东片新建口袋公园，沿河步道贯通，居民步行即可到达，节假日另设摆渡车。"


def gongkai(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture(scope="module")
def a_year_later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with its report and one of the next year: of its paragraphs a third as they were, a third edited, a third new."""
    folder = tmp_path_factory.mktemp("next")
    for name in ("seeds", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("dev"))
    (folder / f"seeds/{NEXT}.txt").write_text(next_year(), encoding="utf-8")
    return folder


def paragraphs() -> list[Unit]:
    """The blocks of the project's report as they are printed, in order."""
    memory = read_memory((ROOT / "docs/.memory/lanshan-2020.po").read_text(encoding="utf-8"), "x.po")
    return [unit for unit in memory.units if unit.key and not unit.key.endswith("-e")]


def next_year() -> str:
    """The raw report of the year after: each third paragraph as it was, edited, and new; the headings as they were."""
    lines, count = ["兰山区2021年法治政府建设情况报告"], 0
    for unit in paragraphs():
        if place_of(unit.key)[1]:
            count += 1
            lines.append((unit.zh, edited(unit.zh), f"{NEW[:-1]}，第{count}处。")[count % 3])
        else:
            lines.append(unit.zh)
    return "\n".join(lines)


def edited(zh: str) -> str:
    """A paragraph as an official edits it: numbers changed, a few words put in."""
    return re.sub(r"\d+", lambda number: str(int(number[0]) + 1), zh, count=3).replace("，", "，继续", 1)


def test_the_next_year_begins_with_what_is_the_same_and_is_offered_what_was_edited(
    a_year_later: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(a_year_later)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    told = gongkai("build")
    assert told.exit_code == 0, told.output
    before = {unit.zh: unit.en for unit in paragraphs()}
    units = [unit for unit in current_memory(DOCS, NEXT).units if unit.key]
    same = [unit for unit in units if unit.zh in before]
    assert len(same) > 40
    same = [
        unit for unit in same if not unit.key.endswith("-e")
    ]  # a sentence of ours speaks English by itself
    assert {(state_of(unit), unit.en == before[unit.zh]) for unit in same} == {("draft", True)}
    assert all(unit.origin.startswith("lanshan-2020 c") or "index" in unit.origin for unit in same)
    wanted = {edited(unit.zh) for unit in paragraphs() if place_of(unit.key)[1]}
    missing = [unit for unit in units if unit.zh in wanted]
    assert len(missing) > 10
    status = gongkai("translate", NEXT, "--status").output
    for unit in missing:
        assert f"docs/en/{NEXT}/{unit.page}.md#{unit.key}: not translated, but " in status
    po = a_year_later / "next.po"
    gongkai("translate", NEXT, "--po", str(po))
    assert po.read_text(encoding="utf-8").count("% like 相似 lanshan-2020") >= len(missing)
    assert gongkai("check").exit_code == 0


def test_a_difference_is_told_by_words() -> None:
    assert word_diff("办理案件200件。", "办理案件201件。") == "办理案件[-200-]{+201+}件。"
    assert word_diff("开展培训。", "开展法治培训。") == "开展{+法治+}培训。"
    assert word_diff("甲乙", "甲乙") == "甲乙"
    assert word_diff("", "新") == "{+新+}"


def known() -> Shared:
    units = (
        Unit(
            "c1",
            "c1-p1",
            "全区共办理行政案件200件。",
            "The district handled 200 cases.",
            "全区共办理行政案件200件。",
        ),
        Unit(
            "c1",
            "c1-p2",
            "草稿不算数，也不提供给别的报告。",
            "Draft.",
            "草稿不算数，也不提供给别的报告。",
            draft=True,
        ),
        Unit("indicator", "", "案件", "cases", "案件"),
    )
    return Shared(known_in("a-2020", Memory(units)))


def test_same_texts_are_drafts_that_say_where_they_are_from_and_keep_it() -> None:
    memory = Memory(
        (
            Unit("c3", "c3-p1", "全区共办理行政案件200件。"),
            Unit("c3", "c3-p2", "草稿不算数，也不提供给别的报告。"),
            Unit("unit", "", "案件"),
            Unit("indicator", "", "案件", "the cases", "案件"),
        )
    )
    taken, count = drafted(memory, known())
    assert count == 1
    assert [(unit.en, state_of(unit)) for unit in taken.units] == [
        ("The district handled 200 cases.", "draft"),
        ("", "missing"),
        ("", "missing"),  # the unit of a figure is not its name
        ("the cases", "reviewed"),
    ]
    assert taken.units[0].origin == "a-2020 c1#c1-p1"
    kept = read_memory(write_memory(taken, "b"), "x.po").units
    assert kept[0] == taken.units[0]
    assert "gongkai draft" not in write_memory(reviewed(taken, "c3")[0], "b")


def test_like_texts_are_offered_with_percent_and_difference() -> None:
    unit = Unit("c3", "c3-p1", "全区共办理行政案件201件。")
    (offer,) = offers(Memory((unit,)), known())[unit]
    assert 80 <= offer.percent < 100
    assert offer.difference == "全区共办理行政案件[-200-]{+201+}件。"
    assert offers(Memory((Unit("c3", "c3-p1", "本年度没有需要说明的其他事项。"),)), known()) == {}


def test_tmx_out_and_in_again_and_from_other_tools() -> None:
    units = (Unit("c1", "c1-p1", "<甲>乙", "one & two", "<甲>乙"), Unit("unit", "", "件", "cases", "件"))
    read = read_tmx(tmx([("r", Memory(units))], "1.0"), "x.tmx")
    assert [(one.zh, one.en, one.kind) for one in read] == [
        ("<甲>乙", "one & two", ""),
        ("件", "cases", "unit"),
    ]
    foreign = (
        b'<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4"><header/><body><tu>'
        b'<tuv xml:lang="EN-US"><seg>A <bpt i="1">&lt;b&gt;</bpt>bold<ept i="1">&lt;/b&gt;</ept> word</seg></tuv>'
        b'<tuv lang="zh_CN"><seg>\xe7\xb2\x97\xe4\xbd\x93\xe5\xad\x97</seg></tuv></tu></body></tmx>'
    )
    assert [(one.zh, one.en) for one in read_tmx(foreign, "x.tmx")] == [("粗体字", "A bold word")]


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of two invented reports; the first is translated, the second was built before that."""
    (tmp_path / "seeds").mkdir()
    for year in (2020, 2021):
        (tmp_path / f"seeds/yunhe-{year}.txt").write_text(TEXT.replace("2020", str(year)), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert gongkai("build").exit_code == 0
    page = tmp_path / "docs/en/yunhe-2020/c1.md"
    said = page.read_text(encoding="utf-8").replace("开展培训3次。", "Three sessions were held.")
    page.write_text(said, encoding="utf-8")
    assert gongkai("build").exit_code == 0
    return tmp_path


def state(report: str, zh: str) -> str:
    return next(state_of(unit) for unit in current_memory(DOCS, report).units if unit.zh == zh)


@pytest.mark.usefixtures("example")
def test_what_was_translated_since_is_taken_over_when_asked() -> None:
    assert (
        state("yunhe-2021", "开展培训3次。") == "missing"
    )  # a build of a known report looks at that report alone
    assert "texts taken as drafts: 1." in gongkai("translate", "yunhe-2021", "--reuse").output
    assert state("yunhe-2021", "开展培训3次。") == "draft"
    gongkai("build")
    assert gongkai("check").exit_code == 0
    assert "not yet reviewed (from yunhe-2020 c1#c1-p2)" in gongkai("translate", "yunhe-2021").output


@pytest.mark.usefixtures("example")
def test_a_folder_as_weblate_wants_it_goes_out_and_comes_back() -> None:
    assert gongkai("translate", "--po", "weblate").exit_code == 0
    files = sorted(path.as_posix() for path in Path("weblate").rglob("*.po"))
    assert files == ["weblate/yunhe-2020/en.po", "weblate/yunhe-2021/en.po"]
    file = Path(files[1])
    text = file.read_text(encoding="utf-8").replace(
        '"发布信息50条。"\nmsgstr ""', '"发布信息50条。"\nmsgstr "Fifty items."'
    )
    file.write_text(text, encoding="utf-8")
    told = gongkai("translate", "--from-po", "weblate").output
    assert "yunhe-2021/en.po: 1 new, 0 replaced" in told
    assert state("yunhe-2021", "发布信息50条。") == "reviewed"
    file.write_text(text[: text.index("Fifty") + 3], encoding="utf-8")
    told = gongkai("translate", "--from-po", "weblate")
    assert told.exit_code == 3
    assert "weblate/yunhe-2021/en.po:" in told.output


@pytest.mark.usefixtures("example")
def test_tmx_and_the_termbase_as_files() -> None:
    assert gongkai("translate", "--tmx", "out.tmx").exit_code == 0
    assert "texts taken as drafts: 1." in gongkai("translate", "yunhe-2021", "--from-tmx", "out.tmx").output
    Path("bad.tmx").write_text("<tmx><body><tu>", encoding="utf-8")
    assert gongkai("translate", "--from-tmx", "bad.tmx").exit_code == 3
    assert gongkai("translate", "--terms", "terms.tbx").exit_code == 0
    root = ElementTree.parse("terms.tbx").getroot()
    assert (root.tag, len(root.findall(".//termEntry"))) == ("martif", len(terms()))
    assert gongkai("translate", "--terms", "terms.csv").exit_code == 0
    with Path("terms.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {(row["source"], row["target"]) for row in rows} >= {(term.zh, term.en) for term in terms()}
