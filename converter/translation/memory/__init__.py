"""English beside Chinese, paragraph by paragraph: which belongs to which, and whether it is still true to it."""

from converter.translation.memory.blocks import (
    PREFACE,
    Block,
    PageBlocks,
    blocks_of,
    is_translated,
    page_blocks,
    translated_blocks,
)
from converter.translation.memory.exchange import (
    Taken,
    accept,
    english_of,
    for_review,
    reviewed,
    suggested,
    take,
)
from converter.translation.memory.following import Followed, Sides, english_blocks, follow
from converter.translation.memory.former import read_former, write_former
from converter.translation.memory.po import (
    STATES,
    Memory,
    State,
    Unit,
    accepted,
    read_memory,
    read_strings,
    state_of,
    write_memory,
)
from converter.translation.memory.restoring import Stored, Texts, stored_memory
from converter.translation.memory.scanning import flaw_of, refuse_flawed
from converter.translation.memory.shared import Known, Offer, Shared, drafted, known_in, offers, told
from converter.translation.memory.tmx import read_tmx, tmx
from converter.translation.memory.wording import word_diff

__all__ = [
    "PREFACE",
    "STATES",
    "Block",
    "Followed",
    "Known",
    "Memory",
    "Offer",
    "PageBlocks",
    "Shared",
    "Sides",
    "State",
    "Stored",
    "Taken",
    "Texts",
    "Unit",
    "accept",
    "accepted",
    "blocks_of",
    "drafted",
    "english_blocks",
    "english_of",
    "flaw_of",
    "follow",
    "for_review",
    "is_translated",
    "known_in",
    "offers",
    "page_blocks",
    "read_former",
    "read_memory",
    "read_strings",
    "read_tmx",
    "refuse_flawed",
    "reviewed",
    "state_of",
    "stored_memory",
    "suggested",
    "take",
    "tmx",
    "told",
    "translated_blocks",
    "word_diff",
    "write_former",
    "write_memory",
]
