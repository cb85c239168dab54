"""Case files: ``## title``, a fenced ``input`` block, a fenced ``expected`` block.  Adding one needs no Python."""

import re
from pathlib import Path

import pytest

_CASE = re.compile(r"^## (.+?)\n.*?^```input\n(.*?)^```\n.*?^```expected\n(.*?)^```$", re.M | re.S)


def cases(name: str) -> pytest.MarkDecorator:
    """Parametrize a test with ``given`` and ``expected`` from every case of ``tests/cases/<name>.md``."""
    text = (Path(__file__).parent / "cases" / f"{name}.md").read_text(encoding="utf-8")
    found = _CASE.findall(text)
    assert len(found) == len(re.findall("^## ", text, re.M)), f"a case of {name}.md is not whole"
    return pytest.mark.parametrize(
        ("given", "expected"), [pytest.param(given, want, id=title) for title, given, want in found]
    )
