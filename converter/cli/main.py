"""The commands, their words of help, and nothing else; what one needs is loaded when it is given."""

from pathlib import Path

import click

from converter import __version__
from converter.build.keep import Side
from converter.cli.check import check_command
from converter.cli.correct import correct, undo
from converter.cli.failing import Commands, run
from converter.cli.query import data, query
from converter.cli.site import new, serve, site
from converter.cli.translate import translate


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="gongkai")
def main() -> None:
    """Turn raw annual reports of Chinese local governments into searchable, citable Markdown pages.

    把地方政府年度报告的原始文件变成可检索、可引用的网页。

    \b
      gongkai new mine                       a site of your own  新建自己的网站
      gongkai serve                          convert and preview  转换并预览
      gongkai site                           convert and build the site  转换并生成网站
      gongkai build                          seeds/ → docs/
      gongkai show seeds/lanshan-2020.txt    what was understood of one report  看懂了什么
      gongkai check                          would a build change anything?     是否需要重新生成

    \b
    Exit codes 退出码:
      0 done 完成 · 1 check found a difference, release a fault 有差异或不得发布之处 · 2 wrong usage 用法有误 · 3 input cannot be used 文件不能用
      4 not a report 不是报告 · 5 cannot be written 不能写入 · 6 a table of the program has a slip 程序的数据表有误
      7 some files refused, the others built 部分文件没有转换 · 70 a defect of the program 程序缺陷
    """


@main.command("build", short_help="Convert seeds/ into pages under docs/. 把报告转换成网页文件。")
@click.argument("seeds", nargs=-1, metavar="[SEED]...", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Convert even what does not look like a report. 不像报告也转换。")
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Convert on the Dask cluster of this scheduler. 在此调度程序的 Dask 集群上转换。",
)
def _build(seeds: tuple[Path, ...], force: bool, scheduler: str | None) -> None:
    """Write the pages of the raw reports named, or of all in seeds/, under docs/.

    What people edited in the pages stays; where they and the program changed the same lines, theirs stays, and
    the place is named.  All cores convert; what has not changed since the last time is not converted again.

    生成 docs/ 下的页面。手工改过的文字不会丢失；与程序的新结果冲突时保留手工的，并指明位置。使用全部处理器核心；没有变化的不再转换。

    \b
    Examples 例:
      gongkai build
      gongkai build seeds/lanshan-2020.txt
      gongkai build --scheduler tcp://10.0.0.5:8786
    """
    from converter.cli.building import build

    run(lambda: build(seeds, force, scheduler))


@main.command("resolve", short_help="Settle a conflict on a page. 解决页面上的冲突。")
@click.argument("pages", nargs=-1, required=True, metavar="PAGE...", type=click.Path(path_type=Path))
@click.option(
    "--mine", "side", flag_value="person", help="Your text stays (the default). 保留您的文字（默认）。"
)
@click.option(
    "--program", "side", flag_value="program", help="Take the program's lines. 冲突处改用程序的结果。"
)
def _resolve(pages: tuple[Path, ...], side: Side | None) -> None:
    """Settle the places in PAGE that you and the program both changed; your other edits stay.

    解决页面中的冲突：两边都改过的地方用谁的文字。您的其他修改不受影响；程序的结果再有变化时才会再次提示。

    \b
    Examples 例:
      gongkai resolve docs/zh/lanshan-2020/c2.md
      gongkai resolve docs/zh/lanshan-2020/c2.md --program
    """
    from converter.cli.resolving import resolve

    run(lambda: resolve(pages, side or "person"))


@main.command("inspect", short_help="One report on one screen. 一屏看清一份报告。")
@click.argument("name", metavar="FILE|-")
def _inspect(name: str) -> None:
    """Tell on one screen what was understood of a raw report, what is missing, and what to look at.

    一屏看清一份原始报告：类型、标题、大纲、规定要求的内容是否齐全、需要核对之处。

    \b
    Example 例:
      gongkai inspect seeds/lanshan-2020.txt
    """
    from converter.cli.inspecting import inspect

    run(lambda: inspect(name))


@main.command("doubts", short_help="What to look at in all reports. 全部报告的待核对之处。")
@click.argument("reports", nargs=-1, metavar="[REPORT]...")
@click.option("--json", "as_json", is_flag=True, help="As JSON, in both languages. 以 JSON 输出，含中英文。")
def _doubts(reports: tuple[str, ...], as_json: bool) -> None:
    """List what the program is not sure of in the reports named, or in all: the gravest first.

    列出程序拿不准、需要人核对之处，重要的在前；不写报告名则列出全部报告的。

    \b
    Examples 例:
      gongkai doubts
      gongkai doubts lanshan-2020 --json
    """
    from converter.cli.doubting import doubts

    run(lambda: doubts(reports, as_json))


@main.command("release", short_help="Check strictly, build, and pack the site. 严格检查、生成并打包网站。")
@click.option(
    "--pdf",
    is_flag=True,
    help="Also make a PDF of each report, with an installed browser. 用浏览器另制 PDF。",
)
def _release(pdf: bool) -> None:
    """Look for what must not be published, build the site strictly, check every link in it, list it in site/manifest.json, and pack it into gongkai-site.zip.

    Conflicts, unfinished merges, files nobody means to publish, links out of docs/, and pages that a build would change
    stop it, each named with its place.

    先查不得发布之处（冲突、未完成的合并、无关文件、指向 docs/ 之外的链接、不是最新的页面），逐一指明；再严格生成网站，检查全部站内链接，写出清单 site/manifest.json（校验值、版本），并打包为 gongkai-site.zip。

    With --pdf each report is also printed, in both languages, as an A4 document in the layout of GB/T 9704, by Chromium,
    Chrome, or Edge (CHROME names another), and has a picture that goes along when its address is shared, which pages name where site_url
    is set. Without a browser the site is made all the same, and the command says so.

    加 --pdf 时另将每份报告按 GB/T 9704 的版式制成中英文 PDF，并各配一张分享图（填写了 site_url 的，网页写明其地址；需要 Chromium、Chrome 或 Edge）；没有浏览器也照常生成网站，并予提示。

    \b
    Examples 例:
      gongkai release
      gongkai release --pdf
    """
    from converter.cli.releasing import release

    run(lambda: release(pdf))


@main.command("show", short_help="What was understood of a report. 看懂了什么。")
@click.argument("name", metavar="FILE|-")
@click.option(
    "--outline", "view", flag_value="outline", help="Title, facts, parts (the default). 大纲（默认）。"
)
@click.option("--json", "view", flag_value="json", help="Everything, as JSON. 全部内容，JSON 格式。")
@click.option(
    "--figures",
    "view",
    flag_value="figures",
    help="The figures with their codes, a line each. 数据和指标代码，一行一个。",
)
@click.option(
    "--dropped", "view", flag_value="dropped", help="What is in no part, and why. 略去的文字和原因。"
)
@click.option(
    "--text", "view", flag_value="text", help="The text that positions count in. 计位置所用的文本。"
)
def _show(name: str, view: str | None) -> None:
    """Show what was understood of one raw report; FILE may be - for standard input.

    显示从一份原始报告里看懂了什么；FILE 为 - 时读标准输入。

    \b
    Examples 例:
      gongkai show seeds/lanshan-2020.txt
      gongkai show seeds/lanshan-2020.txt --figures
      gongkai show - --json < report.txt
    """
    from converter.cli.show import VIEWS, show

    run(lambda: show(name, VIEWS[view or "outline"]))


main.add_command(check_command)
for command in (correct, data, new, query, serve, site, translate, undo):
    main.add_command(command)
