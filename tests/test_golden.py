"""Whole reports in, pages out.  ``GONGKAI_REWRITE_GOLDEN=1 pytest tests/test_golden.py`` writes them anew; read the diff."""

import os
import re

from converter.model import Report
from converter.pages.report import report_pages
from converter.pipeline import reading
from converter.structure.segment.parts import leads_below, paragraphs_below
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden" / "lanshan-2020"
REWRITE = "GONGKAI_REWRITE_GOLDEN"


def test_the_seeds_pages(seed_report: Report) -> None:
    pages = report_pages(reading(seed_report), "lanshan-2020")
    shown = {path.rsplit("/")[-1]: text for path, text in pages.items() if path.endswith(".md")}
    if os.environ.get(REWRITE):
        GOLDEN.mkdir(parents=True, exist_ok=True)
        for name, text in shown.items():
            (GOLDEN / name).write_text(text, encoding="utf-8")
    assert {f.name: f.read_text(encoding="utf-8") for f in GOLDEN.glob("*.md")} == shown


def test_the_pages_are_not_being_rewritten() -> None:
    assert not os.environ.get(REWRITE), (
        "golden pages were rewritten: read the difference, then run without the flag"
    )


def test_every_heading_and_paragraph_of_the_seed_is_on_its_page(seed_report: Report) -> None:
    """Nothing is lost between the report and its pages; punctuation (widths are restored) is left out."""
    pages = report_pages(reading(seed_report), "lanshan-2020")
    text = seed_report.source.text
    for chapter in seed_report.chapters:
        page = bare(pages[f"zh/lanshan-2020/{chapter.id}.md"])
        spans = [*leads_below([chapter]), *(p.span for p in paragraphs_below([chapter]))]
        assert [span.of(text) for span in spans if bare(span.of(text)) not in page] == []


def bare(text: str) -> str:
    return re.sub(r"\W", "", text)
