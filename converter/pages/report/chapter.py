"""A page for one chapter: its title, its paragraphs, its sections as headings or as points."""

import re
from collections.abc import Iterator, Mapping, Sequence

from converter.model import Chapter, Paragraph, Report, Section, Table
from converter.pages.edition import CHINESE, Edition, printed_title
from converter.pages.frame import heading, marked, page
from converter.pages.report.tables import table_blocks
from converter.text.markdown import escape, prose
from converter.translation.memory import PageBlocks, english_blocks

Notes = Mapping[str, str]
"""Where each note of a report stands (``c5.md#c5-s1``), by its number."""

_NOTE_MARK = re.compile(r"\\\[(\d{1,3})\\\]")
_NOTE = re.compile(r"\[ ?(\d{1,3}) ?\].?")


def chapter_page(report: Report, chapter: Chapter, name: str, notes: Notes) -> str:
    """The Markdown of ``chapter``'s page in the report called ``name``; ``notes`` are those of ``notes_of`` it."""
    title = printed_title(report, chapter)
    blocks = [heading(1, title, chapter.id)]
    if chapter.heading is None:
        blocks.append(marked(CHINESE.word("editorial"), ".editorial"))
    within = chapter.sections[0].span.start if chapter.sections else chapter.span.end
    first = [table for table in chapter.tables if table.span.start < within]
    blocks += texts(report, chapter.paragraphs, first, notes)
    blocks += _sections(report, chapter.sections, 2, notes)
    blocks += texts(report, (), chapter.tables[len(first) :], notes)
    return page(_fields(report, title, name, CHINESE), blocks)


def english_chapter_page(
    report: Report, chapter: Chapter, name: str, chinese: PageBlocks, edition: Edition
) -> str:
    """The English page beside ``chinese``, the page as it stands: the same blocks, each in English where there is one."""
    title = edition.chapter_title(report, chapter)
    return page(
        _fields(report, title, name, edition),
        english_blocks(chinese.blocks, edition.memory.of_page(chapter.id)),
    )


def _fields(report: Report, title: str, name: str, edition: Edition) -> dict[str, str]:
    description = edition.word("chapter_description", report=edition.title(report), title=title)
    return {"report": name, "page": "chapter", "description": description}


def texts(
    report: Report, inside: Sequence[Paragraph], tables: Sequence[Table], notes: Notes
) -> Iterator[str]:
    """The paragraphs and tables of a part in the order of the text, a paragraph a block."""
    both: list[Paragraph | Table] = [*inside, *tables]
    for one in sorted(both, key=lambda part: part.span):
        if isinstance(one, Table):
            yield from table_blocks(report, one)
        else:
            yield _with_marks(prose(one.span.of(report.source.text)), notes)


def _with_marks(block: str, notes: Notes) -> str:
    """A block of Markdown with the marks of notes (``[1]``) linked to the notes that the report prints at its end."""
    return _NOTE_MARK.sub(
        lambda mark: f"[{mark[0]}]({notes[mark[1]]})" if mark[1] in notes else mark[0], block
    )


def notes_of(report: Report) -> Notes:
    """The notes that a report prints at its end."""
    sections = ((chapter.id, section) for chapter in report.chapters for section in chapter.sections)
    numbered = (
        (id_, section, _NOTE.fullmatch(section.num.of(report.folded)))
        for id_, section in sections
        if section.num
    )
    return {match[1]: f"{id_}.md#{section.id}" for id_, section, match in numbered if match}


def _sections(report: Report, sections: Sequence[Section], level: int, notes: Notes) -> Iterator[str]:
    for section in sections:
        if section.heading and (section.sections or any(not p.closes_parent for p in section.paragraphs)):
            yield from _headed(report, section, level, notes)
        else:
            yield from _point(report, section, notes)
        yield from _sections(report, section.sections, level + 1, notes)


def _headed(report: Report, section: Section, level: int, notes: Notes) -> Iterator[str]:
    assert section.heading
    text = report.source.text
    yield heading(level, escape(text[section.lead.start : section.heading.end]), section.id)
    yield from texts(report, [p for p in section.paragraphs if not p.closes_parent], section.tables, notes)
    for paragraph in section.paragraphs:
        if paragraph.closes_parent:
            yield marked(_with_marks(prose(paragraph.span.of(text)), notes), ".closing")


def _point(report: Report, section: Section, notes: Notes) -> Iterator[str]:
    """A point that is a paragraph itself: its mark and its text run on as they do in the report."""
    text = report.source.text
    own = [p for p in section.paragraphs if not p.closes_parent]
    end = own[0].span.end if own else section.lead.end
    block = prose(text[section.lead.start : end])
    is_note = section.num and _NOTE.fullmatch(section.num.of(report.folded))
    yield marked(block if is_note else _with_marks(block, notes), f"#{section.id}")
    yield from texts(report, own[1:], section.tables, notes)
    yield from texts(report, [p for p in section.paragraphs if p.closes_parent], (), notes)
