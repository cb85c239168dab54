"""The PO files we write are what gettext, Poedit and Weblate take, and theirs are what we take; no damaged one is."""

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from converter.cli import main
from converter.errors import InputError
from converter.layout import DOCS
from converter.translation.memory import (
    Memory,
    Unit,
    flaw_of,
    read_memory,
    refuse_flawed,
    state_of,
    take,
    write_memory,
)
from tests.conftest import ROOT

NAME = "甲区-2020"
MEMORY = Memory(
    (
        Unit(
            "index", "c0-p1", "现将有关情况报告如下。", "The report is as follows.", "现将有关情况报告如下。"
        ),
        Unit("c1", "c1", "一、主要做法", "I. “Main” Work", "一、主要做法", comment="as in \\ the law"),
        Unit(
            "c1",
            "c1-p1",
            "受理案件12件。",
            "Twelve cases, “all” of them accepted and none of them rejected in the whole of the year.",
            "受理11件。",
        ),
        Unit("c1", "c1-p2", "| 甲 | 乙 |\n| --- | --- |", "| A | B |\n| --- | --- |", draft=True),
        Unit("c1", "c1-p3", "开展培训3次。"),
        Unit("indicator", "", "受理案件", "cases accepted", "受理案件"),
        Unit("unit", "", "件", "", "件"),
    )
)
gettext = pytest.mark.skipif(
    not shutil.which("msgfmt"), reason="gettext is not installed (Debian: apt-get install gettext)"
)


def held() -> Memory:
    """The memory as it is read: a draft without another source is of its own text."""
    return read_memory(write_memory(MEMORY, NAME), "x.po")


def tool(*command: str, given: str | None = None, name: str = "in.po", folder: Path) -> str:
    """What a tool of gettext makes of a file; it must find nothing to say."""
    if given is not None:
        (folder / name).write_text(given, encoding="utf-8")
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return done.stdout.decode()


@gettext
def test_every_po_of_the_project_is_clean(tmp_path: Path) -> None:
    for file in sorted((ROOT / DOCS / ".memory").glob("*.po")):
        tool("msgfmt", "-c", "-o", "x.mo", "in.po", given=file.read_text(encoding="utf-8"), folder=tmp_path)


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=20)


@gettext
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=5))
def test_msgfmt_finds_nothing_whatever_the_texts_are(
    tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str, str, str]]
) -> None:
    units = (
        Unit("c1", f"c1-p{n}", zh, en, source, comment=zh) for n, (zh, en, source) in enumerate(texts, 1)
    )
    po = write_memory(Memory(tuple(units)), NAME)
    tool("msgfmt", "-c", "-o", "x.mo", "in.po", given=po, folder=tmp_path_factory.mktemp("po"))


@gettext
@pytest.mark.parametrize(
    "command",
    [
        ["msgcat", "in.po"],
        ["msgcat", "--width=60", "in.po"],
        ["msgcat", "--no-wrap", "--sort-output", "in.po"],
        ["msgcat", "--add-location=file", "in.po"],
        ["msguniq", "in.po"],
        ["msgattrib", "in.po"],
        ["msgmerge", "-q", "--previous", "in.po", "in.po"],
    ],
    ids=" ".join,
)
def test_what_gettexts_tools_make_of_it_is_the_same_memory(command: list[str], tmp_path: Path) -> None:
    back = tool(*command, given=write_memory(MEMORY, NAME), folder=tmp_path)
    refuse_flawed(back, "x.po")
    read = read_memory(back, "x.po")
    assert set(read.units) == set(held().units)
    assert take(held(), read).memory == held()


@gettext
def test_msgmerge_forgets_what_a_stale_text_was_and_we_do_not(tmp_path: Path) -> None:
    back = tool("msgmerge", "-q", "in.po", "in.po", given=write_memory(MEMORY, NAME), folder=tmp_path)
    assert take(held(), read_memory(back, "x.po")).memory == held()


@gettext
def test_msgmerge_carries_translations_to_the_next_state_of_the_report(tmp_path: Path) -> None:
    said = "兰山区法治政府建设工作取得新的进展和成效，共举办培训12次。"
    old = Memory((*MEMORY.units[:2], Unit("c1", "c1-p9", said, "Twelve sessions were held.", said)))
    new = Memory((*MEMORY.units[:2], Unit("c1", "c1-p9", said.replace("12", "13"), "")))
    (tmp_path / "old.po").write_text(write_memory(old, NAME), encoding="utf-8")
    merged = tool(
        "msgmerge", "-q", "--previous", "old.po", "in.po", given=write_memory(new, NAME), folder=tmp_path
    )
    refuse_flawed(merged, "x.po")
    taken = take(new, read_memory(merged, "x.po")).memory
    assert [(unit.en, state_of(unit)) for unit in taken.units][2] == ("Twelve sessions were held.", "stale")


def poedit(text: str) -> str:
    """Poedit writes its name and a date into the head, drops our fields' order, and cuts long lines."""
    return text.replace('"PO-Revision-Date: \\n"', '"PO-Revision-Date: 2021-03-01 10:00+0800\\n"').replace(
        '"Language-Team: \\n"',
        '"Language-Team: 译者 <a@example.org>\\n"\n"X-Generator: Poedit 3.4\\n"\n"X-Poedit-Basepath: .\\n"',
    )


def weblate(text: str) -> str:
    """Weblate adds plural forms and itself to the head, ``#, no-wrap`` to entries, and ends lines as Windows does or not."""
    return text.replace(
        '"Language: en\\n"',
        '"Language: en\\n"\n"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n"X-Generator: Weblate 5.4\\n"',
    ).replace("#, fuzzy", "#, fuzzy, no-wrap")


@pytest.mark.parametrize("habit", [poedit, weblate])
def test_heads_flags_and_comments_of_editors_change_nothing(habit: object) -> None:
    assert callable(habit)
    back = habit(write_memory(MEMORY, NAME)).replace("#: ", "#. a note of the editor\n#: ")
    refuse_flawed(back, "x.po")
    assert take(held(), read_memory(back, "x.po")).memory == held()


def test_a_comment_and_a_translation_of_a_translator_come_in() -> None:
    back = write_memory(MEMORY, NAME).replace(
        'msgctxt "unit"\nmsgid "件"\nmsgstr ""',
        '# asked the bureau\nmsgctxt "unit"\nmsgid "件"\nmsgstr "cases"',
    )
    taken = take(held(), read_memory(back.replace("#. unit", "# asked the bureau\n#. unit"), "x.po"))
    assert taken.memory.units[-1].en == "cases"


def test_a_file_cut_anywhere_is_refused_with_the_line() -> None:
    text = write_memory(MEMORY, NAME)
    taken = [
        at for at in range(len(text.encode())) if not _refused(text.encode()[:at].decode("utf-8", "ignore"))
    ]
    # Nothing is lost with the line feed at the end, nor where there is no entry at all.
    assert [at for at in taken if at > text.encode().index(b"#.")] == [len(text.encode()) - 1]


def _refused(text: str) -> bool:
    try:
        refuse_flawed(text, "x.po")
    except InputError as error:
        assert 1 <= error.details["line"] <= text.count("\n") + 1
        return True
    return False


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("cases accepted", "#-#-#-#-#  a.po  #-#-#-#-#\\ncases", "po_merged"),
        ('msgctxt "unit"', '<<<<<<< HEAD\nmsgctxt "unit"', "po_line"),
        ('msgstr "cases accepted"', "", "po_cut"),
        ('msgstr "cases accepted"', 'msgstr "cases accepted', "po_line"),
        ('msgstr "cases accepted"', 'msgstr cases accepted"', "po_line"),
        ('msgctxt "unit"', 'msgctxt "indicator"\nmsgid "受理案件"\nmsgstr "x"\n\nmsgctxt "unit"', "po_twice"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(old: str, new: str, why: str) -> None:
    good = write_memory(MEMORY, NAME)
    line = good[: good.index(old)].count("\n") + 1
    with pytest.raises(InputError) as raised:
        refuse_flawed(good.replace(old, new, 1), "x.po")
    assert raised.value.key == why
    assert abs(raised.value.details["line"] - line) <= 3


@gettext
def test_what_msguniq_makes_of_two_translations_is_refused(tmp_path: Path) -> None:
    twice = write_memory(MEMORY, NAME) + '\nmsgctxt "indicator"\nmsgid "受理案件"\nmsgstr "cases taken"\n'
    merged = tool("msguniq", "in.po", given=twice, folder=tmp_path)
    flaw = flaw_of(merged)
    assert flaw is not None
    assert flaw.why == "po_merged"
    assert "#-#-#-#-#" in merged.split("\n")[flaw.line - 1]


def test_old_files_with_former_translations_in_them_are_taken_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/jia-2020.txt").write_text(
        "甲区2020年法治政府建设年度报告\n\n一、主要做法\n受理案件12件。\n", "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    gongkai("build", "--force")
    memory = Path("docs/.memory/jia-2020.po")
    old = (
        memory.read_text("utf-8")
        + '\n#~ msgctxt "c1#c1-p1"\n#~ msgid "受理案件9件。"\n#~ msgstr "Nine cases."\n'
    )
    for file in (memory, Path("docs/.base", ".memory/jia-2020.po")):
        file.write_text(old, "utf-8")
    told = gongkai("build", "--force")
    assert told.exit_code == 0, told.output
    assert "Nine cases." not in memory.read_text("utf-8")
    assert '"en": "Nine cases."' in Path("docs/.memory/jia-2020.former.jsonl").read_text("utf-8")


def gongkai(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)
