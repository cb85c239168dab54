"""English compared by its words: case, inflection, articles, hyphens and commas make no difference."""

import re
from collections.abc import Iterator

from msgspec import Struct

from converter.caching import kept_latest
from converter.model import Span
from converter.translation.terms.table import GAP

# A word, its genitive left out, or what ends a sentence.
_WORD = re.compile(r"([^\W_]+)(?:['’][sS]\b)?|[.;:?!](?=\W|$)")
_ARTICLES = frozenset(("a", "an", "the"))
_IRREGULAR = {
    "built": "build", "held": "hold", "made": "make", "led": "lead", "driven": "drive", "drove": "drive", "drawn": "draw",
    "sought": "seek", "taken": "take", "took": "take", "given": "give", "gave": "give", "heard": "hear", "met": "meet",
    "sued": "sue", "suing": "sue", "raising": "raise", "people": "people",
}  # fmt: skip
_ANY = r"(?: [^ .;:?!]+){0,5} "


class Prose(Struct, frozen=True):
    """An English text as its word stems, with the place of each in the text."""

    stems: str
    """Each stem with one blank before it and one after the last."""
    places: tuple[Span, ...]


def prose(text: str) -> Prose:
    """``text`` as stems; emphasis marks and other punctuation inside sentences are left out."""
    found = [word for word in _WORD.finditer(text) if word[0].lower() not in _ARTICLES]
    stems = [stem(word[1].lower()) if word[1] else word[0] for word in found]
    return Prose("".join(f" {each}" for each in stems) + " ", tuple(Span(*word.span()) for word in found))


def places(rendering: str, text: Prose) -> Iterator[Span]:
    """Where ``rendering`` stands in ``text``, as spans of the original; ``…`` in it is up to five words."""
    for found in _pattern(rendering).finditer(text.stems):
        first = text.stems.count(" ", 0, found.start())
        last = text.stems.count(" ", 0, found.end()) - 1
        yield Span(text.places[first].start, text.places[last].end)


@kept_latest(4096)
def _pattern(rendering: str) -> re.Pattern[str]:
    parts = (re.escape(prose(part).stems.strip()) for part in rendering.split(GAP))
    # The blank in front is taken, the one behind only looked at: two renderings may stand side by side.
    return re.compile(" " + _ANY.join(parts) + "(?= )")


def stem(word: str) -> str:
    """What is left of a lower-case word without its inflection, the same for all its forms (``policies``, ``policy``).

    It serves to compare, not to print.  Nouns made of verbs stay themselves (``supervision``).
    """
    word = _IRREGULAR.get(word, word)
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "i"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-2] if word.endswith(("sses", "ches", "shes", "xes")) else word[:-1]
    for ending in ("ing", "ed"):
        bare = word.removesuffix(ending)
        if bare != word and len(bare) > 2 and re.search("[aeiouy]", bare):
            word = bare[:-1] if re.search(r"([^aeiouylsz])\1$", bare) else bare
            break
    if len(word) <= 3:
        return word
    return word[:-1] + "i" if word.endswith("y") else word.removesuffix("e")
