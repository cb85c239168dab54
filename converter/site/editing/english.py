"""What helps who writes English: the Chinese, its terms, what is known of like texts, and what is wrong while they type."""

from collections.abc import Iterator

from converter.build.sharing import shared
from converter.layout import DOCS
from converter.site.editing.forms import Aside, Ask
from converter.site.editing.seen import Seen
from converter.translation.memory import Block, Unit, page_blocks, translated_blocks
from converter.translation.proofing import doubts_of
from converter.translation.terms import terms_in


def chinese_of(seen: Seen, page: str, key: str) -> str:
    """What the Chinese page says in the block beside the English one, empty where it has none."""
    _, text = seen.page(page, "zh")
    blocks = translated_blocks(page, page_blocks(text).blocks)
    return next((one.text for one in blocks if one.key == key), "")


def unit_of(seen: Seen, page: str, key: str) -> Unit | None:
    """What the memory has of a block."""
    return next((unit for unit in seen.memory.of_page(page) if unit.key == key), None)


def asides_of(seen: Seen, page: str, block: Block) -> tuple[Aside, ...]:
    """The Chinese of a block, the terms in it, and what other reports made of the same or a like text."""
    zh = chinese_of(seen, page, block.key)
    if not zh:
        return ()
    return (Aside("chinese", zh, "zh"), *_terms(zh), *_offers(seen, Unit(page, block.key, zh)))


def _terms(zh: str) -> Iterator[Aside]:
    found = dict.fromkeys(hit.term for hit in terms_in(zh))
    if found:
        yield Aside("terms", "\n".join(f"{term.zh} — {term.en}" for term in found))


def _offers(seen: Seen, unit: Unit) -> Iterator[Aside]:
    known = shared(DOCS, seen.name)
    if same := known.same(unit):
        yield Aside("offer_same", same.en, "en", use=same.en)
    for offer in known.like(unit):
        yield Aside(
            f"offer_like {offer.percent}", f"{offer.difference}\n{offer.known.en}", use=offer.known.en
        )


def verdicts(seen: Seen, ask: Ask) -> list[str]:
    """What the number gate, the termbase and the rules of form say of what is typed, in the person's language."""
    zh, typed = chinese_of(seen, ask.page, ask.id), ask.said.get("text", "").strip()
    if not zh or not typed or typed == zh:
        return []
    unit = Unit(ask.page, ask.id, zh, typed, zh)
    return [doubt.explain(ask.language) for doubt in doubts_of(unit, seen.data.report_year)]
