"""A page for one chapter: its title, its paragraphs, its sections as headings or as points."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from converter.model import Chapter, Paragraph, Report, Section
from converter.pages.edition import CHINESE, Edition, printed_title
from converter.pages.frame import heading, marked, page, table
from converter.pages.markdown import cell, escape, prose
from converter.translation import Page, english_blocks


def chapter_page(report: Report, chapter: Chapter, name: str) -> str:
    """The Markdown of ``chapter``'s page in the report called ``name``."""
    title = printed_title(report, chapter)
    blocks = [heading(1, title, chapter.id)]
    if chapter.heading is None:
        blocks.append(marked(CHINESE.word("editorial"), ".editorial"))
    blocks += paragraphs(report, chapter.paragraphs)
    blocks += _sections(report, chapter.sections, 2)
    return page(_fields(report, title, name, CHINESE), blocks)


def english_chapter_page(report: Report, chapter: Chapter, name: str, chinese: Page, edition: Edition) -> str:
    """The English page beside ``chinese``, the page as it stands: the same blocks, each in English where there is one."""
    title = edition.chapter_title(report, chapter)
    return page(
        _fields(report, title, name, edition),
        english_blocks(chinese.blocks, edition.memory.of_page(chapter.id)),
    )


def _fields(report: Report, title: str, name: str, edition: Edition) -> dict[str, str]:
    description = edition.word("chapter_description", report=edition.title(report), title=title)
    return {"report": name, "page": "chapter", "description": description}


def paragraphs(report: Report, inside: Sequence[Paragraph]) -> Iterator[str]:
    """The paragraphs, one a block; the rows of a table, which readers give as lines ``a | b``, as one table."""
    texts = (paragraph.span.of(report.source.text) for paragraph in inside)
    for width, rows in groupby(texts, key=lambda text: len(_cells(text))):
        lines = list(rows)
        if width > 1 and len(lines) > 1:
            header, *body = [[cell(text) for text in _cells(line)] for line in lines]
            yield table(header, body)
        else:
            yield from map(prose, lines)


def _cells(text: str) -> list[str]:
    return text.split(" | ")


def _sections(report: Report, sections: Sequence[Section], level: int) -> Iterator[str]:
    for section in sections:
        if section.heading and (section.sections or any(not p.closes_parent for p in section.paragraphs)):
            yield from _headed(report, section, level)
        else:
            yield from _point(report, section)
        yield from _sections(report, section.sections, level + 1)


def _headed(report: Report, section: Section, level: int) -> Iterator[str]:
    assert section.heading
    text = report.source.text
    yield heading(level, escape(text[section.lead.start : section.heading.end]), section.id)
    yield from paragraphs(report, [p for p in section.paragraphs if not p.closes_parent])
    for paragraph in section.paragraphs:
        if paragraph.closes_parent:
            yield marked(prose(paragraph.span.of(text)), ".closing")


def _point(report: Report, section: Section) -> Iterator[str]:
    """A point that is a paragraph itself: its mark and its text run on as they do in the report."""
    text = report.source.text
    own = [p for p in section.paragraphs if not p.closes_parent]
    end = own[0].span.end if own else section.lead.end
    yield marked(prose(text[section.lead.start : end]), f"#{section.id}")
    yield from paragraphs(report, own[1:])
    yield from paragraphs(report, [p for p in section.paragraphs if p.closes_parent])
