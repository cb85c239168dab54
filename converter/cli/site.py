"""The commands for a site of one's own, ``gongkai new``, ``serve`` and ``site``: their options and words of help."""

from pathlib import Path

import click

from converter.cli.failing import run
from converter.site.publisher.profile import Profile


@click.command("new", short_help="Make a site of your own. 新建自己的网站。")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--independent",
    "profile",
    flag_value="independent",
    help="An independent copy; every page says so (the default). 独立副本（默认）。",
)
@click.option(
    "--official", "profile", flag_value="official", help="The government's own site. 政府官方发布。"
)
@click.option("--name", help="The site's name in Chinese. 网站的中文名称。")
@click.option("--name-en", help="The site's name in English. 网站的英文名称。")
@click.option(
    "--example", is_flag=True, help="Add four invented reports to look at. 附四份虚构的示例报告，供试用。"
)
def new(folder: Path, profile: Profile | None, name: str | None, name_en: str | None, example: bool) -> None:
    """Make a site of your own in DIR: its settings, who publishes it, a folder for raw reports, a workflow that publishes it.

    在 DIR 中新建自己的网站：设置、发布者、放原始报告的文件夹、发布流程。已有的文件不会改动。

    In a terminal it asks who publishes the site and what it is called, unless you say so here; elsewhere it asks nothing and
    makes an independent site.

    在终端中会询问由谁发布、叫什么名称（已用选项写明的不问）；不在终端中则不询问，建立独立副本。

    \b
    Examples 例:
      gongkai new mine
      gongkai new mine --example
      gongkai new mine --official --name "某区政府年度报告" --name-en "Annual Reports of … District"
    """
    from converter.cli.starting import start

    run(lambda: start(folder, profile, (name, name_en), example))


@click.command("serve", short_help="Convert and preview. 转换并预览。")
@click.option("--host", default="127.0.0.1", show_default=True, help="Who can see it. 谁能看到。")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port. 端口。")
@click.option("--read-only", is_flag=True, help="Only to be looked at. 只看不改。")
def serve(host: str, port: int, read_only: bool) -> None:
    """Convert what is in seeds/ and preview the site; what you save in docs/ or seeds/ is shown at once.

    转换 seeds/ 并预览网站；docs/ 和 seeds/ 中保存的改动随即显示。按 Ctrl-C 结束。

    On the pages themselves you put right what is wrong: the pencil beside a paragraph or a heading, a number that you
    click, words that you mark. It is written where you would write it by hand (docs/, seeds/NAME.toml), and can be undone.

    在网页上直接更正：段落和标题旁的铅笔、点一下数字、选中文字。改动写入您手改时也会改的文件（docs/、seeds/报告.toml），可以撤销。

    Only this computer can open it unless you give --host; elsewhere, and with --read-only, nothing can be changed. With --host 0.0.0.0
    everybody on the same network can open it, such as a phone in the same office: the address to type in is printed. Your firewall may
    have to allow the port.

    默认只有本机能看到；只有在本机、没有加 --read-only 时才能修改。加 --host 0.0.0.0 后同一网络中的设备都能打开，例如同一办公室里的手机，应输入的地址会显示出来；防火墙可能需要放行端口。

    \b
    Examples 例:
      gongkai serve
      gongkai serve --host 0.0.0.0
      gongkai serve --read-only
    """
    from converter.cli.serving import preview

    run(lambda: preview(host, port, read_only))


@click.command("site", short_help="Convert and build the site. 转换并生成网站。")
def site() -> None:
    """Convert what is in seeds/ and build the site into site/, strictly: a broken link or a figure that differs ends it.

    转换 seeds/ 并严格生成网站到 site/：有失效链接或数据不一致时停止并指明。把 site/ 放到任何位置即可发布，也可直接打开 site/index.html。

    \b
    Example 例:
      gongkai site
    """
    from converter.cli.serving import make

    run(make)
