"""What an editor wrote wrongly ends a build with a line of text, not with a traceback."""

import pytest
from mkdocs.exceptions import PluginError

from converter.errors import InputError, TableError
from converter.site.mkdocs.plugin import GongkaiPlugin


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            TableError("table_field", place="site/words/words.toml", field="zh"),
            "site/words/words.toml: table_field, field `zh` (gongkai check --tables)",
        ),
        (
            InputError("broken_data", path="docs/data/a.json", why="x"),
            "docs/data/a.json: broken_data, why `x`",
        ),
    ],
)
def test_a_slip_is_told_in_a_line(error: InputError, said: str) -> None:
    with pytest.raises(PluginError) as told:
        GongkaiPlugin().on_build_error(error=error)
    assert told.value.message == said
    assert told.value.__suppress_context__


def test_a_defect_of_the_program_keeps_its_traceback() -> None:
    GongkaiPlugin().on_build_error(error=ZeroDivisionError())
