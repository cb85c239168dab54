"""A project with as many raw reports as a test wants, no two alike."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import SEED

Project = Callable[[int], list[Path]]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Puts some reports into ``seeds/`` of the working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")

    def fill(count: int) -> list[Path]:
        text = SEED.read_text(encoding="utf-8")
        Path("seeds").mkdir(exist_ok=True)
        paths = [Path("seeds", f"case-{number:03}.txt") for number in range(count)]
        for number, path in enumerate(paths):
            path.write_text(text.replace("66万户", f"{number + 100}万户"), encoding="utf-8")
        return paths

    return fill
