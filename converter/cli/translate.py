"""The command ``gongkai translate``: its options and words of help."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from converter.cli.failing import run
from converter.cli.messages import say

if TYPE_CHECKING:
    from converter.cli.drafting import Machine

_FILE = click.Path(path_type=Path, dir_okay=False)
_FILE_OR_FOLDER = click.Path(path_type=Path)


@click.command("translate", short_help="How far translations are; add drafts. 翻译进度，起草译文。")
@click.argument("reports", nargs=-1, metavar="[REPORT]...")
@click.option(
    "--status", is_flag=True, help="How far each page is translated (the default). 翻译进度（默认）。"
)
@click.option(
    "--po",
    "po_out",
    type=_FILE_OR_FOLDER,
    help="Write REPORT as a PO file for Poedit; into a folder all, as NAME/en.po for Weblate. 导出 PO。",
)
@click.option(
    "--from-po",
    "po_in",
    type=_FILE_OR_FOLDER,
    help="Take the translations of a PO file, or folder. 导入 PO。",
)
@click.option(
    "--reuse",
    is_flag=True,
    help="Take over as drafts what other reports have of the same texts; a new report begins so. 取用其他报告的相同译文。",
)
@click.option("--tmx", "tmx_out", type=_FILE, help="Write all reviewed translations as TMX. 导出 TMX。")
@click.option(
    "--from-tmx",
    "tmx_in",
    type=_FILE,
    help="Take over as drafts what a TMX file has of the same texts. 导入 TMX。",
)
@click.option("--terms", "terms_out", type=_FILE, help="Write the termbase as .csv or .tbx. 导出术语表。")
@click.option(
    "--reviewed",
    metavar="PAGE[#ID]",
    help="Say that a page, or one block of it, is true to the Chinese. 标为已审定。",
)
@click.option(
    "--accept",
    metavar="PAGE#ID",
    help="Say that what check finds in one block is right as it stands; needs --because. 说明核对所指之处无误。",
)
@click.option("--because", default=None, help="Why; empty takes it back. 理由；留空则撤回。")
@click.option(
    "--machine",
    type=click.Choice(["openai", "argos"]),
    help="Draft what is missing in REPORT by a machine; nothing is sent without this. 由机器起草缺译之处。",
)
@click.option(
    "--machine-url",
    envvar="GONGKAI_TRANSLATOR_URL",
    default="",
    help="Address of an OpenAI-compatible service (http://localhost:8080/v1). 翻译服务的地址。",
)
@click.option(
    "--machine-model", envvar="GONGKAI_TRANSLATOR_MODEL", default="", help="Name of its model. 模型名称。"
)
def translate(
    reports: tuple[str, ...], because: str | None, machine_url: str, machine_model: str, **asked: Any
) -> None:
    """Show how far each report (REPORT is its folder's name) is translated, or exchange translations.

    To translate, edit docs/en/: the next build notices.  A paragraph whose Chinese changes afterwards is stale
    until its English is edited or marked as reviewed.

    With --machine a model drafts what is missing and nothing else.  A draft whose numbers are not those of the
    Chinese is refused.  The key of a service is read from GONGKAI_TRANSLATOR_KEY.

    查看各报告的翻译进度，或导入导出译文，或由机器起草缺译之处（数字不符的不采用，草稿须经审定）。翻译只需直接修改 docs/en/ 下的页面；中文有改动的段落会标为待更新。

    \b
    Examples 例:
      gongkai translate --status
      gongkai translate lanshan-2020 --po lanshan.po
      gongkai translate lanshan-2020 --from-po lanshan.po
      gongkai translate --po weblate/
      gongkai translate --terms terms.tbx
      gongkai translate --reviewed docs/en/lanshan-2020/c2.md#c2-s1-p1
      gongkai translate --accept docs/en/lanshan-2020/c2.md#c2-s1-p1 --because "named in full in the English"
      gongkai translate lanshan-2020 --machine openai --machine-url http://localhost:8080/v1 --machine-model NAME
    """
    given: dict[str, Any] = {way: told for way, told in asked.items() if told not in (None, False)}
    if len(given) > 1:
        options = [it.opts[0] for it in click.get_current_context().command.params if it.name in given]
        raise click.UsageError(say("translate_one_way", options=" ".join(options)))
    if ("accept" in given) != (because is not None):
        raise click.UsageError(say("translate_no_reason"))
    way = next(iter(given), "status")
    match way:
        case "machine":
            run(_drafting(reports, given[way], machine_url, machine_model))
        case "accept":
            run(_accepting(given[way], because or ""))
        case "reviewed":
            run(_reviewing(given[way]))
        case "status":
            run(_status(reports))
        case _:
            run(_exchange(reports, way, given[way]))


def _status(reports: tuple[str, ...]) -> Callable[[], int]:
    from converter.cli import translating

    return lambda: translating.status(reports)


def _reviewing(place: str) -> Callable[[], int]:
    from converter.cli import translating

    return lambda: translating.review(place)


def _exchange(reports: tuple[str, ...], way: str, told: Any) -> Callable[[], int]:
    """What ``way``, the name of an option, does with the file or folder ``told``."""
    from converter.cli import exchanging

    match way:
        case "po_out":
            return lambda: exchanging.export_po(_some(reports, told.suffix == ".po"), told)
        case "po_in":
            return lambda: exchanging.import_po(_some(reports, not told.is_dir()), told)
        case "tmx_out":
            return lambda: exchanging.export_tmx(reports, told)
        case "tmx_in":
            return lambda: exchanging.import_tmx(_some(reports), told)
        case "terms_out":
            return lambda: exchanging.export_terms(told)
    return lambda: exchanging.reuse(_some(reports))


def _some(reports: tuple[str, ...], only_one: bool = False) -> list[str]:
    from converter.cli import translating

    return [_one(reports)] if only_one else translating.reports(reports)


def _accepting(place: str, reason: str) -> Callable[[], int]:
    from converter.cli import translating

    return lambda: translating.accept_as_is(place, reason)


def _drafting(reports: tuple[str, ...], machine: "Machine", url: str, model: str) -> Callable[[], int]:
    if machine == "openai" and not (url and model):
        raise click.UsageError(say("translate_no_service"))
    from converter.cli import drafting

    return lambda: drafting.draft(_one(reports), machine, url, model)


def _one(reports: tuple[str, ...]) -> str:
    from converter.cli import translating

    known = translating.reports(reports)
    if len(known) != 1:
        raise click.UsageError(say("translate_no_report", known=" ".join(known)))
    return known[0]
