"""Is it a report at all?  A bad site made of a navigation page helps nobody.  Patterns: ``kind.toml``."""

import re
from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple

from converter.caching import kept_latest
from converter.knowledge import Bilingual, Table
from converter.model import Report
from converter.structure.segment.parts import all_paragraphs
from converter.text.fold import fold
from converter.text.numerals import Regex

_FIRST_LINES = 6
_LINE = 80  # characters; what is longer is a paragraph and names nothing
_SENTENCES = 200  # characters in whole sentences; one with fewer is a report if it has parts and little else
_CALLS_ITSELF = re.compile(r"(?:报告|总结|汇报|年报)(?!文学)|行政执法(?:年度|统计|工作)*(?:数据|情况)")
_NAMES_REPORT = re.compile(rf"{_CALLS_ITSELF.pattern}|情况|回顾|公报|思路|要点|讲话")
# What a report says in its first sentences; news and speeches use the word 报告 as well.
_REPORTS = re.compile(
    r"(?:现将|现就|现对|下面)[^。]{0,60}(?:报告|汇报|总结)|报告如下|(?:向|作)[^。]{0,12}(?:工作)?报告|本报告|年度报告|\d{4} ?年度?行政执法(?:统计|数据|总体情况)"
)
# What the opening of a government's report speaks of that does not call itself one.
_GOVERNS = re.compile(r"各位代表|政府|党|[省市县区州旗镇乡]委|管委会|办事处")
_OPENING = 300  # characters
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_WHOLE_LINE = re.compile(r"[^\n]+")
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST = 3  # of so many letters one is Chinese
_ENOUGH = 20_000  # characters that show in what language a text is


class Kind(Bilingual, frozen=True):
    """A kind of text that is no report, in words, and the patterns that tell it (see ``kind.toml``).

    ``names_reports`` where what its title names is another text that is a report.
    """

    line: Regex | None = None
    title: Regex | None = None
    anywhere: Regex | None = None
    text: Regex | None = None
    names_reports: bool = False


KINDS = Table(__package__, "kind.toml", dict[str, Kind])


def kinds() -> Mapping[str, Kind]:
    """The kinds of text that are no report, by their keys."""
    return KINDS.load()


def kind_of(report: Report) -> str | None:
    """None for a report, else the key in ``kind.toml`` that says what it looks like."""
    if key := _told_kind(report):
        return key
    if not _is_chinese(report.folded[:_ENOUGH]):
        return "foreign"
    if _says_little(report):
        return "navigation"
    named = calls_itself_report(report)
    speaks = _is_in_parts(report) and _GOVERNS.search(_opening(report))
    return None if named or speaks else "other"


def calls_itself_report(report: Report) -> bool:
    """Whether a text says that it reports, in its title or in its first sentences."""
    title = _CALLS_ITSELF.search(report.title or "")
    return bool(title or _REPORTS.search(report.folded[:2000]))


def has_no_year(report: Report) -> bool:
    """Whether a text reports on no year: it is another sort of text by its words or its title, or has neither a
    word that calls it a report nor parts as one has.  How much it says tells nothing of that."""
    if report.title and not is_name_of_report(report.title):
        return True
    in_parts = _is_in_parts(report) and (_has_ahead(report) or _GOVERNS.search(_opening(report)))
    return is_about_reports(report) or not (calls_itself_report(report) or in_parts)


def tells_no_work(report: Report) -> bool:
    """Whether a title that is none of a report's stands above a text that is not in parts and calls itself no report."""
    return bool(report.title) and not is_name_of_report(report.title or "") and _is_mere_text(report)


def _is_mere_text(report: Report) -> bool:
    return not (calls_itself_report(report) or _is_in_parts(report))


def _has_ahead(report: Report) -> bool:
    """Whether a part tells problems or what is next, as reports alone do."""
    return any(chapter.role in ("problems", "plan") for chapter in report.chapters)


def is_name_of_report(title: str) -> bool:
    """Whether a title has a word in it that reports are called by."""
    return bool(re.search(_NAMES_REPORT, fold(title)))


def is_about_reports(report: Report) -> bool:
    """Whether a text says that it is another sort of text: an explanation, a comparison, a resolution."""
    return _told_kind(report) is not None


def is_told_plainly(report: Report) -> bool:
    """Whether the title, or the first line of a text without one, alone says that it is another sort of text."""
    words = fold(" ".join((report.title or "").split())) or next(iter(_first_lines(report.folded)), "")
    told = (e for e in kinds().values() for p in (e.line, e.title) if p and re.fullmatch(p, words))
    return any(entry.names_reports or not is_name_of_report(words) for entry in told)


def _told_kind(report: Report) -> str | None:
    printed = [line.strip() for line in fold(report.title or "").split("\n")]
    title = " ".join(" ".join(printed).split())
    # What stands in one of a title's lines is no line of its own.
    lines = tuple(line for line in _first_lines(report.folded) if len(printed) == 1 or line not in printed)
    return _kind_shown(_Shown(lines, title, _opening(report), _is_in_parts(report)))


@kept_latest(64)  # each page of a report asks of what kind it is
def _kind_shown(text: "_Shown") -> str | None:
    return next((key for key, entry in kinds().items() if _looks_like(text, entry)), None)


def _is_chinese(text: str) -> bool:
    chinese = len(_CHINESE.findall(text))
    return chinese > 0 and chinese * _FEWEST >= len(_LETTER.findall(text))


def _says_little(report: Report) -> bool:
    """Whether there is no more than a few sentences, unless the text has parts and is nothing but they and their headings."""
    said = _in_sentences(report) + _in_tables(report)
    texts = sum(p.span.end - p.span.start for p in all_paragraphs(report))
    return said < _SENTENCES and not (_is_in_parts(report) and said * 2 >= texts)


def _in_tables(report: Report) -> int:
    """How many characters of a text stand in tables, which say as much as sentences do."""
    return sum(cell.span.end - cell.span.start for table in report.source.tables for cell in table.cells)


class _Shown(NamedTuple):
    """What of a text tells its kind."""

    lines: tuple[str, ...]
    title: str
    opening: str
    in_parts: bool


def _looks_like(text: _Shown, entry: Kind) -> bool:
    if entry.line and any(re.fullmatch(entry.line, line) for line in text.lines):
        return True
    if entry.title and re.fullmatch(entry.title, text.title):
        return True
    if entry.anywhere and re.search(entry.anywhere, text.opening):
        return True
    return bool(entry.text and not text.in_parts and re.search(entry.text, text.opening))


def _opening(report: Report) -> str:
    opening = ""
    for paragraph in all_paragraphs(report):
        opening += paragraph.span.of(report.folded)
        if len(opening) >= _OPENING:
            break
    return opening[:_OPENING]


def _is_in_parts(report: Report) -> bool:
    """Whether the report has numbered chapters, or unnumbered ones with numbered sections."""
    numbered = any(chapter.num is not None for chapter in report.chapters)
    return numbered or any(s.num for c in report.chapters if c.heading for s in c.sections)


@kept_latest(4)  # what a report is, is asked a dozen times
def _first_lines(folded: str) -> tuple[str, ...]:
    lines = (match[0].strip(" |") for match in _WHOLE_LINE.finditer(folded))
    return tuple(islice((line for line in lines if line and len(line) <= _LINE), _FIRST_LINES))


def _in_sentences(report: Report) -> int:
    whole = (s.of(report.folded) for p in all_paragraphs(report) for s in p.sentences)
    return sum(len(sentence) for sentence in whole if sentence[-1] in "。;!?”")
