"""HTML written into a page, with nothing left but allowed elements and attributes."""

import re
from collections.abc import Iterable
from typing import NamedTuple

import nh3

from converter.caching import kept
from converter.text.markup.addresses import is_safe
from converter.text.markup.allowed import allowed, is_allowed

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_ENTITY = re.compile(r"&#?\w+;")
_ATTRIBUTE = re.compile(r"""[\s"'/]([A-Za-z-]+)\s*=""")
_VOID = frozenset({"br", "col", "hr", "img", "wbr"})


class Cleaned(NamedTuple):
    """A piece of HTML as it was ``written``, and what is ``left`` of it."""

    written: str
    left: str

    @property
    def changed(self) -> bool:
        """True where an element or an attribute was taken out, not where only the spelling is another."""
        return _marks(self.written) != _marks(self.left)


def clean_block(written: str) -> Cleaned:
    """A whole piece of HTML: what is not allowed is taken out, of scripts and styles also what they hold."""
    return Cleaned(written, _cleaner(True).clean(written))


def clean_inline(pieces: Iterable[str]) -> list[Cleaned]:
    """The tags between the words of a page, in its order: those that are allowed and have their other half."""
    found: list[Cleaned] = []
    begun: list[tuple[str, int]] = []
    for piece in pieces:
        tag = _TAG.match(piece)
        name = tag[2].lower() if tag else ""
        if tag and tag[1]:
            found.append(Cleaned(piece, _closed(found, begun, name)))
            continue
        left = piece if _ENTITY.fullmatch(piece) else _cleaner(False).clean(piece)
        if left and name and name not in _VOID:
            left = left.removesuffix(f"</{name}>")
            begun.append((name, len(found)))
        found.append(Cleaned(piece, left))
    _drop(found, begun)
    return found


def _closed(found: list[Cleaned], begun: list[tuple[str, int]], name: str) -> str:
    """The end of the element ``name``, empty where none is open; those begun inside of it and not ended are dropped."""
    at = next((at for at in reversed(range(len(begun))) if begun[at][0] == name), None)
    if at is None:
        return ""
    _drop(found, begun[at + 1 :])
    del begun[at:]
    return f"</{name}>"


def _drop(found: list[Cleaned], begun: Iterable[tuple[str, int]]) -> None:
    for _, at in begun:
        found[at] = found[at]._replace(left="")


@kept
def _cleaner(blocks: bool) -> nh3.Cleaner:
    lists = allowed()
    return nh3.Cleaner(
        tags=set(lists.inline | lists.block if blocks else lists.inline),
        attributes={name: set(names) for name, names in lists.attributes.items()},
        attribute_filter=_kept,
        url_schemes=set(lists.schemes),
        link_rel=None,
    )


def _kept(element: str, attribute: str, value: str) -> str | None:
    bad = attribute in allowed().addresses and not is_safe(value)
    return None if bad or not is_allowed(element, attribute, value) else value


def _marks(html: str) -> list[str]:
    # Ends are made up where they were left out, so only beginnings count; a comment was never shown.
    tags = [name for end, name in _TAG.findall(html) if not end]
    return sorted(name.lower() for name in (*tags, *_ATTRIBUTE.findall(html)))
