"""Names and reports in, codes out: ``tests/cases/indicators*.md``."""

from converter.indicators import entry
from converter.indicators.coding import coded
from converter.indicators.setting import Setting
from converter.pipeline import reading
from tests.casefile import cases
from tests.conftest import report_of
from tests.indicators.figure import figure


def code_of(line: str) -> str:
    """``name | unit | measure | words before the figure | words behind it`` → its code and what that means."""
    fields = [field.strip() for field in line.split("|")]
    one, folded = figure(*fields)
    code = coded((one,), Setting(folded))[0].code
    return f"{code} {entry(code).zh}" if code else "-"


@cases("indicators")
def test_levels_and_rates(given: str, expected: str) -> None:
    assert "".join(f"{code_of(line)}\n" for line in given.splitlines()) == expected


@cases("indicators-changes")
def test_changes(given: str, expected: str) -> None:
    assert "".join(f"{code_of(line)}\n" for line in given.splitlines()) == expected


@cases("indicators-reports")
def test_reports(given: str, expected: str) -> None:
    read = reading(report_of(given))
    said = [(one.span.of(read.report.folded), one.code or "-") for one in read.observations]
    assert "".join(f"{surface} {code}\n" for surface, code in said) == expected
