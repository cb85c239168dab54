"""The lists of what mark-up in pages may hold (``allowed.toml``)."""

import re
from collections.abc import Mapping

from msgspec import Struct

from converter.caching import kept
from converter.knowledge import Record, Table
from converter.text.numerals import Regex

_EVERYWHERE = "*"
# Scripts of the theme put ids into selectors and addresses.
_ID = re.compile(r"[\w.:-]+")


class _Lists(Record, frozen=True):
    schemes: tuple[str, ...]
    addresses: tuple[str, ...]
    inline: tuple[str, ...]
    block: tuple[str, ...]
    reserved_ids: tuple[Regex, ...]
    attributes: Mapping[str, tuple[str, ...]]


ALLOWED = Table(__package__, "allowed.toml", _Lists)


class Allowed(Struct, frozen=True):
    """Elements that may stand in a line and as blocks, their attributes, schemes of addresses."""

    schemes: frozenset[str]
    addresses: frozenset[str]
    inline: frozenset[str]
    block: frozenset[str]
    attributes: Mapping[str, frozenset[str]]
    reserved: re.Pattern[str]


@kept
def allowed() -> Allowed:
    """What is allowed, as the table says."""
    table = ALLOWED.load()
    return Allowed(
        frozenset(table.schemes),
        frozenset(table.addresses),
        frozenset(table.inline),
        frozenset(table.block),
        {name: frozenset(names) for name, names in table.attributes.items()},
        re.compile("|".join(table.reserved_ids)),
    )


def is_allowed(element: str, attribute: str, value: str) -> bool:
    """True where ``element`` may have ``attribute``, and its ``value`` is no id that a script trips over or takes for its own."""
    lists = allowed()
    known = lists.attributes[_EVERYWHERE] | lists.attributes.get(element, frozenset())
    if attribute == "id":
        return bool(_ID.fullmatch(value)) and not lists.reserved.fullmatch(value)
    return attribute in known
