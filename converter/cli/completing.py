"""What a shell offers when somebody presses Tab: reports, figures, codes, facts, notes and doubts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from converter.data import Observation

_MOST = 200


def reports(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The reports of the site."""
    from converter.layout import DOCS, data_files

    names = (file.stem for file in data_files(DOCS))
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def facts(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What can be said of a report, each with an example."""
    from converter.sources.sidecar import KEYS

    return [CompletionItem(key, help=told) for key, told in KEYS.items() if key.startswith(incomplete)]


def figures(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The figures of the report by their ids, each with its words and its name; found by any of them."""
    found = ((o.id, f"{o.surface} {o.indicator}") for o in _observations(ctx))
    return [
        CompletionItem(id_, help=told)
        for id_, told in found
        if id_.startswith(incomplete) or incomplete in told
    ]


def codes(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The codes of the dictionary, found by their beginning or by words of the indicator."""
    from converter.indicators import indicators

    found = ((one.code, one.zh) for one in indicators())
    told = [
        CompletionItem(code, help=zh) for code, zh in found if code.startswith(incomplete) or incomplete in zh
    ]
    return told[:_MOST]


def doubts_and_notes(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The notes and doubts of the report that nobody has answered."""
    from converter.cli.doubting import open_doubts, said

    report = str(ctx.params.get("report") or "")
    found = open_doubts([report]) if report else []
    return [CompletionItem(one.id, help=said(one)) for one in found if one.id.startswith(incomplete)]


def _observations(ctx: click.Context) -> Sequence["Observation"]:
    from converter.data import read_report
    from converter.errors import InputError
    from converter.layout import DOCS, data_path

    try:
        return read_report(DOCS / data_path(str(ctx.params.get("report")))).observations
    except InputError:
        return ()
