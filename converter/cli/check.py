"""``gongkai check``: its options and words of help."""

from pathlib import Path

import click

from converter.cli.failing import run


@click.command("check", short_help="What a build would change, what is wrong. 有何差异，有何不妥。")
@click.argument("seeds", nargs=-1, metavar="[SEED]...", type=click.Path(path_type=Path))
@click.option(
    "--diff", "edits", is_flag=True, help="Also show what people changed in the pages. 同时显示手工改过之处。"
)
@click.option(
    "--tables",
    is_flag=True,
    help="Only try the tables that come with the program. 只检查程序自带的数据表。",
)
@click.option(
    "--pairs",
    type=click.Path(path_type=Path),
    metavar="FILE.tsv",
    help="Only compare the numbers of a table of sentences with columns zh and en: a line a pair, `ok` or what differs. "
    "只核对一个中英句对表（列 zh、en）的数字：每对一行，ok 或不同之处。",
)
def check_command(seeds: tuple[Path, ...], edits: bool, tables: bool, pairs: Path | None) -> None:
    """Print what a build would change in docs/, every open conflict, what publisher.toml lacks or must not have, and
    where numbers or terms of a translation differ from the Chinese; exit with 1 if there is any.

    显示重新生成会改动什么、还有哪些冲突、publisher.toml 缺少什么或有什么不该有、译文的数字和术语哪里与中文不符；有则退出码为 1。

    \b
    Examples 例:
      gongkai check
      gongkai check --diff
      gongkai check --tables
      gongkai check --pairs sentences.tsv
    """
    if tables:  # which may have a slip that keeps all else from being loaded
        from converter.cli.tables import check_tables

        run(check_tables)
    if pairs is not None:
        from converter.cli.pairs import check_pairs

        run(lambda: check_pairs(pairs))
    from converter.cli.checking import check

    run(lambda: check(seeds, edits))
