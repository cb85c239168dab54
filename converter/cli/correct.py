"""The commands ``gongkai correct`` and ``gongkai undo``: their options and words of help."""

from collections.abc import Callable
from typing import Any

import click

from converter.cli.completing import codes, doubts_and_notes, facts, figures, reports
from converter.cli.failing import Commands, run
from converter.cli.messages import say

_REPORT = click.argument("report", metavar="REPORT", shell_complete=reports)
_IN = click.option(
    "--in",
    "within",
    metavar="WORDS",
    help="Words of the text up to it, where it stands in several places. 连同前面的文字。",
)


def _signed(command: Callable[..., None]) -> Callable[..., None]:
    """The options that every entry has: why, who, and what readers are told."""
    for option in (
        click.option(
            "--tell", metavar="TEXT", help="Tell readers so, on the first page and in the feed. 向读者说明。"
        ),
        click.option(
            "--by", metavar="NAME", help="Who corrects (else GONGKAI_EDITOR, git, account). 更正人。"
        ),
        click.option("--why", metavar="TEXT", required=True, help="Why. 理由，例如“与原件核对”。"),
    ):
        command = option(command)
    return command


@click.group("correct", cls=Commands, short_help="Put something right for good. 更正一处，长期有效。")
def correct() -> None:
    """Put one thing right in REPORT, for good: in pages, tables, data, downloads, search, and both languages.

    更正一份报告的一处，写入报告旁的说明文件（seeds/报告.toml），网页、数据表、下载文件、检索和中英文随即一致，以后重新转换也不会丢失。

    REPORT is the name of its folder in docs/zh/, or its raw file.  What was written is undone by: gongkai undo REPORT

    \b
    Examples 例:
      gongkai correct figure lanshan-2020 c2-s1-v56 --name "梳理上线事项" --why "与原件核对"
      gongkai correct fact lanshan-2020 issuer "兰山区人民政府" --why "原件落款"
      gongkai correct heading lanshan-2020 "二是规范执法" --level 2 --why "与原件核对"
      gongkai correct text lanshan-2020 "责任编辑：张三" --drop --why "网页上的文字"
      gongkai correct cell lanshan-2020 12 --in "行政许可 12" --now 21 --why "与原件核对"
      gongkai correct answer lanshan-2020 rate-of-few-c1-v0.5 --why "原文如此，已核对"
    """


@correct.command("figure", short_help="A figure: name, unit, period … or not a figure. 一个数据。")
@_REPORT
@click.argument("figure", metavar="FIGURE", shell_complete=figures)
@_IN
@click.option("--name", metavar="TEXT", help="What it counts. 指标名称。")
@click.option("--name-en", metavar="TEXT", help="The same in English. 英文名称。")
@click.option("--value", metavar="NUMBER", help="Its value in full digits. 数值，例如 80000。")
@click.option("--unit", metavar="TEXT", help='Its unit, "" for none. 单位。')
@click.option(
    "--bound", metavar="WORD", help="确数 约 近 超过 不到 不少于 不超过 (exact about near over under …)"
)
@click.option("--measure", metavar="WORD", help="数量 增减 比率 名次 时限 比例 (level change rate rank …)")
@click.option("--period", metavar="TEXT", help='The period it covers, "" for none. 时期，例如 2023年。')
@click.option("--status", metavar="WORD", help="结果 要求 目标 基数 (result norm target base)")
@click.option(
    "--code", metavar="CODE", shell_complete=codes, help='The indicator\'s code, "" for none. 指标代码。'
)
@click.option("--none", "not_a_figure", is_flag=True, help="It is not a figure. 这不是数据。")
@_signed
def figure(report: str, figure: str, **said: Any) -> None:
    """Put a figure right, take away what is not a figure, or add one that was missed.

    FIGURE is its ID (in `gongkai show FILE --figures`, or at the end of its link in the table of figures), or the number
    with its unit as printed.  A figure that was missed is given as printed, with --name.

    FIGURE 是数据的编号（见 `gongkai show 文件 --figures`，或数据表中链接的末尾），或原文中的数字连同单位；漏读的数据照原文写，并加 --name。

    \b
    Examples 例:
      gongkai correct figure lanshan-2020 c2-s1-v56 --none --why "是编号，不是数据"
      gongkai correct figure lanshan-2020 "三项" --in "全面落实三项" --name "落实制度" --why "漏读"
    """
    from converter.cli.correcting import correct_figure

    run(lambda: correct_figure(report, figure, said))


@correct.command("fact", short_help="Title, issuer, region, dates, kind. 标题、发布机关等。")
@_REPORT
@click.argument("fact", metavar="FACT", shell_complete=facts)
@click.argument("value")
@_signed
def fact(report: str, fact: str, value: str, **said: Any) -> None:
    """Say what a report is.  FACT is one of title, title_en, issuer, region, region_code, report_year, published, written,
    delivered, kind, original, key_figures.

    写明报告的基本信息。FACT 可写：title（标题）、title_en（英文标题）、issuer（发布机关）、region（地区）、region_code（区划代码）、
    report_year（报告年度）、published（发布日期）、written（成文日期）、delivered（提交会议日期）、kind（类型：law disclosure work enforcement other）、original（原文网址）、key_figures（主要数据：编号或代码，以空格隔开）。

    \b
    Examples 例:
      gongkai correct fact lanshan-2020 report_year 2020 --why "标题写明"
      gongkai correct fact lanshan-2020 published 2021-01-20 --why "网页上的发布日期"
    """
    from converter.cli.correcting import correct_with

    run(lambda: correct_with(report, {"fact": fact, "value": value}, said))


@correct.command("heading", short_help="This line is a heading, or is not. 标题及层级。")
@_REPORT
@click.argument("words")
@_IN
@click.option(
    "--level", type=click.IntRange(1, 6), help="1 is a chapter, 2 a section in it … 1 为章，2 为节。"
)
@click.option("--none", "is_none", is_flag=True, help="It is not a heading. 这不是标题。")
@_signed
def heading(report: str, words: str, level: int | None, is_none: bool, **said: Any) -> None:
    """Say that WORDS of the text are a heading of a level, or not a heading.

    写明原文中的 WORDS 是第几级标题，或不是标题。

    \b
    Examples 例:
      gongkai correct heading lanshan-2020 "二是规范执法" --none --why "是正文中的一句"
    """
    if (level is None) != is_none:
        raise click.UsageError(say("correct_no_level"))
    from converter.cli.correcting import correct_with

    run(lambda: correct_with(report, {"heading": words, "level": level or 0}, said))


@correct.command("text", short_help="Text wrongly dropped, kept, or read. 略去、保留或改正文字。")
@_REPORT
@click.argument("words")
@_IN
@click.option("--keep", "keep", flag_value="keep", help="It belongs to the report. 属于正文。")
@click.option("--drop", "keep", flag_value="drop", help="It does not. 不属于正文。")
@click.option("--now", metavar="TEXT", help="It should read so. 应为。")
@_signed
def text(report: str, words: str, keep: str | None, now: str | None, **said: Any) -> None:
    """Say that WORDS belong to the report or not, or how they should read.

    写明原文中的 WORDS 属于或不属于报告正文，或应改为什么。

    \b
    Examples 例:
      gongkai correct text lanshan-2020 "本报告由区司法局起草" --keep --why "是正文"
      gongkai correct text lanshan-2020 "依法行攻" --now "依法行政" --why "原件为“政”"
    """
    if (keep is None) == (now is None):
        raise click.UsageError(say("correct_no_text"))
    from converter.cli.correcting import correct_with

    so: dict[str, str | bool] = {"keep": keep == "keep"} if now is None else {"now": now}
    run(lambda: correct_with(report, {"text": words, **so}, said))


@correct.command("cell", short_help="A cell of a table. 表中的一格。")
@_REPORT
@click.argument("words")
@_IN
@click.option("--now", metavar="TEXT", required=True, help="What it should say. 应为。")
@_signed
def cell(report: str, words: str, now: str, **said: Any) -> None:
    """Put right what a cell of a table says; --in gives the words of its row up to it.

    改正表中一格的内容；--in 写该行到这一格为止的文字。

    \b
    Examples 例:
      gongkai correct cell lanshan-2020 12 --in "行政许可 12" --now 21 --why "与原件核对"
    """
    from converter.cli.correcting import correct_with

    run(lambda: correct_with(report, {"cell": words, "now": now}, said))


@correct.command("answer", short_help="Answer a note or a doubt. 答复核对或疑点。")
@_REPORT
@click.argument("which", metavar="ID", shell_complete=doubts_and_notes)
@_signed
def answer(report: str, which: str, **said: Any) -> None:
    """Answer the note or doubt ID (in `gongkai doubts`); --why is the answer.

    答复一处核对或疑点，编号见 `gongkai doubts`；--why 写答复。

    \b
    Examples 例:
      gongkai correct answer lanshan-2020 rate-of-few-c1-v0.5 --why "原文如此，已核对" --by "张三"
    """
    from converter.cli.correcting import answer as answered

    run(lambda: answered(report, which, said))


@click.command("undo", short_help="Take back a correction. 撤销更正。")
@_REPORT
@click.argument("number", required=False, type=click.IntRange(1))
@click.option("--list", "listing", is_flag=True, help="Only list the corrections. 只列出更正。")
def undo(report: str, number: int | None, listing: bool) -> None:
    """Take the last correction of REPORT out of its sidecar, or the one with NUMBER in --list.

    撤销 REPORT 的最后一条更正，或 --list 中编号为 NUMBER 的一条。

    \b
    Examples 例:
      gongkai undo lanshan-2020 --list
      gongkai undo lanshan-2020
    """
    from converter.cli.correcting import list_entries, take_back

    run(lambda: list_entries(report) if listing else take_back(report, number))
