"""What tests share: the seed, a report made of text, and where the evaluation set lies if it is there."""

from pathlib import Path

import pytest

from converter.clean import clean
from converter.model import Report, Source
from converter.segment import segment
from converter.sources import source_of

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "lanshan-2020.txt"
EVAL = ROOT.parent / "shared" / "eval"


def report_of(text: str) -> Report:
    """The report a text becomes."""
    return segment(clean(Source("case.txt", "text", text, "0" * 64)))


@pytest.fixture(scope="session")
def seed_report() -> Report:
    return segment(clean(source_of(SEED.read_bytes(), "seeds/lanshan-2020.txt")))


@pytest.fixture(scope="session")
def evaluation() -> Path:
    if not (EVAL / "gold").is_dir():
        pytest.skip("the evaluation set (../shared/eval beside the project) is not here")
    return EVAL
