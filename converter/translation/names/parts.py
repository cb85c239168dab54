"""What part of a name a word may be: a deed, or what a deed tells apart."""

from converter.translation.names.lexicon import ADJECTIVES, GRAMMAR, NOUNS, VERBS, Deed
from converter.translation.names.tokens import Words


def is_told_apart(word: str) -> bool:
    """Whether a deed right in front of a noun tells what kind it is (``救助`` 对象)."""
    return word in GRAMMAR.load().purposes or word in GRAMMAR.load().kinds


def is_result(word: str) -> bool:
    """Whether a word only tells how something ended, so that it is no part of a noun."""
    done = deed(word)
    return done is not None and done.result and word not in NOUNS.load()


def begins_with_deed(words: Words) -> bool:
    """Whether words begin with a deed that is no part of a noun behind it: ``服务企业``, but ``培训项目``."""
    known = words[0] in ADJECTIVES.load() or words[0] in NOUNS.load()
    noun = next((word for word in words[1:] if deed(word) is None or word in NOUNS.load()), "")
    return deed(words[0]) is not None and not known and not is_told_apart(noun)


def deed(word: str) -> Deed | None:
    return VERBS.load().get(word)
