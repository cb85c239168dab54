"""A data file that is damaged is named with the place in it; one of an earlier program is read as it is."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.data import all_paragraphs, ends_of, read_imprint, read_report, report_of_text
from converter.data.doubts import figures_in_doubt, listed_doubts
from converter.data.writer import report_file, written
from converter.errors import InputError
from converter.pipeline import reading
from tests.conftest import data_of, report_of
from tests.data.test_schema import PROMISED, REPORT

LATER = (
    "region_path",
    "kind",
    "corrections",
    "notes",
    "doubts",
    "tables",
    "sentence",
    "link",
    "code",
    "cell",
)
"""Keys that a file of an earlier program does not have."""


def first(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = data["observations"][0]
    return found


DAMAGES: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "a key is gone": (lambda data: data.pop("chapters"), "chapters"),
    "a key of a part is gone": (lambda data: first(data).pop("unit"), "$.observations[0]"),
    "a number is a text": (lambda data: first(data).update(start="3"), "$.observations[0].start"),
    "a place before the text": (lambda data: first(data).update(start=-1), "$.observations[0].start"),
    "a word nobody knows": (lambda data: first(data).update(bound="rather"), "$.observations[0].bound"),
    "a value that is none": (lambda data: first(data).update(value="many"), "$.observations[0].value"),
    "a day that is none": (lambda data: data.update(published="2021-13-01"), "$.published"),
    "a chapter that is not there": (lambda data: first(data).update(chapter=9), "$.observations[0].chapter"),
    "a section that is not there": (lambda data: first(data).update(section=9), "$.observations[0].section"),
    "a paragraph that is not there": (
        lambda data: first(data).update(paragraph="c9-p1"),
        "$.observations[0].paragraph",
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_named_with_the_place(damage: str) -> None:
    data = data_of(report_of(REPORT))
    change, place = DAMAGES[damage]
    change(data)
    with pytest.raises(InputError) as raised:
        report_of_text(json.dumps(data), "docs/data/x.json")
    assert raised.value.key == "broken_data"
    assert raised.value.details["path"] == "docs/data/x.json"
    assert place in str(raised.value.details["why"])


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b"[" * 100_000, b'{"title":"\xff"}', b"null"])
def test_what_is_no_data_at_all_is_damaged(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(content)
    with pytest.raises(InputError, match="broken_data"):
        read_report(file)


def test_sections_without_end_are_damage_and_no_crash() -> None:
    data = data_of(report_of(REPORT))
    section = json.dumps(data["chapters"][0]["sections"][0])
    deep = section.replace('"sections": []', '"sections": [').removesuffix("}")
    text = json.dumps(data | {"chapters": [data["chapters"][0] | {"sections": "DEEP"}]})
    with pytest.raises(InputError, match="broken_data"):
        report_of_text(text.replace('"DEEP"', "[" + deep * 50_000), "x.json")


def test_a_file_is_read_again_after_it_changed(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    report = report_file(reading(report_of(REPORT)))
    file.write_text(written(report), encoding="utf-8")
    assert read_report(file) == report
    assert read_report(file) is read_report(file)
    file.write_text(written(report).replace("甲县", "乙丙县"), encoding="utf-8")
    assert read_report(file).region == "乙丙县"


def without_later(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_later(one) for key, one in value.items() if key not in LATER}
    return [without_later(one) for one in value] if isinstance(value, list) else value


def test_a_file_of_an_earlier_program_lacks_what_came_later() -> None:
    data = data_of(report_of(REPORT))
    older = report_of_text(json.dumps(without_later(data)), "x.json")
    assert older.doubts == older.notes == older.chapters[0].tables == ()
    assert {(seen.sentence, seen.cell, seen.code) for seen in older.observations} == {(None, None, None)}
    assert set(LATER) <= {key for keys in PROMISED.values() for key in keys}


def test_a_code_that_was_given_up_is_read_as_the_one_that_stands_for_it() -> None:
    data = data_of(report_of(REPORT))
    first(data)["code"] = "FG.4.4-16"
    assert report_of_text(json.dumps(data), "x.json").observations[0].code == "FG.4.4-06-down"


def test_a_doubt_that_this_program_has_no_words_for_is_passed_over() -> None:
    data = data_of(report_of(REPORT))
    doubt = {"about": "issuer", "id": None, "why": "missing", "start": 0, "end": 0, "answer": None}
    data["doubts"] = [doubt, doubt | {"about": "observation", "id": first(data)["id"], "why": "said_no_more"}]
    report = report_of_text(json.dumps(data), "x.json")
    assert [one.why for one in report.doubts] == ["missing"]
    assert len(listed_doubts([("x", report)])) == 1
    assert not figures_in_doubt(report)


def test_keys_that_a_later_program_adds_are_passed_over() -> None:
    data = data_of(report_of(REPORT))
    first(data)["later"] = data["later"] = {"any": ["thing"]}
    assert written(report_of_text(json.dumps(data), "x.json")) == written(
        report_file(reading(report_of(REPORT)))
    )


@given(st.text(alphabet="甲乙一二三四、。，:;《》设（shè)0123456789件%万\n \t\x01\u200b", max_size=200))
@settings(max_examples=150, deadline=None)
def test_what_was_written_is_read_back_the_same(text: str) -> None:
    report = report_file(reading(report_of(text)))
    told = written(report)
    assert report_of_text(told, "x.json") == report
    assert told == json.dumps(json.loads(told), ensure_ascii=False, indent=1)


@given(st.text(alphabet="甲乙一二是、。，建設(shè)0123456789件%万\n\u200b", max_size=200))
@settings(max_examples=150, deadline=None)
def test_a_figure_stands_in_its_paragraph_where_the_data_say(text: str) -> None:
    report = report_file(reading(report_of("一、工作\n" + text)))
    for seen in report.observations:
        paragraph = report.paragraphs[seen.paragraph]
        at = report.offset_in(paragraph, seen.start)
        assert paragraph.text[at : at + len(seen.surface)] == seen.surface
        assert seen.sentence
        begins = report.offset_in(paragraph, seen.sentence.start)
        assert paragraph.text[begins : begins + len(seen.quote)] == seen.quote


def test_what_was_cut_out_of_the_words_counts_for_places_alone() -> None:
    report = report_file(reading(report_of("一、工作\n加強建設(shè)，办结80件，增长5%。\n")))
    seen = report.observations[0]
    (paragraph,) = all_paragraphs(report.chapters[0])
    assert paragraph.end - paragraph.start == len(paragraph.text) + len("(shè)")
    at = report.offset_in(paragraph, seen.start)
    assert paragraph.text[at:].startswith("80件")


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [("3", "3", None), ("-3", "-3", None), ("3-5", "3", "5"), ("-3.5-5.25", "-3.5", "5.25")],
)
def test_the_ends_of_a_value(value: str, low: str, high: str | None) -> None:
    found = ends_of(value)
    assert (str(found[0]), found[1] and str(found[1])) == (low, high)


def test_what_lists_tell_of_a_report_is_what_its_file_says_now(tmp_path: Path) -> None:
    file, data = tmp_path / "a.json", json.loads(written(report_file(reading(report_of(REPORT)))))
    for region in ("甲市", "乙自治区"):
        file.write_text(json.dumps(data | {"region": region}), encoding="utf-8")
        told, report = read_imprint(file), read_report(file)
        assert told.region == region
        assert all(getattr(told, key) == getattr(report, key) for key in told._fields)
    file.write_text("{", encoding="utf-8")
    with pytest.raises(InputError):
        read_imprint(file)
