"""The translation memory as PO, pages as blocks, and which text became which."""

from hypothesis import given
from hypothesis import strategies as st

from converter.translation.memory import (
    Memory,
    Texts,
    Unit,
    blocks_of,
    flaw_of,
    page_blocks,
    read_former,
    read_memory,
    read_strings,
    refuse_flawed,
    reviewed,
    state_of,
    stored_memory,
    take,
    tmx,
    write_former,
    write_memory,
)
from converter.translation.memory.pairing import pair
from tests.conftest import ROOT

# What tools put between two translations that they could not choose from is told from no text: none has it here.
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=30).filter(
    lambda text: "#-#-#-#-#" not in text
)
UNITS = st.builds(
    lambda page, key, zh, en, before, draft: Unit(
        page, key, zh, en, before if en else zh, bool(en) and draft
    ),
    st.sampled_from(["c1", "c2", "index"]),
    TEXT.map(lambda text: f"c1-p{len(text)}"),
    TEXT,
    st.one_of(st.just(""), TEXT),
    TEXT,
    st.booleans(),
)


@given(st.lists(UNITS, max_size=8, unique_by=lambda unit: (unit.page, unit.key, unit.zh)))
def test_the_two_files_hold_all_of_a_memory(units: list[Unit]) -> None:
    # A stale draft is stale: what its Chinese was matters more than who wrote it.
    held = tuple(Unit(u.page, u.key, u.zh, u.en, u.source, u.draft and u.source == u.zh) for u in units)
    memory = Memory(held, tuple(unit for unit in held if unit.en))
    po, former = write_memory(memory, "甲区-2020"), write_former(memory.former)
    assert read_memory(po, "x.po").units == memory.units
    assert flaw_of(po) is None
    refuse_flawed(po, "x.po")
    assert read_former(former) == (memory.former, True)
    assert stored_memory(Texts(po, former), Texts()).memory == memory


@given(st.lists(UNITS, max_size=8))
def test_the_strings_of_some_kinds_are_read_as_from_the_whole(units: list[Unit]) -> None:
    whole = read_memory(write_memory(Memory(tuple(units)), "x"), "x.po")
    some = read_strings(write_memory(Memory(tuple(units)), "x"), "x.po", ["c1", "index"])
    wanted = {key: en for key, en in whole.strings.items() if key[0] in ("c1", "index")}
    assert some.strings == wanted


def test_every_page_of_the_first_report_is_the_sum_of_its_blocks_and_both_languages_have_the_same() -> None:
    for zh in sorted((ROOT / "docs/zh/lanshan-2020").glob("c*.md")):
        en = ROOT / "docs/en/lanshan-2020" / zh.name
        pages = [page_blocks(file.read_text(encoding="utf-8")) for file in (zh, en)]
        for file, page in zip((zh, en), pages, strict=True):
            joined = page.front + "\n" + "\n\n".join(block.markdown() for block in page.blocks) + "\n"
            assert joined == file.read_text(encoding="utf-8")
        shapes = [[(b.key, b.marks, b.attributes) for b in page.blocks] for page in pages]
        assert shapes[0] == shapes[1], zh.name


@given(st.text("#甲乙 {}:.c1-s\n|-", max_size=60))
def test_keys_are_unique_whatever_a_page_holds(body: str) -> None:
    keys = [block.key for block in blocks_of(body)]
    assert len(keys) == len(set(keys))


@given(st.lists(TEXT, max_size=7), st.lists(TEXT, max_size=7))
def test_each_text_is_in_one_pair(old: list[str], new: list[str]) -> None:
    pairs = pair(old, new, 0.4)
    assert sorted(i for i, _ in pairs if i is not None) == list(range(len(old)))
    assert sorted(j for _, j in pairs if j is not None) == list(range(len(new)))
    assert pair(old, old, 0.4) == [(i, i) for i in range(len(old))]


def test_what_was_put_in_between_and_what_moved_are_told_apart() -> None:
    old = ["办理案件十件。", "开展培训三次。", "发布信息五条。"]
    new = ["新增一段完全不同的话", "办理案件十二件。", "发布信息五条。", "开展培训三次。"]
    assert sorted(pair(old, new, 0.4), key=lambda p: p[1] or 0) == [(None, 0), (0, 1), (2, 2), (1, 3)]


def test_a_po_file_that_comes_back_fills_replaces_and_loses_nothing() -> None:
    ours = Memory(
        (
            Unit("c1", "c1-p1", "甲", "", "甲"),
            Unit("c1", "c1-p2", "乙", "old", "乙"),
            Unit("c1", "c1-p3", "丙二", "", "丙二"),
            Unit("indicator", "", "户数", "", "户数"),
        )
    )
    theirs = Memory(
        (
            Unit("c1", "c1-p1", "甲", "one", "甲"),
            Unit("c1", "c1-p2", "乙", "two", "乙", draft=True),
            Unit("c1", "c1-p3", "丙", "three", "丙"),
            Unit("c1", "c1-p9", "丁", "four", "丁"),
            Unit("indicator", "", "户数", "Households", "户数"),
        )
    )
    taken = take(ours, theirs)
    assert [(unit.en, state_of(unit)) for unit in taken.memory.units] == [
        ("one", "reviewed"),
        ("two", "draft"),
        ("three", "stale"),  # the Chinese has changed since the file went out
        ("Households", "reviewed"),
    ]
    assert {unit.en for unit in taken.memory.former} == {"old", "four"}
    assert (taken.new, taken.replaced, taken.homeless) == (3, 1, 1)
    assert take(taken.memory, theirs).memory == taken.memory


def test_a_person_says_that_a_translation_is_true_again() -> None:
    memory = Memory(
        (Unit("c1", "c1-p1", "乙", "two", "甲"), Unit("c1", "c1-p2", "丙", "x", "丙", draft=True))
    )
    one, count = reviewed(memory, "c1", "c1-p1")
    assert count == 1
    assert [state_of(unit) for unit in one.units] == ["reviewed", "draft"]
    assert reviewed(memory, "c1")[1] == 2


def test_tmx_holds_what_is_reviewed_and_nothing_else() -> None:
    memory = Memory((Unit("c1", "c1-p1", "<甲>", "one & two", "<甲>"), Unit("c1", "c1-p2", "乙", "x", "丙")))
    text = tmx([("r", memory)], "1.0").decode("utf-8")
    assert "<seg>&lt;甲&gt;</seg>" in text
    assert "<seg>one &amp; two</seg>" in text
    assert "乙" not in text
