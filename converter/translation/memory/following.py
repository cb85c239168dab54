"""How a page's translations follow the page: what people changed on either side since they last agreed.

After ``follow`` each Chinese block has one unit; what a person wrote in the English page is the translation of the
Chinese as it stands now; what nobody touched keeps its translation, which is stale where the Chinese changed.
"""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.text.markup import without_markup
from converter.translation.english import form_in_english
from converter.translation.memory.blocks import Block, place_of
from converter.translation.memory.pairing import likeness, pair
from converter.translation.memory.parting import parted, same_words
from converter.translation.memory.po import Unit

SAME_TEXT = 0.4
"""How alike two wordings of one text are at least (``pairing.likeness``)."""


class Sides(Struct, frozen=True):
    """The blocks of one page: Chinese and English as they are on disk, English as the program wrote it last."""

    chinese: Sequence[Block]
    english: Sequence[Block] = ()
    written: Sequence[Block] = ()


class Followed(Struct, frozen=True):
    """The units of one page as they stand, and the translations that have lost their place."""

    units: tuple[Unit, ...]
    former: tuple[Unit, ...]


def follow(
    page: str, sides: Sides, known: Sequence[Unit], former: Sequence[Unit] = (), forgotten: bool = False
) -> Followed:
    """The units of ``page`` as its ``sides`` have become.

    ``known`` are the units of when the program wrote last, ``former`` translations that may come back with their text.
    With ``forgotten`` they are not all: what the program wrote is learned as well where it is in neither.
    Those that stand on no English page may be anybody's, so they bring no mark-up.
    """
    in_pages = frozenset(block.text for block in (*sides.english, *sides.written))
    cut = parted([harmless(unit, in_pages) for unit in known], [block.text for block in sides.chinese])
    known = cut.units
    written = {block.text for block in sides.written}
    if forgotten:
        told = [block.text for block in sides.chinese]
        written = {text for text in written if _is_chinese(text, told)} | {unit.en for unit in former}
        written |= {by_rule for text in told if (by_rule := form_in_english(text))}
    learned, added = _learn(sides, known, written)
    known, given_up = _put_back(sides, known)
    pairs = pair([unit.zh for unit in known], [block.text for block in sides.chinese], SAME_TEXT)
    # First by the text it stood for, as it stood; else by the wording it was made from.
    back = {unit.source: unit for unit in former if unit.en} | {unit.zh: unit for unit in former if unit.en}
    drafts = {(unit.zh, unit.en) for unit in former if unit.draft}
    units, lost = [], [*cut.former, *given_up]
    for old, new in pairs:
        if new is None:
            assert old is not None
            lost += [known[old], *([_by_hand(known[old], learned[old])] if old in learned else [])]
            continue
        block = sides.chinese[new]
        unit = _known(page, block, known, old) or harmless(_new(page, block, back), in_pages)
        by_hand = learned.get(old) if old is not None else added.pop(block.key, None)
        if by_hand is None and not unit.en:
            by_hand = added.pop(block.key, None)
        units.append(_by_hand(unit, by_hand, drafts) if by_hand else unit)
        lost += [unit] if by_hand else []
    # What a person wrote without Chinese beside it is nobody's translation, but it was written.
    lost += [Unit(page, key, text, text, text) for key, text in added.items()]
    return Followed(tuple(units), tuple(unit for unit in lost if unit.en))


def harmless(unit: Unit, in_pages: Collection[str] = ()) -> Unit:
    """A unit whose English is none of the blocks that stand ``in_pages``, where people write: it brings no mark-up then.

    Strings that are no blocks are plain text, and escaped where they are shown.
    """
    if not unit.key or unit.en in in_pages:
        return unit
    english = without_markup(unit.en)
    return unit if english == unit.en else replace(unit, en=english)


def shown(unit: Unit) -> str:
    """What the English page says for a unit: its translation, else the fixed words of a form, else the Chinese."""
    return unit.en or form_in_english(unit.zh) or unit.zh


def _is_chinese(text: str, chinese: Iterable[str]) -> bool:
    """True for a block of an English page that nobody had translated."""
    return any(likeness(text, other) >= SAME_TEXT for other in chinese)


def _learn(
    sides: Sides, known: Sequence[Unit], written: Container[str]
) -> tuple[dict[int, str], dict[str, str]]:
    """What people wrote in the English page: by the place of its unit in ``known``, and for the rest by key.

    What is ``written`` there is the program's, and so is what it shows for a unit: a build that was killed may have
    written the page and not yet its base.
    """
    chinese = {text for unit in known for text in (unit.zh, unit.source)}
    english = sides.english
    if all(block.text in written or block.text in chinese for block in english):
        return {}, {}
    said, told = [shown(unit) for unit in known], [block.text for block in english]
    # Paragraphs that were only cut or joined say nothing new.
    parts = same_words(told, said)
    pairs = pair(
        said,
        told,
        0.0,
        lambda i, j: place_of(known[i].key) == place_of(english[j].key),
    )
    learned, added = {}, {}
    for old, new in pairs:
        if new is None:
            continue
        block = english[new]
        if (
            block.text in written
            or block.text in chinese
            or block.text in parts
            or (old is not None and block.text == said[old])
        ):
            continue
        if old is None:
            added[block.key] = block.text
        else:
            learned[old] = block.text
    return learned, added


def _put_back(sides: Sides, known: Sequence[Unit]) -> tuple[list[Unit], list[Unit]]:
    """``known`` without the English in whose place a person put the Chinese again, and the units that had it.

    Only what the program wrote there last can have been put back: English that came by the memory since is still to come.
    """
    written = {(block.key, block.text) for block in sides.written}
    stands = {(block.key, block.text) for block in sides.english}
    back = [
        (unit.key, unit.en) in written and (unit.key, unit.zh) in stands and unit.en != unit.zh
        for unit in known
    ]
    left = [
        replace(unit, en="", source=unit.zh, draft=False) if gone else unit
        for unit, gone in zip(known, back, strict=True)
    ]
    return left, [unit for unit, gone in zip(known, back, strict=True) if gone]


def _known(page: str, block: Block, known: Sequence[Unit], old: int | None) -> Unit | None:
    if old is None:
        return None
    unit = known[old]
    return replace(
        unit, page=page, key=block.key, zh=block.text, source=unit.source if unit.en else block.text
    )


def _new(page: str, block: Block, back: Mapping[str, Unit]) -> Unit:
    before = back.get(block.text)
    if before is None:
        return Unit(page, block.key, block.text, "", block.text)
    return replace(before, page=page, key=block.key, zh=block.text, source=before.source or block.text)


def _by_hand(unit: Unit, text: str, drafts: Container[tuple[str, str]] = ()) -> Unit:
    """``unit`` as a person translated it; a draft that only came back word for word is a draft still."""
    english = "" if text == unit.zh else text
    return replace(unit, en=english, source=unit.zh, draft=(unit.zh, text) in drafts)


def english_blocks(chinese: Iterable[Block], units: Iterable[Unit]) -> Iterator[str]:
    """The blocks of the English page, in Markdown: those of the Chinese page, each in English where there is one."""
    return (block.markdown(shown(unit)) for block, unit in zip(chinese, units, strict=True))
