"""A merge that nobody finished is told before its marks are published."""

import pytest

from converter.site.content.edits import warn_of_marks


@pytest.mark.parametrize(
    ("markdown", "told"),
    [
        (
            "# 甲\n\n<<<<<<< HEAD\n乙\n=======\n丙\n>>>>>>> b\n",
            "zh/a/c1.md：git 的合并没有完成（<<<<<<< HEAD）",
        ),
        ("# 甲\n\n丙\n>>>>>>> b\n", "zh/a/c1.md：git 的合并没有完成（>>>>>>> b）"),
        ("甲\n=======\n\n1 <<<<<<< 2\n\n&lt;&lt;&lt;&lt;&lt;&lt;&lt; HEAD\n", ""),
    ],
)
def test_marks_are_told(markdown: str, told: str, caplog: pytest.LogCaptureFixture) -> None:
    warn_of_marks("zh/a/c1.md", markdown)
    assert bool(caplog.messages) == bool(told)
    assert "".join(caplog.messages).startswith(told)
