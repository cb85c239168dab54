"""The four verbs other programs may rely on: their examples are true, and nothing takes their place."""

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import converter
from tests.conftest import SEED

VERBS = ("read", "observe", "pages", "build")


@pytest.mark.parametrize("verb", VERBS)
def test_its_example_is_true(verb: str) -> None:
    (example,) = doctest.DocTestFinder(recurse=False).find(getattr(converter, verb), verb)
    runner = doctest.DocTestRunner()
    said: list[str] = []
    runner.run(example, out=said.append)
    assert runner.summarize(verbose=False).attempted > 0
    assert said == []


def test_a_module_of_the_same_name_does_not_take_its_place() -> None:
    program = (
        "import converter, converter.build.convert, converter.pages.words\n"
        "from converter import read, observe, pages, build\n"
        "from converter.build.convert import convert\n"
        "print(*(type(verb).__name__ for verb in (read, observe, pages, build, convert)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["function"] * 5


def test_a_file_is_read_with_its_sidecar_and_bytes_and_text_without() -> None:
    file = converter.read(SEED)
    assert file.source.facts["issuer"].value == "临沂市兰山区人民政府"
    data = SEED.read_bytes()
    told = converter.read(data), converter.read(data.decode("utf-8-sig"))
    assert [dict(report.source.facts) for report in told] == [{}, {}]
    (figures,) = {len(converter.observe(report).observations) for report in (file, *told)}
    assert figures > 50


def test_what_cannot_be_converted_stops_no_other_report(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_bytes(b"")
    (seeds / "b.txt").write_bytes(SEED.read_bytes())
    with pytest.raises(ExceptionGroup) as failed:
        converter.build(tmp_path)
    assert [getattr(error, "key", "") for error in failed.value.exceptions] == ["empty"]
    assert (tmp_path / "docs/zh/b/index.md").is_file()
    assert (tmp_path / "docs/index.md").is_file()
