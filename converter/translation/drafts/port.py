"""The port for a translator: plain Chinese texts in, as many plain English texts out."""

from collections.abc import Callable, Sequence

from msgspec import Struct

Translate = Callable[[Sequence[str]], Sequence[str]]
Mend = Callable[[str, str, str], str]
"""Chinese text, its translation, what is wrong with it (in English) → another translation."""


class AnswerError(Exception):
    """What a translator answered is no translation of what it was asked: broken, or of another number of texts."""


class Translator(Struct, frozen=True):
    """A translator; ``mend`` where it can be told what is wrong.

    Both raise AnswerError for one answer, and InputError where no answer can be had at all.
    """

    translate: Translate
    mend: Mend | None = None


def ask(translate: Translate, texts: Sequence[str]) -> list[str]:
    """The translations of ``texts``, one each.  Raises AnswerError where there are more or fewer, or no strings."""
    answers = list(translate(texts))
    if len(answers) != len(texts) or not all(isinstance(answer, str) for answer in answers):
        raise AnswerError(f"{len(answers)} != {len(texts)}")
    return answers
