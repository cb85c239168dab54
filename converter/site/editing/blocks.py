"""A paragraph or a heading of a page, in Chinese or in English: the form, and the page with another text in it."""

import re
from collections.abc import Iterator

from converter.model import Report
from converter.site.editing.english import asides_of, chinese_of, unit_of
from converter.site.editing.entries import parts, place, printed_heading
from converter.site.editing.forms import Ask, EditingError, Field, Form
from converter.site.editing.passages import LEVELS
from converter.site.editing.seen import Seen
from converter.site.editing.steps import EntryStep, MemoryStep, PageStep, Step
from converter.site.editing.typed import shown_text, typed_block
from converter.text.fold import fold
from converter.translation.memory import Block, for_review, page_blocks

_BLANK = re.compile(r"\s+")
_BETWEEN = re.compile(r"(\n\s*\n)")


def form(seen: Seen, ask: Ask) -> Form:
    """The form about the block that was pointed at."""
    _, text = seen.page(ask.page, ask.edition)
    block = _block(text, ask)
    if ask.edition != "zh":
        return _english(seen, ask, block)
    fields = [Field("text", shown_text(block), "text", language="zh")]
    if level := _level(seen.reading.report, block):
        fields += [Field("level", str(level), "choice", LEVELS), Field("why", "")]
    return Form("heading" if block.marks else "paragraph", tuple(fields), state=block.markdown())


def _english(seen: Seen, ask: Ask, block: Block) -> Form:
    unit = unit_of(seen, ask.page, block.key)
    is_due = unit is not None and bool(for_review(unit))
    return Form(
        title="english",
        fields=(Field("text", _in_english(seen, ask, block), "text", language="en"),),
        asides=asides_of(seen, ask.page, block),
        acts=("save", "review") if is_due else ("save",),
        state=block.markdown(),
        checks=True,
    )


def steps(seen: Seen, ask: Ask) -> Iterator[Step]:
    """The page with what was typed; of a heading also its level."""
    path, text = seen.page(ask.page, ask.edition)
    block = _block(text, ask)
    before = shown_text(block) if ask.edition == "zh" else _in_english(seen, ask, block)
    typed = ask.said.get("text", before).replace("\r\n", "\n").strip()
    if ask.edition != "zh":
        # A table keeps its lines; all else stands block for block beside the Chinese.
        typed = typed if block.text.startswith("|") else " ".join(typed.split())
    if typed != before.strip():
        now = typed_block(block, typed)
        if not now and ask.edition != "zh":
            raise EditingError("english_empty")
        if not now and block.marks:
            raise EditingError("heading_empty")
        yield PageStep(path, text, with_text(text, block, now), block.text, now)
    elif ask.act == "review" and ask.edition != "zh":
        yield MemoryStep(ask.page, block.key)
    if ask.edition == "zh":
        yield from _moved(seen.reading.report, block, ask)


def _in_english(seen: Seen, ask: Ask, block: Block) -> str:
    """What stands there in English: nothing where it is the Chinese still."""
    return "" if block.text == chinese_of(seen, ask.page, block.key) else shown_text(block)


def _moved(report: Report, block: Block, ask: Ask) -> Iterator[Step]:
    """An entry for a heading that is one of another level, or none."""
    level = ask.said.get("level", "")
    for part, own in parts(report.chapters) if block.marks and level in dict(LEVELS) else ():
        if part.id == block.key and level != str(own) and (words := printed_heading(part)):
            yield EntryStep({**place("heading", report, words), "level": int(level)}, ask.said.get("why", ""))


def _block(page: str, ask: Ask) -> Block:
    """The block with the id that was pointed at, as long as it says what the reader saw; else the one that says it."""
    blocks = page_blocks(page).blocks
    own = next((one for one in blocks if one.key == ask.id), None)
    seen = _squeezed(ask.words)
    if seen and (own is None or _squeezed(shown_text(own)) != seen):
        same = [one for one in blocks if _squeezed(shown_text(one)) == seen]
        own = same[0] if len(same) == 1 else own
    if own is None:
        raise EditingError("no_block")
    return own


def _squeezed(text: str) -> str:
    return _BLANK.sub("", fold(text))


def with_text(page: str, block: Block, text: str) -> str:
    """The page with another text in the place of a block's, and every other character as it was."""
    told = page_blocks(page)
    pieces = _BETWEEN.split(page[len(told.front) :])
    places = [n for n in range(0, len(pieces), 2) if pieces[n].strip("\n")]
    at = places[next(n for n, one in enumerate(told.blocks) if one.key == block.key)]
    begun = pieces[at][: len(pieces[at]) - len(pieces[at].lstrip("\n"))]
    ended = pieces[at][len(pieces[at].rstrip("\n")) :]
    if text:
        pieces[at] = begun + block.markdown(text) + ended
    else:
        pieces[at - 1 : at + 1] = [begun] if at == 0 else []
    return told.front + "".join(pieces)


def _level(report: Report, block: Block) -> int:
    """The level of the printed heading that a block is, 0 where it is none."""
    found = (own for part, own in parts(report.chapters) if part.id == block.key and printed_heading(part))
    return next(found, 0) if block.marks else 0
