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
from converter.translation.memory.exchange import Taken, accept, reviewed, take, tmx
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

__all__ = [
    "PREFACE",
    "STATES",
    "Block",
    "Followed",
    "Memory",
    "PageBlocks",
    "Sides",
    "State",
    "Stored",
    "Taken",
    "Texts",
    "Unit",
    "accept",
    "accepted",
    "blocks_of",
    "english_blocks",
    "flaw_of",
    "follow",
    "is_translated",
    "page_blocks",
    "read_former",
    "read_memory",
    "read_strings",
    "refuse_flawed",
    "reviewed",
    "state_of",
    "stored_memory",
    "take",
    "tmx",
    "translated_blocks",
    "write_former",
    "write_memory",
]
