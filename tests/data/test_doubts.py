"""What a person should look at: every doubt has words in both languages, and the list has the gravest first."""

import json

from msgspec.structs import replace

from converter.data import report_of_text
from converter.data.doubts import DOUBTS, ListedDoubt, listed_doubts
from converter.data.file import ReportFile
from converter.data.writer import report_file, written
from converter.pipeline import STAGES, reading
from tests.conftest import report_of

TEXT = """溪山县2022年法治政府建设情况报告
一、主要成效
全年举办法治讲座3场。
下一步,县政府将继续推进各项工作。
"""


def file_of(text: str) -> ReportFile:
    return report_of_text(written(report_file(reading(report_of(text)))), "溪山.json")


def listed(text: str) -> list[ListedDoubt]:
    return listed_doubts([("xishan-2022", file_of(text))])


def test_a_doubt_of_every_kind_weighs_something() -> None:
    assert {kind.weight for kind in DOUBTS.load().values()} <= set(range(1, 10))


def test_the_gravest_stands_first() -> None:
    found = listed(TEXT)
    assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)
    assert ("published", "missing") in [(one.about, one.why) for one in found]
    assert all("{" not in one.zh + one.en for one in found)


def test_a_doubt_about_a_figure_is_listed_with_the_figure() -> None:
    read = reading(report_of(TEXT))
    doubted = next(stage.step for stage in STAGES if stage.name == "doubts")
    figure = read.observations[0]
    again = replace(figure, doubts=("two_codes",))
    file = report_file(doubted(replace(read, observations=(again,))))
    told = report_of_text(written(file), "溪山.json")
    one = next(one for one in listed_doubts([("xishan-2022", told)]) if one.why == "two_codes")
    assert (one.about, one.page) == (figure.id, "c1")
    assert figure.indicator in one.zh and "3场" in one.en


def test_an_answered_doubt_is_not_listed() -> None:
    data = json.loads(written(report_file(reading(report_of(TEXT)))))
    data["doubts"] = [{**one, "answer": "已核对"} for one in data["doubts"]]
    assert listed_doubts([("xishan-2022", report_of_text(json.dumps(data), "溪山.json"))]) == []
