"""What somebody won at an event, where a name ends before what it was (``甲队在运动会上斩获`` 三金)."""

import re

from converter.translation.names.lexicon import AMONG, GRAMMAR
from converter.translation.names.parts import begins_with_deed, deed
from converter.translation.names.phrase import Phrase, single
from converter.translation.names.things import thing
from converter.translation.names.tokens import Words

_AT, _ON = "在", ("上", AMONG)
# Verbs of who wins and of nothing else: 获 and 取得 may lead to what was granted.
_WON = ("斩获", "夺得", "荣获", "摘得", "勇夺", "获", "获得", "夺取")
_NTH = re.compile("^(?:first|second|third|.+th|.+st|.+nd|.+rd)$")
_LEAST = 2  # words: the event, and that something was won


def won_at(words: Words) -> Phrase | None:
    """Who won something where, the thing itself unsaid."""
    if len(words) < _LEAST or words[-1] not in _WON:
        return None
    rest = words[:-2] if words[-2] in _ON else words[:-1]
    start = rest.index(_AT) if rest.count(_AT) == 1 else _event(rest)
    event = rest[start + 1 :] if rest[start : start + 1] == (_AT,) else rest[start:]
    if not event or not event[-1].endswith(GRAMMAR.load().held) or begins_with_deed(event):
        return None
    at = thing(event)
    by = _winner(rest[:start]) if start else Phrase("")
    return at and by and Phrase("won", (), (f"at {_named(at)}", *([f"by {by.several}"] if by.head else [])))


def _named(at: Phrase) -> str:
    """``the 19th Asian Games``, ``the second skills competition``, but ``skills competitions``."""
    is_one = not at.head.endswith("+") or any(_NTH.search(word) for word in at.before)
    return f"the {' '.join((*at.before, single(at.head), *at.after))}" if is_one else at.several


def _event(words: Words) -> int:
    """Where an event begins that no 在 leads to: behind who won."""
    agents = GRAMMAR.load().agents
    return next((n + 1 for n, word in enumerate(words[:-1]) if word.endswith(agents)), 0)


def _winner(words: Words) -> Phrase | None:
    is_plain = not any(deed(word) for word in words[:1]) and words[-1].endswith(GRAMMAR.load().agents)
    return thing(words) if is_plain else None
