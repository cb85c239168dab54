"""Sections of a chapter that has no marks: short lines of their own, or sentences that stand out by being alike.

``深入学习宣传贯彻习近平法治思想。部党组把……`` is a heading where the paragraphs around it start the same way: with
a short sentence that tells no figure.
"""

import re
from collections.abc import Sequence
from statistics import median

from converter.model import Span
from converter.structure.lines.cut import trimmed
from converter.structure.segment.heading import is_lead_sentence, prescribed_end
from converter.structure.segment.part import Part, Text

_FEWEST = 3
_SLACK = 4  # characters
_SHARE = 0.6  # of the paragraphs behind the first heading
_LONG = 30  # characters; a paragraph under a heading has more
_SENTENCE = re.compile(r"[^。;!?]{4,30}。")
_FRAME = re.compile(r"[【〖][^【】〖〗。;:\n]{2,24}[】〗]:?")
_LINE = re.compile(r"[^。;:,!?、|]{4,30}")


def with_unmarked_sections(folded: str, chapters: Sequence[Part]) -> None:
    """Give each chapter without sections those that its paragraphs show without marks."""
    for chapter in chapters:
        if not chapter.parts and chapter.role != "other":
            _split(folded, chapter)


def _split(folded: str, chapter: Part) -> None:
    heads = _alike(chapter.texts, _heads(folded, chapter.texts))
    first = next((n for n, head in enumerate(heads) if head), None)
    last = max((n for n, head in enumerate(heads) if head), default=0)
    if first is None:
        return
    count = sum(head is not None for head in heads)
    if not _is_enough(folded, chapter.texts[first : last + 1], heads[first : last + 1]):
        return
    texts, chapter.texts = chapter.texts, chapter.texts[:first]
    for text, head in zip(texts[first:], heads[first:], strict=True):
        if head:
            chapter.parts.append(_section(folded, chapter, text, head))
            continue
        section = chapter.parts[-1]
        closes = len(chapter.parts) == count and bool(section.texts)
        section.texts.append(Text(text.span, text.closes_parent or closes))


def _heads(folded: str, texts: Sequence[Text]) -> list[Span | None]:
    framed = [_framed(folded, text) for text in texts]
    if sum(head is not None for head in framed) >= _FEWEST:
        return framed
    found: list[Span | None] = []
    for n, text in enumerate(texts):
        # What stands under a heading on a line of its own is its text, however it starts.
        under = bool(found) and found[-1] is not None and found[-1].end == texts[n - 1].span.end
        found.append(None if under and text.span.end - text.span.start > _LONG else _head(folded, texts, n))
    return found


def _framed(folded: str, text: Text) -> Span | None:
    """The heading in brackets that a paragraph starts with (``【行政检查】检查企业……``)."""
    match = _FRAME.match(folded, *text.span)
    return Span(*match.span()) if match else None


def _alike(texts: Sequence[Text], heads: Sequence[Span | None]) -> list[Span | None]:
    """The headings without those that are not like the others: longer by far, or not printed like them."""
    found = [
        (head.end - head.start, head.end == text.span.end)
        for text, head in zip(texts, heads, strict=True)
        if head
    ]
    if not found:
        return list(heads)
    longest = 2 * median(length for length, _ in found) + _SLACK
    alone = 2 * sum(is_alone for _, is_alone in found) > len(found)
    return [
        head if head and head.end - head.start <= longest and (head.end == text.span.end) == alone else None
        for text, head in zip(texts, heads, strict=True)
    ]


def _is_enough(folded: str, texts: Sequence[Text], heads: Sequence[Span | None]) -> bool:
    """Whether the paragraphs from the first heading to the last are alike enough for their first words to be headings."""
    alone = [head is not None and head.end == text.span.end for text, head in zip(texts, heads, strict=True)]
    count = sum(head is not None for head in heads)
    # A paragraph under a heading on a line of its own is no exception.
    others = sum(head is None and not under for head, under in zip(heads, [False, *alone], strict=False))
    # Two are enough where they have lines of their own and all that follows stands under them.
    own = all(head is None or folded[head.end - 1] != "。" for head in heads)
    fewest = _FEWEST - (own and any(alone) and not others)
    return count >= fewest and count >= _SHARE * (count + others)


def _head(folded: str, texts: Sequence[Text], n: int) -> Span | None:
    """The heading that a paragraph starts with or is, None where it has none."""
    start, end = texts[n].span
    words = folded[start:end]
    sentence = _SENTENCE.match(words)
    alone = bool(_LINE.fullmatch(words)) or bool(sentence and sentence.end() == len(words))
    if alone:
        following = texts[n + 1].span if n + 1 < len(texts) else Span(0, 0)
        heads = following.end - following.start > _LONG
        return Span(start, end) if heads and is_lead_sentence(words.rstrip("。")) else None
    prescribed = sentence and prescribed_end(words) == sentence.end() - 1
    if (
        sentence
        and (len(words) - sentence.end() > _LONG or prescribed)
        and is_lead_sentence(sentence[0][:-1])
    ):
        return Span(start, start + sentence.end())
    return None


def _section(folded: str, chapter: Part, text: Text, head: Span) -> Part:
    words = folded[head.start : head.end].rstrip("。:")
    framed = words[0] in "【〖"
    heading = Span(head.start + framed, head.start + len(words) - framed)
    part = Part(chapter.rank + 1, head, heading=heading)
    part.texts += [Text(span) for span in trimmed(folded, head.end, text.span.end)]
    return part
