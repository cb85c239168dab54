"""The commands that ask all reports at once, ``gongkai data`` and ``query``: their options and words of help."""

from pathlib import Path

import click

from converter.cli.failing import run


@click.command("data", short_help="All figures as one table. 全部数据写成一个表。")
@click.option(
    "--out",
    "folder",
    default="dataset",
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write into. 写到哪个文件夹。",
)
def data(folder: Path) -> None:
    """Write all figures of all reports as one table: Parquet, CSV, and DuckDB, with a Data Package and a README.

    把全部报告的全部数据汇成一张表：Parquet、CSV、DuckDB，附数据包说明和各列的解释。

    \b
    Examples 例:
      gongkai data
      gongkai data --out public/dataset
    """
    from converter.cli.asking import data as write

    run(lambda: write(folder))


@click.command("query", short_help="Ask the reports in SQL. 用 SQL 查询。")
@click.argument("sql", required=False, default="")
@click.option("--csv", "form", flag_value="csv", help="The answer as CSV, in full. 以 CSV 输出，不截短。")
@click.option("--json", "form", flag_value="json", help="The answer as JSON, in full. 以 JSON 输出，不截短。")
@click.option("--columns", is_flag=True, help="List the tables and columns to ask for. 列出表和列。")
def query(sql: str, form: str | None, columns: bool) -> None:
    """Ask the reports in SQL (DuckDB's): tables reports, figures, comparable (one value for each code, region, and year, of whole places alone), and requests (for government information, a row a report); read-only; no file or network is accessed.

    Figures of a bureau, a court, or another body that reports on itself have its name in the column body.

    用 SQL（DuckDB 的语法）查询全部报告：表 reports、figures、comparable（只有整个地区的，同一代码、地区、年份一个数值）和 requests（政府信息公开申请，每份报告一行），只读，不访问文件和网络。部门、法院等机关自己的数，body 一列写明是哪个机关。

    \b
    Examples 例:
      gongkai query --columns
      gongkai query "SELECT region, report_year, value, unit, quote FROM figures WHERE indicator LIKE '%行政复议%'"
      gongkai query "SELECT code, region, year, sum(value) FROM comparable GROUP BY code, region, year ORDER BY ALL"
      gongkai query "SELECT region, body, indicator, value FROM figures WHERE body IS NOT NULL"
      gongkai query "SELECT region, body, report_year, received, granted_share, carried_over FROM requests ORDER BY ALL"
      gongkai query "SELECT region, count(*) FROM figures GROUP BY region ORDER BY region" --csv > counts.csv
    """
    from converter.cli.asking import FORMS, list_columns
    from converter.cli.asking import query as ask

    run(list_columns if columns else lambda: ask(sql, FORMS[form or "table"]))
