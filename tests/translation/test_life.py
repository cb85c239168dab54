"""The life of a translation: missing, written by hand, stale when the Chinese changes, fresh again; none is ever lost."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from converter.build.english import current_memory
from converter.cli import main
from converter.site.content.counterpart import stated_on
from converter.translation.english import shown_until_translated
from converter.translation.memory import (
    Block,
    Memory,
    Sides,
    Unit,
    follow,
    page_blocks,
    read_former,
    read_memory,
    state_of,
    write_former,
    write_memory,
)

TEXT = """甲县2020年法治政府建设情况报告
2020年，甲县认真推进依法行政，现将法治政府建设情况报告如下。
一、提升服务
全年办理案件200件。
开展培训3次。
二、加强监督
发布信息50条。
三、存在的问题
执法力量还需要加强。
四、下一年工作安排
继续加强法治政府建设，完善政务服务，加强行政执法人员培训，健全矛盾纠纷化解机制，提高依法行政能力和水平。进一步规范执法程序，落实重大行政决策制度，强化合法性审查，推动政务公开，主动接受社会各方面监督。加强法治宣传教育，办好为民实事，持续优化营商环境，把各项工作任务落到实处，让群众看得见、感受得到，不断提高法治政府建设的质量和效果，为全县经济社会发展提供有力保障。
"""
ZH, EN = Path("docs/zh/jia-2020"), Path("docs/en/jia-2020")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one report, built."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/jia-2020.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert gongkai("build").exit_code == 0
    return tmp_path


def gongkai(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def edit(page: Path, old: str, new: str) -> None:
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new), encoding="utf-8")


def states() -> dict[str, str]:
    memory = current_memory(Path("docs"), "jia-2020")
    return {unit.key: state_of(unit) for unit in memory.units if unit.key}


@pytest.mark.usefixtures("project")
def test_at_first_the_english_page_shows_the_chinese() -> None:
    assert set(states().values()) == {"missing"}
    page = (EN / "c1.md").read_text(encoding="utf-8")
    assert "全年办理案件200件。" in page
    assert "# 一、提升服务 { #c1 }" in page


@pytest.mark.usefixtures("project")
def test_the_whole_life() -> None:
    edit(EN / "c1.md", "全年办理案件200件。", "In the year, 200 cases were handled.")
    assert states()["c1-p1"] == "reviewed"  # nobody has run a build
    gongkai("build")
    assert [key for key, state in states().items() if state != "missing"] == ["c1-p1"]
    edit(ZH / "c1.md", "200件", "201件")
    assert [key for key, state in states().items() if state == "stale"] == ["c1-p1"]
    assert gongkai("build").exit_code == 0
    assert [key for key, state in states().items() if state == "stale"] == ["c1-p1"]
    assert "In the year, 200 cases were handled." in (EN / "c1.md").read_text(encoding="utf-8")
    told = gongkai("translate", "--status").output
    assert "docs/en/jia-2020/c1.md#c1-p1: the Chinese has changed" in told
    assert "change: 全年办理案件[-200-]{+201+}件。" in told
    edit(EN / "c1.md", "200 cases", "201 cases")
    assert states()["c1-p1"] == "reviewed"
    gongkai("build")
    assert states()["c1-p1"] == "reviewed"
    assert gongkai("check").output == "Reports with all pages up to date: 1.\n"


@pytest.mark.usefixtures("project")
def test_undoing_the_chinese_edit_makes_it_fresh_again() -> None:
    edit(EN / "c1.md", "全年办理案件200件。", "In the year, 200 cases were handled.")
    gongkai("build")
    edit(ZH / "c1.md", "200件", "201件")
    gongkai("build")
    edit(ZH / "c1.md", "201件", "200件")
    assert states()["c1-p1"] == "reviewed"


@pytest.mark.usefixtures("project")
def test_a_paragraph_put_in_before_moves_nothing() -> None:
    edit(EN / "c1.md", "全年办理案件200件。", "In the year, 200 cases were handled.")
    edit(EN / "c1.md", "开展培训3次。", "Three training sessions were held.")
    gongkai("build")
    edit(ZH / "c1.md", "全年办理案件", "编者补充一段新的说明文字。\n\n全年办理案件")
    gongkai("build")
    page = page_blocks((EN / "c1.md").read_text(encoding="utf-8"))
    assert [block.text for block in page.blocks[1:]] == [
        "编者补充一段新的说明文字。",
        "In the year, 200 cases were handled.",
        "Three training sessions were held.",
    ]
    assert [states()[key] for key in ("c1-p1", "c1-p2", "c1-p3")] == ["missing", "reviewed", "reviewed"]


@pytest.mark.usefixtures("project")
def test_a_translation_whose_chinese_goes_is_kept_and_comes_back_with_it() -> None:
    edit(EN / "c1.md", "开展培训3次。", "Three training sessions were held.")
    gongkai("build")
    edit(ZH / "c1.md", "开展培训3次。\n", "")
    assert gongkai("build").exit_code == 3  # the end of the page is gone: cut, or taken out?
    gongkai("resolve", str(ZH / "c1.md"))
    told = gongkai("build").output
    assert "docs/.memory/jia-2020.po: the Chinese of some translations (1) was taken out or replaced" in told
    assert "Three training" not in (EN / "c1.md").read_text(encoding="utf-8")
    assert "Three training" not in Path("docs/.memory/jia-2020.po").read_text(encoding="utf-8")
    former = Path("docs/.memory/jia-2020.former.jsonl").read_text(encoding="utf-8")
    assert "Three training sessions were held." in former
    (ZH / "c1.md").write_text(
        (ZH / "c1.md").read_text(encoding="utf-8") + "\n开展培训3次。\n", encoding="utf-8"
    )
    gongkai("build")
    assert "Three training sessions were held." in (EN / "c1.md").read_text(encoding="utf-8")


@pytest.mark.usefixtures("project")
def test_check_names_a_number_and_a_term_that_differ() -> None:
    edit(EN / "c1.md", "全年办理案件200件。", "In the year, 300 cases were handled.")
    gongkai("build")
    told = gongkai("check")
    assert told.exit_code == 1
    assert "docs/en/jia-2020/c1.md#c1-p1" in told.output
    assert "200" in told.output
    assert "300" in told.output
    edit(EN / "c1.md", "300", "200")
    gongkai("build")
    assert gongkai("check").exit_code == 0


@pytest.mark.usefixtures("project")
def test_through_a_translators_tool_and_back() -> None:
    assert gongkai("translate", "jia-2020", "--po", "out.po").exit_code == 0
    po = Path("out.po").read_text(encoding="utf-8")
    assert 'msgid "开展培训3次。"\nmsgstr ""' in po
    Path("in.po").write_text(
        po.replace(
            'msgid "开展培训3次。"\nmsgstr ""', 'msgid "开展培训3次。"\nmsgstr "Three sessions were held."'
        ),
        encoding="utf-8",
    )
    assert "1 new, 0 replaced" in gongkai("translate", "--from-po", "in.po").output
    gongkai("build")
    assert "Three sessions were held." in (EN / "c1.md").read_text(encoding="utf-8")
    assert states()["c1-p2"] == "reviewed"


@pytest.mark.usefixtures("project")
def test_a_stale_text_is_said_to_be_true_again() -> None:
    edit(EN / "c1.md", "开展培训3次。", "Three training sessions were held.")
    gongkai("build")
    edit(ZH / "c1.md", "开展培训3次。", "举办培训3次。")
    assert (
        "translations marked as reviewed: 1" in gongkai("translate", "--reviewed", f"{EN}/c1.md#c1-p2").output
    )
    assert states()["c1-p2"] == "reviewed"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nowhere"], 3, "There is no report nowhere"),
        (["--from-po", "missing.po"], 3, "missing.po: no such file"),
        (["--reviewed", "docs/en/c9.md"], 3, "is not a page of a report"),
        (["--status", "--po", "x.po"], 2, "--status --po: only one"),
    ],
)
@pytest.mark.usefixtures("project")
def test_what_cannot_be_done_is_said_plainly(arguments: list[str], code: int, said: str) -> None:
    told = gongkai("translate", *arguments)
    assert told.exit_code == code
    assert said in told.output
    assert "Traceback" not in told.output


@pytest.mark.usefixtures("project")
def test_a_broken_memory_is_made_again_and_put_aside() -> None:
    edit(EN / "c1.md", "全年办理案件200件。", "In the year, 200 cases were handled.")
    gongkai("build")
    memory = Path("docs/.memory/jia-2020.po")
    before = memory.read_bytes()
    memory.write_text("junk\nnope\n", encoding="utf-8")
    told = gongkai("build")
    assert told.exit_code == 0
    assert "docs/.memory/jia-2020.po: the file was damaged or incomplete" in told.output
    assert memory.read_bytes() == before
    (aside,) = Path("docs/.lost/.memory").iterdir()
    assert aside.read_text(encoding="utf-8") == "junk\nnope\n"
    assert "In the year, 200 cases" in (EN / "c1.md").read_text(encoding="utf-8")


@pytest.mark.usefixtures("project")
def test_a_memory_that_is_not_merged_to_the_end_stops_the_build() -> None:
    memory = Path("docs/.memory/jia-2020.po")
    lines = memory.read_text(encoding="utf-8").split("\n")
    memory.write_text(
        "\n".join([*lines[:9], "<<<<<<< HEAD", "=======", ">>>>>>> b", *lines[9:]]), encoding="utf-8"
    )
    before = {file: file.read_bytes() for file in Path("docs").rglob("*") if file.is_file()}
    for command in (("build",), ("check",), ("translate", "jia-2020", "--po", "x.po")):
        told = gongkai(*command)
        assert told.exit_code == 3, command
        assert "docs/.memory/jia-2020.po:10: a git merge is not finished" in told.output
    assert {file: file.read_bytes() for file in Path("docs").rglob("*") if file.is_file()} == before


@pytest.mark.usefixtures("project")
def test_a_translation_with_a_rare_line_separator_survives() -> None:
    edit(EN / "c1.md", "全年办理案件200件。", "In the year,\u2028200 cases\x85were handled.")
    gongkai("build")
    gongkai("build")
    assert states()["c1-p1"] == "reviewed"
    assert "\u2028200 cases\x85were" in (EN / "c1.md").read_text(encoding="utf-8")


@pytest.mark.usefixtures("project")
def test_a_memory_that_is_the_name_of_a_file_opens_none() -> None:
    Path("back.po").write_text(str(Path("docs/.memory/jia-2020.po").resolve()), encoding="utf-8")
    assert gongkai("translate", "jia-2020", "--from-po", "back.po").exit_code == 3


WORDS = st.text("甲乙丙丁戊己", min_size=3, max_size=8)
ENGLISH = st.text("abcdef ", min_size=3, max_size=12).map(lambda text: "E" + text.strip())


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_no_translation_is_ever_lost(data: st.DataObject) -> None:
    """Random edits of both pages, again and again: each English text a person wrote is in use or among the former ones."""
    chinese = data.draw(st.lists(WORDS, min_size=1, max_size=6), "chinese")
    memory, page, written, ever = Memory(), list(chinese), list(chinese), set[str]()
    for _ in range(data.draw(st.integers(1, 4), "rounds")):
        page = [data.draw(st.one_of(st.just(text), ENGLISH), "english") for text in page]
        ever |= {text for text in page if text.startswith("E")}
        after = follow(
            "c1", Sides(_blocks(chinese), _blocks(page), _blocks(written)), memory.units, memory.former
        )
        memory = _stored(Memory(after.units, (*memory.former, *after.former)))
        held = {unit.en for unit in (*memory.units, *memory.former)}
        assert ever <= held
        page = written = [unit.en or unit.zh for unit in memory.units]
        chinese = data.draw(st.permutations(chinese), "moved")
        chinese = [data.draw(st.one_of(st.just(text), WORDS), "edited") for text in chinese][
            : data.draw(st.integers(1, len(chinese)), "cut")
        ]


def test_english_by_rule_is_nobodys_where_a_killed_build_left_an_older_base() -> None:
    chinese = "三、存在的问题"
    page, base = (Block("c3", shown_until_translated("", "c3", text)) for text in (chinese, "三、主要问题"))
    assert page.text.startswith("III. ")
    (unit,) = follow(
        "c3", Sides((Block("c3", chinese),), (page,), (base,)), [Unit("c3", "c3", chinese, "", chinese)]
    ).units
    assert unit.en == ""


def _stored(memory: Memory) -> Memory:
    former, whole = read_former(write_former(memory.former))
    assert whole
    return Memory(read_memory(write_memory(memory, "x"), "x.po").units, former)


def _blocks(texts: list[str]) -> tuple[Block, ...]:
    return tuple(Block(f"c1-p{number}", text) for number, text in enumerate(texts, 1))


def test_every_english_text_of_the_first_report_has_no_chinese_left() -> None:
    root = Path(__file__).parents[2]
    memory = read_memory((root / "docs/.memory/lanshan-2020.po").read_text(encoding="utf-8"), "po")
    left = [unit.zh for unit in memory.units if re.search("[\u4e00-\u9fff]", unit.en) or not unit.en]
    assert left == []


def test_a_unit_says_what_became_of_it() -> None:
    assert state_of(Unit("c1", "k", "甲")) == "missing"
    assert state_of(Unit("c1", "k", "甲", "a", "乙", draft=True)) == "stale"


@pytest.mark.usefixtures("project")
def test_english_that_is_put_back_to_its_chinese_is_missing_again_and_kept() -> None:
    edit(EN / "c1.md", "全年办理案件200件。", "In the year 200 cases were handled.")
    gongkai("build")
    edit(EN / "c1.md", "In the year 200 cases were handled.", "全年办理案件200件。")
    for _ in range(2):
        gongkai("build")
        memory = current_memory(Path("docs"), "jia-2020")
        (unit,) = (one for one in memory.units if one.zh == "全年办理案件200件。")
        assert state_of(unit) == "missing"
        assert "In the year 200 cases were handled." in {one.en for one in memory.former}
        assert "全年办理案件200件。" in (EN / "c1.md").read_text(encoding="utf-8")


@pytest.mark.usefixtures("project")
def test_what_stands_by_rule_is_found_right_in_a_translators_tool() -> None:
    """It goes out as a draft; left as it is it comes back as nothing, without the mark it is reviewed."""
    gongkai("translate", "jia-2020", "--po", "out.po")
    po = Path("out.po").read_text(encoding="utf-8")
    before, english, after = re.split(
        r'(#, fuzzy\nmsgctxt "title"\nmsgid "[^"]+"\nmsgstr "[^"]+")', po, maxsplit=1
    )
    assert "# gongkai draft from rule" in before.rpartition("\n\n")[2]
    assert "0 new, 0 replaced" in gongkai("translate", "--from-po", "out.po").output
    Path("in.po").write_text(before + english.removeprefix("#, fuzzy\n") + after, encoding="utf-8")
    assert "1 new, 0 replaced" in gongkai("translate", "--from-po", "in.po").output
    told = [unit for unit in current_memory(Path("docs"), "jia-2020").units if unit.page == "title"]
    assert [state_of(unit) for unit in told] == ["reviewed"]


@pytest.mark.usefixtures("project")
def test_what_tells_of_a_part_calls_it_as_its_page_does() -> None:
    """Pictures, figures and citations have the English of a heading that stands by rule, as the page has it."""
    headings = stated_on(Path("docs"), str(EN.relative_to("docs") / "c1.md"), "jia-2020").headings
    assert headings["c3"] == "III. Problems"
