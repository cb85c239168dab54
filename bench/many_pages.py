"""A site of any number of pages for measuring: real paragraphs, shuffled, in pages that look like built ones."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from bench.conversion import ROOT
from converter.site.search import marked

_SEED = 8
_CHAPTERS = 11  # of a report, then a table of figures
_ROWS = 60
_SECTIONS = range(2, 6)
_HEADING = 14
_DIGITS = re.compile(r"\d+")
_NUMERALS = "一二三四五六七八九十"


def paragraphs() -> list[str]:
    """The paragraphs of the reports beside the project, or of its own seed where they are not there."""
    files = sorted((ROOT.parent / "shared" / "eval" / "corpus").rglob("*.txt"))
    texts = [
        file.read_text(encoding="utf-8", errors="replace") for file in files or (ROOT / "seeds").glob("*.txt")
    ]
    lines = (line.strip() for text in texts for line in re.split(r"\n|(?<=。)(?=[^\n]{400})", text))
    return sorted({line for line in lines if 30 <= len(line) <= 600})


def write_pages(site: Path, count: int) -> None:
    """Write ``count`` pages into the built site ``site``, around which one of its own pages stands."""
    shell = (site / "zh/lanshan-2020/c1.html").read_text(encoding="utf-8")
    before, after = shell.split("<!--text")[0], shell.split("<!--/text-->")[1]
    chance, lines = random.Random(_SEED), paragraphs()
    for page in range(count):
        report, chapter = divmod(page, _CHAPTERS + 1)
        folder = site / "zh" / f"r{report:05}"
        folder.mkdir(parents=True, exist_ok=True)
        if not chapter:
            content, name, kind = _home(report, lines, chance), "index", "report"
        elif chapter < _CHAPTERS:
            content, name, kind = _chapter(chapter, lines, chance), f"c{chapter}", "chapter"
        else:
            content, name, kind = _figures(lines, chance), "figures", "figures"
        text = "".join([before, marked(content, kind), after])
        (folder / f"{name}.html").write_text(text, encoding="utf-8")


def _changed(line: str, chance: random.Random) -> str:
    """The line with other numbers: no two pages say the same."""
    return _DIGITS.sub(lambda number: str(chance.randrange(10 ** len(number[0]))), line)


def _home(report: int, lines: list[str], chance: random.Random) -> str:
    name = "".join(chance.sample("临兰山东河南北江海平安宁州城阳川", 3))
    return f"<h1>{name}区{2010 + report % 15}年法治政府建设年度报告</h1><p>{_changed(chance.choice(lines), chance)}</p>"


def _chapter(chapter: int, lines: list[str], chance: random.Random) -> str:
    return "".join(
        [f"<h1>{_NUMERALS[chapter - 1]}、{chance.choice(lines)[:_HEADING]}</h1>", *_sections(lines, chance)]
    )


def _sections(lines: list[str], chance: random.Random) -> Iterator[str]:
    for section in range(chance.choice(_SECTIONS)):
        yield f'<h2 id="s{section}">{chance.choice(lines)[:_HEADING]}</h2>'
        for number, line in enumerate(chance.sample(lines, 2), start=1):
            yield f'<p id="s{section}-p{number}">{_changed(line, chance)}</p>'


def _figures(lines: list[str], chance: random.Random) -> str:
    rows = "".join(
        f'<tr id="v{row}"><td>{chance.choice(lines)[:_HEADING]}</td><td>{chance.randrange(10**5)}件</td>'
        f"<td>{chance.randrange(10**5):,}</td></tr>"
        for row in range(_ROWS)
    )
    return f'<h1>数据表</h1><h2 id="f">数据</h2><table><tbody>{rows}</tbody></table>'
