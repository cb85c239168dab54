"""``gongkai translate``: how far each page is translated, and translations in and out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from converter.build.english import current_memory
from converter.build.keep import carry_out
from converter.build.memory_store import changes_of_memory
from converter.build.sharing import shared
from converter.cli.messages import language, say
from converter.errors import InputError
from converter.layout import DOCS, data_files, memory_path, page_path, report_name
from converter.lock import alone
from converter.translation.memory import (
    STATES,
    Memory,
    Unit,
    accept,
    english_of,
    offers,
    reviewed,
    state_of,
    word_diff,
)
from converter.translation.proofing import doubts


def reports(named: Sequence[str]) -> list[str]:
    """The reports named (as their folders or their raw files are called), or all that have pages, in order.

    Raises InputError ``no_report``.
    """
    known = [file.stem for file in data_files(DOCS)]
    return [_known(name, known) for name in named] or known


def _known(named: str, known: Sequence[str]) -> str:
    for name in (named, report_name(Path(named))):
        if name in known:
            return name
    raise InputError("no_report", name=named, known=" ".join(known) or "-")


def status(named: Sequence[str]) -> int:
    """Print for each page how many of its texts are in which state, then what is stale, missing or doubtful."""
    for name in reports(named):
        memory = current_memory(DOCS, name)
        click.echo(say("translate_report", name=name))
        for line in (*_table(memory), *_open(name, memory)):
            click.echo(line)
    return 0


def _table(memory: Memory) -> Iterator[str]:
    pages = dict.fromkeys(unit.page for unit in memory.units)
    titles = [say(f"state_{state}") for state in STATES]
    yield "  ".join([_wide("", 14), *(f"{title:>10}" for title in titles)])
    for page in pages:
        counts = Counter(state_of(unit) for unit in memory.of_page(page))
        yield "  ".join([_wide(page, 14), *(f"{counts[state] or '·':>10}" for state in STATES)])


def _wide(text: str, width: int) -> str:
    return f"  {text}".ljust(width)


def _open(name: str, memory: Memory) -> Iterator[str]:
    for unit in memory.units:
        if unit.key and state_of(unit) in ("stale", "draft"):
            page = f"{DOCS}/{page_path(name, unit.page, 'en')}#{unit.key}"
            change = word_diff(unit.source, unit.zh)
            yield say(
                f"open_{state_of(unit)}",
                page=page,
                zh=unit.zh,
                change=change,
                en=unit.en,
                origin=_origin(unit),
            )
    for unit, offered in offers(memory, shared(DOCS, name)).items():
        page, best = f"{DOCS}/{page_path(name, unit.page, 'en')}#{unit.key}", offered[0]
        known = best.known
        yield say(
            "open_offer",
            page=page,
            percent=best.percent,
            where=known.where,
            change=best.difference,
            en=known.en,
        )


def _origin(unit: Unit) -> str:
    return say("draft_from", where=unit.origin) if unit.origin else ""


def proof(name: str, memory: Memory, year: int | None) -> Iterator[str]:
    """What the number gate and the termbase say of a report's translations, a message each; ``year`` is the report's."""
    for doubt in doubts(memory, year):
        page, hash_, key = doubt.where.partition("#")
        where = (
            f"{DOCS}/{page_path(name, page, 'en')}#{key}" if hash_ else f"{DOCS}/{memory_path(name)} ({page})"
        )
        yield say("doubt_translation", where=where, what=doubt.explain(language()), zh=doubt.zh, en=doubt.en)


def review(place: str) -> int:
    """Say that the translations of a page, or of one block of it (``PAGE#ID``), are true to the text as it stands.

    Raises InputError ``no_page``, ``no_block``.
    """
    name, page, key = _place(place)
    with alone(DOCS):
        before = current_memory(DOCS, name)
        if key and not any(unit.key == key and english_of(unit) for unit in before.of_page(page)):
            raise InputError("no_block", place=place)
        memory, count = reviewed(before, page, key)
        carry_out(DOCS, changes_of_memory(DOCS, name, memory))
    click.echo(say("reviewed", count=count, page=place))
    return 0


def accept_as_is(place: str, reason: str) -> int:
    """Say why what ``gongkai check`` finds in the translation of one block is right; it is silent until either side changes.

    An empty reason takes an earlier one back.  Raises InputError ``no_page``, ``no_block``.
    """
    name, page, key = _place(place)
    with alone(DOCS):
        memory, count = accept(current_memory(DOCS, name), page, key, reason)
        if not count:
            raise InputError("no_block", place=place)
        carry_out(DOCS, changes_of_memory(DOCS, name, memory))
    click.echo(say("accepted" if reason.strip() else "accepted_no_more", page=place))
    return 0


def _place(place: str) -> tuple[str, str, str]:
    """The report, the page and the block that ``PAGE#ID`` names."""
    path, _, key = place.partition("#")
    page = Path(path)
    name = page.parent.name
    if not page.is_file() or name not in reports(()):
        raise InputError("no_page", page=path)
    return name, page.stem, key
