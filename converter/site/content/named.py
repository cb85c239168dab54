"""What each figure of a report is called in a language, for the files that people take away."""

from collections.abc import Iterator
from pathlib import Path

from converter.exports import Named
from converter.layout import FIRST, data_path, page_of_chapter, page_path
from converter.pages.edition import Edition
from converter.site.content.counterpart import memory_of, stated_on
from converter.site.content.report_data import data_in
from converter.site.markdown.translated import with_english_sentences
from converter.text.markdown import shown
from converter.text.punctuation import full_width
from converter.translation.memory import Memory

_OF_PERSONS = ("名", "位")  # words that only persons are counted with


def named_in(docs: Path, name: str, language: str) -> Iterator[Named]:
    """The names of the figures of the report called ``name``, in the order of its data."""
    chinese, memory = stated_on(docs, page_path(name, FIRST, language), name), memory_of(docs, name)
    stated, edition = chinese, Edition(language, memory)
    if language != "zh":
        stated = with_english_sentences(chinese, english_of_paragraphs(memory))
    told = zip(stated.figures, chinese.figures, data_in(docs / data_path(name)).observations, strict=True)
    for figure, own, seen in told:
        chapter = page_of_chapter(seen.chapter)
        yield Named(
            _heading(stated.headings.get(chapter)),
            _heading(stated.headings.get(f"{chapter}-s{seen.section}")),
            figure.indicator,
            figure.counted_in or _counted(seen.unit, edition),
            shown(edition.text("period", seen.period)) if seen.period else None,
            figure.sentence if figure.sentence != own.sentence else None,
        )


def _counted(unit: str, edition: Edition) -> str:
    """What is counted one by one where a sentence needs no word for it: people, or whatever its name says."""
    if unit in _OF_PERSONS:
        return shown(edition.text("unit", unit))
    return edition.word("counted_one_by_one") if unit else ""


def english_of_paragraphs(memory: Memory) -> dict[str, str]:
    """The text of each paragraph that somebody translated, by its id."""
    return {unit.key: shown(unit.en) for unit in memory.units if unit.en}


def report_in(docs: Path, name: str, language: str) -> tuple[str | None, str | None, str | None]:
    """The title, region and issuer of the report called ``name``, None where they are its own or not known."""
    if language == "zh":
        return None, None, None
    known, region = (
        stated_on(docs, page_path(name, FIRST, language), name).reference,
        data_in(docs / data_path(name)).region,
    )
    edition = Edition(language, memory_of(docs, name))
    return known.title_en, shown(edition.text("region", region)) if region else None, known.issuer_en


def _heading(text: str | None) -> str | None:
    return full_width(text) if text else None
