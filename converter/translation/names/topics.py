"""What a name speaks of and what was done about it, where no word says who did it to whom."""

from converter.translation.names.deeds import done_to
from converter.translation.names.lexicon import ADVERBS, GRAMMAR, NOUNS, OF, place
from converter.translation.names.parts import deed
from converter.translation.names.phrase import Phrase
from converter.translation.names.things import thing
from converter.translation.names.tokens import Words

# What has more words is mostly no name but a clause, in which one cannot tell what belongs to what.
MOST = 8
_MANNER = "化"
# What tells nothing of what was done.
_SAID = ("主动", "了", "将")
_RATE = ("率", "时限", "时间", "指标", "数量")


def topic(words: Words) -> Phrase | None:
    """What is spoken of and what was done about it, where no word says who did it to whom (``城区投用公厕``)."""
    grammar = GRAMMAR.load()
    words = tuple(word for word in words if word not in _SAID)
    tails = [grammar.tail[word] for word in words if word in grammar.tail]
    if tails:
        said = topic(tuple(word for word in words if word not in grammar.tail))
        return said and said.behind(*(f"({tail})" for tail in tails))
    if not words:
        return None
    where = next((n for n, word in enumerate(words) if n and word in grammar.acts), 0)
    is_how = where and words[where - 1].endswith(_MANNER)  # 网格化巡查: how, and not what
    where -= where > 1 and words[where - 1] in ADVERBS.load()  # 水体 全面 消除 黑臭
    is_clear = where and not is_how and OF not in words and len(words) <= MOST and not _ends_with_deed(words)
    if not is_clear or any(deed(word) and word not in NOUNS.load() for word in words[:where]):
        return None
    what = done_to(words[where:])
    if what and all(word in grammar.after for word in words[:where]):
        return what.behind(*(grammar.after[word] for word in words[:where]))
    if (
        what
        and (there := [where_is for word in words[:where] if (where_is := place(word))])
        and len(there) == where
    ):
        return what.behind(f"in {', '.join(reversed(there))}")
    of = thing(words[:where]) if what and any(word in NOUNS.load() for word in words[:where]) else None
    return of and what and Phrase(f"{of.several}: {what.several}")


def _ends_with_deed(words: Words) -> bool:
    return (deed(words[-1]) is not None and words[-1] not in NOUNS.load()) or words[-1].endswith(_RATE)
