"""The pipeline and its registries: what can be added to by a row is whole as it stands."""

from typing import get_type_hints

from converter.checks import RULES
from converter.exports import WRITERS, kinds
from converter.model import Note, Reading, Report, Source
from converter.pipeline import STAGES, Stage, read
from converter.sources import READERS, SUFFIXES
from tests.conftest import ROOT, SEED, report_of


def hints(stage: Stage) -> tuple[object, object]:
    """What a stage takes and returns."""
    told = get_type_hints(stage.step)
    returned = told.pop("return")
    (taken,) = told.values()
    return taken, returned


def test_each_stage_takes_what_the_one_before_it_returns() -> None:
    ends = [hints(stage) for stage in STAGES]
    assert (ends[0][0], ends[-1][1]) == (Source, Reading)
    assert [taken for taken, _ in ends[1:]] == [returned for _, returned in ends[:-1]]


def test_the_stages_are_those_that_the_package_and_the_documents_tell_of() -> None:
    for file, written in (("converter/__init__.py", "``{}``"), ("docs/dev/architecture.md", "─ {} ─")):
        text = (ROOT / file).read_text(encoding="utf-8")
        places = [text.index(written.format(stage.name)) for stage in STAGES]
        assert places == sorted(places)


def test_reading_goes_through_every_stage() -> None:
    report = report_of("一、工作情况\n2020年办理行政复议案件35件。\n")
    understood = read(report.source)
    assert understood.report == report
    assert [o.span.of(report.source.text) for o in understood.observations] == ["35件"]


def test_every_suffix_has_one_reader_and_every_reader_takes_bytes() -> None:
    assert len(set(SUFFIXES)) == len(SUFFIXES)
    seed = READERS["text"].read(SEED.read_bytes(), "seed.txt")
    assert seed.format == "text"


def test_every_rule_of_the_checks_gives_notes() -> None:
    assert len(set(RULES)) == len(RULES)
    assert {Note} == {get_type_hints(rule)["return"].__args__[0] for rule in RULES}


def test_every_file_that_is_offered_is_written() -> None:
    assert [*WRITERS, "datapackage.json"] == [kind.name for kind in kinds()]


def test_a_stage_of_text_gives_a_report() -> None:
    assert Report in {returned for _, returned in map(hints, STAGES)}
