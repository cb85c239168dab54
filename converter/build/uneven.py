"""Parts of a report whose English has more paragraphs than their Chinese, or fewer: each has to stand for the one at its place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from converter.build.keep import Change
from converter.build.seeds import Remark
from converter.layout import page_path
from converter.translation.memory import Block, PageBlocks, page_blocks
from converter.translation.memory.blocks import place_of


def uneven(name: str, chinese: Mapping[str, PageBlocks], english: Iterable[Change]) -> Iterator[Remark]:
    """A remark for each part that has another number of paragraphs in English than in Chinese."""
    texts = {Path(change.path).stem: change.text for change in english if change.text}
    for page, own in chinese.items():
        counts = _paragraphs(own.blocks), _paragraphs(page_blocks(texts.get(page, "")).blocks)
        for part, count in counts[0].items() if page in texts else ():
            if count != counts[1][part]:
                words = {
                    "page": page_path(name, page, "en"),
                    "part": part,
                    "count": str(counts[1][part]),
                    "chinese": str(count),
                }
                yield Remark("english_uneven", words)


def _paragraphs(blocks: Iterable[Block]) -> Counter[str]:
    """How many paragraphs each part of a page has."""
    return Counter(part for part, is_paragraph in (place_of(block.key) for block in blocks) if is_paragraph)
