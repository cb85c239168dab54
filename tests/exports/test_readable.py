"""The workbooks for readers: labels beside codes, names in their language, whole addresses, and nothing that the other has not."""

import io
import json
from typing import Any

import openpyxl
import pytest

from converter.exports import export_files
from converter.exports.labels import Language, codes, columns, label_of, word
from tests.exports.conftest import exported, figure, readers_of, report_with
from tests.exports.test_csv import read as read_csv

ROW = figure(1, bound="over", measure="rate", period="2020年", unit="件", indicator="办理")


def read(workbook: bytes) -> list[dict[str, str]]:
    """The rows of a workbook's first sheet by its titles, an empty cell as an empty text."""
    head, *lines = openpyxl.load_workbook(io.BytesIO(workbook)).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(map(str, head), (cell or "" for cell in line), strict=True)) for line in lines]  # type: ignore[misc]


def row(language: Language, homepage: str | None = None) -> dict[str, str]:
    (found,) = read(exported(report_with(ROW), homepage)[f"figures.{language}.xlsx"])
    return found


def test_a_code_has_its_label_beside_it() -> None:
    zh, en = row("zh"), row("en")
    assert (zh["界限"], zh["界限（代码）"]) == ("超过", "over")
    assert (en["Bound"], en["Bound (code)"]) == ("more than", "over")
    assert (zh["性质"], en["Kind"]) == ("比率", "rate")
    assert (zh["关系"], zh["关系（代码）"]) == ("", "")


def test_names_are_in_the_language_of_the_file_with_the_reports_own_beside_them() -> None:
    zh, en = row("zh"), row("en")
    assert (zh["指标"], zh["单位"], zh["时期"], zh["章标题"]) == ("办理", "件", "2020年", "一、办理")
    assert (en["Indicator"], en["Unit"], en["Period"]) == ("en 办理", "en 件", "en 2020年")
    assert en["Indicator (as in the report)"] == "办理"
    assert en["As printed"] == zh["原文"] == "3件"


def test_a_reader_gets_the_report_by_its_title_and_the_sentence_in_the_language() -> None:
    report = report_with(ROW)
    zh, en = readers_of(report)
    told = [en.names[0]._replace(quote="Three were done.")]
    files = export_files(json.dumps(report).encode(), "x", [zh, en._replace(names=told, title="en title")])
    (found,) = read(files["figures.en.xlsx"])
    assert (found["Report"], found["Report ID"]) == ("en title", "x")
    assert (found["Sentence"], found["Sentence (as in the report)"]) == ("Three were done.", "办理3件。")
    assert (found["Unit"], found["Unit (as in the report)"]) == ("en 件", "件")
    (own,) = read(files["figures.zh.xlsx"])
    assert (own["报告"], own["报告代号"], own["所在句子"]) == ("甲区2020年报告", "x", "办理3件。")
    assert row("en")["Sentence"] == ""


def test_two_doubts_do_not_run_into_each_other() -> None:
    files = exported(report_with(figure(1, indicator="的", period=None)))
    (found,) = read(files["figures.en.xlsx"])
    keys = found["Doubts (code)"].split()
    assert found["Doubts"].count(" / ") == max(len(keys) - 1, 0)


def test_addresses_lead_to_pages_of_the_language_whole_where_the_sites_is_known() -> None:
    assert row("en")["Address"] == "en/x/c1.html#c1-s1-v1"
    assert row("zh", "https://a.example/b/")["网址"] == "https://a.example/b/zh/x/c1.html#c1-s1-v1"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_workbook_has_the_rows_that_programs_get(seed: dict[str, Any], language: Language) -> None:
    files = exported(seed)
    rows, known = read(files[f"figures.{language}.xlsx"]), read_csv(files["figures.csv"])
    for column in columns():
        title = column.zh if language == "zh" else column.en
        if column.name in ("id", "surface", "code", "quote"):
            held = title if title != "Sentence" else "Sentence (as in the report)"
            assert [str(one[held]) for one in rows] == [one[column.name] for one in known]
    assert len(rows) == len(seed["observations"])


def test_a_table_is_given_once_as_csv_for_all_languages() -> None:
    assert [name for name in exported(report_with(ROW)) if name.endswith(".csv")] == ["figures.csv"]


def test_every_code_has_a_short_label_in_both_languages() -> None:
    for meanings in codes().values():
        for language in ("zh", "en"):
            labels = [label_of(meaning, language) for meaning in meanings.values()]
            assert len(set(labels)) == len(labels)
            assert all(label and len(label) <= 14 for label in labels)


def test_what_notes_and_doubts_say_stands_beside_their_keys() -> None:
    note = {
        "id": "a-1",
        "rule": "sum",
        "severity": "question",
        "observations": ["c1-s1-v1"],
        "text": {"zh": "合计不符。", "en": "The parts do not add up."},
        "quotes": [{"text": "办理3件。", "start": 6, "end": 11}],
        "dismissed": None,
    }
    files = exported(report_with(ROW, notes=[note]))
    for language, title, told in (("zh", "核对", "合计不符。"), ("en", "Notes", "The parts do not add up.")):
        (found,) = read(files[f"figures.{language}.xlsx"])
        code = word("code_of", language, title=title)  # type: ignore[arg-type]
        assert (found[title], found[code]) == (told, "a-1")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_notes_of_the_workbook_name_the_report_in_its_language(language: Language) -> None:
    report = report_with(ROW)
    readers = [one._replace(title="en title", region="en region", issuer="en") for one in readers_of(report)]
    files = export_files(json.dumps(report).encode(), "x", [readers_of(report)[0], readers[1]])
    book = openpyxl.load_workbook(io.BytesIO(files[f"figures.{language}.xlsx"]))
    told = [line[1] for line in book.worksheets[1].iter_rows(values_only=True)][:3]
    own = ["甲区2020年报告", "甲区", "2020"]
    # Nobody is named as the issuer where the report does not say who it is.
    assert told == (own if language == "zh" else ["en title", "en region", "2020"])
