"""Steps carried out: under the lock of a build, all or none, with what else they changed."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from converter.build.answering import signed, told_of
from converter.build.correcting import put_in, rewrite, take_out
from converter.build.editor import editor
from converter.build.english import current_memory
from converter.build.keep import Change, carry_out, read, settle
from converter.build.keep.merge import merge
from converter.build.memory_store import changes_of_memory
from converter.build.seeds import take
from converter.corrections import Written, entries_in
from converter.errors import InputError
from converter.layout import DOCS
from converter.lock import alone
from converter.site.editing import journal
from converter.site.editing.acts import act_of
from converter.site.editing.forms import Ask, EditingError, MeanwhileError
from converter.site.editing.seen import Seen, seen
from converter.site.editing.steps import EntryStep, MemoryStep, PageStep, SettleStep, Step
from converter.site.publisher import read_publisher
from converter.translation.memory import accept, reviewed


class Saved(NamedTuple):
    """The files below ``docs/`` that became others, and what a person should know of it: keys of ``cli/messages.toml``."""

    changed: Sequence[str]
    remarks: Sequence[str] = ()


def save(ask: Ask) -> Saved:
    """Do what was filled in, unless what the person saw has changed.

    Raises MeanwhileError, EditingError ``nothing`` where nothing was changed and ``why_needed`` where no reason was given,
    and InputError of a build.
    """
    with alone(DOCS):
        report, act = seen(ask.report), act_of(ask)
        form = act.form(report, ask)
        if form.version != ask.version:
            raise MeanwhileError(form)
        steps = tuple(act.steps(report, ask))
        _refuse(steps)
        return _done(report, steps)


def _refuse(steps: Sequence[Step]) -> None:
    if not steps:
        raise EditingError("nothing")
    reasons = [step.why for step in steps if isinstance(step, EntryStep)]
    reasons += [step.reason for step in steps if isinstance(step, MemoryStep) and step.reason is not None]
    if not all(map(str.strip, reasons)):
        raise EditingError("why_needed")


def _done(report: Seen, steps: Sequence[Step]) -> Saved:
    pages = [step for step in steps if isinstance(step, PageStep)]
    entries = [_signed(step) for step in steps if isinstance(step, EntryStep)]
    changed, remarks = list[str](), list[str]()
    for step in steps:
        if isinstance(step, MemoryStep | SettleStep):
            changed += _settled(report.name, step)
    for page in pages:
        done = rewrite(report.seed, page.path, page.before, page.after)
        changed += [page.path, *(change.path for change in done.changes)]
        remarks += [one.key for one in done.remarks]
    if entries:
        try:
            changed += [one.path for one in put_in(report.seed, entries[0], DOCS, *entries[1:]).changes]
        except InputError:
            for page in pages:
                rewrite(report.seed, page.path, read(DOCS / page.path) or "", page.before)
            raise
    _note(report.name, pages, entries)
    return Saved(tuple(dict.fromkeys(changed)), tuple(dict.fromkeys(remarks)))


def _settled(report: str, step: MemoryStep | SettleStep) -> Iterable[str]:
    if isinstance(step, SettleStep):
        changes: Sequence[Change] = [settle(step.change, step.side)]
    else:
        memory = current_memory(DOCS, report)
        told = (
            reviewed(memory, step.page, step.key)
            if step.reason is None
            else accept(memory, step.page, step.key, step.reason)
        )
        changes = changes_of_memory(DOCS, report, told[0])
    carry_out(DOCS, changes)
    return [change.path for change in changes if change.text != change.before]


def _signed(step: EntryStep) -> Written:
    tells = read_publisher(Path()).corrections == "told"
    return signed(step.entry, editor(), step.why.strip(), told_of(step.entry) if tells else {})


def _note(report: str, pages: Iterable[PageStep], entries: Iterable[Written]) -> None:
    for page in pages:
        after = read(DOCS / page.path) or ""
        journal.note_page(report, page.path, page.before, after, page.now or page.was)
    for entry in entries:
        journal.note_entry(report, entry, _about(entry))


def _about(entry: Mapping[str, object]) -> str:
    kind, words = next(iter(entry.items()))
    said = ", ".join(
        f"{key}: {value}"
        for key, value in entry.items()
        if key not in (kind, "in", "by", "date", "why", "what", "what_en")
    )
    return f"{words} → {said}" if said else str(words)


def undo(id_: str) -> Saved:
    """Take back what was noted under an id; what others changed since stays.

    Raises EditingError ``no_change`` where there is no such change, ``changed_since`` where others changed the same, and
    InputError of a build.
    """
    with alone(DOCS):
        one = next((each for each in journal.noted() if each.id == id_ and not each.undone), None)
        if one is None:
            raise EditingError("no_change")
        report = seen(one.report)
        saved = _page_back(report, one) if one.kind == "page" else _entry_out(report, one)
        journal.strike(id_)
        return saved


def _page_back(report: Seen, one: journal.Noted) -> Saved:
    now = read(DOCS / one.path) or ""
    text, conflicts = merge(now, one.after, one.before, one.path)
    if conflicts:
        raise EditingError("changed_since")
    changes = rewrite(report.seed, one.path, now, text).changes
    return Saved((one.path, *(change.path for change in changes)))


def _entry_out(report: Seen, one: journal.Noted) -> Saved:
    sidecar = take(report.seed).sidecar
    entries = entries_in(sidecar.decode("utf-8-sig") if sidecar else None)
    places = [number for number, entry in enumerate(entries, 1) if journal.is_same(one, entry)]
    if not places:
        raise EditingError("no_change")
    return Saved([change.path for change in take_out(report.seed, places[-1]).changes])
