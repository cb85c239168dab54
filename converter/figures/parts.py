"""Wholes and their parts: 其中, brackets, 审结的26件中."""

import re

from msgspec.structs import replace

from converter.figures.alternatives import either
from converter.figures.deeds import ends_in_deed, is_deed
from converter.figures.discourse import NamedBefore
from converter.figures.frame import Frame
from converter.figures.quantity import Quantity
from converter.figures.vocabulary import first_verb, members, trimmed, without_change
from converter.figures.wording import LINKS

# 办结的申请中,公开41件: the clause before names the whole.
_OF_WHICH = re.compile(r"(?P<done>[^,;:。的]{2,10})的(?P<what>[^,;:。的]{2,12})中,")
_AMONG = re.compile(rf"{either(LINKS.load().part.among)}|涉及(?=[^,]{{1,4}}$)|(?<=[,(])含(?=[^,]{{2,12}}$)")
# 审结案件中决定维持28件
_WITHIN = re.compile(r"(?P<whole>[^,、中]{2,12})(?<![集初高之其])中(?P<part>[^,、中]{2,10})")
_PERSONS = frozenset(("人", "名", "位"))
_LONGEST_PART = 10  # characters; more is a name of its own


def same_kind_of_unit(first: str, second: str) -> bool:
    """True where two units count the same kind of thing: 人 and 名 count persons."""
    return first == second or {first, second} <= _PERSONS


def counts_persons(unit: str) -> bool:
    """True for 人, 名, 位."""
    return unit in _PERSONS


def divided(quantity: Quantity, frame: Frame, phrase: str, memory: NamedBefore) -> NamedBefore:
    """The memory with the whole noted that this figure is a part of, or with a whole closed by its bracket."""
    if memory.inside and not frame.inside:
        memory = replace(memory, base=memory.whole, last=memory.whole, whole="", inside=False)
    if memory.whole and quantity.unit == memory.whole_unit and not is_part(frame, phrase):
        memory = replace(memory, whole="")
    of = _OF_WHICH.search(frame.gap) if "中," in frame.gap and quantity.unit != "%" else None
    if of and is_deed(trimmed(of["done"])):
        whole = trimmed(of["done"]) + of["what"]
        return replace(memory, whole=whole, whole_unit=quantity.unit, inside=False, verb="")
    if (within := _within(phrase)) and quantity.unit == memory.unit and is_deed(within["part"]):
        return replace(memory, whole=within["whole"], whole_unit=quantity.unit, inside=False, verb="")
    opens = (
        _AMONG.search(frame.gap) or frame.tail == "中" or frame.among or (frame.inside and not memory.inside)
    )
    # 总额100亿元,增长5%,其中出口60亿元: what grew is divided, not its growth.
    base = memory.base if same_kind_of_unit(quantity.unit, memory.unit) else memory.counted
    amount = quantity.unit == memory.unit != memory.counted_unit and quantity.unit.endswith("元")
    if (
        amount
        and memory.counted
        and memory.last.startswith(base)
        and without_change(memory.last) == memory.last
    ):
        base = memory.last  # 项目9个,总投资5亿元,其中政府投资1亿元
    if not opens or not any(same_kind_of_unit(quantity.unit, u) for u in (memory.unit, memory.counted_unit)):
        return memory
    apart = memory.last != "" and not same_kind_of_unit(quantity.unit, memory.unit)
    if (frame.over or apart) and not memory.counted_here:
        return memory  # a threshold, or what was told since, tells more than what was counted a sentence ago
    phrase = phrase.removeprefix("涉及").removeprefix("含")
    verb = "" if frame.inside or frame.over or is_deed(phrase) else first_verb(phrase)
    if verb not in ("", phrase):
        # 其中审查规范性文件9件 has a name of its own, and what follows shares its verb.
        return replace(memory, verb=verb, whole="")
    return replace(memory, whole=base, whole_unit=quantity.unit, inside=frame.inside, verb="")


def is_part(frame: Frame, phrase: str) -> bool:
    """True where the words before a number tell a part of a whole and have no verb of their own."""
    deed = all(map(is_deed, members(phrase)))  # 调解和终止3件
    if frame.left.endswith("的") and frame.right.startswith("中"):
        return False  # 审结的26件中: a whole of its own
    if (within := _within(phrase)) and is_deed(within["part"]):
        return True
    if without_change(phrase) != phrase and not deed:
        return False
    own = (
        not frame.over
        and first_verb(phrase) not in ("", phrase)
        and not deed
        and not phrase.startswith("涉及")
    )
    return not own and (frame.over or frame.inside or len(phrase) <= _LONGEST_PART or ends_in_deed(phrase))


def _within(phrase: str) -> re.Match[str] | None:
    return _WITHIN.fullmatch(phrase) if "中" in phrase else None
