"""Nothing a document or a question holds can keep the program busy for ever, and a setting that is wrong is said to be."""

import gc
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import converter.exports.dataset.query as asking
import converter.limits
from converter.build.parallel.converting import work
from converter.build.parallel.fingerprint import fingerprint
from converter.build.parallel.task import task_of
from converter.cli import main
from converter.errors import InputError
from converter.exports.dataset import ask
from converter.limits import conversion_limit, time_limit
from converter.release.commit import published_at
from tests.conftest import ROOT, SEED

TOO_SLOW = InputError("too_slow", path="x", minutes="5")


def busy() -> None:
    while True:
        try:
            sum(range(1000))
        except Exception:
            continue


@pytest.fixture(autouse=True)
def _no_collection() -> Iterator[None]:
    """Hypothesis, once another test has loaded it, is called by each collection and forgives what is raised there."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_what_takes_too_long_is_given_up_even_where_every_exception_is_forgiven() -> None:
    with pytest.raises(InputError) as told, time_limit(0.05, TOO_SLOW):
        busy()
    assert told.value.key == "too_slow"
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)


def test_waiting_is_no_work() -> None:
    with time_limit(0.05, TOO_SLOW):
        time.sleep(0.2)


def test_a_report_that_takes_too_long_is_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(converter.limits, "CONVERSION", 0.01)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    raw = tmp_path / "seeds" / "long.txt"
    raw.parent.mkdir()
    raw.write_text(
        "某某区2023年法治政府建设情况报告\n一、主要工作\n" + "新建学校12所。" * 9000, encoding="utf-8"
    )
    with pytest.raises(InputError, match="too_slow"):
        work(task_of(raw, tmp_path / "docs"), False, fingerprint())
    result = CliRunner().invoke(main, ["build"])
    assert result.exit_code == 3
    assert "seeds/long.txt：转换用了" in result.output
    assert not list((tmp_path / "docs/zh").glob("long*"))
    assert CliRunner().invoke(main, ["show", "seeds/long.txt"]).exit_code == 3


@pytest.fixture(scope="module")
def docs() -> Path:
    return ROOT / "docs"


def test_a_query_that_takes_too_long_is_given_up(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch, pytest.raises(InputError) as told:
        patch.setattr(asking, "SECONDS", 0.2)
        ask(docs, "SELECT count(*) FROM range(1000000000000)")
    assert told.value.key == "slow_query"
    assert ask(docs, "SELECT 1").rows == [(1,)]


@pytest.mark.skipif(sys.platform != "linux", reason="no other system keeps a process to its memory")
@pytest.mark.parametrize(
    "sql", ["SELECT length(repeat('x', 3000000000))", "SELECT list_sort(range(1000000000))"]
)
def test_a_query_that_takes_too_much_memory_is_given_up(docs: Path, sql: str) -> None:
    with pytest.raises(InputError) as told:
        ask(docs, sql)
    assert told.value.key in ("large_query", "wrong_sql")
    assert ask(docs, "SELECT 1").rows == [(1,)]


def test_a_query_that_is_no_text_is_said_to_be_none(docs: Path) -> None:
    with pytest.raises(InputError, match="wrong_text"):
        ask(docs, "SELECT '\udc80'")


@pytest.mark.parametrize("value", ["abc", "-1", "1.5", "99999999999999", "１２", " 1"])
def test_a_date_that_is_none_is_a_plain_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(InputError, match="wrong_date"):
        published_at(tmp_path)
    monkeypatch.chdir(SEED.parents[1])
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    result = CliRunner().invoke(main, ["release"])
    assert result.exit_code == 2
    assert result.output.startswith(f"SOURCE_DATE_EPOCH={value}")


@pytest.mark.parametrize("before", [True, False])
def test_a_conversion_is_undisturbed_and_what_holds_itself_is_looked_for_again_behind_it(
    before: bool,
) -> None:
    (gc.enable if before else gc.disable)()
    with pytest.raises(InputError), conversion_limit("x"):
        assert not gc.isenabled()
        raise TOO_SLOW
    assert gc.isenabled() is before
