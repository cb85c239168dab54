"""Is it a report at all?  A bad site made of a navigation page helps nobody.  Patterns: ``kind.toml``."""

import re
import tomllib
from functools import cache
from importlib import resources

from converter.model import Report
from converter.segment.parts import all_paragraphs

_FIRST_LINES = 6
_LINE = 80  # characters; what is longer is a paragraph and names nothing
_SENTENCES = 200  # characters in whole sentences; the shortest report seen has over 2,000
_CALLS_ITSELF = re.compile(r"报告|总结|汇报|年报")


@cache
def kinds() -> dict[str, dict[str, str]]:
    """The kinds of text that are no report, each with its words: ``{"plan": {"zh": …, "en": …}, …}``."""
    return tomllib.loads(resources.files(__package__).joinpath("kind.toml").read_text(encoding="utf-8"))


def kind_of(report: Report) -> str | None:
    """None for a report, else the key in ``kind.toml`` that says what it looks like."""
    for key, entry in kinds().items():
        if "line" in entry and any(re.fullmatch(entry["line"], line) for line in _first_lines(report)):
            return key
    if len(re.findall(r"[\u3400-\u9fff]", report.folded)) < 100:
        return "foreign"
    if _in_sentences(report) < _SENTENCES:
        return "navigation"
    numbered = sum(chapter.num is not None for chapter in report.chapters)
    named = _CALLS_ITSELF.search((report.title or "") + report.folded[:2000])
    return None if numbered or named else "other"


def _first_lines(report: Report) -> list[str]:
    lines = (line.strip(" |") for line in report.folded.split("\n"))
    return [line for line in lines if line and len(line) <= _LINE][:_FIRST_LINES]


def _in_sentences(report: Report) -> int:
    whole = (s.of(report.folded) for p in all_paragraphs(report) for s in p.sentences)
    return sum(len(sentence) for sentence in whole if sentence[-1] in "。;!?”")
