"""What a build says, line by line: of each report, of its pages, of files that were refused or got another name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from converter.build.keep import Action, Change
from converter.build.renamed import Renamed
from converter.build.seeds import Converted, Refused
from converter.cli.excerpt import excerpts
from converter.cli.failing import explain_one
from converter.cli.messages import language, say
from converter.cli.putting_right import put_right
from converter.cli.tally import tally
from converter.cli.vanishing import out_of_use, vanishing
from converter.layout import DOCS, report_folder

_COUNTED: tuple[Action, ...] = ("written", "updated", "merged", "kept", "conflict", "restored", "same")


def report_notices(path: Path, one: Converted) -> Iterator[str]:
    """What a person should know of a report that was built."""
    yield from (say(key, path=one.told.source) for key in one.told.warnings)
    sidecar = path.with_suffix(".toml")
    yield from (say("note_gone", path=sidecar, note=note) for note in one.told.notes_gone)
    yield from put_right(one)
    yield from page_notices(one.changes)
    yield from vanishing(one.changes)
    yield from out_of_use(one.changes)


def summary(path: Path, one: Converted, actions: Mapping[Action, int]) -> str:
    """One line for a report that was built: what was understood, and what became of its pages."""
    comma = "，" if language() == "zh" else ", "
    told = one.told
    return say(
        "built",
        path=path,
        out=f"{DOCS}/{report_folder(one.name)}/",
        chapters=told.chapters,
        sections=told.sections,
        figures=told.figures,
        dropped=told.dropped,
        pages=comma.join(say(f"pages_{it}", n=actions[it]) for it in _COUNTED if actions.get(it)),
    )


def page_notices(changes: Iterable[Change]) -> Iterator[str]:
    """What a person should know about what a build does to pages."""
    for change in changes:
        page = f"{DOCS}/{change.path}"
        if change.action == "deleted":
            yield say("deleted_kept", page=page)
        if change.action in ("retired", "retired_kept") and change.before is not None:
            yield say(change.action, page=page)
        if change.action == "relearned":
            yield say("relearned", path=page)
        elif change.before is not None and (change.action == "restored" or change.aside):
            yield say("restored", page=page)
        if change.aside:
            yield say("put_aside", page=page, copy=f"{DOCS}/{change.aside}")
        for conflict in change.conflicts:
            shown = excerpts(conflict.theirs, conflict.ours)
            theirs, ours = (text or say("removed_line") for text in shown)
            yield say("conflict", page=page, line=conflict.line, theirs=theirs, ours=ours)


def renamings(found: Iterable[Renamed]) -> Iterator[str]:
    """What a build says of raw reports that got another name."""
    for one in found:
        yield say("renamed", was=one.was, path=one.path, old=one.old, new=one.new)


def refusals(built: int, refused: Sequence[Refused]) -> Iterator[str]:
    """What a build says last: each file that was refused with the reason and the cure, and how many of each."""
    yield from (explain_one(one.path, one.error) for one in refused)
    if refused and built + len(refused) > 1:
        yield from tally(built, [one.error for one in refused])
        yield say("refused", count=built + len(refused), refused=len(refused))
