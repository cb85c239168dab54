"""The name of the indicator a figure is a value of, out of the words around it.

A number is named by what stands before it (``受理案件187件``), by what stands behind it (``105件建议``), or by
the figure before it (``同比增长5%``, ``其中正职25宗``).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from converter.figures.frame import Frame, frames
from converter.figures.knowledge import either, knowledge
from converter.figures.phrase import (
    VERB,
    counted,
    final_verb,
    first_verb,
    is_place,
    subject,
    trimmed,
    without_change,
    without_predicate,
)
from converter.figures.quantity import Quantity

_KNOWN = knowledge("naming")
_ANAPHORIC = re.compile(either(_KNOWN["anaphoric"]))
_GENERIC = re.compile(rf"(?P<of>.{{0,5}}?)(?:{either(_KNOWN['rates'])})(?:$|{either(_KNOWN['anaphoric'])})")
_AMONG = re.compile(r"其中|涉及(?=[^,]{1,4}$)")
_ONLY_VERB = re.compile(rf"(?>不予|不|正式|已|未|予以)*{VERB}+")
_MOVE = re.compile(rf"(?>{either(_KNOWN['moves'])})+[到至为]")
_COMPARED = re.compile(r"(?:同比|环比|较.*|比.*)$")
_NAMED_BEFORE = ("%", "‰", "百分点", "倍")
_LIST = 12  # figures; longer lists with 分别 nobody reads


@dataclass(frozen=True, slots=True)
class Memory:
    """What later figures may lean on, by name and unit.

    ``base`` is the last figure that named its own subject; ``whole`` the one that 其中 or brackets divide;
    ``verb`` what a list after 其中 shares; ``shared`` names kept ready for a list with 分别.
    """

    base: str = ""
    unit: str = ""
    whole: str = ""
    whole_unit: str = ""
    inside: bool = False
    verb: str = ""
    last: str = ""
    shared: tuple[str, ...] = ()


def name_quantities(
    sentence: str, quantities: Sequence[Quantity], memory: Memory, region: str | None
) -> tuple[list[str], Memory]:
    """A name for each quantity of a sentence, and what the next sentence may lean on."""
    names = []
    around = frames(sentence, quantities)
    for at, (quantity, frame) in enumerate(zip(quantities, around, strict=True)):
        phrase = subject(frame.left, region, bool(counted(frame.right)))
        memory = _divided(quantity, frame, phrase, _shared(around[at : at + _LIST], memory))
        noun = _noun(quantity, frame, phrase)
        name = _name(quantity, frame, phrase, noun, memory)
        names.append(name)
        leans = _thing(memory.base) and name.startswith((memory.base, _thing(memory.base)))
        base = memory.base if leans else without_change(name) or name
        memory = replace(memory, base=base, unit=quantity.unit, last=name)
    return names, memory


def _noun(quantity: Quantity, frame: Frame, phrase: str) -> str:
    """The noun behind the number, if it is what is counted; behind a share only where it owns it (20%的社区)."""
    if quantity.rank or (quantity.unit in _NAMED_BEFORE and (phrase or not frame.right.startswith("的"))):
        return ""
    return counted(frame.right)


def _thing(name: str) -> str:
    """What a name speaks of, without the verb it starts with (``受理案件`` → ``案件``)."""
    return name.removeprefix(first_verb(name))


def _shared(around: Sequence[Frame], memory: Memory) -> Memory:
    """The memory with the subjects of a list ``A、B分别增长1%、2%`` laid out, one for each figure of the list."""
    if around[0].is_bare:
        return replace(memory, shared=memory.shared[1:])
    subjects, found, rest = around[0].left.partition("分别")
    count = 1 + next((n for n, frame in enumerate(around[1:]) if not frame.is_bare), len(around) - 1)
    each = [trimmed(part) for part in re.split("、|和|及", _COMPARED.sub("", subjects))]
    if not found or count < 2 or len(each) < count:
        return replace(memory, shared=())
    return replace(memory, shared=tuple(name + trimmed(rest) for name in each[-count:]))


def _divided(quantity: Quantity, frame: Frame, phrase: str, memory: Memory) -> Memory:
    """The memory with the whole noted that this figure is a part of, or with a whole closed by its bracket."""
    if memory.inside and not frame.inside:
        memory = replace(memory, base=memory.whole, last=memory.whole, whole="", inside=False)
    if memory.whole and quantity.unit == memory.whole_unit and not _is_part(frame, phrase):
        memory = replace(memory, whole="")
    opens = _AMONG.search(frame.gap) or (frame.inside and not memory.inside)
    if not opens or quantity.unit != memory.unit:
        return memory
    phrase = phrase.removeprefix("涉及")
    if verb := "" if frame.inside or _ONLY_VERB.fullmatch(phrase) else first_verb(phrase):
        # 其中审查规范性文件9件 has a name of its own, and what follows shares its verb.
        return replace(memory, verb=verb, whole="")
    return replace(memory, whole=memory.base, whole_unit=memory.unit, inside=frame.inside, verb="")


def _is_part(frame: Frame, phrase: str) -> bool:
    own = first_verb(phrase) and not _ONLY_VERB.fullmatch(phrase) and not phrase.startswith("涉及")
    return frame.inside or (len(phrase) <= 10 and not own)


def _name(quantity: Quantity, frame: Frame, phrase: str, noun: str, memory: Memory) -> str:
    if memory.shared:
        return memory.shared[0]
    if memory.base and _MOVE.match(frame.left):
        return memory.base
    if memory.base and _speaks_of_base(quantity, phrase, noun):
        return (memory.last + "占比") if phrase.startswith("占") else memory.base + phrase
    if noun:
        return phrase + noun if frame.right.startswith("的") else _by_noun(phrase, noun)
    if memory.whole and quantity.unit == memory.whole_unit and _is_part(frame, phrase):
        return f"{memory.whole}（{phrase.removeprefix('涉及')}）"
    return _leaning(quantity, frame, phrase, memory) or trimmed(frame.right) or trimmed(frame.gap)


def _speaks_of_base(quantity: Quantity, phrase: str, noun: str) -> bool:
    """True where the words before a number say something of the figure before (同比增长, 居全市第2), not of their own."""
    said_of = _ANAPHORIC.match(phrase) is not None or (quantity.rank and is_place(phrase))
    return said_of and not (noun and first_verb(phrase))


def _by_noun(phrase: str, noun: str) -> str:
    verb = final_verb(phrase) or (phrase if len(phrase) <= 6 else "")
    return verb + without_predicate(noun) if verb else noun


def _leaning(quantity: Quantity, frame: Frame, phrase: str, memory: Memory) -> str:
    """The words before the number, with what they leave out and the figure before says."""
    if not memory.base or not phrase:
        return phrase or memory.base
    thing = _thing(memory.base)
    generic = _GENERIC.match(phrase)
    if generic and (len(generic["of"]) <= 2 or phrase[:2] in thing):
        return _merged(thing, phrase)
    if _ONLY_VERB.fullmatch(phrase) and quantity.unit == memory.unit:
        return phrase + thing
    if frame.joined and not first_verb(phrase):
        return _common_start(memory.base, phrase) + phrase
    if memory.verb and quantity.unit == memory.unit and not first_verb(phrase):
        return memory.verb + phrase
    return phrase


def _common_start(first: str, second: str) -> str:
    """What the second name of a list leaves out of the first: up to a word they share, an attribute, or the verb."""
    shared = first.rfind(second[:2])
    return first[:shared] if shared > 0 else first[: first.rfind("的") + 1] or first_verb(first)


def _merged(first: str, second: str) -> str:
    """Both, with what the first ends and the second starts with once (尾水整治, 整治率 → 尾水整治率)."""
    overlap = next((n for n in range(min(len(first), len(second)), 0, -1) if first.endswith(second[:n])), 0)
    return first + second[overlap:]
