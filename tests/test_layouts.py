"""One report, many layouts: lines are found first, so the reading stays the same (``tests/cases/layouts.txt``)."""

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from converter.figures.observing import observe
from converter.model import Chapter, Report, Section
from converter.structure.segment import all_paragraphs, all_tables
from tests.conftest import report_of

TEXT = (Path(__file__).parent / "cases" / "layouts.txt").read_text(encoding="utf-8")
LINES = TEXT.splitlines()
HALF = str.maketrans("，；：（）！？", ",;:()!?")


GLUED = {"glued", "one line behind a breadcrumb"}


def _is_heading(line: str) -> bool:
    return len(line) < 30 and line[-1] not in "。！？；"


def _wrapped(width: int, indent: str, feet: bool) -> str:
    found: list[str] = []
    for line in LINES:
        whole = indent + line
        found += [whole[at : at + width] for at in range(0, len(whole), width)]
        if feet and len(found) % 7 == 0:
            found.append(f"— {len(found) // 7} —")
    return "\n".join(found)


def _crumbed() -> str:
    head = (
        f"当前位置： 首页 > 政务公开 > 年度报告 {LINES[0]} 时间：2024-03-18 10:09 字号：[大 中 小] 微信 微博 "
    )
    return head + "".join(LINES[1:]) + " 来源：本网 打印 关闭"


def _subtitled() -> str:
    cues = [line[at : at + 18] for line in LINES for at in range(0, len(line), 18)]
    times = (
        f"00:{n // 60:02d}:{n % 60:02d},000 --> 00:{n // 60:02d}:{n % 60:02d},900" for n in range(len(cues))
    )
    return "\n\n".join(
        f"{n}\n{time}\n{cue}" for n, (time, cue) in enumerate(zip(times, cues, strict=True), 1)
    )


def _headed(width: int, height: int) -> str:
    lines = [
        whole[at : at + width]
        for line in LINES
        for whole in ["\u3000\u3000" + line]
        for at in range(0, len(whole), width)
    ]
    pages = ["\n".join(lines[at : at + height]) for at in range(0, len(lines), height)]
    return "".join(f"{page}\n{n}\n县政府公报\n" for n, page in enumerate(pages, 1))


def _paged() -> str:
    """Wrapped with a blank at each line's end; above each page stand the report's first words and the page's number."""
    lines = _wrapped(30, "\u3000\u3000", feet=False).splitlines()
    pages = ["\n".join(f"{line} " for line in lines[at : at + 12]) for at in range(0, len(lines), 12)]
    return "".join(f"{page}\n\n{LINES[0]}\u3000\u3000{n}\n\n" for n, page in enumerate(pages, 1))


LAYOUTS: dict[str, Callable[[], str]] = {
    "glued": lambda: "".join(LINES),
    "joined by blanks": lambda: " ".join(LINES),
    "joined by tabs, half width": lambda: "\t".join(LINES).translate(HALF),
    "joined by wide blanks, with blanks behind sentences": lambda: "\u3000\u3000".join(
        re.sub("(?<=。)(?=[一-龥])", " ", line) for line in LINES
    ),
    "one line behind a breadcrumb": _crumbed,
    "cells of a page's table": lambda: (
        f"{LINES[0]} | ||||\n2024-03-18 点击数: | ||||\n|\n{' '.join(LINES[1:])} |\n【关闭窗口】 |"
    ),
    "wrapped, indented, with page numbers": lambda: _wrapped(30, "\u3000\u3000", feet=True),
    "wrapped, not indented": lambda: _wrapped(28, "", feet=False),
    "breaks of mark-up": lambda: "<br/>".join("&nbsp;&nbsp;" + line for line in LINES),
    "paragraphs of mark-up": lambda: "".join(
        f"<p><strong>{line}</strong></p>"
        if _is_heading(line)
        else f"<p><span>{line[:4]}</span>{line[4:]}</p>"
        for line in LINES
    ),
    "escaped": lambda: r"\n".join(r"\u3000\u3000" + line for line in LINES),
    "bold in Markdown": lambda: "\n\n".join(f"**{line}**" if _is_heading(line) else line for line in LINES),
    "quoted": lambda: "\n".join(f"> {line}" for line in LINES),
    "listed": lambda: "\n".join(f"- {line}" for line in LINES),
    "a column of a table in quotes": lambda: "\n".join(f'"{line}",' for line in LINES),
    "a listing with line numbers": lambda: "\n".join(f"{n:>3}\t{line}" for n, line in enumerate(LINES, 1)),
    "a chat with the time before each line": lambda: "\n".join(
        f"[10:{n:02d}:05] {line}" for n, line in enumerate(LINES, 1)
    ),
    "an answered mail, wrapped and quoted": lambda: "\n>\n".join(
        "\n".join(f"> {line[at : at + 36]}" for at in range(0, len(line), 36)) for line in LINES
    ),
    "pages with running heads": _paged,
    "a numbered table in quotes and commas": lambda: (
        "序号,内容\n" + "\n".join(f'{n},"{line}"' for n, line in enumerate(LINES, 1))
    ),
    "a numbered table in Markdown": lambda: (
        "| 序号 | 内容 |\n| --- | --- |\n" + "\n".join(f"| {n} | {line} |" for n, line in enumerate(LINES, 1))
    ),
    "a numbered record of JSON for each line": lambda: "\n".join(
        json.dumps({"id": n, "text": line}, ensure_ascii=False) for n, line in enumerate(LINES, 1)
    ),
    "numbers of paragraphs in brackets": lambda: "\n".join(
        f"【{n}】{line}" for n, line in enumerate(LINES, 1)
    ),
    "wrapped, the number of the page above a short head": lambda: _headed(30, 12),
    "blanks between all characters": lambda: "\n".join(map(" ".join, LINES)),
    "blanks behind every two characters": lambda: "\n".join(
        re.sub("(..)(?=.)", r"\1 ", line) for line in LINES
    ),
    "subtitles": _subtitled,
    "headings in brackets": lambda: "\n\n".join(
        f"【{line}】" if _is_heading(line) else line for line in LINES
    ),
    "a line for each sentence": lambda: "\n\n".join(
        re.sub("(?<=[。！？])(?=.)", "\n", line) for line in LINES
    ),
}


def _told(report: Report) -> list[str]:
    """Title, year, all parts with their depth, all figures."""
    figures = [f"{o.value} {o.unit} {o.chapter} {o.section}" for o in observe(report)]
    return [report.title or "", str(report.report_year), *_parts(report, report.chapters, 0), *figures]


def _parts(report: Report, parts: Iterable[Chapter | Section], depth: int) -> Iterable[str]:
    for part in parts:
        words = "".join(span.of(report.folded) for span in (part.num, part.heading) if span)
        yield f"{depth} {words}"
        yield from _parts(report, part.sections, depth + 1)


def _marks(parts: Iterable[Chapter | Section]) -> list[int]:
    return [len(parts := tuple(parts)), *(mark for part in parts for mark in _marks(part.sections))]


def _words(report: Report) -> str:
    """All words of the report's body, its headings among them."""
    dropped = {at for start, end, _ in report.dropped for at in range(start, end)}
    body = "".join(char for at, char in enumerate(report.folded) if at not in dropped)
    return re.sub(r"\W", "", body)


def _sentences(report: Report) -> list[str]:
    words = "".join(paragraph.span.of(report.folded) for paragraph in all_paragraphs(report))
    return [re.sub(r"\W", "", sentence) for sentence in re.split("[。;]", words)]


@pytest.mark.parametrize("name", [name for name in LAYOUTS if name not in GLUED])
def test_the_reading_is_that_of_the_plain_text(name: str) -> None:
    plain, other = report_of(TEXT), report_of(LAYOUTS[name]())
    assert _told(other) == _told(plain)
    assert _sentences(other) == _sentences(plain)


@pytest.mark.parametrize("name", sorted(GLUED))
def test_where_nothing_is_left_between_lines_marks_and_figures_stay_and_guesses_are_doubts(name: str) -> None:
    """Where a heading ends is a guess then; no part, no figure and no word may be lost to it."""
    plain, other = report_of(TEXT), report_of(LAYOUTS[name]())
    assert other.title == plain.title
    assert _marks(other.chapters) == _marks(plain.chapters)
    assert [(o.value, o.unit) for o in observe(other)] == [(o.value, o.unit) for o in observe(plain)]
    assert _words(other) == _words(plain)
    assert any(doubt.why == "flattened" for doubt in other.doubts)


def test_the_date_a_page_prints_is_read_from_its_line() -> None:
    for name in ("one line behind a breadcrumb", "cells of a page's table"):
        assert str(report_of(LAYOUTS[name]()).published) == "2024-03-18"


WIDE = """甲县2023年政府信息公开工作年度报告
2024-01-20
原文链接: https://www.example.gov.cn/zwgk/zfxxgk/zfxxgknb/202401/t20240120_558731.html
本报告按照有关规定编制，统计期限自2023年1月1日起至2023年12月31日止。如有疑问，请与甲县人民政府办公室联系，联系方式见甲县人民政府门户网站。
一、总体情况
2023年，甲县主动公开政府信息2153条，其中通过门户网站公开1780条，通过政务新媒体公开373条，回应公众关切26次，举办新闻发布会4场，群众对公开工作的知晓率和满意度都有提高。
二、主动公开政府信息情况
第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章002行政规范性文件31419第二十条第（五）项信息内容本年处理决定数量行政许可84210第二十条第（六）项信息内容本年处理决定数量行政处罚1207行政强制385
三、存在的问题
公开内容的更新还不够及时，解读的形式还不够多样，队伍的业务能力有待加强。下一步将健全更新提醒制度，丰富解读形式，组织全县业务培训不少于2次，推动公开工作再上台阶，让群众看得懂、用得上、找得到。
"""


def test_a_table_whose_cells_ran_together_is_found_over_broken_lines() -> None:
    broken = "\n".join(
        whole[at : at + 30]
        for line in WIDE.splitlines()
        for whole in ["\u3000\u3000" + line]
        for at in range(0, len(whole), 30)
    )
    plain, other = report_of(WIDE), report_of(broken)
    assert _told(other) == _told(plain)
    assert [table.id for table in all_tables(plain)] == [table.id for table in all_tables(other)] == ["c2-t1"]
