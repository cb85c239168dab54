"""Steps carried out: under the lock of a build, all or none, with what else they changed."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from converter.build.answering import signed, told_of
from converter.build.correcting import put_in, rewrite
from converter.build.editor import editor
from converter.build.english import current_memory
from converter.build.keep import Change, carry_out, read, settle
from converter.build.memory_store import changes_of_memory
from converter.corrections import Written
from converter.errors import InputError
from converter.layout import DOCS
from converter.lock import alone
from converter.site.editing import journal
from converter.site.editing.acts import act_of
from converter.site.editing.edit_state import note_of_review, said_of
from converter.site.editing.elsewhere import keep, note_changes
from converter.site.editing.forms import Ask, EditingError, Form, MeanwhileError
from converter.site.editing.journal import Noted, note_of_entry
from converter.site.editing.seen import Seen, seen
from converter.site.editing.steps import EntryStep, MemoryStep, PageStep, SettleStep, Step
from converter.site.editing.undoing import taken_back
from converter.site.publisher import read_publisher
from converter.translation.memory import accept, reviewed


class Saved(NamedTuple):
    """The files below ``docs/`` that became others, and what a person should know of it: keys of ``cli/messages.toml``."""

    changed: Sequence[str]
    remarks: Sequence[str] = ()


def save(ask: Ask) -> Saved:
    """Do what was filled in, unless what the person saw has changed.

    Raises MeanwhileError, EditingError ``already`` where it is so by now, ``nothing`` where nothing was changed and ``why_needed`` where no reason was given,
    and InputError of a build.
    """
    with alone(DOCS):
        report, act = seen(ask.report), act_of(ask)
        form = act.form(report, ask)
        if form.version != ask.version:
            if form.shows(ask.said):
                raise EditingError("already")
            raise MeanwhileError(form)
        steps = tuple(act.steps(report, ask))
        _refuse(steps)
        note_changes(ask.report)
        saved = _done(report, steps, form)
        keep(ask.report)
        return saved


def _refuse(steps: Sequence[Step]) -> None:
    if not steps:
        raise EditingError("nothing")
    reasons = [step.why for step in steps if isinstance(step, EntryStep)]
    reasons += [step.reason for step in steps if isinstance(step, MemoryStep) and step.reason is not None]
    if not all(map(str.strip, reasons)):
        raise EditingError("why_needed")


def _done(report: Seen, steps: Sequence[Step], form: Form) -> Saved:
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
    _note(report.name, pages, entries, form)
    return Saved(tuple(dict.fromkeys(changed)), tuple(dict.fromkeys(remarks)))


def _settled(report: str, step: MemoryStep | SettleStep) -> Iterable[str]:
    changes = _of_conflict(report, step) if isinstance(step, SettleStep) else _of_review(report, step)
    return [change.path for change in changes if change.text != change.before]


def _of_conflict(report: str, step: SettleStep) -> Sequence[Change]:
    change = settle(step.change, step.side)
    carry_out(DOCS, [change])
    lines = step.change.conflicts[0].theirs if step.side == "person" else step.change.conflicts[0].ours
    before, base = step.change.before or "", step.change.base
    journal.note(Noted(report, "settled", lines, change.path, before, change.text or "", base=base))
    return [change]


def _of_review(report: str, step: MemoryStep) -> Sequence[Change]:
    memory = current_memory(DOCS, report)
    told = (
        reviewed(memory, step.page, step.key)
        if step.reason is None
        else accept(memory, step.page, step.key, step.reason)
    )
    changes = changes_of_memory(DOCS, report, told[0])
    carry_out(DOCS, changes)
    for before, after in zip(memory.units, told[0].units, strict=True):
        if before != after:
            place = f"{step.page}#{after.key}"
            journal.note(note_of_review(report, place, said_of(before), said_of(after)))
    return changes


def _signed(step: EntryStep) -> Written:
    tells = read_publisher(Path()).corrections == "told"
    return signed(step.entry, editor(), step.why.strip(), told_of(step.entry) if tells else {})


def _note(report: str, pages: Iterable[PageStep], entries: Iterable[Written], form: Form) -> None:
    for page in pages:
        after = read(DOCS / page.path) or ""
        journal.note(Noted(report, "page", page.now or page.was, page.path, page.before, after))
    journal.note(*(note_of_entry(report, entry, before=_was(form, entry)) for entry in entries))


def _was(form: Form, entry: Written) -> str:
    """What stood in the fields that an entry puts right."""
    named = {*entry, str(entry.get("fact", ""))}
    return json.dumps({one.name: one.value for one in form.fields if one.name in named - {"why"}})


def undo(id_: str) -> Saved:
    """Take back what was noted under an id.

    Raises EditingError ``no_change`` where there is no such change, and what ``taken_back`` raises.
    """
    with alone(DOCS):
        one = next((each for each in journal.noted() if each.id == id_ and not each.undone), None)
        if one is None:
            raise EditingError("no_change")
        note_changes(one.report)
        changed = taken_back(seen(one.report), one)
        journal.strike(id_)
        keep(one.report)
        return Saved(tuple(dict.fromkeys(changed)))
