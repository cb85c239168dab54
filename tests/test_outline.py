"""Text in, outline out: ``tests/cases/outline.md``."""

from converter.cli.show import as_outline
from tests.casefile import cases
from tests.conftest import report_of


@cases("outline")
def test_outline(given: str, expected: str) -> None:
    assert "\n".join(as_outline(report_of(given))) + "\n" == expected
