"""Traditional characters read as simplified ones, one for one: OpenCC's table, cut down to what a site needs."""

from collections.abc import Iterable, Mapping
from importlib.resources import files

from converter.caching import kept

_IDEOGRAPHS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000))
_TABLES = ("TWVariantsRev", "TSCharacters", "TSCharacters")
"""What OpenCC does with a single character by the rules for Taiwan, and then by the general ones."""


@kept
def variants() -> dict[str, str]:
    """Each traditional character with the simplified one it is read as.

    By the rules for Taiwan, which also know 著, and then by the general ones.
    """
    characters = [chr(code) for codes in _IDEOGRAPHS for code in codes]
    # OpenCC itself takes a quarter of a second for so many, and every build needs them.
    simplified = characters
    for table in map(_table, _TABLES):
        simplified = [table.get(character, character) for character in simplified]
    pairs = zip(characters, simplified, strict=True)
    return {one: other for one, other in pairs if one != other and len(other) == 1}


@kept
def _table(name: str) -> Mapping[str, str]:
    lines = files("opencc").joinpath("dictionary", f"{name}.txt").read_text(encoding="utf-8").splitlines()
    # Of several the first is the usual one.
    return {one: others.split()[0] for one, others in (line.split("\t") for line in lines)}


def printed(text: Iterable[str]) -> dict[str, str]:
    """The pairs whose traditional character stands in ``text``."""
    return {one: variants()[one] for one in sorted(set(text) & variants().keys())}


def asked(folded: Iterable[str], known: dict[str, str]) -> dict[str, str]:
    """The pairs beyond ``known`` that a reader may ask with: their simplified character stands in the folded text."""
    there = set(folded) & _read_as().keys()
    pairs = {one: other for other in there for one in _read_as()[other] if one not in known}
    return dict(sorted(pairs.items()))


@kept
def _read_as() -> dict[str, str]:
    """Each simplified character with the traditional ones that are read as it."""
    found: dict[str, str] = {}
    for one, other in variants().items():
        found[other] = found.get(other, "") + one
    return found


def paired(pairs: dict[str, str]) -> str:
    """As the browser gets them: one string, each character followed by what it is read as."""
    return "".join(one + other for one, other in pairs.items())


def traditional(text: str) -> str:
    """All the pairs with which a reader may ask for what stands in ``text``, as the browser gets them."""
    return paired(asked(text, {}))
