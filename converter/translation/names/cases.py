"""Cases by whom they are against and what they came of (``以县政府为被告的案件``, ``因行政处罚被申请行政复议``)."""

from converter.translation.names.lexicon import BECAUSE, GRAMMAR, NOUNS, OF, VERBS
from converter.translation.names.parts import begins_with_deed, deed, is_result
from converter.translation.names.phrase import Phrase
from converter.translation.names.things import thing
from converter.translation.names.tokens import Words

_WITH, _AS, _LEAST = "以", "为", 4  # words: with whom as what


def against(words: Words) -> Phrase | None:
    """What was brought over something, or the cases that have somebody as their defendant."""
    if (
        len(words) > _LEAST
        and deed(words[0])
        and words[1] in (_WITH, BECAUSE)
        and words[0] not in NOUNS.load()
    ):
        # 办理以县政府为被告的案件, 办理因征地引发的案件
        said = _with_role(words[1:]) or (thing(words[1:]) if OF in words else None)
        return said and said.behind(VERBS.load()[words[0]].done)
    if words[0] == _WITH and is_result(words[-1]):
        cases = _with_role(words[:-1])
        return cases and cases.behind(VERBS.load()[words[-1]].done)
    return _brought(words) or _with_role(words)


def _brought(words: Words) -> Phrase | None:
    said = GRAMMAR.load().brought
    where = next((n for n, word in enumerate(words) if word in said), -1)
    rest = words[where + 1 :]
    if where < 0 or not rest or OF in words:
        return None
    if len(rest) > 1 and is_result(rest[-1]):  # 被申请复议维持: what became of it is not what was applied for
        applied = _brought(words[:-1])
        return applied and applied.behind(f"({VERBS.load()[rest[-1]].done})")
    if len(rest) > 1 and deed(rest[-1]) and rest[-1] not in NOUNS.load():
        return None
    what, reason = thing(rest), words[1:where] if words[0] == BECAUSE else words[:where]
    over = _named(reason) if reason else None
    if what is None or (reason and over is None) or (reason and words[0] != BECAUSE):
        return None
    return what.behind(said[words[where]], *([f"over {over.several}"] if over else []))


def _with_role(words: Words) -> Phrase | None:
    """``以A为被告``, with or without the cases."""
    if words[0] != _WITH or _AS not in words or len(words) < _LEAST:
        return None
    where = words.index(_AS)
    role, rest = GRAMMAR.load().roles.get("".join(words[where + 1 : where + 2])), words[where + 2 :]
    rest = rest[1:] if rest[:1] == (OF,) else rest
    who, cases = _named(words[1:where]), thing(rest) if rest else Phrase("case+")
    return cases.behind(f"with {who.several} as {role}") if who and cases and role else None


def _named(words: Words) -> Phrase | None:
    is_thing = bool(words) and words[-1] in NOUNS.load() and not begins_with_deed(words)
    return thing(words) if is_thing else None
