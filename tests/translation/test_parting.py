"""Paragraphs cut in two or joined, in either language: translations follow, and where they cannot, one line says so."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from converter.translation.memory import Block, Memory, Sides, Unit, follow, state_of
from tests.translation.test_life import EN, TEXT, ZH, _stored, edit, gongkai, states

ONE = ("全年办理案件200件。", "In the year, 200 cases were handled.")
TWO = (
    "开展培训3次，参加人数明显增加。",
    "Three training sessions were held, and clearly more people took part.",
)
THREE = (
    "发放宣传资料800份，群众反映良好。",
    "A total of 800 leaflets were handed out, and the public responded well.",
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one report, two of whose paragraphs are translated; the second has two sentences."""
    (tmp_path / "seeds").mkdir()
    raw = TEXT.replace("开展培训3次。", TWO[0] + THREE[0])
    (tmp_path / "seeds/jia-2020.txt").write_text(raw, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    gongkai("build")
    edit(EN / "c1.md", ONE[0], ONE[1])
    edit(EN / "c1.md", TWO[0] + THREE[0], f"{TWO[1]} {THREE[1]}")
    assert gongkai("build").exit_code == 0
    return tmp_path


def body() -> list[str]:
    return (EN / "c1.md").read_text(encoding="utf-8").rstrip("\n").split("\n\n")[2:]


def build() -> str:
    """Build twice: the second has nothing to do and no doubts."""
    told = gongkai("build")
    assert told.exit_code == 0, told.output
    assert gongkai("check").exit_code == 0
    assert "conflict" not in told.output
    return told.output


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("both", [False, True])
def test_a_paragraph_cut_in_two(both: bool) -> None:
    edit(ZH / "c1.md", TWO[0] + THREE[0], f"{TWO[0]}\n\n{THREE[0]}")
    if both:
        edit(EN / "c1.md", f"{TWO[1]} {THREE[1]}", f"{TWO[1]}\n\n{THREE[1]}")
    assert "english_uneven" not in build()
    assert body() == [ONE[1], TWO[1], THREE[1]]
    assert [states()[key] for key in ("c1-p1", "c1-p2", "c1-p3")] == ["reviewed"] * 3
    edit(ZH / "c1.md", f"{TWO[0]}\n\n{THREE[0]}", TWO[0] + THREE[0])
    build()
    assert body() == [ONE[1], f"{TWO[1]} {THREE[1]}"]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("both", [False, True])
def test_two_paragraphs_joined(both: bool) -> None:
    edit(ZH / "c1.md", f"{ONE[0]}\n\n{TWO[0]}", ONE[0] + TWO[0])
    if both:
        edit(EN / "c1.md", f"{ONE[1]}\n\n{TWO[1]}", f"{ONE[1]} {TWO[1]}")
    build()
    assert body() == [f"{ONE[1]} {TWO[1]} {THREE[1]}"]
    assert states()["c1-p1"] == "reviewed"


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        (f"{TWO[1]} {THREE[1]}", f"{TWO[1]}\n\n{THREE[1]}", 3),
        (f"{ONE[1]}\n\n{TWO[1]}", f"{ONE[1]} {TWO[1]}", 1),
    ],
)
def test_the_english_alone_cut_or_joined_stays_and_is_told_in_one_line(
    old: str, new: str, count: int
) -> None:
    edit(EN / "c1.md", old, new)
    built = gongkai("build")
    assert built.exit_code == 0
    lines = [line for line in built.output.splitlines() if "under c1 the Chinese" in line]
    assert "conflict" not in built.output
    assert gongkai("check").exit_code == 1  # until the paragraphs match
    assert [f"has 2 paragraphs and the English {count}" in line for line in lines] == [True]
    assert len(body()) == count
    assert set(states().values()) == {"reviewed", "missing"}


@pytest.mark.usefixtures("project")
def test_where_numbers_do_not_show_where_to_cut_the_whole_is_stale() -> None:
    edit(EN / "c1.md", TWO[1], "Few came to three training sessions. More came later.")
    gongkai("build")
    edit(ZH / "c1.md", TWO[0] + THREE[0], f"{TWO[0]}\n\n{THREE[0]}")
    gongkai("build")
    assert sorted([states()["c1-p2"], states()["c1-p3"]]) == ["missing", "stale"]


SENTENCE = st.tuples(st.text("甲乙丙丁", min_size=3, max_size=6), st.text("abc", min_size=3, max_size=6)).map(
    lambda said: (f"{said[0]}。", f"E{said[1]}.")
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_no_word_is_lost_however_paragraphs_are_cut_and_joined(data: st.DataObject) -> None:
    """Sentences in paragraphs, parted anew on both sides again and again: all English is in use or kept."""
    sentences = data.draw(
        st.lists(SENTENCE, min_size=2, max_size=5, unique_by=lambda said: said[0]), "sentences"
    )
    memory, written = Memory(), list[str]()
    for _ in range(data.draw(st.integers(1, 4), "rounds")):
        chinese = _paragraphs(data, [zh for zh, _ in sentences], "")
        english = _paragraphs(data, [en for _, en in sentences], " ")
        sides = Sides(_blocks(chinese), _blocks(english), _blocks(written))
        after = follow("c1", sides, memory.units, memory.former)
        memory = _stored(Memory(after.units, (*memory.former, *after.former)))
        held = " ".join(unit.en for unit in (*memory.units, *memory.former))
        assert all(en in held for _, en in sentences)
        assert [unit.zh for unit in memory.units] == chinese
        written = [unit.en or unit.zh for unit in memory.units]


def _paragraphs(data: st.DataObject, sentences: list[str], between: str) -> list[str]:
    found = [sentences[0]]
    for sentence in sentences[1:]:
        if data.draw(st.booleans(), "cut"):
            found.append(sentence)
        else:
            found[-1] += between + sentence
    return found


def _blocks(texts: list[str]) -> tuple[Block, ...]:
    return tuple(Block(f"c1-p{number}", text) for number, text in enumerate(texts, 1))


def test_a_join_with_what_is_not_translated_is_stale() -> None:
    units = (
        Unit("c1", "c1-p1", "甲乙丙。", "One.", "甲乙丙。"),
        Unit("c1", "c1-p2", "丁戊己。", "", "丁戊己。"),
    )
    (unit,) = follow("c1", Sides(_blocks(["甲乙丙。丁戊己。"])), units).units
    assert (unit.en, state_of(unit), unit.source) == ("One.", "stale", "甲乙丙。")
