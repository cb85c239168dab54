"""From an outline to the frozen report, with ids, sentences and titles."""

from collections.abc import Iterator, Sequence

from converter.model import Chapter, Paragraph, Section, Span
from converter.structure.segment.part import Part, Text
from converter.structure.segment.roles import editorial_title
from converter.structure.segment.sentences import paragraph


def paragraphs(folded: str, part_id: str, texts: Sequence[Text]) -> tuple[Paragraph, ...]:
    """The paragraphs of one part, numbered from 1."""
    return tuple(
        paragraph(part_id, n, text.span, folded, text.closes_parent) for n, text in enumerate(texts, 1)
    )


def chapter(folded: str, number: int, part: Part) -> Chapter:
    """Freeze a top part."""
    part_id = f"c{number}"
    role = part.role or "results"
    return Chapter(
        id=part_id,
        span=Span(part.lead.start, part.end),
        lead=part.lead,
        num=part.num,
        heading=part.heading,
        role=role,
        editorial_title=None
        if part.heading
        else editorial_title("notes" if _holds_notes(folded, part) else role),
        paragraphs=paragraphs(folded, part_id, part.texts),
        sections=tuple(_sections(folded, part_id, part.parts)),
    )


def _holds_notes(folded: str, part: Part) -> bool:
    nums = [inner.num for inner in part.parts]
    return bool(nums) and all(num and folded.startswith("[", num.start) for num in nums)


def _sections(folded: str, above: str, parts: Sequence[Part]) -> Iterator[Section]:
    for n, part in enumerate(parts, 1):
        part_id = f"{above}-s{n}"
        yield Section(
            id=part_id,
            span=Span(part.lead.start, part.end),
            lead=part.lead,
            num=part.num,
            heading=part.heading,
            paragraphs=paragraphs(folded, part_id, part.texts),
            sections=tuple(_sections(folded, part_id, part.parts)),
        )
