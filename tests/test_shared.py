"""What many tests share is made once; what cannot be made is tried again; tests that share stay together."""

from pathlib import Path

import pytest

from tests.conftest import made_once, sharing


def test_a_folder_is_made_once_and_again_only_where_that_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Factory:
        @staticmethod
        def getbasetemp() -> Path:
            return tmp_path / "worker"

    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw1")
    made = []

    def make(folder: Path) -> None:
        made.append(folder)
        folder.mkdir()
        assert len(made) > 1, "the first time fails"

    with pytest.raises(AssertionError):
        made_once(Factory, "site", make)  # type: ignore[arg-type]
    folders = {made_once(Factory, "site", make) for _ in range(3)}  # type: ignore[arg-type]
    assert folders == {tmp_path / "once" / "site"}, "beside the folders of all workers"
    assert len(made) == 2


@pytest.fixture(scope="module")
def of_this_module() -> None:
    """Something all tests of a module share."""


@pytest.mark.usefixtures("of_this_module")
def test_tests_that_share_stay_together(request: pytest.FixtureRequest) -> None:
    assert sharing(request.node) == "tests/test_shared.py"


def test_tests_that_share_nothing_go_anywhere(request: pytest.FixtureRequest) -> None:
    assert sharing(request.node) is None


@pytest.mark.usefixtures("browser_of_all")
def test_what_uses_a_browser_is_marked(request: pytest.FixtureRequest) -> None:
    assert request.node.get_closest_marker("browser")


@pytest.fixture
def browser_of_all(browser: None) -> None:
    """Reaches for a browser through another fixture."""


@pytest.fixture
def browser() -> None:
    """No real one is opened for this."""
