"""What is missing of a translation, drafted by a machine: asked for in batches, gated, cleaned, entered."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from converter.text.markdown import plain, written_block
from converter.translation import numbers as gate
from converter.translation import terms
from converter.translation.drafts.port import AnswerError, Translator, ask
from converter.translation.english import shown_until_translated
from converter.translation.leads import parted
from converter.translation.memory import Memory, Unit, state_of

# A batch is small enough that little is lost with it, and large enough that few requests are made.
_MOST_TEXTS, _MOST_CHARACTERS = 8, 1500
_HAN = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff]")
_PARAGRAPH = re.compile(r"-p\d+\+*$")
_MACHINE = "a machine"
_LETTER = re.compile("[A-Za-z]")
# English letters for each Chinese character: translators write four to six.  With fewer than one most is left out.
_LEAST = 1
# Terms not rendered, or rendered so that they mislead, that a draft may have.
_MOST_BREACHES = 3
_ORDINAL = re.compile(r"(?:\(?(?:[IVX]+|\d{1,2}|[A-Z])[.)]|(?:First|Second|Third|Fourth|Fifth)(?:ly)?[,:]) +")
Why = Literal["answer", "foreign", "number", "short", "terms"]


class Draft(Struct, frozen=True):
    """A unit with the machine's English as its draft; its numbers agree, ``breaches`` are terms that do not."""

    unit: Unit
    breaches: tuple[terms.Breach, ...] = ()


class Refusal(Struct, frozen=True):
    """A unit that stays missing.

    ``why``: there was no usable ``answer``; it is ``foreign`` (Chinese or digits left in it); a ``number`` differs;
    it is too ``short`` to say what the Chinese says; too many ``terms`` are not rendered.
    """

    unit: Unit
    why: Why
    english: str = ""
    differences: tuple[gate.Difference, ...] = ()
    breaches: tuple[terms.Breach, ...] = ()


def for_machines(memory: Memory, named: Container[str] = ()) -> tuple[list[Unit], list[Unit]]:
    """What is missing, apart: the texts a machine may draft, and those for a person as they hold tables or links.

    What rules or the dictionary put into English already is neither; ``named`` are names that the dictionary has.
    """
    missing = [unit for unit in memory.units if unit.zh and state_of(unit) == "missing"]
    left = [
        unit for unit in missing if not _by_rule(unit) and (unit.page != "indicator" or unit.zh not in named)
    ]
    return (
        [unit for unit in left if _text(unit) is not None],
        [unit for unit in left if _text(unit) is None],
    )


def _by_rule(unit: Unit) -> bool:
    return bool(shown_until_translated(unit.page, unit.key, unit.zh))


def batches(units: Iterable[Unit]) -> Iterator[list[Unit]]:
    """``units`` in order, a few at a time."""
    batch: list[Unit] = []
    for unit in units:
        size = sum(len(one.zh) for one in batch) + len(unit.zh)
        if batch and (len(batch) == _MOST_TEXTS or size > _MOST_CHARACTERS):
            yield batch
            batch = []
        batch.append(unit)
    if batch:
        yield batch


def drafts(units: Sequence[Unit], translator: Translator, year: int | None) -> Iterator[Draft | Refusal]:
    """What ``translator`` makes of each of ``units`` (of those ``for_machines``), in order.

    A batch whose answer cannot be used is asked for again text by text, so that one text does not spoil the others.
    ``year`` is the report's, as for the number gate.  Raises InputError where the translator cannot be had.
    """
    texts = [_text(unit) or "" for unit in units]
    try:
        answers = ask(translator.translate, texts)
    except AnswerError:
        if len(units) == 1:
            yield Refusal(units[0], "answer")
        else:
            for unit in units:
                yield from drafts([unit], translator, year)
        return
    for unit, text, answer in zip(units, texts, answers, strict=True):
        yield _mended(unit, text, answer, translator, year)


def entered(memory: Memory, made: Iterable[Draft]) -> Memory:
    """``memory`` with the drafts ``made`` where the same text is still missing; what a person wrote meanwhile stays."""
    by_place = {_place(draft.unit): draft.unit for draft in made}
    units = (
        by_place.get(_place(unit), unit) if state_of(unit) == "missing" else unit for unit in memory.units
    )
    return replace(memory, units=tuple(units))


def _place(unit: Unit) -> tuple[str, str, str]:
    return unit.page, unit.key, unit.zh


def _text(unit: Unit) -> str | None:
    """What a unit says, without Markdown: blocks of pages are Markdown, other strings are plain."""
    if not unit.key:
        return unit.zh
    said = plain(unit.zh, heading=_is_heading(unit))
    return parted(said)[1] if said and _is_heading(unit) else said


def _is_heading(unit: Unit) -> bool:
    return bool(unit.key) and not _PARAGRAPH.search(unit.key)


def _mended(unit: Unit, text: str, answer: str, translator: Translator, year: int | None) -> Draft | Refusal:
    """The answer, or where its numbers differ the one given after that was said, once."""
    first = _judged(unit, answer, year)
    if isinstance(first, Draft) or first.why != "number" or translator.mend is None:
        return first
    told = "\n".join(gate.explain(difference, "en") for difference in first.differences)
    try:
        [second] = ask(lambda _: [translator.mend(text, answer, told)] if translator.mend else [], [text])
    except AnswerError:
        return first
    return _judged(unit, second, year)


def _judged(unit: Unit, answer: str, year: int | None) -> Draft | Refusal:
    said = _cleaned(answer)
    if not said:
        return Refusal(unit, "answer")
    if _HAN.search(said) or any(mark.isnumeric() and not mark.isascii() for mark in said):
        return Refusal(unit, "foreign", said)
    if len(_LETTER.findall(said)) < _LEAST * len(_HAN.findall(unit.zh)):
        return Refusal(unit, "short", said)
    english = _written(unit, said)
    differences = gate.differences(unit.zh, english, year)
    if differences:
        return Refusal(unit, "number", said, differences)
    breaches = terms.breaches(unit.zh, english)
    if len(breaches) > _MOST_BREACHES:
        return Refusal(unit, "terms", said, breaches=breaches)
    return Draft(replace(unit, en=english, source=unit.zh, draft=True, origin=_MACHINE), breaches)


def _written(unit: Unit, said: str) -> str:
    """The answer as Markdown; a heading has its number from us, whichever way the machine counted."""
    if not unit.key:
        return said
    number = parted(unit.zh)[0] if _is_heading(unit) else ""
    return number + written_block(
        _ORDINAL.sub("", said, count=1) if number and _ORDINAL.match(said) else said
    )


def _cleaned(answer: str) -> str:
    """One line of what can be seen: no control, no mark that turns the direction of writing, no half character."""
    return " ".join("".join(mark if mark.isprintable() else " " for mark in answer).split())
