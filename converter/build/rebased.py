"""Pages that people edited, when the report is cut into other parts than before: their words go where the text went.

A merge by lines would see a page of other words and leave it in conflict.  What people changed in words is found in the
text of the report, and the new pages say it.  Whatever else they changed is left to the merge.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from converter.build.edited import PagePair, edited_pages
from converter.build.keep import Action, Change, page_as_left, read_base
from converter.corrections import amended
from converter.layout import BASE, report_folder
from converter.model import Report
from converter.pages.report import chapter_pages
from converter.text.fold import fold
from converter.text.markdown import plain, read_again
from converter.translation.memory import Block, page_blocks

_UNTOUCHED: frozenset[Action] = frozenset({"same", "written", "updated", "retired"})
"""What is done to pages that nobody edited."""

_TABLE = "▦"
_STOPS = dict.fromkeys(map(ord, "。.：:"))


def rebased(docs: Path, name: str, report: Report, changes: Iterable[Change]) -> dict[str, Change]:
    """By path the changes of the chapters' pages where the parts changed under what people edited; empty elsewhere."""
    planned = {change.path: change for change in changes}
    if {change.action for change in planned.values()} <= _UNTOUCHED:
        return {}
    before = dict(_before(docs, name))
    now = chapter_pages(report, name)
    if not before or _headings(b.ours for b in before.values()) == _headings(now.values()):
        return {}
    if all(pair.ours == pair.theirs for pair in before.values()):
        return {}
    told = edited_pages(report, list(before.values()))
    texts = chapter_pages(amended(report, told.words), name)
    if told.unread or not _is_all_said(before.values(), texts.values()):
        return {}
    return {
        path: _change(change, texts.get(path), now.get(path))
        for path, change in planned.items()
        if path in before or path in now
    }


def _before(docs: Path, name: str) -> Iterator[tuple[str, PagePair]]:
    folder = report_folder(name)
    files = (docs / BASE / folder).glob("c*.md")
    for file in sorted(files, key=lambda it: (len(it.stem), it.stem)):
        path = f"{folder}/{file.name}"
        base, left = read_base(docs, path), page_as_left(docs, path)
        if base and left:
            yield path, PagePair(file.stem, base, left)


def _headings(pages: Iterable[str]) -> list[tuple[str, str, str]]:
    return [(b.marks, b.text, b.attributes) for page in pages for b in page_blocks(page).blocks if b.marks]


def _is_all_said(before: Iterable[PagePair], texts: Iterable[str]) -> bool:
    """Whether the new pages have every word of those that people left, and these nothing but words and tables."""
    left = [block for pair in before for block in page_blocks(pair.theirs).blocks]
    ours = {block.text for pair in before for block in page_blocks(pair.ours).blocks}
    new = [block for text in texts for block in page_blocks(text).blocks]
    changed = [b for b in left if b.text not in ours and not b.text.startswith("|")]
    simple = all(plain(b.text, bool(b.marks)) for b in changed)
    whole = {_words([b]) for b in changed} <= {_words([b]) for b in new}
    return simple and whole and _without_stops(left) == _without_stops(new)


def _without_stops(blocks: Sequence[Block]) -> str:
    # What ends a heading that begins a paragraph of the raw report stands in it only where it is none.
    return _words(blocks).translate(_STOPS)


def _words(blocks: Sequence[Block]) -> str:
    # What a table is called is ours, and what stands in it is told as cells: only that one is there counts.
    told = (_TABLE if b.text.startswith("|") else b.text for b in blocks if "table" not in b.attributes)
    return "".join("".join(fold(read_again(text)).split()) for text in told)


def _change(change: Change, text: str | None, program: str | None) -> Change:
    if text is None:
        return Change(change.path, "retired", change.before, None, None, None)
    action: Action = "updated" if text == program else "merged"
    return Change(change.path, action, change.before, text, program, program)


def with_changes(changes: Iterable[Change], others: Mapping[str, Change]) -> tuple[Change, ...]:
    """``changes``, those of a path that ``others`` has too as it has them."""
    return tuple(others.get(change.path, change) for change in changes)
