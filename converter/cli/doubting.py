"""``gongkai doubts``: what a person should look at in all reports, the gravest first."""

import json
from collections.abc import Sequence

import click
from msgspec.structs import asdict

from converter.cli.messages import language, say
from converter.cli.translating import reports
from converter.data import read_report
from converter.data.doubts import ListedDoubt, listed_doubts
from converter.layout import DOCS, data_path


def doubts(named: Sequence[str], as_json: bool) -> int:
    """Print the doubts of the reports named, or of all."""
    found = open_doubts(named)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
        return 0
    for one in found:
        figure = f"  ({one.about})" if one.of_figure else ""
        click.echo(f"{one.weight}  {one.report}/{one.page}  {one.id}  {said(one)}{_shown(one)}{figure}")
    click.echo(say("doubts_count", count=len(found)), err=True)
    return 0


def said(one: ListedDoubt) -> str:
    """What a doubt says in the reader's language."""
    return one.zh if language() == "zh" else one.en


def _shown(one: ListedDoubt) -> str:
    """What the doubt is about, where its words do not say it themselves."""
    if not one.words or one.words in said(one):
        return ""
    return f"：{one.words}" if language() == "zh" else f": {one.words}"


def open_doubts(named: Sequence[str] = ()) -> list[ListedDoubt]:
    """What nobody has answered in the reports named, or in all."""
    return listed_doubts((name, read_report(DOCS / data_path(name))) for name in reports(named))
