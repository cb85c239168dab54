"""Where the figures of a report stand in its translation: beside the numbers that say them in Chinese."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec.structs import replace

from converter.model import Span
from converter.site.content.observations import Figure, Stated
from converter.site.markdown.prose import sentences
from converter.text.fold import fold
from converter.translation.numbers import counterparts, pairs_in


def placed_in_translation(
    chinese: str, figures: Sequence[Figure], english: str
) -> Iterator[tuple[Figure, Span | None]]:
    """Pair each figure of the paragraph ``chinese`` with its number in ``english``, None where none is its own.

    In the order of ``english``; two figures never share a number.
    """
    if fold(english) == chinese:  # Nobody has translated it yet.
        yield from ((figure, Span(figure.at, figure.at + len(figure.surface))) for figure in figures)
        return
    pairs = pairs_in(chinese, english)
    taken: set[Span] = set()
    found: list[tuple[Figure, Span | None]] = []
    for figure in figures:
        place = Span(figure.at, figure.at + len(figure.surface))
        spans = (number.span for number in counterparts(pairs, place))
        own = next((span for span in spans if span not in taken), None)
        if own:
            taken.add(own)
        found.append((figure, own))
    yield from sorted(found, key=lambda pair: pair[1] or Span(0, 0))


def with_english_sentences(stated: Stated, english: Mapping[str, str]) -> Stated:
    """The same where each figure says its sentence in English, as far as the paragraphs are in ``english``, by id."""
    said: dict[str, str] = {}
    prose = (figure for figure in stated.figures if not figure.in_table)
    for paragraph, own in groupby(prose, key=lambda figure: figure.paragraph):
        told, text = stated.paragraphs.get(paragraph, ""), english.get(paragraph, "")
        for figure, span in placed_in_translation(told, list(own), text) if text else ():
            if span:
                said[figure.id] = _sentence_at(text, span.start)
    return replace(
        stated,
        figures=tuple(replace(one, sentence=said.get(one.id, one.sentence)) for one in stated.figures),
    )


def _sentence_at(text: str, at: int) -> str:
    begins = 0
    for sentence in sentences(text):
        begins += len(sentence)
        if at < begins:
            return sentence.strip()
    return text
