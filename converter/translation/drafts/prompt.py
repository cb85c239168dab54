"""What a language model is given: the task, the texts, their terms, and how texts like them were translated."""

import json
from collections.abc import Iterable, Iterator, Sequence

from converter.knowledge import Record, Table
from converter.translation import terms
from converter.translation.memory import Memory, Unit, state_of
from converter.translation.memory.pairing import likeness

Message = dict[str, str]


class _Prompt(Record, frozen=True):
    task: str
    mend: str


PROMPT = Table(__package__, "prompt.toml", _Prompt)
# Of earlier translations the nearest, where they share half of their characters with the text.
_NEAREST, _ALIKE = 2, 0.5


def messages(texts: Sequence[str], memories: Iterable[Memory]) -> list[Message]:
    """The messages that ask for the translations of ``texts``; examples come from what is reviewed in ``memories``."""
    asked = {
        "glossary": list(_glossary(texts)),
        "examples": list(_examples(texts, memories)),
        "texts": list(texts),
    }
    return [_message("system", PROMPT.load().task.strip()), _message("user", _json(asked))]


def mending(texts: Sequence[Message], answer: str, wrong: str) -> list[Message]:
    """The messages ``texts``, the ``answer`` to them, and what is ``wrong`` with it."""
    told = PROMPT.load().mend.strip().replace("{wrong}", wrong)
    return [*texts, _message("assistant", _json({"translations": [answer]})), _message("user", told)]


def _glossary(texts: Sequence[str]) -> Iterator[dict[str, object]]:
    for term in dict.fromkeys(hit.term for text in texts for hit in terms.terms_in(text)):
        line: dict[str, object] = {"zh": list(term.forms), "en": term.en.replace("…", "...")}
        yield line | ({"avoid": list(term.forbidden)} if term.forbidden else {})


def _examples(texts: Sequence[str], memories: Iterable[Memory]) -> Iterator[dict[str, str]]:
    known = [unit for memory in memories for unit in memory.units if state_of(unit) == "reviewed"]
    near = dict.fromkeys((unit.zh, unit.en) for text in texts for unit in _nearest(text, known))
    return ({"zh": zh, "en": en} for zh, en in near)


def _nearest(text: str, known: Sequence[Unit]) -> list[Unit]:
    likenesses = ((likeness(text, unit.zh), at) for at, unit in enumerate(known))
    ranked = sorted((-alike, at) for alike, at in likenesses if alike >= _ALIKE)
    return [known[at] for _, at in ranked[:_NEAREST]]


def _message(role: str, content: str) -> Message:
    return {"role": role, "content": content}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
