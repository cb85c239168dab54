"""Traditional characters read as simplified ones, one for one: OpenCC's table, cut down to what a site needs."""

from collections.abc import Iterable

from opencc import OpenCC

from converter.caching import kept

_IDEOGRAPHS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000))


@kept
def variants() -> dict[str, str]:
    """Each traditional character with the simplified one it is read as.

    By the rules for Taiwan, which also know 著, and then by the general ones.
    """
    characters = [chr(code) for codes in _IDEOGRAPHS for code in codes]
    # A line each, as OpenCC reads what stands together as words.
    simplified = OpenCC("t2s").convert(OpenCC("tw2s").convert("\n".join(characters))).split("\n")
    pairs = zip(characters, simplified, strict=True)
    return {one: other for one, other in pairs if one != other and len(other) == 1}


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
